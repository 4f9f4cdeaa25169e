import { migrate } from '../../src/harness/migration/migrate.ts'
import type { Laboratory } from './laboratory.ts'

/** How many statements a migration sends: learnt on a database without rows, which takes no time. */
export async function statementsOf(laboratory: Laboratory, migration: string): Promise<number> {
  await using target = await laboratory.empty().copy()
  const steps = await migrate(target, migration)
  const step = steps.find((candidate) => candidate.migration === migration)
  if (!step || step.failure) throw new Error(`${migration} does not go through on an empty database`)
  return step.statements
}
