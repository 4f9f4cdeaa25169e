/** What is needed of a better-sqlite3 connection. */
export interface PreparingConnection {
  prepare(sql: string): unknown
}

interface ReadingStatement {
  readonly reader: boolean
  safeIntegers(exact: boolean): unknown
  all(...parameters: unknown[]): unknown[]
  get(...parameters: unknown[]): unknown
  iterate(...parameters: unknown[]): Iterable<unknown>
}

/**
 * Makes every statement that reads rows return integers exactly: as numbers while they are safe integers, as bigints
 * beyond. Left alone, better-sqlite3 returns 1318672905128575079 as 1318672905128575000. Statements that return no rows
 * stay as they are, because TypeORM calculates with the row id they report. TypeORM calls this as `prepareDatabase`.
 */
export function makeIntegersExact(connection: PreparingConnection): void {
  const prepare = connection.prepare.bind(connection)
  connection.prepare = (sql) => {
    const statement = prepare(sql) as ReadingStatement
    if (statement.reader) readExactly(statement)
    return statement
  }
}

function readExactly(statement: ReadingStatement): void {
  statement.safeIntegers(true)
  const all = statement.all.bind(statement)
  const get = statement.get.bind(statement)
  const iterate = statement.iterate.bind(statement)
  statement.all = (...parameters) => {
    const rows = all(...parameters)
    for (let index = 0; index < rows.length; index += 1) rows[index] = narrow(rows[index])
    return rows
  }
  statement.get = (...parameters) => narrow(get(...parameters))
  statement.iterate = function* (...parameters) {
    for (const row of iterate(...parameters)) yield narrow(row)
  }
}

/** A row is the driver's own fresh object, so its values are replaced in place: no copy of every row read. */
function narrow(read: unknown): unknown {
  if (typeof read === 'bigint') return narrowInteger(read)
  if (typeof read !== 'object' || read === null || Buffer.isBuffer(read)) return read
  const row = read as Record<string, unknown>
  for (const key of Object.keys(row)) {
    const value = row[key]
    if (typeof value === 'bigint') row[key] = narrowInteger(value)
  }
  return row
}

function narrowInteger(value: bigint): number | bigint {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}
