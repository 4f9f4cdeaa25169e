import type { Values } from '../../src/harness/measurement/key-faults.ts'
import { everyColumn } from '../../src/harness/observation/every-column.ts'
import { observeCatalog } from '../../src/harness/observation/observe-catalog.ts'
import { observeCensus } from '../../src/harness/observation/observe-census.ts'
import { observeHistory, type RecordedMigration } from '../../src/harness/observation/observe-history.ts'
import { observeRowNumbers } from '../../src/harness/observation/observe-row-numbers.ts'
import { observeRows, type RowsRequests } from '../../src/harness/observation/observe-rows.ts'
import { observeWideIntegers } from '../../src/harness/observation/observe-wide-integers.ts'
import type { TableFingerprint } from '../../src/harness/observation/table-fingerprint.ts'
import type { WideIntegers } from '../../src/harness/observation/wide-integers.ts'
import type { FinishedState } from '../../src/harness/target/finished-state.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import type { Catalog } from '../../src/harness/vocabulary/catalog.ts'
import type { ColumnName } from './table-cells.ts'

/** What is known of a finished state. The state never changes, so that each question is put to it once. */
export class StateFacts {
  readonly #answers = new Map<string, Promise<unknown>>()

  /**
   * @param state the finished state
   * @param target the same, to be looked at: read-only
   * @param observer hash of what observes, so that another observer does not trust this one's answers
   */
  constructor(
    readonly state: FinishedState,
    readonly target: OpenTarget,
    private readonly observer: string,
  ) {}

  catalog(): Promise<Catalog> {
    return this.once('catalog', () => observeCatalog(this.target))
  }

  census(): Promise<Readonly<Record<string, number>>> {
    return this.once('census', () => observeCensus(this.target))
  }

  record(): Promise<readonly RecordedMigration[]> {
    return this.once('record', () => observeHistory(this.target))
  }

  /** Every value of every row, and what was asked to get them. */
  async requests(): Promise<RowsRequests> {
    return everyColumn(await this.catalog())
  }

  /** Reading every row takes seconds, so that the answer is kept beside the state, for other processes, too. */
  rows(): Promise<readonly TableFingerprint[]> {
    return this.once('rows', async () => {
      const name = `rows-${this.observer.slice(0, 16)}`
      const known = await this.state.readFacts<readonly TableFingerprint[]>(name)
      if (known) return known
      const rows = await observeRows(this.target, await this.requests())
      await this.state.writeFacts(name, rows)
      return rows
    })
  }

  /** Pairs of a row's name and its number. */
  rowNumbers(table: string, name: string): Promise<Values> {
    return this.once(`row numbers ${table} ${name}`, () => observeRowNumbers(this.target, { table, name }))
  }

  wideIntegers(name: ColumnName): Promise<WideIntegers> {
    return this.once(`wide ${name.table}.${name.column}`, () => observeWideIntegers(this.target, name))
  }

  /** Puts a question once; whoever asks again gets the same answer. */
  once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(question) as Promise<T> | undefined
    if (known) return known
    const answer = ask()
    this.#answers.set(question, answer)
    return answer
  }
}
