/** The four things that a reader of an error needs. */
export interface SchemaErrorText {
  /** What is wrong, as one sentence. */
  readonly what: string
  /** The table, index or rows. */
  readonly where: string
  /** What usually causes it. */
  readonly cause: string
  /** What to do next. */
  readonly next: string
}

/** The database, or a value on its way there, is not what the schema can work with. A migration that throws it stops. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError'
  readonly text: SchemaErrorText

  constructor(text: SchemaErrorText, options?: ErrorOptions) {
    super(`${text.what}\n  Where: ${text.where}\n  Usual cause: ${text.cause}\n  Next: ${text.next}`, options)
    this.text = text
  }
}
