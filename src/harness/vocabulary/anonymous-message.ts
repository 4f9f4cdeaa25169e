/** What stands in the place of what is left out. */
const LEFT_OUT = '…'
/** Where an error came from: source code, no data. Witnesses stand less deep. */
const FRAME = /^ {4,}at \S/
/** Behind it, a text shows two values line by line, without quotes. */
const COMPARISON = /^\s*\+ expected\s+- actual\s*$/
/** The parts of an error that were written for its reader; other lines of their depth are witnesses. */
const PART = /^ {2}(?:Where|Usual cause|Next): /
const WITNESS = /^ {2}(?!(?:Where|Usual cause|Next): |…$)\S/
/** Quotes and brackets around values. Between two letters a quote is an apostrophe. */
const MARK = /["`“”„«»{}[\]]|(?<![\p{L}\p{N}])['‘’]|['‘’](?![\p{L}\p{N}])/gu
const QUOTES: readonly string[] = ['"', "'", '`']
/** PostgreSQL tells the values of a key without quotes: `Key (username)=(Bob) already exists.` */
const KEY_VALUES = /(?<==\().*(?=\))|(?<==\()[^)]*$/g
/** Whom a source was asked about stands in the path. */
const ASKED_ABOUT = /(?<=\/players\/)\S+/g

/**
 * The message of an error without the values that it quotes, for whom names of people are not meant: of every line,
 * everything from the first quote or bracket to the last. That leaves out more than names, which is the price of being
 * sure: a name may contain a quote itself. What was written without quotes stays, so messages have to quote names.
 */
export function anonymousMessage(text: string): string {
  const lines: string[] = []
  const value = new OpenValue()
  let isList = false
  for (const line of text.split('\n')) {
    const isFrame = FRAME.test(line)
    if (isFrame || PART.test(line)) {
      isList = false
      value.end()
    }
    // What comes behind a witness may be a part of it: a name can have several lines.
    isList ||= COMPARISON.test(line) || (!isFrame && WITNESS.test(line))
    if (isFrame) lines.push(line)
    else lines.push(isList || value.isOpen ? `  ${LEFT_OUT}` : withoutValues(line))
    if (!isFrame) value.read(line)
  }
  // Of many lines in a row that are left out, one is enough to say so.
  return lines.filter((line, at) => line.trim() !== LEFT_OUT || lines[at - 1]?.trim() !== LEFT_OUT).join('\n')
}

function withoutValues(line: string): string {
  const marks = [...line.matchAll(MARK)]
  const ranges = [
    ...marks.map(({ index }) => [index, index + 1] as const),
    ...[KEY_VALUES, ASKED_ABOUT].flatMap((pattern) =>
      [...line.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length] as const),
    ),
  ]
  if (ranges.length === 0) return line
  const start = Math.min(...ranges.map(([from]) => from))
  const end = isWhole(marks.map(([mark]) => mark)) ? Math.max(...ranges.map(([, to]) => to)) : line.length
  return `${line.slice(0, start)}${LEFT_OUT}${line.slice(end)}`
}

/** Whether every mark can have its fellow on this line; otherwise a value goes on to its end. */
function isWhole(marks: readonly string[]): boolean {
  const count = (...of: readonly string[]) => marks.filter((mark) => of.includes(mark)).length
  return (
    QUOTES.every((quote) => count(quote) % 2 === 0) &&
    count('{', '[', '“', '„', '«', '‘') <= count('}', ']', '”', '»', '’')
  )
}

/** Whether a value that began on some line goes on. */
class OpenValue {
  #quote: string | undefined
  #depth = 0

  get isOpen(): boolean {
    return this.#quote !== undefined || this.#depth > 0
  }

  read(line: string): void {
    for (const [mark] of line.matchAll(MARK)) {
      if (this.#quote !== undefined) {
        if (mark === this.#quote) this.#quote = undefined
      } else if (QUOTES.includes(mark)) this.#quote = mark
      else if (mark === '{' || mark === '[') this.#depth += 1
      else if (mark === '}' || mark === ']') this.#depth = Math.max(0, this.#depth - 1)
    }
  }

  end(): void {
    this.#quote = undefined
    this.#depth = 0
  }
}
