import { basename } from 'node:path'
import { renderText } from '../harness/report/render-text.ts'
import { toRunDocument } from '../harness/verdict/to-run-document.ts'
import { observeRun, type PluginContext } from '../plan/observe-run.ts'
import { shellWords } from '../plan/shell-words.ts'
import { exitCode } from './exit-code.ts'
import { guardExit, settleExit } from './exit-guard.ts'
import { textStyle } from './text-style.ts'

// Cucumber finds a plugin by these names in the module that `plugin` points to.
export const type = 'plugin'
export const optionsKey = 'stagegate'

/**
 * Ends a plain `cucumber-js` with the verdict and its exit code. A plugin and no formatter, so that choosing another
 * formatter does not lose the verdict.
 */
export function coordinator(context: PluginContext): () => Promise<void> {
  guardExit()
  const [, script = 'cucumber-js', ...args] = process.argv
  const record = observeRun(context, shellWords(['npx', basename(script), ...args]))
  return async () => {
    const document = toRunDocument(await record())
    settleExit(exitCode(document.verdict))
    process.stdout.write(`\n${renderText(document, textStyle(process, true))}`)
  }
}
