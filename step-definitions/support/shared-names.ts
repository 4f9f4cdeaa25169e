/** The one exception that there is to comparing both families. */
const SHARED_NAMES = 'members who share a normalised name'

/**
 * The plan names the exception, so that a reader knows.
 * @throws RangeError for another one: it would not be made.
 */
export function mustBeSharedNames(butFor: { hashes(): readonly Readonly<Record<string, string>>[] }): void {
  const named = butFor.hashes().map((row) => row['but for'])
  if (named.length === 1 && named[0] === SHARED_NAMES) return
  throw new RangeError(
    `the comparison leaves out "${SHARED_NAMES}" and nobody else; the plan says ${named.join(', ')}`,
  )
}
