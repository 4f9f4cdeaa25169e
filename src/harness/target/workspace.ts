import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { dropAbandoned, LOCK } from './build-lock.ts'
import { lives } from './lives.ts'

/** Where cached states and disposable copies live. One file system, so that a copy can share its blocks. */
export interface Workspace {
  readonly root: string
  /** Finished states, named by the hash of what made them. Never written again. */
  readonly states: string
  /** Disposable copies and states that are being built, each in a folder named after the process that owns it. */
  readonly work: string
  /** Databases that somebody asked to keep. */
  readonly kept: string
  /** Workspaces of single runs, each in a folder named after the process that owns it, and gone with it. */
  readonly runs: string
  /** It is of a single run itself: nothing in it has to outlive a power cut. */
  readonly ofOneRun: boolean
}

/**
 * Opens the workspace and clears away what processes that no longer live have left in it.
 * `STAGEGATE_CACHE` names another place than `.cache/stagegate` below `cwd`.
 */
export async function openWorkspace(
  env: Readonly<Record<string, string | undefined>> = process.env,
  cwd: string = process.cwd(),
): Promise<Workspace> {
  const root = resolve(cwd, env.STAGEGATE_CACHE || join('.cache', 'stagegate'))
  const workspace: Workspace = {
    root,
    states: join(root, 'states'),
    work: join(root, 'work'),
    kept: env[KEPT] ?? join(root, 'kept'),
    runs: join(root, 'runs'),
    ofOneRun: env[KEPT] !== undefined,
  }
  await mkdir(workspace.states, { recursive: true })
  await mkdir(workspace.work, { recursive: true })
  await mkdir(workspace.runs, { recursive: true })
  await sweep(workspace)
  return workspace
}

/** Where kept databases go that are not to go with the workspace of their run. */
const KEPT = 'STAGEGATE_KEPT'

/** The variables of a workspace of one run, below `runs`: what somebody asked to keep outlives it. */
export function placeOfRun(
  workspace: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<string, string | undefined>> {
  return { ...env, STAGEGATE_CACHE: workspace, [KEPT]: resolve(workspace, '../../kept') }
}

/** The folder of this process below `work`, made when it is missing. */
export async function ownFolder(workspace: Workspace): Promise<string> {
  const folder = join(workspace.work, String(process.pid))
  await mkdir(folder, { recursive: true })
  return folder
}

async function sweep(workspace: Workspace): Promise<void> {
  for (const folder of [workspace.work, workspace.runs]) {
    for (const owner of await readdir(folder)) {
      const dead = /^\d+$/.test(owner) && !lives(Number(owner))
      if (dead) await rm(join(folder, owner), { recursive: true, force: true })
    }
  }
  for (const file of await readdir(workspace.states)) {
    if (file.endsWith(LOCK)) await dropAbandoned(join(workspace.states, file))
  }
}
