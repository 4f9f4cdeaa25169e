import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { DataSource } from 'typeorm'
import { leases } from './leases.ts'
import type { OpenTarget } from './open-target.ts'
import { copyDatabase } from './sqlite/copy-database.ts'
import { dataSourceAt } from './sqlite/data-source-at.ts'
import { type DiscardedFiles, discardedFiles } from './sqlite/discarded-files.ts'
import { ownFolder, type Workspace } from './workspace.ts'

export interface OpenOptions {
  readonly workspace: Workspace
  /** The data source whose entities and migrations are rehearsed; the one given is never initialised. */
  readonly dataSource: DataSource
  /** The database file to copy; undefined for an empty database. It is only read. */
  readonly source?: string
  /** How it is copied; by default as the file of a database that nobody has open. */
  readonly copy?: (from: string, to: string) => Promise<void>
  /** What the copy is of, as a part of its file's name. */
  readonly label: string
  /** It need not outlive a power cut. */
  readonly hasty?: boolean
}

/** Opens a disposable copy of a database. */
export async function open(options: OpenOptions): Promise<OpenTarget> {
  const { workspace, source, copy, label } = options
  const folder = await ownFolder(workspace)
  const location = join(folder, `${label}-${randomUUID().slice(0, 8)}.db`)
  // A run on a real database, which may be large, has a workspace of its own.
  const discarded = workspace.ofOneRun && source !== undefined ? discardedFiles(folder) : undefined
  if (source === undefined) await writeFile(location, '')
  else if (copy) await copy(source, location)
  else if (!(await discarded?.copyOver(source, location))) await copyDatabase(source, location)
  return targetAt({ ...options, location, discarded })
}

interface TargetOptions extends Pick<OpenOptions, 'workspace' | 'dataSource' | 'hasty'> {
  readonly location: string
  readonly discarded: DiscardedFiles | undefined
}

function targetAt(options: TargetOptions): OpenTarget {
  const { workspace, dataSource: template, hasty = false, location, discarded } = options
  const keptLocation = join(workspace.kept, basename(location))
  const lease = leases(location)
  let kept = false
  return {
    engine: 'sqlite',
    location,
    address: { engine: 'sqlite', file: location },
    lease,
    dataSource: (access) => dataSourceAt(template, location, { ...access, hasty }),
    keep() {
      kept = true
      return keptLocation
    },
    async [Symbol.asyncDispose]() {
      if (kept) return await move(location, keptLocation)
      for (const suffix of BESIDE) await rm(location + suffix, { force: true })
      const overwritten = isFree(lease) && (await discarded?.take(location))
      if (!overwritten) await rm(location, { force: true })
    },
  }
}

/** What SQLite may have left beside a database is a part of it: it goes where the database goes. */
const BESIDE = ['-journal', '-wal', '-shm']

async function move(location: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  for (const suffix of ['', ...BESIDE]) {
    if (await exists(location + suffix)) await rename(location + suffix, to + suffix)
  }
}

/** Who still has it open would write into the next copy. Nobody gets it any more. */
function isFree(lease: OpenTarget['lease']): boolean {
  try {
    lease('one that discards it')
    return true
  } catch {
    return false
  }
}

async function exists(location: string): Promise<boolean> {
  return access(location).then(
    () => true,
    () => false,
  )
}
