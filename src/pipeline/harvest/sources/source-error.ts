/**
 * Why a source gave nothing. `no answer`: nobody there, or the connection broke · `timed out` · `rate limited`: it asks to
 * come back later (429) · `server error`: 5xx · `refused`: another 4xx · `unreadable`: no whole JSON, or not of the shape
 * that the source documents · `no name`: a member without a name that could be one.
 */
export type SourceFaultKind =
  | 'no answer'
  | 'timed out'
  | 'rate limited'
  | 'server error'
  | 'refused'
  | 'unreadable'
  | 'no name'

export interface SourceFault {
  readonly kind: SourceFaultKind
  /** One sentence for a person. It never holds a credential. */
  readonly reason: string
}

/** A source gave no answer that can be used. */
export class SourceError extends Error implements SourceFault {
  override readonly name = 'SourceError'
  readonly kind: SourceFaultKind
  readonly reason: string

  constructor({ kind, reason }: SourceFault, options?: ErrorOptions) {
    super(`${kind}: ${reason}`, options)
    this.kind = kind
    this.reason = reason
  }
}
