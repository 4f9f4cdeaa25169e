import type { DataSource, QueryRunner } from 'typeorm'
import type { Engine } from '../vocabulary/engine.ts'
import type { Bound, Connection } from './connection.ts'
import { dialectOf } from './dialect-of.ts'
import type { NamedQuery, QueryPlan } from './query-plan.ts'

/** A statement as the product sent it. */
export interface SentQuery extends NamedQuery {
  readonly parameters: readonly unknown[]
}

/**
 * How the product's own engine means to answer what the product sent, in the order given. It is asked on the product's
 * connection, with the parameters that were sent: another version or build of the engine may plan otherwise, above
 * all where there are statistics.
 */
export async function observeSentPlans(
  connection: DataSource,
  engine: Engine,
  queries: readonly SentQuery[],
): Promise<readonly QueryPlan[]> {
  const dialect = dialectOf(engine)
  // One of several that the product may have: what is set for a plan holds for the statement after it.
  const runner = connection.createQueryRunner()
  try {
    const db = asConnection(connection, runner)
    const plans: QueryPlan[] = []
    for (const query of queries) {
      // They go back to the driver that took them before, whatever they are.
      plans.push(await dialect.readPlan(db, query, query.parameters as readonly Bound[]))
    }
    return plans
  } finally {
    await runner.release()
  }
}

/** The product's connection as an observer uses one. */
function asConnection(connection: DataSource, runner: QueryRunner): Connection {
  return {
    all: (sql, values = []) => connection.query(sql, [...values], runner),
    // It is the product's, and closed with the rest of its connections.
    async close() {},
  }
}
