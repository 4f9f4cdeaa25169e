import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { faults } from '../../../src/harness/measurement/faults.ts'
import type { Measurement } from '../../../src/harness/measurement/measurement.ts'

const SCHEMAS = resolve(import.meta.dirname, '../../../schemas')

/**
 * What the published schema of a document refuses in its text, by a validator that the product does not use.
 * @param population how many parts of the document there are to be valid
 */
export async function schemaFaults(schema: string, text: string, population: number): Promise<Measurement> {
  const validate = new Ajv2020({ allErrors: true }).compile(
    JSON.parse(await readFile(join(SCHEMAS, schema), 'utf8')),
  )
  validate(JSON.parse(text))
  return faults({
    subject: schema,
    population,
    witnesses: (validate.errors ?? []).map(({ instancePath, message = '' }) => ({
      where: instancePath || 'the document',
      what: message,
    })),
    usualCause: 'The export was changed and its schema was not, or a figure is none.',
  })
}
