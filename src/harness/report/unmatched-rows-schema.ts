import { z } from 'zod'
import { countSchema } from './judgement-schema.ts'

const unmatchedName = z
  .strictObject({
    name: z.string().nullable().describe('As it is stored; null for rows without a name.'),
    rows: countSchema.describe('Rows of the name that have no link.'),
    firstSeen: z.string().nullable(),
    lastSeen: z.string().nullable(),
    nearest: z
      .strictObject({ name: z.string(), distance: countSchema.describe('Edits, both normalised.') })
      .readonly()
      .nullable()
      .describe('The member of the nearest name.'),
    known: z
      .enum(['exactly', 'ignoring case', 'normalised', 'alias', 'skip'])
      .nullable()
      .describe('What would give the rows a member, or says that there is none.'),
    member: z.string().nullable().describe('The member whom it means by what is known.'),
  })
  .readonly()

/** The shape of an `UnmatchedRows`. */
export const unmatchedRowsSchema = z
  .strictObject({
    link: z.string(),
    rows: countSchema,
    linked: countSchema,
    exactly: countSchema.describe('Rows that would find a member by the exact name.'),
    ignoringCase: countSchema.describe('And by one that differs in case, and so on.'),
    normalised: countSchema,
    withAliases: countSchema,
    skipped: countSchema.describe('Rows of names that are known to be nobody.'),
    names: z.array(unmatchedName).readonly().describe('The first names with rows that have no link.'),
    nameCount: countSchema.describe('How many there are in all.'),
  })
  .readonly()
