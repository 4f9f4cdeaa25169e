import { renderJson } from '../harness/report/render-json.ts'
import { renderText } from '../harness/report/render-text.ts'
import type { RunDocument } from '../harness/verdict/decision.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { inertText } from './inert-text.ts'
import { textStyle } from './text-style.ts'

/** Prints a run to standard output: for people, or as one JSON document. */
export function printRun(
  document: RunDocument,
  { json, color }: { readonly json?: boolean | undefined; readonly color: boolean },
  environment: Pick<CliEnvironment, 'stdout' | 'env'>,
): void {
  const { stdout, env } = environment
  if (json) stdout.write(renderJson(document))
  else stdout.write(inertText(renderText(document, textStyle(environment, color)), env))
}
