import type { RunRecord } from '../harness/verdict/run-record.ts'
import { escapeMarkup } from './escape-markup.ts'
import { runFacts } from './run-facts.ts'

/** The opening tag of the suite; attribute values never contain a bare `>`, because Cucumber's writer escapes it. */
const SUITE = /<testsuite\b(?:[^>"]|"[^"]*")*>/

/**
 * Adds what the run was made with to Cucumber's JUnit report, as the properties of its suite. Undefined when the
 * report is not whole.
 */
export function stampJunit(xml: string, run: RunRecord): string | undefined {
  const suite = SUITE.exec(xml)
  if (suite === null || !/(?:<\/testsuite>|\/>)\s*$/.test(xml)) return undefined
  const [tag] = suite
  const properties = [
    '  <properties>',
    ...runFacts(run).map(
      ([name, value]) => `    <property name="${escapeMarkup(name)}" value="${escapeMarkup(value)}"/>`,
    ),
    '  </properties>',
  ].join('\n')
  const before = xml.slice(0, suite.index)
  const after = xml.slice(suite.index + tag.length)
  // A suite without a single test is written as one empty element.
  return tag.endsWith('/>')
    ? `${before}${tag.slice(0, -2)}>\n${properties}\n</testsuite>${after}`
    : `${before}${tag}\n${properties}${after}`
}
