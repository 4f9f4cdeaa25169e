import { ENGINES, type Engine, engineName } from '../vocabulary/engine.ts'
import type { RunRecord } from './run-record.ts'
import { shardName } from './shard-name.ts'

/** How much of the plan several runs are, taken together. */
export interface Coverage {
  /** Whether they are the whole plan on every engine that any of them was asked for. */
  readonly complete: boolean
  /** The shards that are not there: `shard 2 of 3 on SQLite is missing`. */
  readonly missing: readonly string[]
}

/** Whether runs are the whole plan together. */
export function coverageOf(runs: readonly RunRecord[]): Coverage {
  const engines = ENGINES.filter((engine) => runs.some((run) => run.engines.includes(engine)))
  const parts = engines.map((engine) =>
    onEngine(
      engine,
      runs.filter((run) => run.engines.includes(engine)),
    ),
  )
  return {
    complete: parts.every(({ complete }) => complete),
    missing: parts.flatMap(({ missing }) => missing),
  }
}

function onEngine(engine: Engine, runs: readonly RunRecord[]): Coverage {
  const shards = runs.flatMap(({ selection }) => (selection.shard === null ? [] : [selection]))
  if (runs.some(({ selection }) => selection.shard === null && selection.complete))
    return { complete: true, missing: [] }
  const sets = [...new Set(shards.flatMap(({ shard }) => shard?.of ?? []))]
  const missing = sets.flatMap((of) =>
    Array.from({ length: of }, (_, at) => ({ index: at + 1, of }))
      .filter(({ index }) => !shards.some(({ shard }) => shard?.of === of && shard.index === index))
      .map((shard) => `${shardName(shard)} on ${engineName(engine)} is missing`),
  )
  const complete = sets.length > 0 && missing.length === 0 && shards.every((shard) => shard.complete)
  return { complete, missing }
}
