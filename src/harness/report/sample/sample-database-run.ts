import type { NotApplicable, RunRecord, ScenarioRecord } from '../../verdict/run-record.ts'
import { sampleSource } from '../../verdict/sample/sample-source.ts'
import type { SourceFinding } from '../../vocabulary/source-record.ts'
import { samplePlanRun } from './sample-plan-run.ts'

const ORIGIN =
  'stagegate.config.ts, environment staging: a bot that is no member has written here since March'

/**
 * The sample plan on a real database, for tests and for looking at the page: ten findings, a link that is judged by a
 * tolerance of staging, one whole gate and some scenarios that do not apply.
 */
export function sampleDatabaseRun(changes: Partial<RunRecord> = {}): RunRecord {
  const run = samplePlanRun()
  return {
    ...run,
    profile: null,
    source: sampleSource({ findings: FINDINGS }),
    configured: 'staging',
    environment: {
      ...run.environment,
      command: 'stagegate verify --database clan_data_staging.db --environment staging',
    },
    gates: run.gates.filter(({ code }) => code !== 'SCH201'),
    scenarios: run.scenarios.filter(({ gate }) => gate !== 'SCH201').map(judgedForStaging),
    notApplicable: NOT_APPLICABLE,
    ...changes,
  }
}

function judgedForStaging(scenario: ScenarioRecord): ScenarioRecord {
  const judgements = scenario.judgements.map((judgement) =>
    judgement.subject === 'discord_messages.user_id'
      ? {
          ...judgement,
          measured: '46.31 % (271,632 of 586,551)',
          tolerance: 'at least 45 %',
          figures: { unit: 'share', value: 271_632, bound: 'at least', limit: 0.45 } as const,
          toleranceFrom: `${ORIGIN}; the plan asks for at least 50 %`,
        }
      : { ...judgement, toleranceFrom: `${scenario.uri}:${scenario.line + 2}` },
  )
  return { ...scenario, judgements }
}

const FINDINGS: readonly SourceFinding[] = [
  {
    object: 'index idx_discord_author_lower',
    kind: 'extra',
    what: 'on discord_messages (lower(author_name)); accepted by stagegate.config.ts, environment staging: production has it',
  },
  {
    object: 'index idx_wom_snapshots_username_timestamp',
    kind: 'extra',
    what: 'on wom_snapshots (username, timestamp)',
  },
  { object: 'column clan_members.id', kind: 'extra', what: 'INTEGER, nullable' },
  { object: 'column clan_members.note', kind: 'extra', what: 'TEXT, nullable' },
  { object: 'table backup_2025_12_01', kind: 'extra', what: '4 columns' },
  { object: 'column clan_members.role', kind: 'different', what: 'is VARCHAR(255); expected VARCHAR' },
  { object: 'column wom_snapshots.total_xp', kind: 'different', what: 'is BIGINT; expected INTEGER' },
  { object: 'index ix_boss_snapshots_boss_name', kind: 'missing', what: 'is missing' },
  { object: 'table wom_records', kind: 'missing', what: 'is missing' },
  {
    object: 'foreign key wom_snapshots (user_id) to clan_members (id)',
    kind: 'ahead',
    what: 'NormalizeUserIds makes it, and is not recorded',
  },
]

const counts = 'needs the exact counts of a fixture'
const before = 'starts at InitialSchema, and the database is past it'

const inapplicable = (
  gate: string | null,
  name: string,
  uri: string,
  line: number,
  why: string,
): NotApplicable => ({
  ...{ gate, name, uri, line, engine: 'sqlite', why },
})

const NOT_APPLICABLE: readonly NotApplicable[] = [
  inapplicable('SCH201', 'from nothing to "<migration>"', 'features/schema/catalog.feature', 9, before),
  inapplicable('SCH201', 'from nothing to "<migration>"', 'features/schema/catalog.feature', 9, before),
  inapplicable(
    'DAT301',
    'exactly as many as the profile declares',
    'features/data/links.feature',
    17,
    counts,
  ),
  inapplicable('DAT301', "production's rows, normalised", 'features/data/links.feature', 22, counts),
]
