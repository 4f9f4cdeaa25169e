import { existsSync, lstatSync, mkdirSync, renameSync, rmdirSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'

/** A folder into which the reports of a run come all together, or not at all. */
export interface ReportFolder extends AsyncDisposable {
  readonly path: string
  /** Where reports are made until they are published. */
  readonly draft: string
  /** What is there from earlier runs, and of other people. */
  names(): Promise<readonly string[]>
  /**
   * Puts texts, and the files that are in the draft already, into the folder. Files of the names in `owned` that are
   * there from an earlier run and have no successor go, too: reports of two runs side by side would lie. A name may be
   * that of a file in a folder: `history/a.json`.
   * @returns the names of what is there now.
   */
  publish(texts: Readonly<Record<string, string>>, owned: readonly string[]): Promise<readonly string[]>
}

/**
 * Opens the folder and proves that it can be written to, before a long run and not behind it. The draft lies inside,
 * because only there a file can surely be moved into place without being copied.
 * @throws StagegateError
 */
export async function openReportFolder(path: string, cwd: string): Promise<ReportFolder> {
  const shown = relative(cwd, path) || path
  const isNew = !existsSync(path)
  const draft = await makeDraft(path).catch((error: NodeJS.ErrnoException) => {
    const isFile = error.code === 'EEXIST' || error.code === 'ENOTDIR'
    throw new StagegateError(
      {
        what: `Reports cannot be written to "${shown}".`,
        where: '--reports',
        cause: isFile ? 'It, or a folder above it, is a file.' : error.message,
        next: 'Name a folder that may be written to.',
      },
      { cause: error },
    )
  })
  return {
    path,
    draft,
    names: () => readdir(path),
    async publish(texts, owned) {
      for (const [name, text] of Object.entries(texts)) {
        await mkdir(dirname(join(draft, name)), { recursive: true })
        await writeFile(join(draft, name), text)
      }
      return move(draft, path, owned)
    },
    async [Symbol.asyncDispose]() {
      await rm(draft, { recursive: true, force: true })
      // A folder that this run made and put nothing into goes with it; one with something in it stays.
      if (isNew) await rmdir(path).catch(() => {})
    },
  }
}

async function makeDraft(path: string): Promise<string> {
  await mkdir(path, { recursive: true })
  return mkdtemp(join(path, '.unfinished-'))
}

/** Synchronous, so that no signal comes between two files. */
function move(draft: string, path: string, owned: readonly string[]): readonly string[] {
  const undo: (() => void)[] = []
  const rename = (from: string, to: string) => {
    renameSync(from, to)
    undo.unshift(() => renameSync(to, from))
  }
  const old = join(draft, 'old')
  mkdirSync(old)
  try {
    for (const name of owned) {
      if (existsSync(join(path, name))) {
        mkdirSync(dirname(join(old, name)), { recursive: true })
        rename(fileIn(path, name), join(old, name))
      }
      if (!existsSync(join(draft, name))) continue
      const made = makeFolder(path, dirname(name))
      if (made !== undefined) undo.unshift(() => rmdirSync(made))
      rename(join(draft, name), join(path, name))
    }
  } catch (error) {
    for (const step of undo) step()
    throw error
  }
  return owned.filter((name) => existsSync(join(path, name)))
}

/** The folder in which a report stands, where it had to be made. */
function makeFolder(path: string, name: string): string | undefined {
  try {
    return mkdirSync(join(path, name), { recursive: true })
  } catch (error) {
    throw new StagegateError(
      {
        what: `Reports cannot be written to the folder ${name}.`,
        where: path,
        cause: error instanceof Error ? error.message : String(error),
        next: 'Remove what is in its place, or name another folder with --reports.',
      },
      { cause: error },
    )
  }
}

function fileIn(folder: string, name: string): string {
  const file = join(folder, name)
  if (!lstatSync(file).isDirectory()) return file
  throw new StagegateError({
    what: `The report ${name} cannot be written: a folder has its name.`,
    where: file,
    next: 'Remove the folder, or name another one with --reports.',
  })
}
