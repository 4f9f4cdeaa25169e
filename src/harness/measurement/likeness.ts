import type { Catalog } from '../vocabulary/catalog.ts'
import { catalogDifferences } from './catalog-differences.ts'
import { catalogObjects } from './catalog-objects.ts'
import type { KnownHistory } from './known-history.ts'

/** How much a database is like what a migration leaves behind. */
interface Likeness {
  readonly name: string
  /** Objects that differ, in whatever way, of so many. */
  readonly differing: number
  readonly of: number
}

/** The baseline that a database is most like, or the reason why there is none. */
export interface NearestBaseline {
  readonly at: string | null
  readonly fact: string
  readonly doubt: string | null
}

/** @param catalog has at least one table */
export function nearestBaseline(catalog: Catalog, known: KnownHistory): NearestBaseline {
  const ranked = known.history
    .flatMap(({ name }) => likenessTo(catalog, name, known) ?? [])
    .sort((a, b) => a.differing - b.differing)
  const [first] = ranked
  if (first === undefined) {
    return { at: null, fact: 'there are no baselines', doubt: 'there is no baseline to compare it with' }
  }
  const nearest = ranked.filter(({ differing }) => differing === first.differing)
  const far = nearest.every(({ name }) => isFar(catalog, known.baselines.get(name)))
  const at = nearest.length === 1 ? first.name : latestMade(catalog, nearest, known)
  const names = at ?? nearest.map(({ name }) => name).join(' and ')
  const fact = `its tables are most like ${names}: ${first.differing} of ${first.of} objects differ`
  if (far) {
    return {
      at: null,
      fact,
      doubt: `it is like no migration: even of ${names} it lacks more objects than it has`,
    }
  }
  if (at === undefined)
    return { at: null, fact, doubt: `nothing is recorded, and its tables are equally like ${names}` }
  return { at, fact, doubt: null }
}

/** Undefined without a baseline. */
function likenessTo(catalog: Catalog, name: string, { baselines }: KnownHistory): Likeness | undefined {
  const baseline = baselines.get(name)
  if (baseline === undefined) return undefined
  const { differences, population } = catalogDifferences(baseline, catalog)
  return { name, differing: differences.length, of: population }
}

/** What others have made beside it makes a database no less like a baseline; what is not there does. */
function isFar(catalog: Catalog, baseline: Catalog | undefined): boolean {
  if (baseline === undefined) return true
  const there = catalogObjects(catalog)
  const names = [...catalogObjects(baseline).keys()]
  return names.filter((name) => !there.has(name)).length * 2 > names.length
}

/**
 * Of migrations that a database is equally like, the last one: if everything that it makes is there. What an earlier one
 * made can have been left or made again by hand, as production's `idx_wom_snapshots_username_timestamp`; nobody happens
 * to make by hand just what a migration makes.
 */
function latestMade(
  catalog: Catalog,
  nearest: readonly Likeness[],
  { history, baselines }: KnownHistory,
): string | undefined {
  const names = history.map((migration) => migration.name)
  const tied = new Set(nearest.map((each) => each.name))
  const name = names.findLast((each) => tied.has(each))
  const after = baselines.get(name ?? '')
  const before = baselines.get(names[names.indexOf(name ?? '') - 1] ?? '')
  if (name === undefined || after === undefined || before === undefined) return undefined
  const there = catalogObjects(catalog)
  const made = catalogDifferences(before, after).differences.filter(({ expected }) => expected === undefined)
  const all = made.every(({ object, actual }) => there.get(object)?.definition === actual?.definition)
  return made.length > 0 && all ? name : undefined
}
