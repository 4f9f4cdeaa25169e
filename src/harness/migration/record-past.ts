import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm'
import type { OpenTarget } from '../target/open-target.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { history } from './history.ts'

type ExecutorMigration = Awaited<ReturnType<MigrationExecutor['getPendingMigrations']>>[number]

/**
 * Records migrations as done without doing them, up to one of them and with it, in TypeORM's own table and by its own
 * means: `migration:run --fake`, which itself knows no end. All of them, or none.
 * @param last its name without the timestamp
 * @returns the names of those that were not recorded before
 * @throws StagegateError when there is no such migration, or somebody else has the lease
 */
export async function recordPast(target: OpenTarget, last: string): Promise<readonly string[]> {
  await using _lease = target.lease('one that records the past')
  const dataSource = await target.dataSource().initialize()
  const runner = dataSource.createQueryRunner()
  try {
    const known = history(dataSource)
    const end = known.find(({ name }) => name === last)
    if (end === undefined)
      throw noSuch(
        last,
        known.map(({ name }) => name),
      )
    await runner.startTransaction()
    const executor = new PastExecutor(dataSource, runner, end.recordedName)
    const before = new Set((await executor.getExecutedMigrations()).map(({ name }) => name))
    await executor.executePendingMigrations()
    const after = new Set((await executor.getExecutedMigrations()).map(({ name }) => name))
    await runner.commitTransaction()
    return known
      .filter(({ recordedName }) => after.has(recordedName) && !before.has(recordedName))
      .map(({ name }) => name)
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction()
    throw error
  } finally {
    await runner.release()
    await dataSource.destroy()
  }
}

/** TypeORM's own executor, which does nothing but record, and knows no migration behind `last`. */
class PastExecutor extends MigrationExecutor {
  // The transaction is the runner's, around the making of the table, too.
  override transaction = 'none' as const
  override fake = true
  readonly #last: string

  constructor(dataSource: DataSource, runner: QueryRunner, last: string) {
    super(dataSource, runner)
    this.#last = last
  }

  protected override getMigrations(): ExecutorMigration[] {
    const all = super.getMigrations()
    return all.slice(0, all.findIndex(({ name }) => name === this.#last) + 1)
  }
}

function noSuch(name: string, names: readonly string[]): StagegateError {
  return new StagegateError({
    what: `There is no migration "${name}" to record.`,
    cause: 'The data source has another history than the one that the database was recognised by.',
    next: `There are: ${names.join(', ')}.`,
  })
}
