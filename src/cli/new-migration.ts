import { draftMigration } from '../plan/scaffold/draft-migration.ts'
import { readMigrationProject } from '../plan/scaffold/migration-project.ts'
import { writeDraft } from '../plan/scaffold/write-draft.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { newMigrationText } from './new-migration-text.ts'

/** Begins a migration: its gates, their red twins and itself. @returns the exit code */
export async function newMigration(name: string, environment: CliEnvironment): Promise<number> {
  const { cwd, clock, stdout } = environment
  const project = await readMigrationProject(cwd)
  const draft = draftMigration(name, project, clock())
  const { feature, source, twins, twinsFeature } = draft
  await writeDraft(cwd, {
    created: [feature, source, ...twins],
    ...(twinsFeature === undefined ? {} : { changed: { ...twinsFeature, from: project.twinsFeature ?? '' } }),
  })
  stdout.write(newMigrationText(draft, project))
  return 0
}
