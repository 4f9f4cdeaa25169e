import type { OpenTarget } from './open-target.ts'

/** Lets the engine gather its statistics, which its planner then goes by. */
export async function gatherStatistics(target: OpenTarget): Promise<void> {
  await using _lease = target.lease('statistics')
  const dataSource = await target.dataSource().initialize()
  try {
    await dataSource.query('ANALYZE')
  } finally {
    await dataSource.destroy()
  }
}
