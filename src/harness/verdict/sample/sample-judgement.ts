import type { Judgement } from '../../gate/judgement.ts'

/** A held judgement of 305 rows, for tests, with whatever a test changes in it. */
export function sampleJudgement(changes: Partial<Judgement> = {}): Judgement {
  return {
    subject: 'clan_members.id',
    outcome: 'held',
    measured: '100 % (305 of 305 rows)',
    tolerance: 'at least 100 %',
    population: 305,
    witnesses: [],
    witnessCount: 0,
    ...changes,
  }
}
