import type { SourceFinding } from '../vocabulary/source-record.ts'

/**
 * What speaks against recording for good that migrations are done: something that they make is missing, is another thing,
 * or is of a later one. A record that says more or less than is there makes every later migration start from a lie.
 *
 * What somebody made by hand beside it does not, nor do a column's type, NULL or not, and the order of columns: they are
 * as another tool declares them, the migrations themselves know which of them lose nothing and refuse the others, and a
 * record does not change them.
 * @param accepted objects that a person has looked at, in the words of the findings: `index idx_a`
 */
export function adoptionObstacles(
  findings: readonly SourceFinding[],
  accepted: readonly string[] = [],
): readonly SourceFinding[] {
  return findings.filter(({ kind, object }) => {
    if (kind === 'extra' || accepted.includes(object)) return false
    return kind !== 'different' || !/^(?:column|order of columns of) /.test(object)
  })
}
