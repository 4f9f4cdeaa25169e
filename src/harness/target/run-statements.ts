import type { OpenTarget } from './open-target.ts'

/**
 * Does something to a target that no migration does, through a connection of TypeORM: all statements, or none.
 * @throws StagegateError when somebody else has the lease; Error when a statement fails.
 */
export async function runStatements(target: OpenTarget, statements: readonly string[]): Promise<void> {
  await using _lease = target.lease('one that changes rows')
  const dataSource = await target.dataSource().initialize()
  try {
    await dataSource.transaction(async (manager) => {
      for (const sql of statements) await manager.query(sql)
    })
  } finally {
    await dataSource.destroy()
  }
}
