import type { OpenTarget } from '../target/open-target.ts'
import type { MigrationStep } from '../vocabulary/migration-step.ts'
import { databaseSize } from './database-size.ts'
import { history, type Migration } from './history.ts'
import type { LockWatch } from './lock-watch.ts'
import { noSuchMigration } from './no-such-migration.ts'
import { type Interrupt, StepRecorder } from './step-recorder.ts'
import { SteppingExecutor, type SteppingOptions } from './stepping-executor.ts'
import { watchLocks } from './watch-locks.ts'

/** `head`: all migrations applied; `empty`: none; else the name of the last one applied. */
export type Destination = 'head' | 'empty' | (string & {})

export interface MigrateOptions {
  readonly interrupt?: Interrupt
}

/**
 * Migrates a target up or down to a destination, along the path that production takes: pending migrations in one
 * go on one connection, reverted ones each on a connection of its own, as `migration:run` and `migration:revert` do.
 *
 * A migration that fails ends the way and is the last step, with its failure: it is a finding and not an error.
 * @throws StagegateError when there is no such destination
 * @throws whatever stopped TypeORM outside any migration
 */
export async function migrate(
  target: OpenTarget,
  destination: Destination,
  { interrupt }: MigrateOptions = {},
): Promise<readonly MigrationStep[]> {
  await using _lease = target.lease('migrator')
  const steps: MigrationStep[] = []
  let arrived = false
  while (!arrived) {
    const round = await oneConnection(target, destination, interrupt)
    steps.push(...round.steps)
    arrived = round.arrived
  }
  return steps
}

interface Round {
  readonly steps: readonly MigrationStep[]
  readonly arrived: boolean
}

async function oneConnection(
  target: OpenTarget,
  destination: Destination,
  interrupt?: Interrupt,
): Promise<Round> {
  const dataSource = await target.dataSource().initialize()
  const runner = dataSource.createQueryRunner()
  let watch: LockWatch | undefined
  try {
    watch = await watchLocks(target, runner)
    const recorder = new StepRecorder(interrupt, watch?.look.bind(watch))
    dataSource.subscribers.push(recorder)
    const arrived = await recorded({ dataSource, runner, recorder, watch }, destination)
    await watch?.end()
    return { steps: withLocks(recorder.steps, watch), arrived }
  } finally {
    await watch?.end()
    await runner.release()
    await dataSource.destroy()
  }
}

/** A migration that fails is recorded as a step, and ends the way. */
async function recorded(options: SteppingOptions, destination: Destination): Promise<boolean> {
  const { runner, recorder } = options
  try {
    const arrived = await advance(options, destination)
    recorder.end(await databaseSize(runner))
    return arrived
  } catch (error) {
    if (!recorder.inProgress) throw error
    const message = error instanceof Error ? error.message : String(error)
    recorder.settle()
    await leaveTransaction(options)
    recorder.end(await databaseSize(runner), { message })
    return true
  }
}

/** In a transaction of its own that a migration has left broken behind, PostgreSQL answers no question any more. */
async function leaveTransaction({ dataSource, runner }: SteppingOptions): Promise<void> {
  if (dataSource.options.type === 'postgres') await runner.query('ROLLBACK')
}

function withLocks(steps: readonly MigrationStep[], watch: LockWatch | undefined): readonly MigrationStep[] {
  if (watch === undefined) return steps
  const records = watch.records()
  return steps.map((step, index) => {
    const locks = records[index]
    if (locks === undefined) throw new Error(`nobody looked at the locks of ${step.migration}`)
    return { ...step, locks }
  })
}

/** Applies what is pending up to the destination, or reverts one migration; says whether that was the whole way. */
async function advance(options: SteppingOptions, destination: Destination): Promise<boolean> {
  const migrations = history(options.dataSource)
  const goal = position(migrations, destination)
  const executor = new SteppingExecutor(options, migrations[goal]?.recordedName)
  const recorded = (await executor.getExecutedMigrations()).map(({ name }) => name)
  const beyond = migrations.slice(goal + 1).filter(({ recordedName }) => recorded.includes(recordedName))
  if (beyond.length > 0) {
    await new SteppingExecutor(options).undoLastMigration()
    options.recorder.settle()
    // It returns undefined whether it reverted something or not: ask the record.
    const left = (await executor.getExecutedMigrations()).map(({ name }) => name)
    if (left.length >= recorded.length) {
      throw new Error(
        `TypeORM reverted nothing, although ${beyond.length} migrations are applied beyond the goal`,
      )
    }
    // It reverts what was recorded last, which need not be the youngest: only the record says what is left to do.
    return migrations.every(({ recordedName }, index) => left.includes(recordedName) === index <= goal)
  }
  // Even with nothing pending TypeORM is asked: a second run is its business, not ours to skip.
  if (goal >= 0) await executor.executePendingMigrations()
  return true
}

function position(migrations: readonly Migration[], destination: Destination): number {
  if (destination === 'head') return migrations.length - 1
  if (destination === 'empty') return -1
  const index = migrations.findIndex(({ name }) => name === destination)
  if (index >= 0) return index
  throw noSuchMigration(destination, migrations)
}
