import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunDocument } from '../../src/harness/verdict/decision.ts'
import type { Count } from './count.ts'

/** What is to be run, as people would. */
export interface PlanRun {
  readonly title: string
  readonly args: readonly string[]
  /** Where the reports go, below the project's folder. */
  readonly reports: string
  readonly env: NodeJS.ProcessEnv
}

/** Runs the command. Each scenario counts as a test, and so does the verdict. */
export async function runPlan(root: string, { title, args, reports, env }: PlanRun): Promise<Count> {
  console.log(`\n${title}`)
  const file = join(root, reports, 'run.json')
  // A run that could not begin must not be judged by what an earlier one left.
  await rm(file, { force: true })
  const command = ['bin/stagegate.mjs', 'verify', ...args, '--parallel', '2', '--reports', reports]
  const exitCode = await ended(command, root, env)
  const document = await readDocument(file)
  if (document === undefined) return { passed: 0, failed: 1, skipped: new Map() }
  const { scenarios } = document.run
  const passed = scenarios.filter(({ status }) => status === 'passed').length
  const go = exitCode === 0 && document.verdict === 'GO'
  return {
    passed: passed + (go ? 1 : 0),
    failed: scenarios.length - passed + (go ? 0 : 1),
    skipped: new Map(),
  }
}

async function readDocument(file: string): Promise<RunDocument | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text)
}

function ended(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<number | null> {
  const child = spawn(process.execPath, command, { cwd, env, stdio: 'inherit' })
  return new Promise((finish, fail) => child.once('error', fail).once('exit', finish))
}
