import { z } from 'zod'
import { runDocumentSchema } from './run-document-schema.ts'

/** The text of `schemas/run.schema.json`: the shape of `run.json` as JSON Schema, draft 2020-12. */
export function runSchemaJson(): string {
  const { $schema, ...schema } = z.toJSONSchema(runDocumentSchema, {
    target: 'draft-2020-12',
    // In JSON Schema it means "managed by the owner of the data", which says nothing about a saved file.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
    },
  })
  const title = 'A saved run of Stagegate (reports/run.json), format 4'
  return `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`
}
