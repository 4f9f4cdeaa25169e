import { type Moment, storedMoment } from '../../schema/values/moment.ts'

const { from, to } = storedMoment('')

/** A moment in its one form, in which moments compare as text. @throws SchemaError for what is no moment. */
export function exactMoment(moment: Moment | Date): Moment {
  return from(to(moment))
}
