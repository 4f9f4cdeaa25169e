import type { Answer } from '../answer.ts'
import type { Bound, Connection } from '../connection.ts'
import type { NamedQuery } from '../query-plan.ts'
import { literalOf } from './literal.ts'
import { numberedParameters } from './numbered-parameters.ts'
import { postgresConnection } from './postgres-connection.ts'

/** Runs a query. What the engine says against it is its answer as well. */
export async function readAnswer(
  db: Connection,
  { name, sql }: NamedQuery,
  values: readonly Bound[],
): Promise<Answer> {
  try {
    const answer = await postgresConnection(db).texts(numberedParameters(sql).sql, values)
    const types = answer.columns.map(({ type }) => type)
    return {
      name,
      columns: answer.columns.map((column) => column.name),
      rows: answer.rows.map((row) => row.map((text, at) => literalOf(text, types[at] ?? 0))),
    }
  } catch (error) {
    return { name, failure: engineMessage(error) }
  }
}

function engineMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
