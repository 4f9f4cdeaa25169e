import { recognise } from '../harness/measurement/recognise.ts'
import type { KnownMigration } from '../harness/measurement/record-faults.ts'
import { observeCatalog } from '../harness/observation/observe-catalog.ts'
import { observeColumns } from '../harness/observation/observe-columns.ts'
import { observeHistory } from '../harness/observation/observe-history.ts'
import { observeRevisions } from '../harness/observation/observe-revisions.ts'
import type { OpenTarget } from '../harness/target/open-target.ts'
import type { Standing } from '../harness/vocabulary/source-record.ts'
import { knownHistory } from './known-history.ts'

/** The columns by which a tool's own table is known to be its own. */
const TOOL_COLUMNS = {
  migrations: ['id', 'timestamp', 'name'],
  alembic_version: ['version_num'],
} as const

/** Where a database stands, observed and recognised. It is only read, and nobody else has it open. */
export async function standingOf(target: OpenTarget, history: readonly KnownMigration[]): Promise<Standing> {
  const record = await toolTable(target, 'migrations')
  const revision = await toolTable(target, 'alembic_version')
  return recognise(
    {
      catalog: await observeCatalog(target),
      recorded: record === 'its own' ? await observeHistory(target) : null,
      revisions: await observeRevisions(target),
      strangers: [
        ...(record === 'a stranger' ? ['migrations'] : []),
        ...(revision === 'a stranger' ? ['alembic_version'] : []),
      ],
    },
    await knownHistory(target.engine, history),
  )
}

/** Other tools, too, keep a table called `migrations`. */
async function toolTable(
  target: OpenTarget,
  table: keyof typeof TOOL_COLUMNS,
): Promise<'absent' | 'its own' | 'a stranger'> {
  const columns = await observeColumns(target, table)
  if (columns === null) return 'absent'
  return TOOL_COLUMNS[table].every((column) => columns.includes(column)) ? 'its own' : 'a stranger'
}
