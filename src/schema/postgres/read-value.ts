import pg from 'pg'

const { builtins } = pg.types

/** What makes of a value's text what the product knows from SQLite. Types that are not here are read as `pg` does. */
const READERS: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: readInteger,
  // The sum of integers is numeric here.
  [builtins.NUMERIC]: (text) => (/^-?\d+$/.test(text) ? readInteger(text) : Number(text)),
  [builtins.TIMESTAMPTZ]: readMoment,
  [builtins.TIMESTAMP]: String,
  [builtins.DATE]: String,
  [builtins.JSON]: String,
  [builtins.JSONB]: String,
}

const MOMENT = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/**
 * The types of `pg` as a connection's options take them: integers exact, as numbers while they are safe ones and as
 * bigints beyond; moments as text with six digits, `2025-12-22 15:00:00.000000+00:00`; JSON as text. The session's time
 * zone has to be UTC.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : READERS[type]) ??
    pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
}

function readInteger(text: string): number | bigint {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text)
}

/** Moments of four-digit years; any other one, and infinity, is given as the engine writes it. */
function readMoment(text: string): string {
  const [, second, fraction = ''] = MOMENT.exec(text) ?? []
  return second === undefined ? text : `${second}.${fraction.padEnd(6, '0')}+00:00`
}
