import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { copyDatabase } from '../../../src/harness/target/sqlite/copy-database.ts'
import { ownFolder } from '../../../src/harness/target/workspace.ts'
import type { BackupsMeasured } from '../../figures/database-measured.ts'
import { flush } from '../flush.ts'
import { type ChildRun, runChild } from '../run-child.ts'
import type { DatabaseContext } from './database-context.ts'

/**
 * A backup of the database, and restoring it over a copy of that database, as people give the commands: each with all
 * that it verifies, from the start of its process to its end. The copy is made before the clock starts.
 * @throws StagegateError with what a command says when it fails.
 */
export async function measureBackups(
  context: DatabaseContext,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<BackupsMeasured> {
  const runs: { readonly create: ChildRun; readonly restore: ChildRun }[] = []
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    onStart(`backup and restore, ${repetition} of ${repetitions}`)
    runs.push(await measureOnce(context))
  }
  const of = (command: 'create' | 'restore') => ({
    milliseconds: runs.map((run) => run[command].milliseconds),
    peakBytes: runs.map((run) => run[command].peakBytes),
  })
  return { create: of('create'), restore: of('restore') }
}

async function measureOnce({ workspace, file }: DatabaseContext) {
  const place = await mkdtemp(join(await ownFolder(workspace), 'backups-'))
  const [folder, replaced] = [join(place, 'backups'), join(place, 'replaced.db')]
  const backup = (...args: readonly string[]) =>
    runChild(['bin/stagegate.mjs', 'backup', ...args], { STAGEGATE_CACHE: workspace.root })
  try {
    const create = await backup('create', '--database', file, '--folder', folder)
    const [made] = (await readdir(folder)).filter((name) => name.endsWith('.db'))
    if (made === undefined) throw new Error(`no backup was made: ${create.output}`)
    await copyDatabase(file, replaced)
    flush(replaced)
    const restore = await backup('restore', join(folder, made), '--database', replaced, '--yes')
    return { create, restore }
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
