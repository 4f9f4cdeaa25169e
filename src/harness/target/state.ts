import type { Facts } from './facts-of-state.ts'

/**
 * A state of a database that can be built again from nothing: the same key, the same rows.
 * It is built once and kept; whoever needs it works on a copy.
 */
export interface State {
  /** What it is, for file names and lists: `production-at-DedupSnapshots`. */
  readonly label: string
  /** Hash of everything that makes it. */
  readonly key: string
  /** Builds it as the file `location`, which does not exist yet, and closes it. Gives what is to be kept beside it. */
  build(location: string): Promise<Facts | undefined>
}
