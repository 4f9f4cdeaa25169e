import { StagegateError } from '../../harness/vocabulary/stagegate-error.ts'

/**
 * The next free code of a family.
 * @param family Its letters and its hundred: `MIG1`.
 * @throws StagegateError when the hundred is full.
 */
export function nextCode(family: string, taken: readonly string[]): string {
  const numbers = taken
    .filter((code) => code.startsWith(family))
    .map((code) => Number(code.slice(family.length)))
  const next = Math.max(0, ...numbers) + 1
  if (next <= 99) return `${family}${String(next).padStart(2, '0')}`
  throw new StagegateError({
    what: `No code of the family ${family}xx is free.`,
    cause: 'The family has ninety-nine gates.',
    next: 'Write the feature by hand, with codes of another hundred.',
  })
}
