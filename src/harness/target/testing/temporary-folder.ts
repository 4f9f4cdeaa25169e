import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** A folder of its own, removed when it is disposed of. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string
}

/** Inside the project, so that modules in it find what they import; in the folder that git ignores. */
const PARENT = resolve(import.meta.dirname, '../../../../.cache/temporary-folders')

/** @param files their texts, by path */
export async function temporaryFolder(
  files: Readonly<Record<string, string>> = {},
): Promise<TemporaryFolder> {
  await mkdir(PARENT, { recursive: true })
  const path = await mkdtemp(join(PARENT, 'folder-'))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, file)), { recursive: true })
    await writeFile(join(path, file), text)
  }
  return {
    path,
    async [Symbol.asyncDispose]() {
      await rm(path, { recursive: true, force: true })
    },
  }
}
