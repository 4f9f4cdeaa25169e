/** What stands in the place of what is left out. */
const LEFT_OUT = '…'
/** Where an error came from: source code, no data. */
const FRAME = /^\s+at \S.*$/
/** Behind it, a text shows two values line by line, without quotes. */
const COMPARISON = /^\s*\+ expected\s+- actual\s*$/
/** The parts of an error that were written for its reader; other lines of their depth are witnesses. */
const PART = /^ {2}(?:Where|Usual cause|Next): /
const WITNESS = /^ {2}\S/
/** Quotes and brackets around values. Between two letters a quote is an apostrophe. */
const MARK = /["`“”„«»{}[\]]|(?<![\p{L}\p{N}])['‘’]|['‘’](?![\p{L}\p{N}])/gu
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
  let compares = false
  const unclosed = new Unclosed()
  for (const line of text.split('\n')) {
    if (FRAME.test(line)) {
      compares = false
      unclosed.forget()
      lines.push(line)
      continue
    }
    compares ||= COMPARISON.test(line)
    const isInside = compares || unclosed.any || (WITNESS.test(line) && !PART.test(line))
    unclosed.read(line)
    lines.push(isInside ? `  ${LEFT_OUT}` : withoutValues(line))
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
    ['"', "'", '`'].every((quote) => count(quote) % 2 === 0) &&
    count('{', '[', '“', '„', '«', '‘') <= count('}', ']', '”', '»', '’')
  )
}

/** Whether a value that began on some line goes on. An apostrophe may stand alone, so single quotes do not count. */
class Unclosed {
  #quoted = false
  #depth = 0

  get any(): boolean {
    return this.#quoted || this.#depth > 0
  }

  read(line: string): void {
    for (const character of line) {
      if (character === '"') this.#quoted = !this.#quoted
      else if (this.#quoted) continue
      else if (character === '{' || character === '[') this.#depth += 1
      else if (character === '}' || character === ']') this.#depth = Math.max(0, this.#depth - 1)
    }
  }

  forget(): void {
    this.#quoted = false
    this.#depth = 0
  }
}
