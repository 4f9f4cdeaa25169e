import type { Interrupt } from '../../src/harness/migration/step-recorder.ts'

/** Where a migration is made to fail. Its last statement is the record of it. */
export type FailurePoint = 'half-way' | 'at its last statement'

/** Thrown into a migration by the plan, and told apart from every other failure by its text. */
export const INTERRUPTION = 'interrupted by the plan'

/**
 * Fails one migration once.
 * @param statements how many statements it sends when nothing stops it
 */
export function interruptionAt(migration: string, point: FailurePoint, statements: number): Interrupt {
  const half = Math.ceil(statements / 2)
  let thrown = false
  return (current, statement, sql) => {
    const here = point === 'half-way' ? statement === half : /^INSERT INTO "migrations"/i.test(sql)
    if (thrown || current !== migration || !here) return
    thrown = true
    throw new Error(INTERRUPTION)
  }
}
