import type { Moment } from '../../../schema/values/moment.ts'

/** The channels of a clan, wherever they are read. Ids have 64 bits: here they are decimal strings. */
export interface MessageSource {
  /** The channels to be read, by id. */
  readonly channels: readonly string[]
  /**
   * What was written in a channel after a message, page by page, oldest first; from the beginning for null. A page is
   * whole or is not given; the pages before one that fails are good.
   * @throws SourceError
   */
  pagesAfter(channel: string, message: string | null): AsyncIterable<readonly ListedMessage[]>
}

export interface ListedMessage {
  readonly id: string
  readonly authorId: string
  /** As others see it. */
  readonly authorName: string
  readonly content: string
  readonly channelId: string
  readonly channelName: string | null
  readonly guildId: string
  readonly guildName: string | null
  readonly createdAt: Moment
}
