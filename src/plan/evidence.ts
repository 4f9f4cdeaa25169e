import { z } from 'zod'
import type { Judgement } from '../harness/gate/judgement.ts'
import type { MigrationStep } from '../harness/vocabulary/migration-step.ts'
import type { Timing } from '../harness/vocabulary/timing.ts'

/** The part of Cucumber's `World.attach` that evidence needs. */
export type Attach = (data: string, mediaType: string) => unknown

/** A database that was left behind for a person to look at. */
export interface KeptTarget {
  /** Where it is: the path of the file. */
  readonly location: string
}

/** What an attachment says, where it is one of ours. */
export type Evidence =
  | { readonly kind: 'judgement'; readonly judgement: Judgement }
  | { readonly kind: 'migration'; readonly step: MigrationStep }
  | { readonly kind: 'timing'; readonly timing: Timing }
  | { readonly kind: 'kept'; readonly target: KeptTarget }

/** An attachment as Cucumber's stream carries it. */
export interface AttachmentText {
  readonly body: string
  readonly mediaType: string
  readonly contentEncoding: string
}

const JUDGEMENT = 'application/vnd.stagegate.judgement+json'
const MIGRATION = 'application/vnd.stagegate.migration+json'
const TIMING = 'application/vnd.stagegate.timing+json'
const KEPT = 'application/vnd.stagegate.kept+json'

const count = z.int().nonnegative()
const judgementSchema = z.strictObject({
  subject: z.string(),
  outcome: z.enum(['held', 'breached', 'vacuous']),
  measured: z.string(),
  tolerance: z.string(),
  population: count,
  witnesses: z.array(z.strictObject({ where: z.string(), what: z.string() })),
  witnessCount: count,
  usualCause: z.string().exactOptional(),
})
const migrationSchema = z.strictObject({
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
const timingSchema = z.strictObject({
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
const keptSchema = z.strictObject({ location: z.string() })

/** Submits a judgement as the evidence of the step that is running. */
export function attachJudgement(attach: Attach, judgement: Judgement): void {
  attach(JSON.stringify(judgement), JUDGEMENT)
}

/** Adds a migration to the timeline of the scenario that is running. */
export function attachMigration(attach: Attach, step: MigrationStep): void {
  attach(JSON.stringify(step), MIGRATION)
}

/** Submits every sample of operations that were timed in turns, so that a report can show what a ratio rests on. */
export function attachTiming(attach: Attach, timing: Timing): void {
  attach(JSON.stringify(timing), TIMING)
}

/** Says where a database was kept, so that the end of the run can tell. */
export function attachKept(attach: Attach, target: KeptTarget): void {
  attach(JSON.stringify(target), KEPT)
}

/**
 * The evidence in an attachment, or undefined where it is none of ours (a log line, an image).
 * @throws Error when it claims to be evidence and cannot be read.
 */
export function parseEvidence(attachment: AttachmentText): Evidence | undefined {
  switch (attachment.mediaType) {
    case JUDGEMENT:
      return { kind: 'judgement', judgement: judgementSchema.parse(jsonOf(attachment)) }
    case MIGRATION:
      return { kind: 'migration', step: migrationSchema.parse(jsonOf(attachment)) }
    case TIMING:
      return { kind: 'timing', timing: timingSchema.parse(jsonOf(attachment)) }
    case KEPT:
      return { kind: 'kept', target: keptSchema.parse(jsonOf(attachment)) }
    default:
      // Evidence of a kind that this version does not know must not be lost without a word.
      if (attachment.mediaType.startsWith('application/vnd.stagegate.'))
        throw new Error(`unknown kind of evidence: ${attachment.mediaType}`)
      return undefined
  }
}

function jsonOf({ body, contentEncoding }: AttachmentText): unknown {
  return JSON.parse(contentEncoding === 'BASE64' ? Buffer.from(body, 'base64').toString('utf8') : body)
}
