import { CHANNEL_ID } from './plain-recording.ts'
import type { RecordedMessage } from './recording.ts'

/** A message with the fewest fields that are read. */
export function plainMessage(id: string, further: Partial<RecordedMessage> = {}): RecordedMessage {
  return {
    id,
    channel_id: CHANNEL_ID,
    author: { id: '200000000000000001', username: 'somebody' },
    content: `message ${id}`,
    timestamp: '2025-12-22T15:00:00.000000+00:00',
    ...further,
  }
}
