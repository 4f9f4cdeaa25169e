import { Presets, SingleBar } from 'cli-progress'
import type { CliEnvironment } from './cli-environment.ts'
import type { Progress } from './ports.ts'

/** One line that tells how far something is; nothing where nobody watches. */
export interface ProgressLine extends Disposable {
  show(progress: Progress): void
}

/** Drawn on standard error of a terminal, and nowhere else: not into logs, and not in CI. */
export function progressLine({ stderr, env }: CliEnvironment): ProgressLine {
  if (stderr.isTTY !== true || (env.CI ?? '') !== '') return { show() {}, [Symbol.dispose]() {} }
  const bar = new SingleBar(
    {
      stream: stderr,
      format: '{bar} {value}/{total} {what}',
      clearOnComplete: true,
      hideCursor: true,
      // A long list of scenarios on a narrow window must not leave a trail of lines.
      linewrap: false,
      // The bar would listen to signals on its own account and end the process before anything is cleaned up.
      gracefulExit: false,
      barsize: 24,
    },
    Presets.shades_classic,
  )
  let started = false
  return {
    show({ what, done, total }) {
      if (!started) bar.start(total, done, { what })
      started = true
      bar.setTotal(total)
      bar.update(done, { what })
    },
    [Symbol.dispose]() {
      if (started) bar.stop()
    },
  }
}
