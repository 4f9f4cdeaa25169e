import { median, medianAbsoluteDeviation } from 'simple-statistics'
import type { Dashboard } from './dashboard-schema.ts'
import { knownFigures, type NamedFigure } from './known-figures.ts'

/**
 * Makes the median absolute deviation of normally distributed figures their standard deviation: the third quartile of
 * the normal distribution, to four places as the source below has it.
 */
const NORMAL = 0.6745

/** The source's own recommendation. */
const FAR = 3.5

/** Members whose figure is far from the clan's, by each measure. */
export function outliers(members: Dashboard['members']): Dashboard['outliers'] {
  return {
    messages: outliersOf(knownFigures(members, 'messages')),
    experience: outliersOf(knownFigures(members, 'experience')),
    bossKills: outliersOf(knownFigures(members, 'bossKills')),
  }
}

/**
 * Outliers by the modified z-score: B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers, ASQC Quality
 * Press 1993. Median and deviation are not moved by the outliers themselves, as mean and standard deviation are. Where
 * more than half of the figures are the same the deviation is 0: there is no scale to be far on, and no outlier.
 */
function outliersOf(figures: readonly NamedFigure[]): Dashboard['outliers']['messages'] {
  if (figures.length === 0) return { population: 0, median: null, deviation: null, members: [] }
  const values = figures.map(({ figure }) => figure)
  const middle = median(values)
  const deviation = medianAbsoluteDeviation(values)
  const scored = figures.map(({ name, figure }) => ({
    name,
    figure,
    score: (NORMAL * (figure - middle)) / deviation,
  }))
  return {
    population: figures.length,
    median: middle,
    deviation,
    members: deviation === 0 ? [] : scored.filter(({ score }) => Math.abs(score) > FAR),
  }
}
