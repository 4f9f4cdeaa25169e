/** A node of a plan, as EXPLAIN (FORMAT JSON) tells it: what is read of it here. */
export interface PlanNode {
  readonly 'Node Type': string
  readonly 'Join Type'?: string
  readonly 'Scan Direction'?: string
  readonly 'Parent Relationship'?: string
  readonly 'Subplan Name'?: string
  readonly 'Partial Mode'?: string
  readonly Strategy?: string
  readonly 'Relation Name'?: string
  readonly Alias?: string
  readonly 'Index Name'?: string
  readonly 'CTE Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Recheck Cond'?: string
  readonly 'Hash Cond'?: string
  readonly 'Merge Cond'?: string
  readonly 'Join Filter'?: string
  readonly 'TID Cond'?: string
  readonly Filter?: string
  readonly 'Sort Key'?: readonly string[]
  readonly 'Presorted Key'?: readonly string[]
  readonly 'Group Key'?: readonly string[]
  readonly 'Actual Rows'?: number
  readonly 'Shared Hit Blocks'?: number
  readonly 'Shared Read Blocks'?: number
  readonly Plans?: readonly PlanNode[]
}

/** A plan with what running it took, where it was run. */
export interface ExplainedPlan {
  readonly Plan: PlanNode
  readonly 'Execution Time'?: number
}

/** A node and all below it, in the order in which EXPLAIN shows them. */
export function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node
  for (const below of node.Plans ?? []) yield* nodesOf(below)
}
