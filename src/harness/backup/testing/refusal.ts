import { StagegateError } from '../../vocabulary/stagegate-error.ts'

/** What a promise is refused with, as its reader sees it. Anything else is thrown. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof StagegateError) return error.message
  throw error
}
