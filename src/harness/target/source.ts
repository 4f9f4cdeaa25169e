import type { Engine } from '../vocabulary/engine.ts'
import type { Address } from './address.ts'

/** A real database that somebody names: it is read, and never written. */
export interface Source {
  readonly engine: Engine
  /** What people are told of where it is: the file as it was named, or the URL without its password. */
  readonly location: string
  /** Of a file, its absolute path. */
  readonly address: Address
  /** What it takes on its disk. */
  readonly bytes: number
}

/** How far something has come: `pages of clan_data.db`, of so many. */
export type OnCopied = (progress: {
  readonly what: string
  readonly done: number
  readonly total: number
}) => void

export interface CopySourceOptions {
  readonly onProgress?: OnCopied
  /** Told what the copy has not of its source, one sentence each: a grant to a role that the server does not have. */
  readonly onLost?: (sentences: readonly string[]) => void
  /** Breaks it off; what was written goes. */
  readonly signal?: AbortSignal
}
