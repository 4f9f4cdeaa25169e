import { typeOfWord } from './types.ts'

/** What a table's body says, in PostgreSQL's words. */
export interface ParsedBody {
  readonly columns: readonly ParsedColumn[]
  /** Columns of the primary key; none when there is no key. */
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ParsedForeignKey[]
}

export interface ParsedColumn {
  readonly name: string
  /** As `format_type` writes it. */
  readonly type: string
  readonly notNull: boolean
  /** It takes its values from a sequence of its own. */
  readonly numbered: boolean
}

export interface ParsedForeignKey {
  readonly name: string
  readonly column: string
  readonly parent: string
  readonly parentColumn: string
  readonly onDelete: string
}

const NAME = /"((?:[^"]|"")+)"|(\w+)/y
const COMMENT = /\/\*[\s\S]*?\*\/|--[^\n]*/g
/** Where a column's type ends. */
const CONSTRAINT = /\s*\b(?:PRIMARY KEY|NOT NULL|AUTOINCREMENT|CONSTRAINT|REFERENCES)\b/i
const REFERENCE =
  /CONSTRAINT "(?<name>\w+)"(?: FOREIGN KEY \("(?<column>\w+)"\))? REFERENCES "(?<parent>\w+)" \("(?<parentColumn>\w+)"\)(?: ON DELETE (?<onDelete>SET NULL|CASCADE))?$/

/**
 * Reads a body as migrations write one: columns with a type, NOT NULL, PRIMARY KEY, AUTOINCREMENT and a reference, and
 * named foreign keys of one column. Types are in the words of SQLite; comments mean nothing.
 */
export function parseBody(body: string): ParsedBody {
  const elements = splitAtCommas(body.replace(COMMENT, ' ')).map((element) => element.trim())
  const columns = elements.filter((element) => !element.startsWith('CONSTRAINT ')).map(parseColumn)
  const constraints = elements.filter((element) => element.startsWith('CONSTRAINT '))
  return {
    columns: columns.map(({ name, type, notNull, numbered }) => ({ name, type, notNull, numbered })),
    primaryKey: columns.filter(({ primaryKey }) => primaryKey).map(({ name }) => name),
    foreignKeys: [
      ...columns.flatMap(({ name, rest }) =>
        rest.includes('REFERENCES') ? [parseReference(rest, name)] : [],
      ),
      ...constraints.map((constraint) => parseReference(constraint)),
    ],
  }
}

function parseColumn(text: string): ParsedColumn & { readonly primaryKey: boolean; readonly rest: string } {
  const name = new RegExp(NAME)
  const [found, quoted, plain] = name.exec(text) ?? []
  if (found === undefined) throw new Error(`No column starts with ${text}`)
  const definition = text.slice(name.lastIndex).trim()
  const end = definition.search(CONSTRAINT)
  const rest = end < 0 ? '' : definition.slice(end)
  const primaryKey = /\bPRIMARY KEY\b/i.test(rest)
  return {
    name: quoted?.replaceAll('""', '"') ?? plain ?? '',
    type: typeOfWord(end < 0 ? definition : definition.slice(0, end)),
    notNull: primaryKey || /\bNOT NULL\b/i.test(rest),
    numbered: /\bAUTOINCREMENT\b/i.test(rest),
    primaryKey,
    rest,
  }
}

function parseReference(text: string, ofColumn?: string): ParsedForeignKey {
  const {
    name,
    column = ofColumn,
    parent,
    parentColumn,
    onDelete,
  } = REFERENCE.exec(text.trim())?.groups ?? {}
  if (name === undefined || column === undefined || parent === undefined || parentColumn === undefined) {
    throw new Error(`No foreign key is written like this: ${text}`)
  }
  return { name, column, parent, parentColumn, onDelete: onDelete ?? 'NO ACTION' }
}

/** The parts between commas that stand in no parentheses and no quotes. */
function splitAtCommas(body: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const [token] of body.matchAll(/"(?:[^"]|"")*"|[\s\S]/g)) {
    if (token === '(') depth += 1
    if (token === ')') depth -= 1
    if (token === ',' && depth === 0) parts.push('')
    else parts.push((parts.pop() ?? '') + token)
  }
  return parts
}
