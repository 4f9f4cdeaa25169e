import { z } from 'zod'
import { SchemaError } from '../../../schema/schema-error.ts'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'

const { from } = storedMoment('')

/** A moment in an answer, to the microsecond that it has. */
export const momentText = z.string().transform((text, { addIssue }): Moment => {
  try {
    return from(text)
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error
    addIssue({ code: 'custom', message: 'no moment' })
    return z.NEVER
  }
})
