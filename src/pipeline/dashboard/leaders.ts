import type { Dashboard } from './dashboard-schema.ts'
import { knownFigures, type NamedFigure } from './known-figures.ts'

const MOST = 10

/** Who did most, by each measure. Nobody leads by having done nothing. */
export function leaders(members: Dashboard['members']): Dashboard['leaders'] {
  const first = (measure: keyof Dashboard['leaders']): readonly NamedFigure[] =>
    knownFigures(members, measure)
      .filter(({ figure }) => figure > 0)
      .slice(0, MOST)
  return {
    messages: first('messages'),
    experience: first('experience'),
    bossKills: first('bossKills'),
  }
}
