import { z } from 'zod'

export const gateCodeSchema = z.string().regex(/^[A-Z]{3}\d{3}$/)
export const outcomeSchema = z.enum(['held', 'breached', 'vacuous'])
export const engineSchema = z.enum(['sqlite', 'postgres'])
export const countSchema = z.int().nonnegative()
export const lineSchema = z.int().positive()

const witness = z
  .strictObject({
    where: z.string().describe('The row or object.'),
    what: z.string().describe('What is to be seen there.'),
  })
  .readonly()

const figures = z
  .strictObject({
    unit: z.enum(['share', 'faults', 'rows', 'bytes', 'milliseconds', 'ratio', 'growth']),
    value: z.number().describe('Of a share the count.'),
    interval: z.strictObject({ low: z.number(), high: z.number() }).readonly().exactOptional(),
    bound: z.enum(['at least', 'at most', 'exactly']),
    limit: z.number().describe('Of a share a rate between 0 and 1, unless the bound is "exactly".'),
  })
  .readonly()

/** The shape of a `Judgement`. */
export const judgementSchema = z
  .strictObject({
    subject: z.string().describe('What was measured.'),
    outcome: outcomeSchema,
    measured: z.string(),
    tolerance: z.string(),
    toleranceFrom: z
      .string()
      .exactOptional()
      .describe('Where the tolerance stands: in the plan, or in a configuration.'),
    figures: figures.exactOptional().describe('What was compared, as numbers.'),
    population: countSchema.describe('How many rows or objects the value speaks for.'),
    witnesses: z.array(witness).readonly().describe('The first witnesses of a breach.'),
    witnessCount: countSchema.describe('How many witnesses there are in all.'),
    usualCause: z.string().exactOptional(),
  })
  .readonly()
