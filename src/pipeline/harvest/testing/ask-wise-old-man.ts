import type { ClanSource } from '../sources/clan-source.ts'
import { type WiseOldManOptions, wiseOldMan } from '../sources/wise-old-man.ts'
import type { Recording } from './recording.ts'
import { type RecordingServer, type ServeOptions, serveRecording } from './serve-recording.ts'

export interface AskedClan extends RecordingServer {
  readonly clan: ClanSource
}

/** A source with a server of its own, which it need not spare. */
export async function askWiseOldMan(
  recording: Recording,
  options: Partial<WiseOldManOptions> = {},
  serve: ServeOptions = {},
): Promise<AskedClan> {
  const server = await serveRecording(recording, serve)
  const clan = wiseOldMan({
    baseUrl: server.wiseOldManUrl,
    groupId: recording.group.id,
    requestsPerMinute: Number.POSITIVE_INFINITY,
    ...options,
  })
  return { ...server, clan }
}
