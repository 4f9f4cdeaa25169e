import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { onlineBackup } from '../../src/harness/target/sqlite/online-backup.ts'
import {
  makeAccounts,
  restlessWriter,
  seeAccounts,
} from '../../src/harness/target/testing/restless-writer.ts'
import { temporaryFolder } from '../../src/harness/target/testing/temporary-folder.ts'
import type { SoakResult } from './soak-part.ts'

const ACCOUNTS = 1000
const BYTES_EACH = 4000

/** Copies a database of some megabytes while a process commits to it all the time: half of them with a log, half without. */
export async function copyRounds(rounds: number): Promise<SoakResult> {
  await using folder = await temporaryFolder()
  const withLog = await roundsWith('wal', Math.ceil(rounds / 2), folder.path)
  const without = await roundsWith('delete', Math.floor(rounds / 2), folder.path)
  return {
    summary: `${withLog.committed + without.committed} transactions were committed meanwhile`,
    failures: [...withLog.failures, ...without.failures],
  }
}

async function roundsWith(journal: 'wal' | 'delete', rounds: number, folder: string) {
  const file = join(folder, `${journal}.db`)
  const copy = join(folder, 'copy.db')
  makeAccounts(file, { journal, accounts: ACCOUNTS, bytesEach: BYTES_EACH })
  await using writer = await restlessWriter(file)
  const failures: string[] = []
  let before = 0
  for (let round = 1; round <= rounds; round += 1) {
    const { fault, transfers } = await copied(file, copy, before)
    if (fault !== null) failures.push(`round ${round}, journal_mode ${journal}: ${fault}`)
    before = transfers
    await rm(copy, { force: true })
  }
  return { failures, committed: await writer.stop() }
}

/** @param before how many transfers the copy before had */
async function copied(file: string, copy: string, before: number) {
  try {
    await onlineBackup(file, copy)
    const { integrity, total, wrong, transfers } = seeAccounts(copy)
    const whole = integrity === 'ok' && total === ACCOUNTS * 1000 && wrong === 0 && transfers >= before
    const seen = `integrity ${integrity}, total ${total}, ${wrong} accounts wrong, ${transfers} transfers`
    return { fault: whole ? null : seen, transfers }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error), transfers: before }
  }
}
