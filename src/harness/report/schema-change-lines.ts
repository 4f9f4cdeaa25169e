import type { CatalogDifference } from '../measurement/catalog-differences.ts'
import type { CatalogObject } from '../measurement/catalog-objects.ts'
import { describeObject } from '../measurement/describe-object.ts'

/** One line of a diff: an object that came, went, or is another than it was. */
export interface SchemaChange {
  readonly sign: '+' | '−' | '~'
  /** `column`, `index`, `foreign key`, … */
  readonly kind: string
  /** `column user_id`, `foreign key (user_id) to clan_members (id)`: in the words of its own table. */
  readonly what: string
  /** What it was; null where it was not there. */
  readonly before: string | null
  /** What it is; null where it is not there any more. */
  readonly after: string | null
}

/**
 * The lines that an object is worth.
 * @param table the table under which they stand, or null
 * @param whole what became of that table: where all of it is new or gone, its options and the order of columns say nothing
 */
export function linesOf(
  difference: CatalogDifference,
  table: string | null,
  whole: SchemaChange['sign'],
): readonly SchemaChange[] {
  const { object, expected, actual } = difference
  const known = expected ?? actual
  if (known?.options !== undefined) return whole === '~' ? optionLines(expected, actual) : []
  const kind = kindOf(object, known)
  if (whole !== '~' && kind === 'order of columns') return []
  // That the key is another one the table says itself.
  if (known?.index?.origin === 'primary key' && (expected === undefined || actual === undefined)) return []
  return [
    {
      sign: signOf(expected, actual),
      kind,
      what: nameIn(object, table, known),
      before: expected === undefined ? null : inWords(expected, kind),
      after: actual === undefined ? null : inWords(actual, kind),
    },
  ]
}

/** A sequence is defined by its facts, which are shown without quotes and braces. */
function inWords(object: CatalogObject, kind: string): string {
  if (kind !== 'sequence') return describeObject(object)
  const facts: Readonly<Record<string, unknown>> = JSON.parse(object.definition)
  return Object.entries(facts)
    .map(([key, value]) => `${key} ${shown(value) ?? 'none'}`)
    .join(', ')
}

function optionLines(
  expected: CatalogObject | undefined,
  actual: CatalogObject | undefined,
): readonly SchemaChange[] {
  const [was, is] = [expected?.options ?? {}, actual?.options ?? {}]
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return keys
    .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
    .map((key) => {
      const what = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
      const [before, after] = [shown(was[key]), shown(is[key])]
      return { sign: '~', kind: what, what, before, after }
    })
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.length === 0 ? 'none' : value.join(', ')
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function signOf(expected: CatalogObject | undefined, actual: CatalogObject | undefined) {
  if (expected === undefined) return '+'
  return actual === undefined ? '−' : '~'
}

/** What begins an object's name where nothing else says what it is. */
const KIND =
  /^(order of columns|check|unique|privilege|primary key|view|trigger|virtual table|sequence|extension)\b/

function kindOf(object: string, known: CatalogObject | undefined): string {
  if (known?.column !== undefined) return 'column'
  if (known?.foreignKey !== undefined) return 'foreign key'
  if (known?.index?.origin === 'index') return 'index'
  const kind = KIND.exec(object)?.[1] ?? 'object'
  return kind === 'unique' ? 'unique constraint' : kind
}

/** Without the table, under which it stands anyway: but what has a name of its own keeps that. */
function nameIn(object: string, table: string | null, known: CatalogObject | undefined): string {
  if (table === null) return object
  if (known?.column !== undefined) return `column ${known.column.name}`
  const start = ['foreign key ', 'order of columns of ', 'check of ', 'unique of ', 'primary key of '].find(
    (each) => object.startsWith(`${each}${table}`),
  )
  if (start === undefined) return object
  const kind = start.trim().replace(/ of$/, '')
  const rest = object.slice(start.length + table.length)
  // A check is its own definition, which stands beside it.
  return kind === 'check' ? 'check' : `${kind}${rest}`
}
