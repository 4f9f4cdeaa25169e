/** What is read of a value that a column may not have. */
export function orNull<Value>(read: (value: unknown) => Value, value: unknown): Value | null {
  return value === null ? null : read(value)
}
