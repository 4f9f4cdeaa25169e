import { type Moment, storedMoment } from '../../schema/values/moment.ts'

const DAY = 86_400_000

const { from, to } = storedMoment('')

/** So many times 24 hours earlier, to the microsecond. @throws SchemaError for what is no moment. */
export function daysBefore(moment: Moment | Date, days: number): Moment {
  const exact: Moment = from(to(moment))
  const seconds = new Date(Date.parse(`${exact.slice(0, 19)}Z`) - days * DAY).toISOString().slice(0, 19)
  return seconds + exact.slice(19)
}
