/** The row or object that proves a breach. Plain text, never markup: whoever shows it escapes it. */
export interface Witness {
  /** Where to look: `wom_snapshots #17`, `index idx_wom_records_fetch_date`. */
  readonly where: string
  /** What is to be seen there: `user_id is 12, its username "Bob" belongs to 11`. */
  readonly what: string
}
