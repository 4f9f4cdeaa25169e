import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import type { Count } from './count.ts'

/** Runs the unit tests in these folders, below `root`, in the environment of this process. */
export async function runUnitTests(root: string, folders: readonly string[]): Promise<Count> {
  const count = { passed: 0, failed: 0 }
  const skipped = new Map<string, number>()
  const files = (await Promise.all(folders.map((folder) => testFiles(join(root, folder))))).flat()
  const tests = run({ files, concurrency: 2 })
  tests.on('test:pass', ({ details, skip }) => {
    // A suite that is left out says nothing of the tests in it.
    if (skip !== undefined) {
      const reason = typeof skip === 'string' ? skip : 'no reason given'
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
    } else if (details.type !== 'suite') count.passed += 1
  })
  tests.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') count.failed += 1
  })
  for await (const text of tests.compose(new spec())) process.stdout.write(String(text))
  // A suite can fail without any of its tests failing, in a hook.
  if (process.exitCode && count.failed === 0) count.failed = 1
  if (count.passed === 0) count.failed += 1
  return { ...count, skipped }
}

async function testFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => join(folder, name))
}
