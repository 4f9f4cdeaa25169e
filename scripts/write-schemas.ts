/**
 * Writes the published JSON Schemas, each from its one source: the schema that saved runs are read by, and the one that
 * the dashboard export is written by.
 */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { runSchemaJson } from '../src/harness/report/run-schema-json.ts'
import { dashboardSchemaJson } from '../src/pipeline/dashboard/dashboard-schema-json.ts'

const SCHEMAS = {
  'run.schema.json': runSchemaJson,
  'dashboard.schema.json': dashboardSchemaJson,
} as const

for (const [name, schemaJson] of Object.entries(SCHEMAS)) {
  await writeFile(resolve(import.meta.dirname, '../schemas', name), schemaJson())
  console.log(`schemas/${name}`)
}
