import type { DataSource } from 'typeorm'
import type { Engine } from '../vocabulary/engine.ts'
import type { FinishedState } from './finished-state.ts'
import type { OpenTarget } from './open-target.ts'
import type { CopySourceOptions, Source } from './source.ts'
import type { State } from './state.ts'

/**
 * Where the databases of one engine live: finished states, which are kept and never written again, and disposable
 * copies. Several processes use one at the same time.
 */
export interface Store extends AsyncDisposable {
  readonly engine: Engine
  /** Whose the databases of this process are, on a server: they go when it has ended. Undefined for files. */
  readonly owner: string | undefined
  /** A database without anything in it. */
  empty(options: TargetOptions): Promise<OpenTarget>
  /** A disposable copy of a finished state, or of a target as it stands now; its holder must not have it open. */
  copy(source: FinishedState | OpenTarget, options: TargetOptions): Promise<OpenTarget>
  /**
   * A disposable copy of one moment of a real database, which is not written.
   * @throws StagegateError when it cannot be read, or there is no room for it; the signal's reason.
   */
  copySource(source: Source, options: TargetOptions & CopySourceOptions): Promise<OpenTarget>
  /** The finished state, built when it is not there yet; when several processes want it at once, one builds it. */
  state(state: State): Promise<FinishedState>
  /** A finished state, to be observed: nobody writes to it, and migrating it fails. Disposing of it leaves the state. */
  inspect(state: FinishedState, template: DataSource): Promise<OpenTarget>
  /** Median of the milliseconds that copying a finished state takes, which is what its size costs on this machine. */
  timeCopy(state: FinishedState): Promise<number>
  /** The finished states that it keeps, sorted by label and location. */
  states(): Promise<readonly KeptState[]>
  /** Drops them all. Databases that somebody asked to keep stay. */
  clear(): Promise<void>
}

/** A finished state, as a list of them shows it. */
export interface KeptState {
  readonly label: string
  readonly location: string
  readonly bytes: number
}

export interface TargetOptions {
  /** The data source whose entities and migrations are rehearsed; the one given is never initialised. */
  readonly template: DataSource
  /** What the database is of, as a part of its name. */
  readonly label: string
  /**
   * It need not outlive a power cut: what is written to it is not waited for until it is on the disk. Of a killed process
   * everything is there all the same. For copies that nobody times; a server decides for itself.
   */
  readonly hasty?: boolean
}
