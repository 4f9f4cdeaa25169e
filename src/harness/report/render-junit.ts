import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { RunDocument } from '../verdict/decision.ts'
import type { JunitCase } from './junit/junit-case.ts'
import { type JunitSuite, junitSuites } from './junit/junit-suites.ts'
import { visibleDocument } from './visible-document.ts'

/**
 * A run as JUnit XML, of what the viewers of GitLab, Jenkins and GitHub have in common: suites in one root, cases with
 * class, name, file, line and seconds, and the whole explanation as the text of what failed.
 */
export function renderJunit(document: RunDocument): string {
  const shown = visibleDocument(document)
  const suites = junitSuites(shown)
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name: `Stagegate: ${shown.verdict}`,
    ...totals(suites.flatMap(({ cases }) => cases)),
  })
  for (const suite of suites) addSuite(root, suite, shown.run.startedAt)
  return `${root.end({ prettyPrint: true })}\n`
}

function addSuite(root: XMLBuilder, { name, facts, cases }: JunitSuite, startedAt: string): void {
  // Seconds and no zone: what the schema that Jenkins once published asks for.
  const timestamp = startedAt.slice(0, 19)
  const suite = root.ele('testsuite', { name: oneLine(name), timestamp, ...totals(cases) })
  const properties = suite.ele('properties')
  for (const [fact, value] of facts)
    properties.ele('property', { name: oneLine(fact), value: oneLine(value) })
  for (const each of cases) addCase(suite, each)
}

function addCase(suite: XMLBuilder, { name, classname, file, line, milliseconds, result }: JunitCase): void {
  const place = file === undefined ? {} : { file: oneLine(file), line: String(line) }
  const element = suite.ele('testcase', {
    name: oneLine(name),
    classname: oneLine(classname),
    ...place,
    time: seconds(milliseconds),
  })
  if (result.kind === 'skipped') {
    // Some read the attribute, and GitLab the text.
    element.ele('skipped', { message: oneLine(result.message) }).txt(literal(result.message))
  } else if (result.kind !== 'passed') {
    element
      .ele(result.kind, { message: oneLine(result.message), type: result.type })
      .txt(literal(result.text))
  } else if (result.output !== undefined) element.ele('system-out').txt(literal(result.output))
}

function totals(cases: readonly JunitCase[]): Readonly<Record<string, string>> {
  const count = (kind: JunitCase['result']['kind']) =>
    String(cases.filter(({ result }) => result.kind === kind).length)
  return {
    tests: String(cases.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds(cases.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

/** A reader of XML would turn line feeds of an attribute into spaces, each in its own way. */
function oneLine(text: string): string {
  return literal(text.replaceAll(/\s*\n\s*/g, ' '))
}

/** The writer takes `&amp;` in a text for what somebody has escaped already. */
function literal(text: string): string {
  return text.replaceAll('&', '&amp;')
}
