/** What SQLite makes of a value that is written into a column. */
export type Affinity = 'integer' | 'text' | 'blob' | 'real' | 'numeric'

/** Words in a declared type, in the order in which SQLite looks for them ("Determination Of Column Affinity"). */
const AFFINITY_OF_WORD: readonly (readonly [word: RegExp, affinity: Affinity])[] = [
  [/INT/i, 'integer'],
  [/CHAR|CLOB|TEXT/i, 'text'],
  [/BLOB|^$/i, 'blob'],
  [/REAL|FLOA|DOUB/i, 'real'],
]

/** The affinity of a column that was declared with this type. It is all that SQLite takes from the type. */
export function affinityOf(type: string): Affinity {
  return AFFINITY_OF_WORD.find(([word]) => word.test(type))?.[1] ?? 'numeric'
}
