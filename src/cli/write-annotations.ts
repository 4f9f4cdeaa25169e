import { renderAnnotations } from '../harness/report/render-annotations.ts'
import type { RunDocument } from '../harness/verdict/decision.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { isOnGithub } from './is-on-github.ts'

/** For whom breached gates can be shown at their lines. */
export const ANNOTATIONS = ['github', 'none'] as const

/** What the user said about annotations. */
export interface AnnotationOptions {
  /** Absent where nothing was said: then they are for GitHub where it is GitHub that runs. */
  readonly annotations?: (typeof ANNOTATIONS)[number] | undefined
  /** Standard output is one JSON document, and nothing else. */
  readonly json?: boolean | undefined
}

/** Shows gates that do not hold at their lines of the plan, behind whatever was printed of the run. */
export function writeAnnotations(
  document: RunDocument,
  { annotations, json }: AnnotationOptions,
  { env, stdout }: Pick<CliEnvironment, 'env' | 'stdout'>,
): void {
  const whose = annotations ?? (isOnGithub(env) ? 'github' : 'none')
  if (whose === 'github' && !json) stdout.write(renderAnnotations(document))
}
