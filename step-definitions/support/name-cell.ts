const DESCRIBED: Readonly<Record<string, unknown>> = {
  nothing: null,
  empty: '',
  'the number 42': 42,
  'a list': ['John'],
  'an object': { name: 'John' },
  yes: true,
}

const LONGEST_REPETITION = 1000

/**
 * What a cell of the plan gives as a username, which need not be a text: the text that it shows, where `\u00A0`, `\u{1F980}`
 * and `\t` are what they are in code; or what it describes in brackets, such as `(nothing)` and `(255 times a)`.
 * @throws RangeError when there is no cell, or when it is empty or describes something unknown.
 */
export function nameCell(cell: string | undefined): unknown {
  if (!cell) throw new RangeError('there is no name in the cell; where it is meant so, write (empty)')
  const [, described] = /^\((.*)\)$/u.exec(cell) ?? []
  if (described === undefined) return unescaped(cell)
  if (Object.hasOwn(DESCRIBED, described)) return DESCRIBED[described]
  const [, times, character] = /^(\d{1,4}) times (.)$/u.exec(described) ?? []
  if (character === undefined || Number(times) > LONGEST_REPETITION) {
    const known = Object.keys(DESCRIBED).join('), (')
    throw new RangeError(`${cell} describes nothing that is known; there are: (${known}), (255 times a)`)
  }
  return character.repeat(Number(times))
}

function unescaped(cell: string): string {
  return cell.replace(/\\(?:u([\dA-Fa-f]{4})|u\{([\dA-Fa-f]{1,6})\}|(t)|)/gu, (written, unit, point, tab) => {
    if (tab) return '\t'
    const code = Number.parseInt(unit ?? point, 16)
    if (Number.isNaN(code) || code > 0x10ffff) throw new RangeError(`"${cell}": ${written} is no character`)
    return String.fromCodePoint(code)
  })
}
