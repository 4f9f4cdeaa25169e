/**
 * Builds a fixture once, in a process of its own, and prints the sample: as cold as the command is, and with a heap that
 * holds nothing of the other side. `tsx bench/measuring/build-once.ts floor|ours PROFILE FINISHED-FIXTURE`
 */
import { join } from 'node:path'
import { fixtureState } from '../../src/fixture/fixture-state.ts'
import { tableRowsOf } from '../../src/fixture/rows/table-rows-of.ts'
import { cachedState } from '../../src/harness/target/cached-state.ts'
import { makeReady, readSchema, writeByHand } from '../floor/write-by-hand.ts'
import { fixtureOptions, openBenchWorkspace } from './bench-context.ts'
import { timed } from './timed.ts'

const [side, profile = '', finished = ''] = process.argv.slice(2)
const workspace = await openBenchWorkspace(`bench-${side}`)
const options = await fixtureOptions(profile, workspace)
if (side === 'floor') {
  const tables = tableRowsOf(options.profile, options.profile.rawDataBytes).map(makeReady)
  const schema = readSchema(finished)
  const location = join(workspace.states, 'floor.db')
  print(await timed(() => writeByHand(location, schema, tables)), location)
} else {
  let location = ''
  const sample = await timed(async () => {
    location = await cachedState(workspace, await fixtureState(options))
  })
  print(sample, location)
}

function print(sample: object, location: string): void {
  process.stdout.write(JSON.stringify({ ...sample, location }))
}
