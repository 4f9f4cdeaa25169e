import type { DataSource } from 'typeorm'
import type { Engine } from '../vocabulary/engine.ts'
import type { Connection } from './connection.ts'
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
  const plans: QueryPlan[] = []
  for (const query of queries) plans.push(await dialect.readPlan(asked(connection, query), query))
  return plans
}

/** The product's connection as an observer uses one: only the statement that is explained has parameters. */
function asked(connection: DataSource, { sql, parameters }: SentQuery): Connection {
  return {
    all: (statement) => connection.query(statement, statement.endsWith(sql) ? [...parameters] : []),
    // It is the product's, and closed with the rest of its connections.
    async close() {},
  }
}
