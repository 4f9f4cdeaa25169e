import { anonymousMessage } from './anonymous-message.ts'

/**
 * An error of the same kind, with its message made anonymous and its frames. Nothing else of it comes along: neither what
 * it compared, nor its cause.
 */
export function anonymousError(error: unknown): Error {
  const original = error instanceof Error ? error : new Error(String(error))
  const message = anonymousMessage(original.message)
  const anonymous = new Error(message)
  Object.setPrototypeOf(anonymous, Object.getPrototypeOf(original))
  const frames = (original.stack ?? '').split('\n').filter((line) => /^ {4,}at \S/.test(line))
  anonymous.stack = [`${original.name}: ${message}`, ...frames].join('\n')
  return anonymous
}
