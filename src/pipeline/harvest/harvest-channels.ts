import type { DataSource } from 'typeorm'
import type { HarvestFailure, HarvestResult } from './harvest-result.ts'
import { orFault } from './or-fault.ts'
import type { MessageSource } from './sources/message-source.ts'
import { SourceError } from './sources/source-error.ts'
import type { HarvestSchema } from './writing/harvest-schema.ts'
import { newestMessage } from './writing/newest-message.ts'
import { writePage } from './writing/write-page.ts'

export type HarvestedChannels = Pick<HarvestResult, 'messages' | 'failures'>

/** Reads each channel on from its newest stored message, and stores page by page; those before a failing one stay. */
export async function harvestChannels(
  db: DataSource,
  schema: HarvestSchema,
  source: MessageSource,
): Promise<HarvestedChannels> {
  const messages = { stored: 0, skipped: 0 }
  const failures: HarvestFailure[] = []
  for (const channel of source.channels) {
    const newest = await newestMessage(db, channel)
    const outcome = await orFault(async () => {
      for await (const page of source.pagesAfter(channel, newest)) {
        const stored = await writePage(db, schema, page)
        messages.stored += stored
        messages.skipped += page.length - stored
      }
    })
    if (outcome instanceof SourceError) {
      failures.push({ source: 'channel', of: channel, kind: outcome.kind, reason: outcome.reason })
    }
  }
  return { messages, failures }
}
