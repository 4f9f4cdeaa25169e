import { type DataSource, MigrationExecutor, type MigrationInterface, type QueryRunner } from 'typeorm'
import { databaseSize } from './database-size.ts'
import type { LockWatch } from './lock-watch.ts'
import type { StepRecorder } from './step-recorder.ts'

type ExecutorMigration = Awaited<ReturnType<MigrationExecutor['getPendingMigrations']>>[number]

/** A connection, and who is told what happens on it. */
export interface SteppingOptions {
  readonly dataSource: DataSource
  readonly runner: QueryRunner
  readonly recorder: StepRecorder
  readonly watch: LockWatch | undefined
}

/**
 * TypeORM's own executor, with two differences: it knows no migration behind `last`, and it tells the recorder
 * where each migration begins. What happens to the database is production's own path, transactions included:
 * `executeMigration`, the official way of stepping, opens no transaction at all.
 */
export class SteppingExecutor extends MigrationExecutor {
  readonly #last: string | undefined
  readonly #recorder: StepRecorder
  readonly #watch: LockWatch | undefined

  constructor({ dataSource, runner, recorder, watch }: SteppingOptions, last?: string) {
    super(dataSource, runner)
    this.#last = last
    this.#recorder = recorder
    this.#watch = watch
    this.transaction = dataSource.options.migrationsTransactionMode ?? 'all'
  }

  protected override getMigrations(): ExecutorMigration[] {
    const all = super.getMigrations()
    const end = this.#last === undefined ? all.length : all.findIndex(({ name }) => name === this.#last) + 1
    for (const migration of all) {
      if (migration.instance) migration.instance = this.#announced(migration.name, migration.instance)
    }
    return all.slice(0, end)
  }

  #announced(name: string, instance: MigrationInterface): MigrationInterface {
    const announce = async (direction: 'up' | 'down', runner: QueryRunner) => {
      await this.#watch?.begin()
      this.#recorder.begin(name, direction, await databaseSize(runner))
      return instance[direction](runner)
    }
    return {
      name,
      ...(instance.transaction === undefined ? {} : { transaction: instance.transaction }),
      up: (runner) => announce('up', runner),
      down: (runner) => announce('down', runner),
    }
  }
}
