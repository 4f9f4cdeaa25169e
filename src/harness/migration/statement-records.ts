import type { StatementRecord } from '../vocabulary/migration-step.ts'

const SLOWEST = 5
const SHOWN_SQL = 500

type Sums = Omit<StatementRecord, 'sql'>

/** Sums up the statements of one migration by their texts. */
export class StatementRecords {
  readonly #sums = new Map<string, Sums>()

  /** @param results what the driver gave */
  add(query: string, milliseconds: number, results: unknown): void {
    const sql = query.replace(/\s+/g, ' ').trim()
    const {
      calls,
      milliseconds: before,
      rows,
    } = this.#sums.get(sql) ?? { calls: 0, milliseconds: 0, rows: null }
    const counted = rowsIn(results)
    this.#sums.set(sql, {
      calls: calls + 1,
      milliseconds: before + milliseconds,
      rows: counted === null ? rows : (rows ?? 0) + counted,
    })
  }

  /** Those that took most of the time, five at the most. */
  slowest(): readonly StatementRecord[] {
    return [...this.#sums]
      .map(([sql, sums]) => ({ sql: sql.slice(0, SHOWN_SQL), ...sums }))
      .sort((a, b) => b.milliseconds - a.milliseconds)
      .slice(0, SLOWEST)
  }
}

/**
 * The rows of an answer, as TypeORM hands it on. PostgreSQL's driver gives its own result, or one for each statement of
 * a text; that of SQLite gives the rows that were read, and of those that were written only the last number.
 */
function rowsIn(results: unknown): number | null {
  if (Array.isArray(results)) {
    const counts = results.map(rowCount).filter((count) => count !== undefined)
    if (counts.length === 0) return results.length
    const known = counts.filter((count) => count !== null)
    return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0)
  }
  return rowCount(results) ?? null
}

/** Undefined for what is no result of PostgreSQL's driver. */
function rowCount(result: unknown): number | null | undefined {
  if (typeof result !== 'object' || result === null || !('command' in result && 'rowCount' in result)) {
    return undefined
  }
  return typeof result.rowCount === 'number' ? result.rowCount : null
}
