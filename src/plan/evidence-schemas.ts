import { z } from 'zod'

const count = z.int().nonnegative()
const judgement = z.strictObject({
  subject: z.string(),
  outcome: z.enum(['held', 'breached', 'vacuous']),
  measured: z.string(),
  tolerance: z.string(),
  toleranceFrom: z.string().exactOptional(),
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
const kept = z.strictObject({ location: z.string() })
const notApplicable = z.strictObject({ why: z.string().min(1) })

/** The shape of each kind of evidence, as an attachment carries it. */
export const evidenceSchemas = { judgement, migration, timing, unmatched, kept, notApplicable } as const
