import type { RunRecord, StepRecord } from '../../src/harness/verdict/run-record.ts'

/** What a run spent its time on, in milliseconds, the largest first. Workers in parallel add up to more than the clock. */
export interface TimeByKind {
  readonly kind: string
  readonly milliseconds: number
  readonly steps: number
}

/** The kinds by the text of a step, the first that fits. */
const KINDS: readonly (readonly [kind: string, text: RegExp])[] = [
  [
    'comparing rows value by value',
    /\b(row is the (?:same|one)|row of before|same values|wide ids|is stored)\b/,
  ],
  ['deriving links and causes', /\b(link|links match|unlinked|orphan)\b/],
  ["the engine's own checks", /\bthe engine finds\b/],
  ['timing a copy of the file', /\bthe time that copying it takes\b/],
  ['backing up and restoring', /\b(backed up|backups?|restored|restoring)\b/],
  ['harvesting', /\b(harvest|harvested|sources that answer|pipeline runs)\b/],
  [
    'asking the analytics, the activity report and the dashboard',
    /\b(methods? by|by username takes|activity report|dashboard|query of|statistics)\b/,
  ],
  ['building states to start from', /^\S+ the database (?:at|migrated|as)\b/],
  ['observing catalog and record', /\b(catalog|TypeORM|index|record|recorded|pending)\b/],
]
const MIGRATING = /\b(the database migrates|the migration .* fails)\b/

/** Sums a run's steps by what they do. A step that migrates counts as copying for what the migrations do not explain. */
export function timeByKind({ scenarios }: Pick<RunRecord, 'scenarios'>): readonly TimeByKind[] {
  const kinds = new Map<string, { milliseconds: number; steps: number }>()
  const add = (kind: string, milliseconds: number, steps: number): void => {
    const sum = kinds.get(kind) ?? { milliseconds: 0, steps: 0 }
    kinds.set(kind, { milliseconds: sum.milliseconds + milliseconds, steps: sum.steps + steps })
  }
  for (const { steps, migrations, milliseconds } of scenarios) {
    const migrating = steps.filter(({ text }) => MIGRATING.test(text))
    const others = steps.filter((step) => !migrating.includes(step))
    // What a scenario takes over from another that ran it stands in its evidence, and took it no time.
    const migrated = Math.min(total(migrations), total(migrating))
    if (migrating.length > 0) {
      add('migrating', migrated, migrating.length)
      add('copying and opening databases to migrate', total(migrating) - migrated, migrating.length)
    }
    for (const step of others) add(kindOf(step), step.milliseconds, 1)
    add('between steps: removing copies, hooks', Math.max(0, milliseconds - total(steps)), 0)
  }
  return [...kinds].map(([kind, sum]) => ({ kind, ...sum })).sort((a, b) => b.milliseconds - a.milliseconds)
}

function kindOf({ text }: StepRecord): string {
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'the rest'
}

function total(parts: readonly { readonly milliseconds: number }[]): number {
  return parts.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
}
