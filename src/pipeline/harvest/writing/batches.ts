/** All of them in order, at most so many at a time. */
export function* batches<One>(all: readonly One[], size: number): Generator<readonly One[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size)
}
