import type { Signals } from './cli-environment.ts'

/** Somebody asked to stop: Ctrl-C, or a machine that shuts down. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/**
 * Turns the first signal to stop into an abort. A second one ends the process as it always does.
 *
 * The listener stays while the first signal is told to the others: a library that cleans up at the end of a process ends
 * it at once where it finds that nobody else listens, and what was started would be left behind.
 * @param message What the user is told; nothing where somebody else tells it.
 */
export function interruption(
  signals: Signals,
  message: string,
): { readonly signal: AbortSignal } & Disposable {
  const controller = new AbortController()
  const stopListening = () => {
    signals.off('SIGINT', onInterrupt)
    signals.off('SIGTERM', onInterrupt)
  }
  const onInterrupt = () => {
    controller.abort(new Interrupted(message))
    setImmediate(stopListening)
  }
  signals.on('SIGINT', onInterrupt)
  signals.on('SIGTERM', onInterrupt)
  return { signal: controller.signal, [Symbol.dispose]: stopListening }
}
