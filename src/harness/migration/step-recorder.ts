import type { AfterQueryEvent, BeforeQueryEvent, EntitySubscriberInterface } from 'typeorm'
import type { MigrationFailure, MigrationStep } from '../vocabulary/migration-step.ts'
import { SIZE_QUERIES } from './database-size.ts'
import { shortName } from './history.ts'
import { StatementRecords } from './statement-records.ts'

/** Called before every statement of a migration; throwing makes that statement fail. Numbers count from 1. */
export type Interrupt = (migration: string, statement: number, sql: string) => void

interface OpenStep {
  readonly migration: string
  readonly direction: 'up' | 'down'
  readonly bytesBefore: number
  readonly statements: StatementRecords
  sent: number
  settled: boolean
}

/** What the recorder asks itself, and what opens a transaction before its migration is known. */
const UNCOUNTED = new Set([...SIZE_QUERIES, 'BEGIN TRANSACTION', 'START TRANSACTION'])

/** Listens to TypeORM's queries and keeps, migration by migration, what was sent and how long it took. */
export class StepRecorder implements EntitySubscriberInterface {
  readonly #steps: MigrationStep[] = []
  readonly #interrupt: Interrupt
  readonly #beforeCommit: () => Promise<void>
  #open: OpenStep | undefined
  #sentAt = 0
  /** What the connection does before its first migration, reading the record, belongs to that migration. */
  #since = performance.now()

  /** @param beforeCommit is awaited before a transaction ends: the last moment at which its locks are held */
  constructor(interrupt: Interrupt = () => {}, beforeCommit: () => Promise<void> = async () => {}) {
    this.#interrupt = interrupt
    this.#beforeCommit = beforeCommit
  }

  /** A migration begins; the one before it, if any, has gone through. @param bytes size of the database now */
  begin(name: string, direction: 'up' | 'down', bytes: number): void {
    this.end(bytes)
    this.#open = {
      migration: shortName(name),
      direction,
      bytesBefore: bytes,
      statements: new StatementRecords(),
      sent: 0,
      settled: false,
    }
  }

  async beforeQuery({ query }: BeforeQueryEvent): Promise<void> {
    if (query === 'COMMIT') await this.#beforeCommit()
    this.#sentAt = performance.now()
    if (!this.#open || this.#open.settled || UNCOUNTED.has(query)) return
    this.#open.sent += 1
    this.#interrupt(this.#open.migration, this.#open.sent, query)
  }

  afterQuery({ query, rawResults }: AfterQueryEvent): void {
    if (!this.#open || this.#open.settled || UNCOUNTED.has(query)) return
    this.#open.statements.add(query, performance.now() - this.#sentAt, rawResults)
  }

  /** The migration in progress has sent all that it sends: what follows is somebody else's question about it. */
  settle(): void {
    if (this.#open) this.#open.settled = true
  }

  /** The migration in progress has ended, if there is one. @param bytes size of the database now */
  end(bytes: number, failure?: MigrationFailure): void {
    const step = this.#open
    if (!step) return
    const now = performance.now()
    this.#steps.push({
      migration: step.migration,
      direction: step.direction,
      milliseconds: now - this.#since,
      statements: step.sent,
      slowest: step.statements.slowest(),
      bytesBefore: step.bytesBefore,
      bytesAfter: bytes,
      ...(failure === undefined ? {} : { failure }),
    })
    this.#since = now
    this.#open = undefined
  }

  /** Whether a migration has begun and not ended: an error now is its failure. */
  get inProgress(): boolean {
    return this.#open !== undefined
  }

  get steps(): readonly MigrationStep[] {
    return this.#steps
  }
}
