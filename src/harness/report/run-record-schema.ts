import { z } from 'zod'
import { countSchema, engineSchema, gateCodeSchema, judgementSchema, lineSchema } from './judgement-schema.ts'
import { plannedQuerySchema, schemaRecordSchema, stateFingerprintSchema } from './rehearsal-schema.ts'
import { instantSchema, sourceRecordSchema } from './source-record-schema.ts'
import { unmatchedRowsSchema } from './unmatched-rows-schema.ts'

const milliseconds = z.number().nonnegative()
const stepStatus = z.enum(['passed', 'failed', 'undefined', 'pending', 'skipped', 'ambiguous', 'unknown'])

const plannedGate = z
  .strictObject({
    code: gateCodeSchema,
    title: z.string(),
    description: z.string(),
    uri: z.string(),
    line: lineSchema,
    advisory: z.boolean(),
    engines: z
      .array(
        z
          .strictObject({
            engine: engineSchema,
            scenarios: countSchema.describe('How many scenarios the plan has for it, before any selection.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('The engines that it applies to.'),
  })
  .readonly()

const planFinding = z.strictObject({ uri: z.string(), line: lineSchema, message: z.string() }).readonly()

const stepRecord = z
  .strictObject({
    text: z.string().describe('Keyword and text.'),
    status: stepStatus,
    milliseconds,
    message: z.string().exactOptional(),
  })
  .readonly()

const statementRecord = z
  .strictObject({
    sql: z.string(),
    calls: countSchema.describe('How often it was sent.'),
    milliseconds: milliseconds.describe('Of all its calls.'),
    rows: countSchema.nullable().describe('Of all its calls; null where the engine does not say.'),
  })
  .readonly()

const tableLock = z
  .strictObject({
    table: z.string(),
    closes: z.enum(['readers', 'writers']).describe('Whom it keeps waiting.'),
    mode: z.string().describe("The engine's name of the strongest lock."),
    milliseconds,
    waiting: countSchema.describe('The most others that waited for it at once.'),
  })
  .readonly()

const migrationStep = z
  .strictObject({
    migration: z.string(),
    direction: z.enum(['up', 'down']),
    milliseconds,
    statements: countSchema,
    slowest: z.array(statementRecord).readonly(),
    locks: z.array(tableLock).readonly().exactOptional(),
    bytesBefore: countSchema,
    bytesAfter: countSchema,
    failure: z.strictObject({ message: z.string() }).readonly().exactOptional(),
  })
  .readonly()

const timedOperation = z
  .strictObject({
    name: z.string(),
    rows: countSchema.exactOptional().describe('Rows of the database that it worked on.'),
    milliseconds: z.array(milliseconds).min(1).readonly().describe('One sample a round, in order.'),
  })
  .readonly()

const timing = z
  .strictObject({
    subject: z.string().describe('What the operations do, each in its way.'),
    clock: z.enum(['wall clock', 'processor time']),
    operations: z
      .array(timedOperation)
      .min(1)
      .readonly()
      .describe('The first is what the others are held against.'),
  })
  .readonly()

const scenarioRecord = z
  .strictObject({
    name: z.string(),
    uri: z.string(),
    line: lineSchema,
    engine: engineSchema,
    gate: gateCodeSchema.nullable(),
    status: stepStatus,
    milliseconds,
    steps: z.array(stepRecord).readonly(),
    judgements: z.array(judgementSchema).readonly(),
    migrations: z.array(migrationStep).readonly(),
    timings: z.array(timing).readonly(),
    unmatched: z.array(unmatchedRowsSchema).readonly(),
    plans: z.array(plannedQuerySchema).readonly().describe('How the engine means to answer the product.'),
    schemas: z.array(schemaRecordSchema).readonly().describe('What the schema was on the way.'),
    fingerprints: z.array(stateFingerprintSchema).readonly().describe('What a rollback gave back.'),
  })
  .readonly()

const notApplicable = z
  .strictObject({
    gate: gateCodeSchema.nullable(),
    name: z.string(),
    uri: z.string(),
    line: lineSchema,
    engine: engineSchema,
    why: z.string().describe('Why the run says nothing of it.'),
  })
  .readonly()

const environment = z
  .strictObject({
    stagegate: z.string(),
    node: z.string(),
    platform: z.string(),
    engines: z
      .array(z.strictObject({ engine: engineSchema, version: z.string() }).readonly())
      .readonly()
      .describe('The engines that the run had.'),
    libraries: z.record(z.string(), z.string()).readonly(),
    commit: z.string().nullable(),
    askedBy: z.string().nullable().describe('Who asked for the run.'),
    command: z.string().describe('The command that reproduces the run.'),
  })
  .readonly()

const shard = z
  .strictObject({ index: z.int().positive(), of: z.int().positive() })
  .readonly()
  .describe('The part of the plan that this run is; null for all of it.')

const superseded = z
  .strictObject({
    gate: gateCodeSchema.nullable(),
    name: z.string(),
    uri: z.string(),
    line: lineSchema,
    engine: engineSchema,
    status: stepStatus,
    why: z.string().describe('Why it could not judge.'),
    startedAt: instantSchema,
  })
  .readonly()

/** The shape of a `RunRecord`. */
export const runRecordSchema = z
  .strictObject({
    startedAt: instantSchema,
    finishedAt: instantSchema,
    engines: z.array(engineSchema).readonly().describe('The engines that were asked for.'),
    profile: z.string().nullable().describe('The fixture profile; null where a real database is rehearsed.'),
    source: sourceRecordSchema.nullable().describe('The real database that is rehearsed, if one is.'),
    configured: z.string().nullable().describe('The environment whose tolerances count, if one does.'),
    anonymous: z.boolean().describe('Names of people are left out.'),
    rawDataBytes: countSchema.nullable(),
    environment,
    selection: z
      .strictObject({ tags: z.string().nullable(), complete: z.boolean(), shard: shard.nullable() })
      .readonly(),
    strict: z.boolean(),
    gates: z.array(plannedGate).readonly(),
    findings: z.array(planFinding).readonly(),
    scenarios: z.array(scenarioRecord).readonly(),
    notApplicable: z.array(notApplicable).readonly(),
    superseded: z.array(superseded).readonly().describe('Scenarios that were run again.'),
    errors: z.array(z.string()).readonly(),
  })
  .readonly()
