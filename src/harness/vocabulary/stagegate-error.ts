/** The four things that a reader of an error needs. */
export interface ErrorText {
  /** What went wrong, as one sentence. */
  readonly what: string
  /** The file, option, table or statement. */
  readonly where?: string
  /** What usually causes it. */
  readonly cause?: string
  /** What to do next. */
  readonly next?: string
}

/** An error that its reader can act on: bad input, a missing part, a state that forbids going on. Exit code 2. */
export class StagegateError extends Error {
  override readonly name = 'StagegateError'
  readonly text: ErrorText

  constructor(text: ErrorText, options?: ErrorOptions) {
    super(explain(text), options)
    this.text = text
  }
}

function explain({ what, where, cause, next }: ErrorText): string {
  return [
    what,
    where === undefined ? undefined : `  Where: ${where}`,
    cause === undefined ? undefined : `  Usual cause: ${cause}`,
    next === undefined ? undefined : `  Next: ${next}`,
  ]
    .filter((line) => line !== undefined)
    .join('\n')
}
