/** What `clan_members.id` was before the migration that made it a key. */
export interface IdBefore {
  /** The declared type of a column that somebody had added by hand, as it was written; absent when there was none. */
  readonly type?: string
  /** Whether that column held ids, which the migration kept. */
  readonly kept: boolean
}

const NOTE = /\/\* id before: (?:none|(?<type>\w+), (?<values>kept|all NULL)) \*\//

/** The comment that keeps it in the text of the table. */
export function noteOf({ type, kept }: IdBefore): string {
  if (type === undefined) return '/* id before: none */'
  // A type of several words stands in the note of the whole table, which is written when it is not plain INTEGER.
  return `/* id before: ${/^\w+$/.test(type) ? type : 'INTEGER'}, ${kept ? 'kept' : 'all NULL'} */`
}

/** What the comment in a table's text says. A table without it has had no column of that name. */
export function idBeforeOf(sql: string): IdBefore {
  const groups = NOTE.exec(sql)?.groups
  return groups?.type === undefined ? { kept: false } : { type: groups.type, kept: groups.values === 'kept' }
}
