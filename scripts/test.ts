/**
 * Every test of the project: unit tests, the plan on the staging fixture, and the features about the harness, which run
 * the command itself. The last line counts them all together.
 */
import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import type { RunDocument } from '../src/harness/verdict/decision.ts'

interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const ROOT = resolve(import.meta.dirname, '..')
const counts: Count[] = [
  await unitTests(),
  await plan('The plan, on the staging fixture', [
    '--profile',
    'staging',
    '--reports',
    'reports/test/staging',
  ]),
  await plan('The harness', ['features/harness', '--profile', 'tiny', '--reports', 'reports/test/harness']),
]
const sum = (of: keyof Count) => counts.reduce((total, count) => total + count[of], 0)
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
process.exitCode = sum('failed') === 0 ? 0 : 1

async function unitTests(): Promise<Count> {
  const count = { passed: 0, failed: 0, skipped: 0 }
  const files = (await Promise.all(['src', 'step-definitions', 'scripts', 'bench'].map(testFiles))).flat()
  const tests = run({ files, concurrency: 2 })
  tests.on('test:pass', ({ details, skip }) => {
    if (details.type !== 'suite') count[skip === undefined ? 'passed' : 'skipped'] += 1
  })
  tests.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') count.failed += 1
  })
  for await (const text of tests.compose(new spec())) process.stdout.write(String(text))
  // A suite can fail without any of its tests failing, in a hook.
  if (process.exitCode && count.failed === 0) count.failed = 1
  if (count.passed === 0) count.failed += 1
  return count
}

async function testFiles(folder: string): Promise<string[]> {
  const names = await readdir(join(ROOT, folder), { recursive: true }).catch(() => [])
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => join(ROOT, folder, name))
}

/** Runs the command as people do. Each scenario counts as a test, and so does the verdict. */
async function plan(title: string, args: readonly string[]): Promise<Count> {
  console.log(`\n${title}`)
  const exitCode = await verify([...args, '--parallel', '2'])
  const reports = args[args.indexOf('--reports') + 1] ?? ''
  const document: RunDocument = JSON.parse(await readFile(join(ROOT, reports, 'run.json'), 'utf8'))
  const passed = document.run.scenarios.filter(({ status }) => status === 'passed').length
  const go = exitCode === 0 && document.verdict === 'GO'
  return {
    passed: passed + (go ? 1 : 0),
    failed: document.run.scenarios.length - passed + (go ? 0 : 1),
    skipped: 0,
  }
}

function verify(args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, ['bin/stagegate.mjs', 'verify', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  return new Promise((finish, fail) => child.once('error', fail).once('exit', finish))
}
