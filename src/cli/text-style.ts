import type { TextStyle } from '../harness/report/render-text.ts'
import type { CliEnvironment } from './cli-environment.ts'

const WIDTH = 100

/** How text is to look on standard output. `color` is what the options say. */
export function textStyle(
  { stdout, env }: Pick<CliEnvironment, 'stdout' | 'env'>,
  color: boolean,
): TextStyle {
  const wanted = color && (env.NO_COLOR ?? '') === ''
  return { width: stdout.columns ?? WIDTH, color: wanted && stdout.isTTY === true }
}
