import type { SourceFinding } from '../vocabulary/source-record.ts'
import { type CatalogDifference, catalogDifferences } from './catalog-differences.ts'
import { type CatalogObject, catalogObjects } from './catalog-objects.ts'
import { describeDifference, describeObject } from './describe-object.ts'
import type { KnownHistory, ObservedSource } from './known-history.ts'

/**
 * What differs between a database and the baseline of the migration that it stands at, object by object. With a table that
 * is missing, or that is there beyond the baseline, go its columns and constraints; what has a name of its own is listed.
 */
export function sourceFindings(
  { catalog }: Pick<ObservedSource, 'catalog'>,
  at: string,
  known: Pick<KnownHistory, 'history' | 'baselines'>,
): readonly SourceFinding[] {
  const baseline = known.baselines.get(at)
  if (baseline === undefined) throw new RangeError(`there is no baseline of ${at}`)
  const { differences } = catalogDifferences(baseline, catalog)
  const missing = new Set(
    differences.filter(({ actual }) => actual === undefined).map(({ object }) => object),
  )
  const beyond = new Set(
    differences.filter(({ expected }) => expected === undefined).map(({ object }) => object),
  )
  const history = historyOfObjects(at, known)
  return differences
    .filter(({ expected, actual }) => {
      if (missing.has(`table ${expected?.table}`)) return false
      return !beyond.has(`table ${actual?.table}`) || actual?.index?.origin === 'index'
    })
    .map((difference) => finding(difference, history, partsOf(difference.object, differences)))
}

function finding(
  { object, expected, actual }: CatalogDifference,
  history: ObjectHistory,
  parts: string,
): SourceFinding {
  if (expected !== undefined && actual !== undefined) {
    return { object, kind: 'different', what: describeDifference(expected, actual) }
  }
  if (actual === undefined) {
    const dropped = history.droppedLater(object)
    return {
      object,
      kind: 'missing',
      what: `is missing${parts}${dropped === undefined ? '' : `; ${dropped} drops it`}`,
    }
  }
  const is = parts === '' ? `: ${describeObject(actual)}` : parts
  const maker = history.madeLater(object)
  if (maker !== undefined) {
    const same = isThat(actual, maker.object)
    const makes = same ? 'makes it' : 'makes another one of this name'
    return { object, kind: same ? 'ahead' : 'extra', what: `is not expected${is}; ${maker.name} ${makes}` }
  }
  const dropper = history.droppedEarlier(object)
  if (dropper === undefined) return { object, kind: 'extra', what: `is not expected${is}` }
  // An index that a migration dropped can have been made again by hand, as production's. A table cannot: it was left.
  const byHand = actual.index?.origin === 'index'
  return { object, kind: byHand ? 'extra' : 'different', what: `is still there${is}; ${dropper} drops it` }
}

/**
 * Whether an object is the one that a migration makes. A column is, whatever its type, if it is as much of a key:
 * `clan_members.id` was made by hand in production, and the one of the refactoring is the primary key.
 */
function isThat(actual: CatalogObject, made: CatalogObject): boolean {
  if (actual.column === undefined || made.column === undefined) return actual.definition === made.definition
  return actual.column.primaryKeyPosition === made.column.primaryKeyPosition
}

interface ObjectHistory {
  /** The first migration after this one that makes it, and what it makes. */
  readonly madeLater: (
    object: string,
  ) => { readonly name: string; readonly object: CatalogObject } | undefined
  /** The first migration after this one that leaves it out. */
  readonly droppedLater: (object: string) => string | undefined
  /** The first migration up to this one that left out what was there before it. */
  readonly droppedEarlier: (object: string) => string | undefined
}

function historyOfObjects(
  at: string,
  { history, baselines }: Pick<KnownHistory, 'history' | 'baselines'>,
): ObjectHistory {
  const states = history.flatMap(({ name }) => {
    const catalog = baselines.get(name)
    return catalog === undefined ? [] : [{ name, objects: catalogObjects(catalog) }]
  })
  const here = states.findIndex(({ name }) => name === at)
  const later = states.slice(here + 1)
  const earlier = states.slice(0, here + 1)
  return {
    madeLater(object) {
      for (const { name, objects } of later) {
        const made = objects.get(object)
        if (made !== undefined) return { name, object: made }
      }
      return undefined
    },
    droppedLater: (object) => later.find(({ objects }) => !objects.has(object))?.name,
    droppedEarlier(object) {
      const last = earlier.findLastIndex(({ objects }) => objects.has(object))
      return last < 0 ? undefined : earlier[last + 1]?.name
    },
  }
}

/** `, with its 6 columns and 2 indexes`, which are not listed by themselves; nothing for what is no table. */
function partsOf(object: string, differences: readonly CatalogDifference[]): string {
  if (!object.startsWith('table ')) return ''
  const parts = differences.filter(
    ({ expected, actual }) => `table ${(expected ?? actual)?.table}` === object,
  )
  const columns = parts.filter(({ expected, actual }) => (expected ?? actual)?.column !== undefined)
  const indexes = parts.filter(({ expected }) => expected?.index?.origin === 'index')
  const counted = [
    count(columns.length, 'column', 'columns'),
    count(indexes.length, 'index', 'indexes'),
  ].filter(Boolean)
  return counted.length === 0 ? '' : `, with its ${counted.join(' and ')}`
}

function count(number: number, one: string, many: string): string {
  if (number === 0) return ''
  return `${number} ${number === 1 ? one : many}`
}
