import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageFolder, packageVersion } from './package-version.ts'

/** The SQLite that the driver carries; its source comes with the package and names the version. */
export async function sqliteVersion(): Promise<string> {
  const driver = packageFolder('better-sqlite3')
  const header = await readFile(join(driver, 'deps', 'sqlite3', 'sqlite3.h'), 'utf8').catch(() => '')
  const version = /#define SQLITE_VERSION\s+"([^"]+)"/.exec(header)?.[1]
  return version ?? `of better-sqlite3 ${await packageVersion(driver)}`
}
