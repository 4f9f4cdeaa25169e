import { z } from 'zod'
import { countSchema, engineSchema, gateCodeSchema, outcomeSchema } from './judgement-schema.ts'
import { instantSchema } from './source-record-schema.ts'

/** The version of the format of summaries. */
export const SUMMARY_FORMAT = 1

const value = z
  .strictObject({
    subject: z.string(),
    population: countSchema,
    unit: z.enum(['share', 'faults', 'rows', 'bytes', 'milliseconds', 'ratio', 'growth']),
    value: z.number(),
    bound: z.enum(['at least', 'at most', 'exactly']),
    limit: z.number(),
  })
  .readonly()

const gate = z
  .strictObject({
    code: gateCodeSchema,
    outcome: outcomeSchema,
    measured: z.string(),
    values: z.array(value).readonly(),
  })
  .readonly()

/** The shape of a `RunSummary`, as a file of the history of runs has it. */
export const runSummarySchema = z
  .strictObject({
    format: z.literal(SUMMARY_FORMAT).describe('Version of this format.'),
    startedAt: instantSchema,
    milliseconds: z.number().nonnegative(),
    commit: z.string().nullable(),
    verdict: z.enum(['GO', 'NO-GO', 'UNPROVEN']),
    subject: z.string().describe('The fixture profile, or the location of the real database.'),
    engines: z.array(engineSchema).readonly(),
    gates: z.array(gate).readonly(),
  })
  .readonly()
