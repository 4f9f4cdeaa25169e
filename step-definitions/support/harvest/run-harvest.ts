import type { HarvestResult } from '../../../src/pipeline/harvest/harvest-result.ts'
import type { Product } from '../product.ts'
import type { Endpoint } from './endpoint.ts'

/** Nobody's: the server that answers takes any. */
const TOKEN = 'a-token-of-nobody'

type Database = Parameters<Product['harvest']>[0]

/** One harvest, by the real clients of the product. They need not spare the server that answers them. */
export function runHarvest(product: Product, db: Database, endpoint: Endpoint): Promise<HarvestResult> {
  const clan = product.wiseOldMan({
    baseUrl: endpoint.wiseOldManUrl,
    groupId: endpoint.groupId,
    timeoutMilliseconds: endpoint.timeoutMilliseconds,
    requestsPerMinute: Number.POSITIVE_INFINITY,
  })
  const messages = product.discord({
    baseUrl: endpoint.discordUrl,
    token: TOKEN,
    guildId: endpoint.guildId,
    channelIds: endpoint.channelIds,
    timeoutMilliseconds: endpoint.timeoutMilliseconds,
    requestsPerSecond: Number.POSITIVE_INFINITY,
  })
  return product.harvest(db, { clan, messages }, { now: endpoint.now })
}
