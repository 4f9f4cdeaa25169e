import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { DataSource } from 'typeorm'
import { leases } from './leases.ts'
import type { OpenTarget } from './open-target.ts'
import { copyDatabase } from './sqlite/copy-database.ts'
import { dataSourceAt } from './sqlite/data-source-at.ts'
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
  const folder = await ownFolder(options.workspace)
  const location = join(folder, `${options.label}-${randomUUID().slice(0, 8)}.db`)
  if (options.source === undefined) await writeFile(location, '')
  else await (options.copy ?? copyDatabase)(options.source, location)
  return targetAt(location, join(options.workspace.kept, basename(location)), options)
}

function targetAt(
  location: string,
  keptLocation: string,
  { dataSource: template, hasty = false }: Pick<OpenOptions, 'dataSource' | 'hasty'>,
): OpenTarget {
  let kept = false
  return {
    engine: 'sqlite',
    location,
    address: { engine: 'sqlite', file: location },
    lease: leases(location),
    dataSource: (access) => dataSourceAt(template, location, { ...access, hasty }),
    keep() {
      kept = true
      return keptLocation
    },
    async [Symbol.asyncDispose]() {
      if (kept) await mkdir(dirname(keptLocation), { recursive: true })
      // What SQLite may have left beside it is a part of the database: it goes where the database goes.
      for (const suffix of ['', '-journal', '-wal', '-shm']) {
        if (!kept) await rm(location + suffix, { force: true })
        else if (await exists(location + suffix)) await rename(location + suffix, keptLocation + suffix)
      }
    },
  }
}

async function exists(location: string): Promise<boolean> {
  return access(location).then(
    () => true,
    () => false,
  )
}
