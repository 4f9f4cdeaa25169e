/** What a harvest could not have, by whom it was of. */
export interface Failed {
  /** Names of players whose answer could not be used. */
  readonly players: ReadonlySet<string>
  /** Names of players whose entry in the list names nobody. */
  readonly entries: ReadonlySet<string>
  /** Ids of channels that broke off, and after how many messages. */
  readonly channels: ReadonlyMap<string, number>
  /** The clan's list as a whole. */
  readonly list: boolean
}
