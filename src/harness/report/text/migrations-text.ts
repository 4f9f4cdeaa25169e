import type { RunRecord } from '../../verdict/run-record.ts'
import { severalEngines } from '../../verdict/several-engines.ts'
import { engineName } from '../../vocabulary/engine.ts'
import { formatCount, formatDuration } from '../../vocabulary/format.ts'
import type { MigrationStep } from '../../vocabulary/migration-step.ts'
import { type Journey, journeys } from '../journeys.ts'
import { lockText, statementCost, worstLocks } from '../step-cost.ts'

const LONGEST = 60

/** What the migrations cost: of each engine the way through the history that took longest, a step a line. */
export function migrationsText(run: RunRecord): readonly string[] {
  const taken = journeys(run)
  return run.engines.flatMap((engine) => {
    const longest = taken.find(({ scenario }) => scenario.engine === engine)
    if (longest === undefined) return []
    const where = severalEngines(run) ? ` on ${engineName(engine)}` : ''
    return [[headOf(longest, where), ...longest.steps.flatMap(linesOf)].join('\n')]
  })
}

function headOf({ scenario, milliseconds }: Journey, where: string): string {
  const gate = scenario.gate === null ? '' : `${scenario.gate} `
  return `Migrations${where}, the longest way: ${formatDuration(milliseconds)} (${gate}${scenario.name})`
}

function linesOf(step: MigrationStep): readonly string[] {
  const { migration, direction, milliseconds, statements, slowest, failure } = step
  const [first] = slowest
  const cost = `${formatDuration(milliseconds)}, ${formatCount(statements)} ${statements === 1 ? 'statement' : 'statements'}`
  return [
    `  ${migration} ${direction}: ${cost}`,
    ...(failure === undefined ? [] : [`    failed: ${oneLine(failure.message)}`]),
    ...(first === undefined ? [] : [`    slowest: ${clipped(first.sql)} (${statementCost(first)})`]),
    ...worstLocks(step).map((lock) => `    ${lockText(lock)}`),
  ]
}

function clipped(sql: string): string {
  return sql.length > LONGEST ? `${sql.slice(0, LONGEST)}…` : sql
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}
