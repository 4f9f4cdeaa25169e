/** What was found out is not asked for again; what could not be found out is. */
export function onceKnown<Value>(find: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (key) => {
    const found =
      known.get(key) ??
      find(key).catch((error: unknown) => {
        known.delete(key)
        throw error
      })
    known.set(key, found)
    return found
  }
}
