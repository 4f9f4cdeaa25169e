/** Ids of Discord grow with time; a longer one is greater than a shorter one. */
export function isLaterId(one: string, other: string): boolean {
  return one.length === other.length ? one > other : one.length > other.length
}
