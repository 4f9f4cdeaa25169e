import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { OpenTarget } from '../../../src/harness/target/open-target.ts'
import type { HarvestUntil } from './harvest-until.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const HARVEST_UNTIL = new URL('./harvest-until.ts', import.meta.url).href

/** It may hold a password, which everybody could read in a command line. */
const REQUEST = 'STAGEGATE_HARVEST_UNTIL'

/** Milliseconds. A harvest that is not at the statement by then never gets there; its end by SIGTERM shows that. */
const LONGEST = 600_000

/**
 * A harvest in a process of its own that is killed on its way.
 * @throws Error when it ended in any other way: then nothing was shown.
 */
export async function killedHarvest(target: OpenTarget, until: Omit<HarvestUntil, 'address'>): Promise<void> {
  await using _lease = target.lease('harvest that is killed')
  const request: HarvestUntil = { ...until, address: target.address }
  const module = `import { harvestUntil } from ${JSON.stringify(HARVEST_UNTIL)}
await harvestUntil(JSON.parse(process.env.${REQUEST}))`
  // What the plan runs under is meant for its own workers.
  const { NODE_OPTIONS: _options, ...env } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', module], {
    cwd: ROOT,
    env: { ...env, [REQUEST]: JSON.stringify(request) },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: LONGEST,
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code, signal] = await new Promise<readonly [number | null, string | null]>((finish, fail) => {
    child.once('error', fail).once('close', (...end) => finish(end))
  })
  if (signal !== 'SIGKILL') throw new Error(`the harvest was not killed: it ended with ${code}\n${said}`)
}
