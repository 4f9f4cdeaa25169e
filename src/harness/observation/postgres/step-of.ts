import type { PlanNode } from './plan-node.ts'

const CONDITIONS = [
  'Index Cond',
  'Recheck Cond',
  'TID Cond',
  'Hash Cond',
  'Merge Cond',
  'Join Filter',
  'Filter',
] as const

/** A node as one line: what it does with what, without any estimate or count, so that two plans can be compared. */
export function stepOf(node: PlanNode): string {
  const { 'Subplan Name': subplan, 'Sort Key': sorted, 'Group Key': grouped } = node
  const details = CONDITIONS.flatMap((name) => (node[name] === undefined ? [] : [`${name}: ${node[name]}`]))
  return [
    subplan === undefined ? '' : `${subplan}: `,
    nameOf(node),
    node['Index Name'] === undefined ? '' : ` using ${node['Index Name']}`,
    relationOf(node),
    sorted === undefined ? '' : ` by ${sorted.join(', ')}`,
    grouped === undefined ? '' : ` by ${grouped.join(', ')}`,
    details.length === 0 ? '' : ` (${details.join('; ')})`,
  ].join('')
}

function nameOf(node: PlanNode): string {
  const type = node['Node Type']
  const join = node['Join Type']
  if (join !== undefined && join !== 'Inner') return `${type.replace(/^(Hash|Merge)$/, '$1 Join')} ${join}`
  if (type === 'Aggregate' && node.Strategy !== undefined) return AGGREGATES[node.Strategy] ?? type
  return node['Scan Direction'] === 'Backward' ? `${type} Backward` : type
}

const AGGREGATES: Readonly<Record<string, string>> = {
  Sorted: 'GroupAggregate',
  Hashed: 'HashAggregate',
  Mixed: 'MixedAggregate',
}

function relationOf(node: PlanNode): string {
  const relation = node['Relation Name'] ?? node['CTE Name']
  if (relation === undefined) return node.Alias === undefined ? '' : ` on ${node.Alias}`
  return ` on ${relation}${node.Alias === undefined || node.Alias === relation ? '' : ` ${node.Alias}`}`
}
