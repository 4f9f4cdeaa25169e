/** What scenarios have to know of the real database that they rehearse on copies of. Plain data, without a password. */
export interface RehearsedDatabase {
  /** What its states are called: `clan_data_staging`. */
  readonly label: string
  /** Told apart by it: the states of this run, from those of every other one. */
  readonly key: string
  /** The folder that its files are in; null on a server. */
  readonly workspace: string | null
  /** Whose databases its states are on a server; null for files. */
  readonly owner: string | null
  /** The last migration that it has behind it. */
  readonly at: string
  /** What it has beyond its history, made by hand, in the words of a comparison of catalogs. */
  readonly handMade: readonly string[]
}
