import type { Facts } from './facts-of-state.ts'
import type { OpenTarget } from './open-target.ts'

/**
 * A state of a database that can be built again from nothing: the same key, the same rows.
 * It is built once and kept; whoever needs it works on a copy.
 */
export interface State {
  /** What it is, for names and lists: `production-at-DedupSnapshots`. */
  readonly label: string
  /** Hash of everything that makes it. */
  readonly key: string
  /**
   * On a server, whose it is: the `owner` of the store of a process that outlives everybody who uses it. It goes with
   * that one, is the same to all processes that are told its owner, and is in no list. Without an owner it is kept.
   */
  readonly owner?: string | undefined
  /** Builds it. The store that it is built for takes the target over; `facts` are kept beside the state. */
  build(): Promise<BuiltState>
}

export interface BuiltState {
  /** Ours alone, and open by nobody. */
  readonly target: OpenTarget
  readonly facts?: Facts
}
