/**
 * Every test of the project: unit tests, the plan on the staging fixture, and the features about the harness, which run
 * the command itself. All of it on both engines where there is a server of PostgreSQL or something to start one with;
 * otherwise the last lines say what was not run, as they do of the tests of the page where there is no Chromium. The very
 * last line counts all tests together.
 */
import { resolve } from 'node:path'
import type { Count } from './testing/count.ts'
import { findPostgres } from './testing/find-postgres.ts'
import { runPlan } from './testing/run-plan.ts'
import { runUnitTests } from './testing/run-unit-tests.ts'

const ROOT = resolve(import.meta.dirname, '..')
const BOTH = ['--engine', 'sqlite', '--engine', 'postgres']
const isCi = (process.env.CI ?? '') !== '' && process.env.CI !== 'false'

const interrupted = new AbortController()
const surroundings = { ...process.env }
const finding = findPostgres(interrupted.signal)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Not once: a library that cleans up would end the process where it finds nobody else listening.
  process.on(signal, async () => {
    interrupted.abort(new Error('interrupted'))
    // A container that was started is stopped; one that was not has nothing to be stopped.
    const found = await finding.catch(() => undefined)
    if (found && 'stop' in found) await found.stop()
    process.exit(130)
  })
}
const postgres = await finding
const isThere = 'url' in postgres
// Tests of PostgreSQL find their server by this variable, and are skipped without it.
if (isThere) process.env.STAGEGATE_POSTGRES_URL = postgres.url
console.log(isThere ? `PostgreSQL ${postgres.version} for the tests` : 'No PostgreSQL for the tests')

const counts: Count[] = [
  await runUnitTests(ROOT, ['src', 'step-definitions', 'scripts', 'bench']),
  await runPlan(ROOT, {
    title: 'The plan, on the staging fixture',
    args: [...(isThere ? BOTH : []), '--profile', 'staging'],
    reports: 'reports/test/staging',
    // It starts a container of its own, as it does for everybody who names no server.
    env: surroundings,
  }),
  await runPlan(ROOT, {
    title: 'The harness',
    args: ['features/harness', ...(isThere ? BOTH : []), '--profile', 'tiny'],
    reports: 'reports/test/harness',
    env: process.env,
  }),
]
if (isThere) await postgres.stop()

const passed = counts.reduce((sum, count) => sum + count.passed, 0)
let failed = counts.reduce((sum, count) => sum + count.failed, 0)
const skipped = counts.flatMap((count) => [...count.skipped])
console.log('')
for (const [reason, count] of skipped) console.log(`${count} skipped: ${reason}`)
if (!isThere) console.log(`Not run: the plan and the harness on PostgreSQL. ${postgres.whyNot}`)
if (isCi && (!isThere || skipped.some(([reason]) => /^needs (PostgreSQL|Chromium)/.test(reason)))) {
  console.log('In CI everything has to run: what was not run counts as a failure.')
  failed += 1
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
