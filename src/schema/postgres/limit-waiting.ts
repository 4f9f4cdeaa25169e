import type { QueryRunner } from 'typeorm'

/** A lock that does not come soon is given up, before everybody else queues up behind it; work may take its time. */
const LIMITS: readonly (readonly [setting: string, value: string])[] = [
  ['lock_timeout', '5s'],
  ['statement_timeout', '15min'],
]

/**
 * Sees to it that the migration in this transaction waits for locks, and works, for a limited time. Outside of a
 * transaction, each operation does that for itself: see {@link withLimits}.
 */
export async function limitWaiting(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return
  for (const [setting, value] of LIMITS) await runner.query(`SET LOCAL ${setting} = '${value}'`)
}

/** The same outside of a transaction. The session has its own limits back afterwards. */
export async function withLimits(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  for (const [setting, value] of LIMITS) await runner.query(`SET ${setting} = '${value}'`)
  try {
    await work()
  } finally {
    for (const [setting] of LIMITS) await runner.query(`RESET ${setting}`)
  }
}
