/** What a signal can end the waiting for. Cucumber cannot be interrupted: its promise is left behind, `stop` ends its workers. */
export async function interruptible(
  running: Promise<unknown>,
  signal: AbortSignal | undefined,
  stop: () => void,
): Promise<unknown> {
  if (signal === undefined) return running
  let onAbort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      stop()
      reject(signal.reason)
    }
  })
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  try {
    return await Promise.race([running, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
