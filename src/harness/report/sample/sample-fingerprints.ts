import type { StateFingerprint } from '../../vocabulary/state-fingerprint.ts'

/** The whole refactoring rolled back and applied again on the tiny fixture, for tests. */
export const sampleFingerprints = (): readonly StateFingerprint[] => [
  { moment: 'before', at: 'DedupSnapshots', catalog: EARLIER, tables: [...earlier, SKILLS].toSorted(byName) },
  { moment: 'after', at: 'NormalizeUserIds', catalog: LATER, tables: later },
  {
    moment: 'back',
    at: 'DedupSnapshots',
    catalog: EARLIER,
    tables: [...earlier, NO_SKILLS].toSorted(byName),
  },
  { moment: 'again', at: 'NormalizeUserIds', catalog: LATER, tables: later },
]

type TableHash = StateFingerprint['tables'][number]

const EARLIER = '85dda1bb509a13480b4315a163f3cff9eeb0aec8a6f2902cc1a5b8edeca95c6f'
const LATER = 'f8a1d77ec1d0ae65873f813df4d700e65b0d3c393f8d8d7dd82c28e12c7709af'

const SKILLS: TableHash = {
  table: 'skill_snapshots',
  rows: 48,
  hash: 'ea9f572d092892c4a98e9fead98ad89fb0ebf67e17f0eea02051d747507aacf5',
}
/** Dropped with its rows, and back without them. */
const NO_SKILLS: TableHash = {
  table: 'skill_snapshots',
  rows: 0,
  hash: '92d75f3f706aece67a662d0d0df7f0abbf417dd3ac5d5893c66eae683caec5ea',
}

const earlier: readonly TableHash[] = [
  {
    table: 'boss_snapshots',
    rows: 180,
    hash: 'b2a41fb1f80a141985634453476f5122948a2d5591ca7695ff330288344a79fa',
  },
  {
    table: 'clan_members',
    rows: 23,
    hash: '2c52d1b425222d1304d80b323368bcee2becd7864174691d0bd4c6fc5ad4e31f',
  },
  {
    table: 'discord_messages',
    rows: 150,
    hash: '8b5c100a1f8580b7cf543d784cbaf756aeabc38a0864485118062702524ab044',
  },
  {
    table: 'wom_records',
    rows: 24,
    hash: '21d8e48cc7cafa81a6b6f28f89a1dec055facc131f8f2ad86d727f6900ac0b2f',
  },
  {
    table: 'wom_snapshots',
    rows: 300,
    hash: '80399f0f3091142b169269d90c691dc23593840703d3e2ede49dce4bf3f8638a',
  },
]

const later: readonly TableHash[] = [
  {
    table: 'boss_snapshots',
    rows: 180,
    hash: '3a76fd59aa76b539d0df0296302e6882e2beb0eb3c3094d784b679eea4afd95f',
  },
  {
    table: 'clan_members',
    rows: 23,
    hash: '90d4b6b234ee8a53866cf9a89ff2f906fc433a53fa4da117654c60e07f1442d4',
  },
  {
    table: 'discord_messages',
    rows: 150,
    hash: '64cb5c1bf469ddd941d8f5fda2f643e076accc687c530d9e4765a3b21d146a51',
  },
  {
    table: 'wom_records',
    rows: 24,
    hash: '21d8e48cc7cafa81a6b6f28f89a1dec055facc131f8f2ad86d727f6900ac0b2f',
  },
  {
    table: 'wom_snapshots',
    rows: 300,
    hash: '908c14331e5c859612fc6a7b17da89427aa5ed3ba11843eeb1478d3cf9cc3257',
  },
]

function byName(one: TableHash, other: TableHash): number {
  return one.table < other.table ? -1 : 1
}
