/** A server that databases can be created on. Disposing of it leaves nothing of this run behind. */
export interface RunningServer extends AsyncDisposable {
  /** How programs get there. It holds the password: people are shown `location`. */
  readonly url: string
  readonly location: string
  /** As the server says it: `17.2`. */
  readonly version: string
  /** The image that it runs from; absent for a server that was there before. */
  readonly image?: string
  /** From being asked for to answering; for a server that was there before, how long connecting took. */
  readonly startupMilliseconds: number
}
