import { visibleText } from '../harness/report/visible-text.ts'
import type { Adoption } from './ports.ts'

export interface AdoptionTextOptions {
  /** Whether it was to be done, and not only told. */
  readonly asked: boolean
  /** The folder of backups. */
  readonly backups: string
}

/** What was done to a database, or would be. Ends with a line feed. */
export function adoptionText(adoption: Adoption, options: AdoptionTextOptions): string {
  const { source } = adoption
  const { location, at, knownBy, facts, findings, doubt } = source
  const standing =
    at === null
      ? `nobody can tell where it stands: ${doubt}`
      : `it stands at ${at}, by ${BY[knownBy ?? 'catalog']}`
  const lines = [
    `${location}: ${standing}`,
    ...facts.map((fact) => `  ${fact}`),
    ...(findings.length === 0
      ? []
      : [
          `${findings.length} ${findings.length === 1 ? 'object is' : 'objects are'} not as ${at} leaves it:`,
        ]),
    ...findings.map(({ kind, object, what }) => `  ${kind.padEnd(9)} ${object} ${what}`),
    ...conclusion(adoption, options),
  ]
  return `${lines.map(visibleText).join('\n')}\n`
}

const BY = {
  migrations: "TypeORM's record",
  alembic_version: "Alembic's record",
  catalog: 'the likeness of its tables',
} as const

function conclusion(
  { source, migrations, obstacles, unfound, backup, unchecked }: Adoption,
  { asked, backups }: AdoptionTextOptions,
): readonly string[] {
  if (backup !== null) {
    return [
      `Recorded and read back: ${migrations.join(', ')}.`,
      `The backup of before: ${backup}`,
      ...unchecked.map((what) => `  not looked at: ${what}`),
    ]
  }
  if (source.at === null) return ['Nothing was written.']
  if (source.knownBy === 'migrations') return ['Its past is recorded already. Nothing was written.']
  const would = `${migrations.length} ${migrations.length === 1 ? 'migration' : 'migrations'}: ${migrations.join(', ')}`
  if (unfound.length > 0) {
    return [
      `Nothing was written: there is no finding called ${unfound.map((name) => `"${name}"`).join(' or ')}.`,
    ]
  }
  if (obstacles.length > 0) {
    return [
      `${asked ? 'Nothing was written' : 'It would be refused'}: the record would say of ${would}, that they are done, and this speaks against it:`,
      ...obstacles.map(({ kind, object }) => `  ${kind.padEnd(9)} ${object}`),
      'Bring the database into line, or accept what somebody has looked at, each by --accept "<object>".',
    ]
  }
  return [
    `It would record ${would}.`,
    `Nothing was written. Add --yes to take a backup into ${backups} and record them.`,
  ]
}
