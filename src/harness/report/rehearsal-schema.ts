import { z } from 'zod'
import { catalogSchema } from '../vocabulary/catalog-schema.ts'
import { countSchema } from './judgement-schema.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The shape of a `PlannedQuery`. */
export const plannedQuerySchema = z
  .strictObject({
    subject: z.string().describe('What is asked.'),
    way: z.string().describe('In which way.'),
    sql: z.string(),
    steps: z.array(z.string()).readonly().describe("The engine's own lines."),
  })
  .readonly()

/** The shape of a `SchemaRecord`. */
export const schemaRecordSchema = z
  .strictObject({ at: z.string().describe('The last migration behind it.'), catalog: catalogSchema })
  .readonly()

/** The shape of a `StateFingerprint`. */
export const stateFingerprintSchema = z
  .strictObject({
    moment: z.enum(['before', 'after', 'back', 'again']),
    at: z.string().describe('The last migration behind it.'),
    catalog: hash,
    tables: z
      .array(z.strictObject({ table: z.string(), rows: countSchema, hash: hash.nullable() }).readonly())
      .readonly(),
  })
  .readonly()
