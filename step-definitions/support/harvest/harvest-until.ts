import type { Address } from '../../../src/harness/target/address.ts'
import { dataSourceAt } from '../../../src/harness/target/data-source-at.ts'
import { loadDataSource } from '../../../src/harness/target/load-data-source.ts'
import { silentLogger } from '../../../src/harness/target/silent-logger.ts'
import { loadProduct } from '../product.ts'
import type { Endpoint } from './endpoint.ts'
import { runHarvest } from './run-harvest.ts'

export interface HarvestUntil {
  /** The file that exports the data source; the product lies beside it. */
  readonly dataSource: string
  readonly address: Address
  readonly endpoint: Endpoint
  /** The statement that is not sent any more. */
  readonly statements: number
}

/** Harvests until so many statements are sent, and then dies without a word, as a process does that is killed. */
export async function harvestUntil({ dataSource, address, endpoint, statements }: HarvestUntil) {
  let sent = 0
  const logQuery = () => {
    sent += 1
    if (sent === statements) process.kill(process.pid, 'SIGKILL')
  }
  const source = await loadDataSource(dataSource)
  const product = await loadProduct(source.file)
  const db = await dataSourceAt(source.dataSource, address, {
    logger: { ...silentLogger, logQuery },
  }).initialize()
  await runHarvest(product, db, endpoint)
  await db.destroy()
}
