import type { CoordinatorContext } from '@cucumber/cucumber/api'
import type { Shard } from '../harness/verdict/run-record.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { belongsToRun } from './belongs-to-run.ts'
import { dealShard } from './deal-shard.ts'
import type { Envelope } from './envelope.ts'

/** What a run tells the plugin, under `pluginOptions.stagegate`. */
export interface SelectionOptions {
  /** Null where a real database is rehearsed. */
  readonly profile: string | null
  readonly engine: Engine
  /** Null, or left out as `cucumber.mjs` does, for all of the scenarios. */
  readonly shard?: Shard | null
}

// Cucumber finds a plugin by these names in the module that `plugin` points to.
export const type = 'plugin'
export const optionsKey = 'stagegate'

/** The tag of scenarios that time something. */
const TIMING = '@timing'
/** The tag of scenarios that look at what all the others have left. */
const LAST = '@last'

/**
 * Puts scenarios that time something behind the others, and those that look back last. Leaves out scenarios that belong to
 * another profile or engine, those about the harness unless their path was named, and what another shard has.
 */
export function coordinator({ on, transform, options }: CoordinatorContext<SelectionOptions>): void {
  let paths: readonly string[] = []
  on('paths:resolve', ({ unexpandedSourcePaths }) => {
    paths = unexpandedSourcePaths
  })
  // Paths and tags have left out what they leave out by now: Cucumber's own filters come first.
  transform('pickles:filter', (pickles) => {
    const { profile, engine, shard = null } = options
    const asked = pickles.filter(({ pickle }) =>
      belongsToRun(pickle.uri, namesOf(pickle), { profile, engine, paths }),
    )
    return shard === null ? asked : dealShard(asked.map(dealt), shard).map(({ filtered }) => filtered)
  })
  // What times something runs alone. At the start it would build the states that it needs alone, too, and these take longest.
  transform('pickles:order', (pickles) => {
    const tagged = (tag: string) => pickles.filter(({ pickle }) => namesOf(pickle).includes(tag))
    const [timed, last] = [tagged(TIMING), tagged(LAST)]
    const rest = pickles.filter((pickle) => !timed.includes(pickle) && !last.includes(pickle))
    return [...rest, ...timed, ...last]
  })
}

interface Filtered {
  readonly pickle: NonNullable<Envelope['pickle']>
}

function dealt<Each extends Filtered>(filtered: Each) {
  const { pickle } = filtered
  const isLast = namesOf(pickle).includes(LAST)
  return { filtered, uri: pickle.uri, line: pickle.location?.line ?? 0, isLast }
}

function namesOf({ tags }: Filtered['pickle']): readonly string[] {
  return tags.map(({ name }) => name)
}
