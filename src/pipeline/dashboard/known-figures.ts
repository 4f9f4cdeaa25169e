import { inOrderOfNames } from '../in-order-of-names.ts'
import type { Dashboard } from './dashboard-schema.ts'

/** A member by one figure. */
export interface NamedFigure {
  readonly name: string
  readonly figure: number
}

/** The members whose figure is known, the largest first; of equal figures in the order of names. */
export function knownFigures(
  members: Dashboard['members'],
  measure: keyof Dashboard['leaders'],
): readonly NamedFigure[] {
  return members
    .flatMap(({ name, days30 }) => {
      const figure = days30[measure]
      return figure === null ? [] : [{ name, figure }]
    })
    .sort((one, other) => other.figure - one.figure || inOrderOfNames(one.name, other.name))
}
