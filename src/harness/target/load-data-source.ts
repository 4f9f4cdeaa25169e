import { access } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DataSource } from 'typeorm'
import { StagegateError } from '../vocabulary/stagegate-error.ts'

/** The data source whose migrations are rehearsed, and the files that define its schema. */
export interface LoadedDataSource {
  readonly dataSource: DataSource
  /** The file that exports it. */
  readonly file: string
  /** The folders of its migrations, from its own patterns. */
  readonly migrationFolders: readonly string[]
}

/**
 * Loads the one DataSource that a configuration file exports (`ormconfig.ts`).
 * @throws StagegateError when the file is missing, does not load, or exports none or several.
 */
export async function loadDataSource(path: string, cwd: string = process.cwd()): Promise<LoadedDataSource> {
  const file = resolve(cwd, path)
  await access(file).catch((error: unknown) => {
    throw unusable(file, 'there is no such file', error)
  })
  const exported: object = await import(pathToFileURL(file).href).catch((error: unknown) => {
    throw unusable(file, `it does not load: ${error instanceof Error ? error.message : String(error)}`, error)
  })
  const found = [...new Set(Object.values(exported).filter((value) => value instanceof DataSource))]
  const [dataSource] = found
  if (dataSource === undefined || found.length > 1) {
    throw unusable(
      file,
      `it exports ${found.length === 0 ? 'no DataSource' : `${found.length} DataSource objects`}, and one is needed`,
    )
  }
  return { dataSource, file, migrationFolders: migrationFolders(dataSource, file) }
}

function migrationFolders(dataSource: DataSource, file: string): readonly string[] {
  const entries: readonly unknown[] = Object.values(dataSource.options.migrations ?? [])
  const patterns = entries.filter((entry) => typeof entry === 'string')
  if (patterns.length === 0 || patterns.length < entries.length) {
    throw unusable(
      file,
      'its migrations are not given as file patterns, so that what makes a state cannot be known',
    )
  }
  return patterns.map((pattern) => folderOf(resolve(dirname(file), pattern)))
}

/** The deepest folder that everything a pattern matches is in: its parts before the first with a wildcard. */
function folderOf(pattern: string): string {
  let folder = dirname(pattern)
  while (/[*?[{]|[!@+]\(/.test(folder)) folder = dirname(folder)
  return folder
}

function unusable(file: string, why: string, cause?: unknown): StagegateError {
  return new StagegateError(
    {
      what: `The data source cannot be used: ${why}.`,
      where: file,
      cause: 'A wrong path, or a configuration for another version of TypeORM.',
      next: 'Name a file that exports one TypeORM DataSource with --data-source.',
    },
    cause === undefined ? undefined : { cause },
  )
}
