import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { lives } from '../target/lives.ts'
import { explainDisk } from './explain-disk.ts'

/** A hidden folder in which something is written until it is whole. Disposing of it removes it. */
export interface Draft extends AsyncDisposable {
  readonly folder: string
  /** Where the database is to be written. */
  readonly file: string
  readonly record: string
  readonly checksum: string
}

/** `.stagegate-unfinished-<machine>-<process>-<random>` */
const PREFIX = '.stagegate-unfinished-'
const NAME = /^\.stagegate-unfinished-(.*)-(\d+)-[0-9a-f]{12}$/
/** Of a process on another machine nobody here can say whether it lives. Milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000

/** Those of this process. Any other one of its number was left by a dead process, which had the number before. */
const own = new Set<string>()

/** Makes a draft in a folder that is there. @throws StagegateError where nothing can be written */
export async function openDraft(parent: string): Promise<Draft> {
  const name = `${PREFIX}${machine()}-${process.pid}-${randomBytes(6).toString('hex')}`
  const folder = join(parent, name)
  own.add(folder)
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    own.delete(folder)
    throw explainDisk(error, `Writing to ${parent}`, parent)
  }
  return {
    ...draftIn(folder),
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true })
      own.delete(folder)
    },
  }
}

/** The drafts of a folder whose processes are dead. */
export async function abandonedDrafts(parent: string): Promise<readonly Draft[]> {
  const found: Draft[] = []
  for (const name of await readdir(parent)) {
    const folder = join(parent, name)
    if (!(await isAbandoned(name, folder))) continue
    found.push({
      ...draftIn(folder),
      [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
    })
  }
  return found
}

function draftIn(folder: string): Omit<Draft, keyof AsyncDisposable> {
  return {
    folder,
    file: join(folder, 'database'),
    record: join(folder, 'record'),
    checksum: join(folder, 'checksum'),
  }
}

async function isAbandoned(name: string, folder: string): Promise<boolean> {
  const [, where, pid] = NAME.exec(name) ?? []
  if (pid === undefined || own.has(folder)) return false
  if (where === machine()) return Number(pid) === process.pid || !lives(Number(pid))
  const written = await stat(folder).catch(() => undefined)
  return written !== undefined && Date.now() - written.mtimeMs > A_DAY
}

/** Containers count as machines: they do not see each other's processes, and may share a folder. */
function machine(): string {
  return hostname().replace(/[^A-Za-z0-9.]+/g, '_')
}
