import type { LinkBar } from '../chart/link-bar.ts'
import type { Judgement } from '../gate/judgement.ts'
import type { RunRecord, ScenarioRecord } from '../verdict/run-record.ts'
import { type Margin, marginOf } from './margin.ts'
import { unlinkedParts } from './unlinked-parts.ts'

/** A link whose match rate was judged. */
export interface JudgedLink extends LinkBar {
  readonly margin: Margin | undefined
}

/** The links of a scenario, whose match rates were judged together. */
export interface LinkGroup {
  readonly scenario: ScenarioRecord
  readonly links: readonly JudgedLink[]
}

/** A column of a table: `wom_snapshots.user_id`. */
const LINK = /^\w+\.\w+$/

/** The match rates of a run, scenario by scenario, in its order; what several say alike of an engine is said once. */
export function linkGroups(run: RunRecord): readonly LinkGroup[] {
  const groups = new Map<string, LinkGroup>()
  for (const scenario of run.scenarios) {
    const links = scenario.judgements.flatMap((judgement) => linkOf(judgement, scenario, run))
    const said = `${scenario.engine} ${JSON.stringify(links)}`
    if (links.length > 0 && !groups.has(said)) groups.set(said, { scenario, links })
  }
  return [...groups.values()]
}

function linkOf(judgement: Judgement, scenario: ScenarioRecord, run: RunRecord): readonly JudgedLink[] {
  const { subject, figures, population, outcome, tolerance } = judgement
  // At most so many of a link's rows is said of those that lack it.
  if (figures?.unit !== 'share' || figures.bound === 'at most' || !LINK.test(subject)) return []
  const limit = figures.bound === 'exactly' ? figures.limit / population : figures.limit
  const explained = [scenario, ...run.scenarios.filter(({ engine }) => engine === scenario.engine)]
    .flatMap(({ unmatched }) => unmatched)
    .find(({ link, rows, linked }) => link === subject && rows === population && linked === figures.value)
  return [
    {
      ...{ link: subject, rows: population, linked: figures.value, outcome, limit, tolerance },
      causes: explained === undefined ? [] : unlinkedParts(explained),
      margin: marginOf(judgement),
    },
  ]
}
