import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RecordedChannel, RecordedMessage, RecordedSnapshot, Recording } from './recording.ts'

/** The recorded responses of an invented clan of six. */
const FIXTURE: string = fileURLToPath(new URL('../../../../fixtures/harvest', import.meta.url))

/**
 * Recorded responses from a folder: `group.json`, `players/<name>.json`, `guild.json`, `channels.json` and
 * `messages/<channel's id>.json`, each of them as its API answers.
 */
export async function readRecording(folder: string = FIXTURE): Promise<Recording> {
  const channels = await readJson<readonly RecordedChannel[]>(join(folder, 'channels.json'))
  return {
    group: await readJson(join(folder, 'group.json')),
    players: await readFolder<readonly RecordedSnapshot[]>(join(folder, 'players')),
    guild: await readJson(join(folder, 'guild.json')),
    channels: Object.fromEntries(channels.map((channel) => [channel.id, channel])),
    messages: await readFolder<readonly RecordedMessage[]>(join(folder, 'messages')),
  }
}

async function readFolder<Content>(folder: string): Promise<Record<string, Content>> {
  const files = (await readdir(folder)).filter((file) => extname(file) === '.json').sort()
  const contents = await Promise.all(files.map((file) => readJson<Content>(join(folder, file))))
  // Some file systems take names apart that have accents: in the answers they are in one piece.
  return Object.fromEntries(
    contents.map((content, at) => [basename(files[at] ?? '', '.json').normalize('NFC'), content]),
  )
}

async function readJson<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(file, 'utf8'))
}
