import { migrationFeature, type OwedGates } from './migration-feature.ts'
import { checkMigrationName, kebabCase } from './migration-name.ts'
import { MIGRATIONS, type MigrationProject, TWINS, TWINS_FEATURE } from './migration-project.ts'
import { migrationSource } from './migration-source.ts'
import { migrationTwins } from './migration-twins.ts'
import { nextCode } from './next-code.ts'
import { withTwinRows } from './with-twin-rows.ts'

/** A file to be written. */
export interface DraftedFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** Everything that a new migration begins with. */
export interface MigrationDraft {
  readonly name: string
  readonly gates: OwedGates
  readonly feature: DraftedFile
  readonly source: DraftedFile
  readonly twins: readonly DraftedFile[]
  /** The gate that no twin could be made for; undefined where every gate has one. */
  readonly withoutTwin: string | undefined
  /** The feature that runs the twins, with rows for the new ones; undefined where there is no place for them. */
  readonly twinsFeature: (DraftedFile & { readonly lines: readonly number[] }) | undefined
}

/**
 * Drafts a migration: its gates first, then itself, failing as long as it is not written.
 * @param now Where time stands; a migration is always later than the last one.
 * @throws StagegateError when the name is none, or taken.
 */
export function draftMigration(name: string, project: MigrationProject, now: Date): MigrationDraft {
  checkMigrationName(name, project)
  const { last, codes, table } = project
  const timestamp = Math.max(now.getTime(), last.timestamp + 1)
  const gates = owedGates(codes)
  const twins = migrationTwins(name, gates, table)
  const rows = withTwinRows(
    project.twinsFeature ?? '',
    twins.map(({ gate }) => gate),
  )
  return {
    name,
    gates,
    feature: {
      path: `features/migrations/${kebabCase(name)}.feature`,
      text: migrationFeature(name, last.name, gates),
    },
    source: { path: `${MIGRATIONS}/${timestamp}-${name}.ts`, text: migrationSource(name, timestamp) },
    twins: twins.map((twin) => ({
      path: `${TWINS}/${twin.gate}.json`,
      text: twinText(twin),
    })),
    withoutTwin: table === undefined ? gates.rows : undefined,
    twinsFeature: rows && { path: TWINS_FEATURE, ...rows },
  }
}

function owedGates(taken: readonly string[]): OwedGates {
  const applies = nextCode('MIG1', taken)
  return {
    applies,
    catalog: nextCode('SCH2', taken),
    rows: nextCode('DAT3', taken),
    roundTrip: nextCode('MIG1', [...taken, applies]),
  }
}

/** A list of one statement stands in its line, as in the twins that are there. */
function twinText(twin: object): string {
  const text = JSON.stringify(twin, null, 2).replace(/\[\n\s+("(?:[^"\\]|\\.)*")\n\s+\]/g, '[$1]')
  return `${text}\n`
}
