import { z } from 'zod'
import {
  countSchema,
  engineSchema,
  gateCodeSchema,
  judgementSchema,
  lineSchema,
  outcomeSchema,
} from './judgement-schema.ts'
import { runRecordSchema } from './run-record-schema.ts'
import { runsBeforeSchema } from './runs-before-schema.ts'

const engineResult = z
  .strictObject({
    engine: engineSchema,
    outcome: outcomeSchema,
    measured: z.string(),
    population: countSchema,
  })
  .readonly()

const gateResult = z
  .strictObject({
    code: gateCodeSchema,
    title: z.string().describe('The sentence of the gate.'),
    description: z.string().describe('Why the gate exists.'),
    uri: z.string().describe('The feature file, relative to the project.'),
    line: lineSchema,
    outcome: outcomeSchema,
    advisory: z.boolean().describe('A breach of it warns and does not stop.'),
    selected: z.boolean().describe('False when the selection left the gate out.'),
    measured: z.string().describe('The value, for people.'),
    tolerance: z.string().describe('What the gate allows, for people.'),
    toleranceFrom: z
      .string()
      .exactOptional()
      .describe("Where the tolerance stands, if it is that of an environment and not the plan's own."),
    population: countSchema.describe('Rows and objects that its judgements speak for, added up.'),
    byEngine: z
      .array(engineResult)
      .readonly()
      .describe('What it came to on each engine that was asked for and that it applies to.'),
    judgements: z
      .array(judgementSchema)
      .readonly()
      .describe('Of a run on several engines, each subject names the engine.'),
    reasons: z.array(z.string()).readonly().describe('Why the outcome is not "held", one sentence each.'),
  })
  .readonly()

/** The shape of `run.json`, which is a `RunDocument`. The published JSON Schema is made of it. */
export const runDocumentSchema = z
  .strictObject({
    format: z.literal(4).describe('Version of this format.'),
    verdict: z.enum(['GO', 'NO-GO', 'UNPROVEN']),
    sentence: z.string().describe('One sentence that says why.'),
    complete: z.boolean().describe('False when the run was narrowed: it does not speak for the whole plan.'),
    gates: z.array(gateResult).readonly().describe('Every gate of the plan, in its order.'),
    reasons: z.array(z.string()).readonly().describe('What, besides gates, kept the run from a GO.'),
    since: runsBeforeSchema.nullable().describe('What changed since the runs before, where some are known.'),
    run: runRecordSchema.describe('What the verdict was decided from.'),
  })
  .readonly()
