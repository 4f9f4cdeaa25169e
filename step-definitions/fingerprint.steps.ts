import { Then } from '@cucumber/cucumber'
import { shortName } from '../src/harness/migration/history.ts'
import { everyColumn } from '../src/harness/observation/every-column.ts'
import { fingerprintState } from '../src/harness/observation/fingerprint-state.ts'
import { observeCatalog } from '../src/harness/observation/observe-catalog.ts'
import { observeCensus } from '../src/harness/observation/observe-census.ts'
import { observeHistory } from '../src/harness/observation/observe-history.ts'
import { observeRows } from '../src/harness/observation/observe-rows.ts'
import type { StateFingerprint } from '../src/harness/vocabulary/state-fingerprint.ts'
import type { Laboratory } from './support/laboratory.ts'
import type { StateFacts } from './support/state-facts.ts'
import type { RehearsalWorld } from './support/world.ts'

// These judge nothing: the steps beside them do. They show a person what was the same.

Then('the fingerprints before, after and back are kept', async function (this: RehearsalWorld) {
  const laboratory = await this.laboratory()
  const { current } = await laboratory.fixture('head')
  this.addFingerprint(await ofState('before', this.origin, laboratory))
  if (current) this.addFingerprint(await ofState('after', current, laboratory))
  this.addFingerprint(await ofTarget('back', this, laboratory))
})

Then('the fingerprint of what is applied again is kept', async function (this: RehearsalWorld) {
  this.addFingerprint(await ofTarget('again', this, await this.laboratory()))
})

type Moment = StateFingerprint['moment']

/** What is known of a finished state is kept beside it, so that most runs need not read it. */
async function ofState(moment: Moment, facts: StateFacts, { isReal }: Laboratory): Promise<StateFingerprint> {
  const [record, catalog] = [await facts.record(), await facts.catalog()]
  const rows = isReal ? counted(await facts.census()) : await facts.rows()
  return fingerprintState({ moment, at: lastOf(record), catalog, rows })
}

async function ofTarget(
  moment: Moment,
  { target }: RehearsalWorld,
  { isReal }: Laboratory,
): Promise<StateFingerprint> {
  const catalog = await observeCatalog(target)
  const rows = isReal ? counted(await observeCensus(target)) : await observeRows(target, everyColumn(catalog))
  return fingerprintState({ moment, at: lastOf(await observeHistory(target)), catalog, rows })
}

/** Of a real database every row would have to be read four times more; the steps beside these have compared them. */
function counted(census: Readonly<Record<string, number>>) {
  return Object.entries(census).map(([table, rows]) => ({ table, rows, columns: null }))
}

function lastOf(record: readonly { readonly name: string }[]): string {
  return shortName(record.at(-1)?.name ?? 'nothing')
}
