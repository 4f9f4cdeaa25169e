/** A member as the database gives it. */
export interface MemberRow {
  readonly username: string
  readonly role: string | null
  readonly joined_at: unknown
  readonly last_updated: unknown
}
