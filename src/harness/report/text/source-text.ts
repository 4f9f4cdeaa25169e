import type { RunRecord } from '../../verdict/run-record.ts'
import { sourceFacts } from '../source-facts.ts'

/** More findings than these push the verdict's reasons off a screen. */
const SHOWN = 20

/** The real database that was rehearsed, as a block of lines; nothing where a fixture was. */
export function sourceText({ source }: RunRecord): string {
  if (source === null) return ''
  const { standing, measures, found, heading, legend, findings } = sourceFacts(source)
  const more = findings.length - SHOWN
  return [
    `The database: ${oneLine(standing)}`,
    `  ${measures.map(([label, value]) => `${label.toLowerCase()} ${oneLine(value)}`).join(', ')}`,
    ...found.map((fact) => `  ${oneLine(fact)}`),
    `  ${heading}`,
    ...(legend === '' ? [] : [`  ${legend}`]),
    ...findings
      .slice(0, SHOWN)
      .map(({ object, kind, what }) => `    ${oneLine(`${kind.padEnd(9)} ${object}: ${what}`)}`),
    ...(more > 0 ? [`    and ${more} more: see reports/index.html#database`] : []),
  ].join('\n')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}
