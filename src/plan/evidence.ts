import type { Judgement } from '../harness/gate/judgement.ts'
import type { MigrationStep } from '../harness/vocabulary/migration-step.ts'
import type { PlannedQuery } from '../harness/vocabulary/planned-query.ts'
import type { SchemaRecord } from '../harness/vocabulary/schema-record.ts'
import type { StateFingerprint } from '../harness/vocabulary/state-fingerprint.ts'
import type { Timing } from '../harness/vocabulary/timing.ts'
import type { UnmatchedRows } from '../harness/vocabulary/unmatched.ts'
import { evidenceSchemas } from './evidence-schemas.ts'

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
  | { readonly kind: 'unmatched'; readonly unmatched: UnmatchedRows }
  | { readonly kind: 'plan'; readonly plan: PlannedQuery }
  | { readonly kind: 'schema'; readonly schema: SchemaRecord }
  | { readonly kind: 'fingerprint'; readonly fingerprint: StateFingerprint }
  | { readonly kind: 'kept'; readonly target: KeptTarget }
  | { readonly kind: 'not applicable'; readonly why: string }

/** An attachment as Cucumber's stream carries it. */
export interface AttachmentText {
  readonly body: string
  readonly mediaType: string
  readonly contentEncoding: string
}

const JUDGEMENT = 'application/vnd.stagegate.judgement+json'
const MIGRATION = 'application/vnd.stagegate.migration+json'
const TIMING = 'application/vnd.stagegate.timing+json'
const UNMATCHED = 'application/vnd.stagegate.unmatched+json'
const PLAN = 'application/vnd.stagegate.plan+json'
const SCHEMA = 'application/vnd.stagegate.schema+json'
const FINGERPRINT = 'application/vnd.stagegate.fingerprint+json'
const KEPT = 'application/vnd.stagegate.kept+json'
const NOT_APPLICABLE = 'application/vnd.stagegate.not-applicable+json'

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

/** Explains rows without a link, for a person who has to decide whether they are as it should be. */
export function attachUnmatched(attach: Attach, unmatched: UnmatchedRows): void {
  attach(JSON.stringify(unmatched), UNMATCHED)
}

/** Shows how the engine means to answer something that the product asks. */
export function attachPlan(attach: Attach, plan: PlannedQuery): void {
  attach(JSON.stringify(plan), PLAN)
}

/** Shows what the schema is at a moment of the scenario. */
export function attachSchema(attach: Attach, schema: SchemaRecord): void {
  attach(JSON.stringify(schema), SCHEMA)
}

/** Shows what the database is at a moment of the scenario, as hashes. */
export function attachFingerprint(attach: Attach, fingerprint: StateFingerprint): void {
  attach(JSON.stringify(fingerprint), FINGERPRINT)
}

/** Says where a database was kept, so that the end of the run can tell. */
export function attachKept(attach: Attach, target: KeptTarget): void {
  attach(JSON.stringify(target), KEPT)
}

/** Says that the scenario that is running says nothing of this database, and why. It has to end here, as skipped. */
export function attachNotApplicable(attach: Attach, why: string): void {
  attach(JSON.stringify({ why }), NOT_APPLICABLE)
}

/**
 * The evidence in an attachment, or undefined where it is none of ours (a log line, an image).
 * @throws Error when it claims to be evidence and cannot be read.
 */
export function parseEvidence(attachment: AttachmentText): Evidence | undefined {
  switch (attachment.mediaType) {
    case JUDGEMENT:
      return { kind: 'judgement', judgement: evidenceSchemas.judgement.parse(jsonOf(attachment)) }
    case MIGRATION:
      return { kind: 'migration', step: evidenceSchemas.migration.parse(jsonOf(attachment)) }
    case TIMING:
      return { kind: 'timing', timing: evidenceSchemas.timing.parse(jsonOf(attachment)) }
    case UNMATCHED:
      return { kind: 'unmatched', unmatched: evidenceSchemas.unmatched.parse(jsonOf(attachment)) }
    case PLAN:
      return { kind: 'plan', plan: evidenceSchemas.plan.parse(jsonOf(attachment)) }
    case SCHEMA:
      return { kind: 'schema', schema: evidenceSchemas.schema.parse(jsonOf(attachment)) }
    case FINGERPRINT:
      return { kind: 'fingerprint', fingerprint: evidenceSchemas.fingerprint.parse(jsonOf(attachment)) }
    case KEPT:
      return { kind: 'kept', target: evidenceSchemas.kept.parse(jsonOf(attachment)) }
    case NOT_APPLICABLE:
      return { kind: 'not applicable', ...evidenceSchemas.notApplicable.parse(jsonOf(attachment)) }
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
