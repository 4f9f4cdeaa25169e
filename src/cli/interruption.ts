import type { Signals } from './cli-environment.ts'

/** Somebody asked to stop: Ctrl-C, or a machine that shuts down. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/**
 * Turns the first signal to stop into an abort. A second one ends the process as it always does.
 * @param message What the user is told; nothing where somebody else tells it.
 */
export function interruption(
  signals: Signals,
  message: string,
): { readonly signal: AbortSignal } & Disposable {
  const controller = new AbortController()
  const onInterrupt = () => controller.abort(new Interrupted(message))
  signals.once('SIGINT', onInterrupt)
  signals.once('SIGTERM', onInterrupt)
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      signals.off('SIGINT', onInterrupt)
      signals.off('SIGTERM', onInterrupt)
    },
  }
}
