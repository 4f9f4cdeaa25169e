import type { SourceFault } from './sources/source-error.ts'

/** What a harvest stored, and what it could not. Plain data. */
export interface HarvestResult {
  /** Whether the database has the links that new rows carry. */
  readonly linked: boolean
  readonly members: {
    /** Entries of the clan's list that name somebody; null when there was no list. */
    readonly listed: number | null
    readonly added: readonly string[]
    /** Whose role, joining or updating changed, by the name that is stored. */
    readonly updated: readonly string[]
  }
  readonly leavers: Leavers
  readonly snapshots: { readonly stored: number; readonly skipped: number }
  /** Skipped: bosses that were never killed, in the snapshots that were stored. */
  readonly bosses: { readonly stored: number; readonly skipped: number }
  readonly messages: { readonly stored: number; readonly skipped: number }
  /** What failed, in the order in which it was asked for. The rest is stored. */
  readonly failures: readonly HarvestFailure[]
}

/** Stored members who are not in the list. */
export interface Leavers {
  readonly names: readonly string[]
  /**
   * `none`: nobody is missing · `removed` · `too many`: they are more than a fifth of the clan, so that the list is
   * rather wrong than they are gone; nobody was removed · `unknown`: there is no list, or an entry of it names nobody;
   * nobody was removed.
   */
  readonly decision: 'none' | 'removed' | 'too many' | 'unknown'
}

export interface HarvestFailure extends SourceFault {
  readonly source: 'clan' | 'player' | 'channel'
  /** The player's name, the channel's id, the entry of the list; of the whole list it is `members`. */
  readonly of: string
}
