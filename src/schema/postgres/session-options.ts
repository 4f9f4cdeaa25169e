import type { DataSourceOptions } from 'typeorm'
import { valueTypes } from './read-value.ts'

export type PostgresOptions = Extract<DataSourceOptions, { readonly type: 'postgres' }>

/** What `pg` reads of TypeORM's `extra`, as far as it matters here. */
interface Extra {
  readonly options?: string
}

/**
 * Moments are written and read in UTC and in ISO's form, whatever the server's settings are. Compiling a query takes
 * longer than any of the product's.
 */
const SESSION = '-c TimeZone=UTC -c DateStyle=ISO -c extra_float_digits=1 -c jit=off'

/** The options with what every session needs; what else `extra` says stays. */
export function withSession(options: PostgresOptions): PostgresOptions {
  const extra: Extra = options.extra ?? {}
  const settings = [extra.options, SESSION].filter((part) => part !== undefined).join(' ')
  return { ...options, extra: { ...extra, options: settings, types: valueTypes } }
}
