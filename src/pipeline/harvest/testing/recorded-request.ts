/** A request as it came in. */
export interface RecordedRequest {
  readonly api: 'Wise Old Man' | 'Discord'
  /** Within the API, as it was sent: `/players/Ash%20Wren/snapshots`. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}
