import { SchemaError } from '../schema-error.ts'
import type { ExactTransformer } from './exact-transformer.ts'

/** A moment in UTC to the microsecond: `2025-12-22T15:00:00.000000Z`. As text it sorts by time. */
export type Moment = string

/** How a column writes its zone: not at all, or as Python writes UTC. */
type StoredZone = '' | '+00:00'

/**
 * A column's own text, with a day that exists: 29 February is left to the calendar. Reading it takes no calculation,
 * which matters: without this pattern, moments are more than half of the time of reading 300 snapshots.
 */
const STORED =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}(?:\+00:00)?$/

const FORM = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?(?:Z|([+-])(\d\d):?(\d\d))?$/

/**
 * Between a {@link Moment} in the entity and the text that the column has always held: `2025-12-22 15:00:00.000000`
 * and, with a zone, `2025-12-22 15:00:00.000000+00:00`. Every text of a column has the same form and the same zone, so
 * comparing texts compares moments. It takes a Date or text; text without a zone is UTC, never the machine's time.
 * @throws SchemaError for anything that is no moment.
 */
export function storedMoment(zone: StoredZone): ExactTransformer {
  return {
    exact: true,
    to: (value: unknown) => (value === null || value === undefined ? value : toStored(value, zone)),
    from: (value: unknown) => (value === null || value === undefined ? value : fromStored(value)),
  }
}

function fromStored(value: unknown): Moment {
  if (typeof value === 'string' && STORED.test(value)) return `${value.slice(0, 10)}T${value.slice(11, 26)}Z`
  if (!(value instanceof Date)) return toMoment(value)
  throw new SchemaError({
    what: 'A moment was read as a Date, which has lost its microseconds',
    where: 'a column of moments',
    cause: 'the entities were opened with a DataSource of TypeORM, which converts datetime columns itself',
    next: 'open them with ClanDataSource',
  })
}

function toStored(value: unknown, zone: StoredZone): string {
  return `${toMoment(value).replace('T', ' ').slice(0, -1)}${zone}`
}

function toMoment(value: unknown): Moment {
  const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value
  const parts = typeof text === 'string' ? FORM.exec(text) : null
  if (parts === null) throw noMoment(value)
  const [, day, hourAndMinute, second = '00', fraction = '', sign, hours = '0', minutes = '0'] = parts
  const wallClock = `${day}T${hourAndMinute}:${second}`
  const time = Date.parse(`${wallClock}Z`)
  // Date.parse carries 30 February over into March: what comes back must be what went in.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(wallClock)) throw noMoment(value)
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
  return `${new Date(time - offset).toISOString().slice(0, 19)}.${fraction.padEnd(6, '0')}Z`
}

function noMoment(value: unknown): SchemaError {
  return new SchemaError({
    what: `${JSON.stringify(String(value))} is no moment`,
    where: 'a column of moments',
    cause: 'a text of another form, or a day that does not exist',
    next: 'give a Date or a text such as 2025-12-22T15:00:00.000000Z',
  })
}
