import { Then } from '@cucumber/cucumber'
import { shortName } from '../src/harness/migration/history.ts'
import { everyColumn } from '../src/harness/observation/every-column.ts'
import { fingerprintState } from '../src/harness/observation/fingerprint-state.ts'
import { observeCatalog } from '../src/harness/observation/observe-catalog.ts'
import { observeHistory } from '../src/harness/observation/observe-history.ts'
import { observeRows } from '../src/harness/observation/observe-rows.ts'
import type { StateFingerprint } from '../src/harness/vocabulary/state-fingerprint.ts'
import type { StateFacts } from './support/state-facts.ts'
import type { RehearsalWorld } from './support/world.ts'

// These judge nothing: the steps beside them do. They show a person what was the same.

Then('the fingerprints before, after and back are kept', async function (this: RehearsalWorld) {
  const { current } = await (await this.laboratory()).fixture('head')
  this.addFingerprint(await ofState('before', this.origin))
  if (current) this.addFingerprint(await ofState('after', current))
  this.addFingerprint(await ofTarget('back', this))
})

// Of a real database every row would have to be read once more, and the step before has just compared them.
Then('the fingerprint of a fixture applied again is kept', async function (this: RehearsalWorld) {
  const { isReal } = await this.laboratory()
  if (!isReal) this.addFingerprint(await ofTarget('again', this))
})

type Moment = StateFingerprint['moment']

/** What is known of a finished state is kept beside it, so that most runs need not read it. */
async function ofState(moment: Moment, facts: StateFacts): Promise<StateFingerprint> {
  const [record, catalog, rows] = [await facts.record(), await facts.catalog(), await facts.rows()]
  return fingerprintState({ moment, at: lastOf(record), catalog, rows })
}

async function ofTarget(moment: Moment, { target }: RehearsalWorld): Promise<StateFingerprint> {
  const catalog = await observeCatalog(target)
  const rows = await observeRows(target, everyColumn(catalog))
  return fingerprintState({ moment, at: lastOf(await observeHistory(target)), catalog, rows })
}

function lastOf(record: readonly { readonly name: string }[]): string {
  return shortName(record.at(-1)?.name ?? 'nothing')
}
