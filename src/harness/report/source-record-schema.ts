import { z } from 'zod'
import { countSchema, engineSchema } from './judgement-schema.ts'

/** An instant, as every record writes it. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
  .describe('ISO 8601, UTC.')

const sourceFinding = z
  .strictObject({
    object: z.string().describe('The index, column or table.'),
    kind: z.enum(['extra', 'missing', 'different', 'ahead']),
    what: z.string().describe('What is to be seen.'),
  })
  .readonly()

/** The shape of a `SourceRecord`. */
export const sourceRecordSchema = z
  .strictObject({
    engine: engineSchema,
    location: z.string().describe('The file, or the URL without its password.'),
    bytes: countSchema,
    rows: countSchema.describe('Of all its tables.'),
    copiedAt: instantSchema,
    at: z.string().nullable().describe('The last migration that it has behind it.'),
    knownBy: z.enum(['migrations', 'alembic_version', 'catalog']).nullable(),
    facts: z.array(z.string()).readonly().describe('What was found, one sentence each.'),
    findings: z.array(sourceFinding).readonly().describe('What differs from the baseline of that migration.'),
    doubt: z.string().nullable().describe('Why it cannot be told where it stands.'),
  })
  .readonly()
