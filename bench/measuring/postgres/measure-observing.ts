import { everyColumn } from '../../../src/harness/observation/every-column.ts'
import { observeCatalog } from '../../../src/harness/observation/observe-catalog.ts'
import { observeCensus } from '../../../src/harness/observation/observe-census.ts'
import { observeIntegrity } from '../../../src/harness/observation/observe-integrity.ts'
import { observeRows } from '../../../src/harness/observation/observe-rows.ts'
import type { OpenTarget } from '../../../src/harness/target/open-target.ts'
import type { Observed, ObserveMeasured } from '../../figures/postgres-measured.ts'
import { interleave } from '../interleave.ts'
import { wallClock } from '../wall-clock.ts'
import type { PostgresContext } from './postgres-context.ts'
import { scanTables } from './scan-tables.ts'

/**
 * The profile's database at head: a scan that reads every value, and everything that is observed of it, each part by a
 * connection of its own, as scenarios do. Both on one clone, whose pages are in memory as far as they fit.
 */
export async function measureObserving(
  context: PostgresContext,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<ObserveMeasured> {
  onStart('observing: state at head')
  const state = await context.state(context.profile, 'head')
  return context.onCopy(state, async (target, address) => {
    const tables = (await observeCatalog(target)).tables.map(({ name }) => name)
    onStart('observing: warming up')
    const scannedBytes = await scanTables(address, tables)
    await observe(target)
    const parts: Record<Observed, number[]> = { catalog: [], census: [], rows: [], integrity: [] }
    const pairs = await interleave(
      {
        floor: () => wallClock(async () => void (await scanTables(address, tables))),
        async ours() {
          const times = await observe(target)
          let milliseconds = 0
          for (const [part, time] of times) {
            parts[part].push(time)
            milliseconds += time
          }
          return { milliseconds, cpuMilliseconds: null }
        },
      },
      repetitions,
      (what) => onStart(`observing: ${what}`),
    )
    return { scannedBytes, pairs, parts }
  })
}

/** Everything once. @returns the milliseconds that each part takes */
async function observe(target: OpenTarget): Promise<ReadonlyMap<Observed, number>> {
  const times = new Map<Observed, number>()
  const timed = async <T>(part: Observed, look: () => Promise<T>): Promise<T> => {
    const startedAt = performance.now()
    const seen = await look()
    times.set(part, performance.now() - startedAt)
    return seen
  }
  const catalog = await timed('catalog', () => observeCatalog(target))
  await timed('census', () => observeCensus(target))
  await timed('rows', () => observeRows(target, everyColumn(catalog)))
  await timed('integrity', () => observeIntegrity(target))
  return times
}
