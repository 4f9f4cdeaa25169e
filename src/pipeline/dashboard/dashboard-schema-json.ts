import { z } from 'zod'
import { dashboardSchema } from './dashboard-schema.ts'

/** The text of `schemas/dashboard.schema.json`: the shape of the dashboard export as JSON Schema, draft 2020-12. */
export function dashboardSchemaJson(): string {
  const { $schema, ...schema } = z.toJSONSchema(dashboardSchema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      // In JSON Schema it means "managed by the owner of the data", which says nothing about a file.
      delete jsonSchema.readOnly
      // The pattern beside it says more, and a strict validator refuses formats that it was not given.
      delete jsonSchema.format
    },
  })
  const title = 'The dashboard export of a clan, format 1'
  return `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`
}
