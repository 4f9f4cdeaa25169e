import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { StagegateError } from '../../harness/vocabulary/stagegate-error.ts'
import type { DraftedFile } from './draft-migration.ts'

/** Files that come, and one that is changed. */
export interface Writing {
  readonly created: readonly DraftedFile[]
  /** With the text that the change was made from: who changed it meanwhile does not lose that. */
  readonly changed?: DraftedFile & { readonly from: string }
}

/**
 * Writes all files, or none. Nothing that is there is overwritten: each text is written beside its place first, and
 * takes it only when all of them are on the disk.
 * @throws StagegateError when a file is there already, or the one to be changed is another by now.
 */
export async function writeDraft(cwd: string, { created, changed }: Writing): Promise<void> {
  const staged: string[] = []
  const placed: string[] = []
  const stage = async ({ path, text }: DraftedFile): Promise<string> => {
    const file = join(cwd, path)
    const beside = join(dirname(file), `.${basename(file)}.${process.pid}.part`)
    await mkdir(dirname(file), { recursive: true })
    staged.push(beside)
    await writeFile(beside, text, { flag: 'wx' })
    return beside
  }
  try {
    const parts = []
    for (const file of created) parts.push({ file, beside: await stage(file) })
    const other = changed && (await stage(changed))
    for (const { file, beside } of parts) {
      await link(beside, join(cwd, file.path)).catch((error: unknown) => refuse(error, file.path))
      placed.push(join(cwd, file.path))
    }
    if (changed && other) {
      await mustBe(changed.from, join(cwd, changed.path), changed.path)
      await rename(other, join(cwd, changed.path))
    }
  } catch (error) {
    for (const file of placed) await rm(file, { force: true })
    throw error
  } finally {
    for (const file of staged) await rm(file, { force: true })
  }
}

function refuse(error: unknown, path: string): never {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  throw new StagegateError(
    {
      what: 'A file is there already. Nothing was written.',
      where: path,
      cause: 'The migration was begun before, or another one has its name.',
      next: 'Take another name, or remove the file.',
    },
    { cause: error },
  )
}

async function mustBe(text: string, file: string, path: string): Promise<void> {
  if ((await readFile(file, 'utf8')) === text) return
  throw new StagegateError({
    what: 'A file was changed meanwhile. Nothing was written.',
    where: path,
    next: 'Run the command again.',
  })
}
