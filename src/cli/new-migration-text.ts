import type { MigrationDraft } from '../plan/scaffold/draft-migration.ts'
import type { MigrationProject } from '../plan/scaffold/migration-project.ts'

/** What was written, and what comes next. Ends with a line feed. */
export function newMigrationText(draft: MigrationDraft, project: MigrationProject): string {
  const steps = nextSteps(draft, project)
  return `${['Written:', ...written(draft), '', 'Next:', ...steps.flatMap(numbered)].join('\n')}\n`
}

function written({ gates, feature, source, twins, twinsFeature }: MigrationDraft): readonly string[] {
  const { applies, catalog, rows, roundTrip } = gates
  return [
    `  ${feature.path}: ${[applies, catalog, rows, roundTrip].join(', ')}`,
    `  ${source.path}`,
    ...twins.map(({ path }) => `  ${path}`),
    ...(twinsFeature === undefined ? [] : [`  ${twinsFeature.path}: ${twinsFeature.lines.length} rows more`]),
  ]
}

function nextSteps(draft: MigrationDraft, project: MigrationProject): readonly (readonly string[])[] {
  const { feature, source, twins, withoutTwin, twinsFeature } = draft
  const run = `npx stagegate verify ${feature.path} --profile tiny`
  return [
    ['See its gates breached:', run],
    [`Write up and down: ${source.path}`],
    ['Read the catalog that it leaves, and accept it as its baseline:', 'npm run baselines:accept'],
    ['Change the entities until they agree with it:', 'npx stagegate verify --profile tiny --tags @SCH203'],
    ...headStep(project),
    ['See its gates hold:', run],
    ...(withoutTwin === undefined
      ? []
      : [[`Write the red twin of ${withoutTwin}: fixtures/red/${withoutTwin}.json, where a row is lost`]]),
    twinsFeature === undefined
      ? [`Have the red twins run: ${twins.map(({ path }) => path).join(', ')}`]
      : [
          'See its red twins breach them:',
          `npx stagegate verify ${[twinsFeature.path, ...twinsFeature.lines].join(':')} --profile tiny`,
        ],
  ]
}

function headStep({ headScenarios, last }: MigrationProject): readonly (readonly string[])[] {
  if (headScenarios.length === 0) return []
  return [
    [
      `Read the scenarios that say head and name ${last.name}, which is head no longer:`,
      ...headScenarios.map(({ uri, line, name }) => `${uri}:${line} ${name}`),
    ],
  ]
}

function numbered([first = '', ...more]: readonly string[], index: number): readonly string[] {
  return [`  ${index + 1}. ${first}`, ...more.map((line) => `     ${line}`)]
}
