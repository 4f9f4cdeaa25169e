import { open } from '../open.ts'
import type { OpenTarget } from '../open-target.ts'
import { checkFreeDisk } from '../source/free-disk.ts'
import type { CopySourceOptions, Source } from '../source.ts'
import type { TargetOptions } from '../store.ts'
import { ownFolder, type Workspace } from '../workspace.ts'
import { fileOf } from './file-of.ts'
import { onlineBackup } from './online-backup.ts'

/** A copy of a real database in the own folder of a workspace. */
export async function copySource(
  workspace: Workspace,
  { address, bytes }: Source,
  { template, label, hasty = false, ...watching }: TargetOptions & CopySourceOptions,
): Promise<OpenTarget> {
  const source = fileOf(address)
  await checkFreeDisk(await ownFolder(workspace), bytes)
  const lasting = !workspace.ofOneRun
  const copy = (from: string, to: string) => onlineBackup(from, to, { ...watching, lasting })
  return open({ workspace, dataSource: template, label, hasty, source, copy })
}
