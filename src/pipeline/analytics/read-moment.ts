import { type Moment, storedMoment } from '../../schema/values/moment.ts'

const { from } = storedMoment('')

/** The moment of a column's text, whether or not the column writes a zone. @throws SchemaError for what is no moment. */
export function readMoment(stored: unknown): Moment {
  // Infinity, which a column of PostgreSQL can hold, comes as NULL where its text is made by the engine.
  return from(stored ?? 'NULL')
}
