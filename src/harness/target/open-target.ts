import type { DataSource, Logger } from 'typeorm'
import type { Engine } from '../vocabulary/engine.ts'
import type { Address } from './address.ts'

/** The right to have the target open. Nobody else has one until it is disposed of. */
export interface Lease extends AsyncDisposable {
  readonly holder: string
}

/** How a data source is to open its database. */
export interface DataSourceAccess {
  /** The engine itself refuses to write, whatever the file's mode allows. */
  readonly readonly?: boolean
  /** What it writes is not waited for until it is on the disk. */
  readonly hasty?: boolean
  /** Is told what the data source does; silent by default. */
  readonly logger?: Logger
}

/**
 * A disposable copy of a database, ours to break. `await using` removes it (unless it is kept).
 * It is opened by one holder at a time: two SQLite libraries in one process must never have the same file open.
 */
export interface OpenTarget extends AsyncDisposable {
  readonly engine: Engine
  /** What people are told of where it is: the SQLite file, or the URL on a server without its password. */
  readonly location: string
  readonly address: Address
  /** @throws StagegateError when somebody else has a lease. */
  lease(holder: string): Lease
  /** A new TypeORM data source on this target, not initialised. Its user takes a lease first. */
  dataSource(access?: DataSourceAccess): DataSource
  /** Leave the copy behind when the target is closed. Gives the place where it will be. */
  keep(): string
}
