/** What a promise rejects with; it has to. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => Promise.reject(new Error(`nothing was thrown: ${JSON.stringify(value)}`)),
    (error: unknown) => error,
  )
}
