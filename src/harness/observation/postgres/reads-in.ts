import type { FullScan, TableRead } from '../query-plan.ts'
import type { PlanNode } from './plan-node.ts'
import { stepOf } from './step-of.ts'

/** A read, and by what all of it is read; null for anything but a scan. */
export interface PlannedRead extends TableRead {
  readonly by: FullScan['by'] | null
}

/** The first column or expression of each index, by the index's name: only a value for it leads into the index. */
export type LeadingColumns = ReadonlyMap<string, string>

type How = TableRead['how']

const STRING = /'(?:[^']|'')*'/g
const CAST = /::(?:"[^"]+"|[a-z_]+(?: (?:varying|precision|with(?:out)? time zone))?)(?:\(\d+\))?(?:\[\])?/g

/** The tables that a plan of PostgreSQL reads, in the order of its nodes. */
export function readsIn(plan: PlanNode, leading: LeadingColumns): readonly PlannedRead[] {
  return readsBelow(plan, undefined, leading)
}

function readsBelow(
  node: PlanNode,
  above: PlanNode | undefined,
  leading: LeadingColumns,
): readonly PlannedRead[] {
  const table = node['Relation Name']
  const own = table === undefined ? undefined : readOf(node, above, leading)
  return [
    ...(own === undefined || table === undefined ? [] : [{ tables: [table], step: stepOf(node), ...own }]),
    ...(node.Plans ?? []).flatMap((below) => readsBelow(below, node, leading)),
  ]
}

function readOf(
  node: PlanNode,
  above: PlanNode | undefined,
  leading: LeadingColumns,
): Pick<PlannedRead, 'how' | 'by'> | undefined {
  switch (node['Node Type']) {
    // What is written to is no read; what finds its rows stands below.
    case 'ModifyTable':
      return undefined
    case 'Index Scan':
    case 'Index Only Scan': {
      const how = isExtreme(node, above) ? 'search' : howSought(node, leading)
      const covering = node['Node Type'] === 'Index Only Scan'
      return { how, by: how !== 'scan' ? null : covering ? 'covering index' : 'index' }
    }
    case 'Bitmap Heap Scan': {
      const how = bitmapHow(bitmapsBelow(node)[0], leading)
      return { how, by: how === 'scan' ? 'index' : null }
    }
    case 'Tid Scan':
      return { how: 'search', by: null }
    case 'Tid Range Scan':
      return { how: 'range', by: null }
    default:
      return { how: 'scan', by: 'table' }
  }
}

/** The first or last value of an index: PostgreSQL asks for it as the first row that is not NULL. */
function isExtreme(node: PlanNode, above: PlanNode | undefined): boolean {
  const condition = node['Index Cond']
  return (
    above?.['Node Type'] === 'Limit' &&
    above['Parent Relationship'] === 'InitPlan' &&
    condition !== undefined &&
    /^\(+[^()]* IS NOT NULL\)+$/.test(condition) &&
    node.Filter === undefined
  )
}

/** Conditions of which any may hold are as good as the worst of them, those that must all hold as the best. */
function bitmapHow(node: PlanNode | undefined, leading: LeadingColumns): How {
  const below = bitmapsBelow(node).map((part) => bitmapHow(part, leading))
  if (node?.['Node Type'] === 'BitmapOr') return WORST_FIRST.find((how) => below.includes(how)) ?? 'scan'
  if (node?.['Node Type'] === 'BitmapAnd') return WORST_FIRST.findLast((how) => below.includes(how)) ?? 'scan'
  return node === undefined ? 'scan' : howSought(node, leading)
}

/** What else stands below a node are subqueries that its condition asks. */
function bitmapsBelow(node: PlanNode | undefined): readonly PlanNode[] {
  return (node?.Plans ?? []).filter((below) => below['Node Type'].startsWith('Bitmap'))
}

const WORST_FIRST: readonly How[] = ['scan', 'range', 'search']

function howSought(node: PlanNode, leading: LeadingColumns): How {
  const condition = node['Index Cond']
  if (condition === undefined) return 'scan'
  const first = plain(leading.get(node['Index Name'] ?? '') ?? '')
  const sought = condition.replace(STRING, '?').split(' AND ').map(plain)
  return sought.some((part) => part.startsWith(`${first} = `) || part === `${first} IS NULL`)
    ? 'search'
    : 'range'
}

/** Without casts and parentheses, which a condition has elsewhere than the definition of the index. */
function plain(expression: string): string {
  return expression.replace(STRING, '?').replace(CAST, '').replace(/[()]/g, '')
}
