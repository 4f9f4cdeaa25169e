import type { QueryRunner } from 'typeorm'

type Operation<Parameters extends unknown[], Result> = (
  runner: QueryRunner,
  ...parameters: Parameters
) => Result

/** An operation of migrations, done in the way of the engine that the query runner is on. */
export function byEngine<Parameters extends unknown[], Result>(
  onSqlite: Operation<Parameters, Result>,
  onPostgres: Operation<Parameters, Result>,
): Operation<Parameters, Result> {
  return (runner, ...parameters) =>
    (runner.dataSource.options.type === 'postgres' ? onPostgres : onSqlite)(runner, ...parameters)
}
