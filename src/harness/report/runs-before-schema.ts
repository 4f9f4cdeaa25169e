import { z } from 'zod'
import { gateCodeSchema, outcomeSchema } from './judgement-schema.ts'
import { instantSchema } from './source-record-schema.ts'

const unit = z.enum(['share', 'faults', 'rows', 'bytes', 'milliseconds', 'ratio', 'growth'])

const turned = z
  .strictObject({
    gate: gateCodeSchema,
    from: outcomeSchema.nullable().describe('Null where the plan did not have the gate.'),
    to: outcomeSchema.nullable().describe('Null where the plan does not have it any more.'),
  })
  .readonly()

const moved = z
  .strictObject({ gate: gateCodeSchema, subject: z.string(), unit, from: z.number(), to: z.number() })
  .readonly()

const trend = z
  .strictObject({
    gate: gateCodeSchema,
    subject: z.string(),
    unit,
    bound: z.enum(['at least', 'at most', 'exactly']),
    limit: z.number(),
    points: z
      .array(
        z.strictObject({ startedAt: instantSchema, value: z.number(), outcome: outcomeSchema }).readonly(),
      )
      .readonly()
      .describe('The oldest run first, this one last.'),
  })
  .readonly()

/** The shape of `RunsBefore`. */
export const runsBeforeSchema = z
  .strictObject({
    previous: z
      .strictObject({
        startedAt: instantSchema,
        commit: z.string().nullable(),
        verdict: z.enum(['GO', 'NO-GO', 'UNPROVEN']),
      })
      .readonly(),
    turned: z.array(turned).readonly().describe('Gates that came to something else.'),
    moved: z.array(moved).readonly().describe('Values that are others than before.'),
    trends: z.array(trend).readonly().describe('Values of the last runs.'),
  })
  .readonly()
