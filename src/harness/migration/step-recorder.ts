import type { AfterQueryEvent, BeforeQueryEvent, EntitySubscriberInterface } from 'typeorm'
import type { MigrationFailure, MigrationStep, StatementRecord } from '../vocabulary/migration-step.ts'
import { shortName } from './history.ts'
import { SIZE_QUERY } from './sqlite/size-query.ts'

/** Called before every statement of a migration; throwing makes that statement fail. Numbers count from 1. */
export type Interrupt = (migration: string, statement: number, sql: string) => void

interface OpenStep {
  readonly migration: string
  readonly direction: 'up' | 'down'
  readonly bytesBefore: number
  readonly statements: StatementRecord[]
  sent: number
  settled: boolean
}

const SLOWEST = 5
const SHOWN_SQL = 500
/** What the recorder asks itself, and what opens a transaction before its migration is known. */
const UNCOUNTED = new Set([SIZE_QUERY, 'BEGIN TRANSACTION'])

/** Listens to TypeORM's queries and keeps, migration by migration, what was sent and how long it took. */
export class StepRecorder implements EntitySubscriberInterface {
  readonly #steps: MigrationStep[] = []
  readonly #interrupt: Interrupt
  #open: OpenStep | undefined
  #sentAt = 0
  /** What the connection does before its first migration, reading the record, belongs to that migration. */
  #since = performance.now()

  constructor(interrupt: Interrupt = () => {}) {
    this.#interrupt = interrupt
  }

  /** A migration begins; the one before it, if any, has gone through. @param bytes size of the database now */
  begin(name: string, direction: 'up' | 'down', bytes: number): void {
    this.end(bytes)
    this.#open = {
      migration: shortName(name),
      direction,
      bytesBefore: bytes,
      statements: [],
      sent: 0,
      settled: false,
    }
  }

  beforeQuery({ query }: BeforeQueryEvent): void {
    this.#sentAt = performance.now()
    if (!this.#open || this.#open.settled || UNCOUNTED.has(query)) return
    this.#open.sent += 1
    this.#interrupt(this.#open.migration, this.#open.sent, query)
  }

  afterQuery({ query }: AfterQueryEvent): void {
    if (!this.#open || this.#open.settled || UNCOUNTED.has(query)) return
    const milliseconds = performance.now() - this.#sentAt
    this.#open.statements.push({ sql: query.replace(/\s+/g, ' ').trim().slice(0, SHOWN_SQL), milliseconds })
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
      slowest: step.statements.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, SLOWEST),
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
