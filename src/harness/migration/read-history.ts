import type { DataSource } from 'typeorm'
import { dataSourceAt } from '../target/sqlite/data-source-at.ts'
import { history, type Migration } from './history.ts'

/** All migrations of a data source in order, read without touching the database that it points to. */
export async function readHistory(template: DataSource): Promise<readonly Migration[]> {
  const dataSource = await dataSourceAt(template, ':memory:').initialize()
  try {
    return history(dataSource)
  } finally {
    await dataSource.destroy()
  }
}
