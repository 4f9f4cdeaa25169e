import { z } from 'zod'
import { countSchema, gateCodeSchema, judgementSchema, lineSchema } from './judgement-schema.ts'

const milliseconds = z.number().nonnegative()
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
  .describe('ISO 8601, UTC.')
const stepStatus = z.enum(['passed', 'failed', 'undefined', 'pending', 'skipped', 'ambiguous', 'unknown'])

const plannedGate = z
  .strictObject({
    code: gateCodeSchema,
    title: z.string(),
    description: z.string(),
    uri: z.string(),
    line: lineSchema,
    advisory: z.boolean(),
    scenarios: countSchema.describe('How many scenarios the plan has for it, before any selection.'),
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

const statementRecord = z.strictObject({ sql: z.string(), milliseconds }).readonly()

const migrationStep = z
  .strictObject({
    migration: z.string(),
    direction: z.enum(['up', 'down']),
    milliseconds,
    statements: countSchema,
    slowest: z.array(statementRecord).readonly(),
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
    gate: gateCodeSchema.nullable(),
    status: stepStatus,
    milliseconds,
    steps: z.array(stepRecord).readonly(),
    judgements: z.array(judgementSchema).readonly(),
    migrations: z.array(migrationStep).readonly(),
    // Runs were saved before there were timings. They had none, and can still be read: the format stays the same.
    timings: z.array(timing).readonly().default([]),
  })
  .readonly()

const environment = z
  .strictObject({
    stagegate: z.string(),
    node: z.string(),
    platform: z.string(),
    engines: z
      .array(z.strictObject({ engine: z.enum(['sqlite', 'postgres']), version: z.string() }).readonly())
      .readonly(),
    libraries: z.record(z.string(), z.string()).readonly(),
    commit: z.string().nullable(),
    command: z.string().describe('The command that reproduces the run.'),
  })
  .readonly()

/** The shape of a `RunRecord`. */
export const runRecordSchema = z
  .strictObject({
    startedAt: instant,
    finishedAt: instant,
    profile: z.string(),
    rawDataBytes: countSchema.nullable(),
    environment,
    selection: z.strictObject({ tags: z.string().nullable(), complete: z.boolean() }).readonly(),
    strict: z.boolean(),
    gates: z.array(plannedGate).readonly(),
    findings: z.array(planFinding).readonly(),
    scenarios: z.array(scenarioRecord).readonly(),
    errors: z.array(z.string()).readonly(),
  })
  .readonly()
