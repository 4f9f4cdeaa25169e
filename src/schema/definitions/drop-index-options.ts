/** How an index is dropped. */
export interface DropIndexOptions {
  /** `accepted` on the way up, where an index that is gone already is the state to reach. An error otherwise. */
  readonly absent?: 'accepted'
}
