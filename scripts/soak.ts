/**
 * What a test that runs once would not see: copies while somebody commits all the time, and backups and restores that
 * are killed at random moments. `npm run soak -- --rounds 100`
 * A process is killed, not a machine: what reached the system is kept. That it reached the disk is not tried out here.
 * Exit codes: 0 every round came out as it has to, 1 one did not, 2 it could not run.
 */
import { parseArgs } from 'node:util'
import { copyRounds } from './soak/copy-rounds.ts'
import { createRounds } from './soak/create-rounds.ts'
import { restoreRounds } from './soak/restore-rounds.ts'

const PARTS = {
  'Copies while somebody writes': copyRounds,
  'Backups killed': createRounds,
  'Restores killed': restoreRounds,
}

const { rounds, seed } = parsed()
console.log(`Seed ${seed}: --seed ${seed} chooses the same moments again`)
let failed = 0
for (const [title, part] of Object.entries(PARTS)) {
  const started = performance.now()
  const { summary, failures } = await part(rounds, seed)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${title}: ${rounds - failures.length} of ${rounds} as they have to be; ${summary} (${seconds} s)`,
  )
  for (const failure of failures) console.log(`  ${failure}`)
  failed += failures.length
}
process.exitCode = failed === 0 ? 0 : 1

function parsed(): { readonly rounds: number; readonly seed: number } {
  try {
    const { values } = parseArgs({
      options: { rounds: { type: 'string', default: '100' }, seed: { type: 'string' } },
    })
    return { rounds: whole(values.rounds), seed: whole(values.seed ?? String(Date.now() % 2 ** 31)) }
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}\nUsage: npm run soak -- --rounds 100 --seed 1`,
    )
    process.exit(2)
  }
}

function whole(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text)
  throw new Error(`"${text}" is no whole number.`)
}
