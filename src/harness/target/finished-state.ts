import type { Engine } from '../vocabulary/engine.ts'

/** A state that is whole, and never changes. Facts about it are kept beside it, and do not change either. */
export interface FinishedState {
  readonly kind: 'finished state'
  readonly engine: Engine
  readonly label: string
  /** What people are told of where it is. */
  readonly location: string
  /** Facts kept beside it, or undefined when nobody has found them out yet. Plain, serialisable data. */
  readFacts<T>(name: string): Promise<T | undefined>
  /** Keeps facts, whole or not at all. */
  writeFacts(name: string, facts: unknown): Promise<void>
}
