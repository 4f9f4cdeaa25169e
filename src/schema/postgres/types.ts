/**
 * What the words of entities and migrations for types, which are SQLite's, mean on PostgreSQL, as that engine writes
 * them itself. SQLite's integer has 64 bits; its moments have a zone or are UTC. `raw_data` stays text: it is kept as the
 * API sent it, byte by byte, where jsonb would reorder it, and no query looks into it.
 */
const TYPE_OF_WORD: Readonly<Record<string, string>> = {
  integer: 'bigint',
  datetime: 'timestamp with time zone',
  float: 'double precision',
  varchar: 'character varying',
  // Words that only PostgreSQL has, for a column of its own that a migration gives back.
  int4: 'integer',
  int2: 'smallint',
}

/** The type that a word for one means, as `format_type` writes it. A word that is not here means itself. */
export function typeOfWord(word: string): string {
  return TYPE_OF_WORD[word.toLowerCase()] ?? word.toLowerCase()
}

/** The word for a type: what {@link typeOfWord} takes back to it. */
export function wordOfType(type: string): string {
  return { integer: 'int4', smallint: 'int2' }[type] ?? type
}

const SIZE_IN_PARENTHESES = /\(\d+\)$/

/** The types whose values go into one another without a change: the first is the one that the migrations use. */
const ALIKE: readonly (readonly string[])[] = [
  ['bigint', 'integer', 'smallint'],
  ['character varying', 'text'],
]

/** What of a type no row can do without: alike types have the same essence. */
export function essenceOfType(type: string): string {
  const family = ALIKE.find((types) => types.includes(type.replace(SIZE_IN_PARENTHESES, '')))
  return family?.[0] ?? type
}
