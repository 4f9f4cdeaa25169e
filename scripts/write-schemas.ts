/** Writes the JSON Schema of `run.json` from its one source, the schema that saved runs are read by. */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { runSchemaJson } from '../src/harness/report/run-schema-json.ts'

await writeFile(resolve(import.meta.dirname, '../schemas/run.schema.json'), runSchemaJson())
console.log('schemas/run.schema.json')
