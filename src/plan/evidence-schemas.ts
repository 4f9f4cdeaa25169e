import { z } from 'zod'
import { catalogSchema } from '../harness/vocabulary/catalog-schema.ts'

const count = z.int().nonnegative()
const judgement = z.strictObject({
  subject: z.string(),
  outcome: z.enum(['held', 'breached', 'vacuous']),
  measured: z.string(),
  tolerance: z.string(),
  toleranceFrom: z.string().exactOptional(),
  figures: z
    .strictObject({
      unit: z.enum(['share', 'faults', 'rows', 'bytes', 'milliseconds', 'ratio', 'growth']),
      value: z.number(),
      interval: z.strictObject({ low: z.number(), high: z.number() }).exactOptional(),
      bound: z.enum(['at least', 'at most', 'exactly']),
      limit: z.number(),
    })
    .exactOptional(),
  population: count,
  witnesses: z.array(z.strictObject({ where: z.string(), what: z.string() })),
  witnessCount: count,
  usualCause: z.string().exactOptional(),
})
const migration = z.strictObject({
  migration: z.string(),
  direction: z.enum(['up', 'down']),
  milliseconds: z.number().nonnegative(),
  statements: count,
  slowest: z.array(
    z.strictObject({
      sql: z.string(),
      calls: count,
      milliseconds: z.number().nonnegative(),
      rows: count.nullable(),
    }),
  ),
  locks: z
    .array(
      z.strictObject({
        table: z.string(),
        closes: z.enum(['readers', 'writers']),
        mode: z.string(),
        milliseconds: z.number().nonnegative(),
        waiting: count,
      }),
    )
    .exactOptional(),
  bytesBefore: count,
  bytesAfter: count,
  failure: z.strictObject({ message: z.string() }).exactOptional(),
})
/** An operation without a sample never ran: it is no evidence. */
const timing = z.strictObject({
  subject: z.string(),
  clock: z.enum(['wall clock', 'processor time']),
  operations: z
    .array(
      z.strictObject({
        name: z.string(),
        rows: count.exactOptional(),
        milliseconds: z.array(z.number().nonnegative()).min(1),
      }),
    )
    .min(1),
})
const unmatched = z.strictObject({
  link: z.string(),
  rows: count,
  linked: count,
  exactly: count,
  ignoringCase: count,
  normalised: count,
  withAliases: count,
  skipped: count,
  names: z.array(
    z.strictObject({
      name: z.string().nullable(),
      rows: count,
      firstSeen: z.string().nullable(),
      lastSeen: z.string().nullable(),
      nearest: z.strictObject({ name: z.string(), distance: count }).nullable(),
      known: z.enum(['exactly', 'ignoring case', 'normalised', 'alias', 'skip']).nullable(),
      member: z.string().nullable(),
    }),
  ),
  nameCount: count,
})
const plan = z.strictObject({
  subject: z.string(),
  way: z.string(),
  sql: z.string(),
  steps: z.array(z.string()),
})
const schema = z.strictObject({ at: z.string(), catalog: catalogSchema })
const fingerprint = z.strictObject({
  moment: z.enum(['before', 'after', 'back', 'again']),
  at: z.string(),
  catalog: z.string(),
  tables: z.array(z.strictObject({ table: z.string(), rows: count, hash: z.string().nullable() })),
})
const kept = z.strictObject({ location: z.string() })
const notApplicable = z.strictObject({ why: z.string().min(1) })

/** The shape of each kind of evidence, as an attachment carries it. */
export const evidenceSchemas = {
  judgement,
  migration,
  timing,
  unmatched,
  plan,
  schema,
  fingerprint,
  kept,
  notApplicable,
} as const
