import type { RunRecord } from '../../verdict/run-record.ts'
import { sourceFacts } from '../source-facts.ts'
import { clip } from './clip.ts'
import { markdownCode } from './markdown-code.ts'
import { markdownText } from './markdown-text.ts'
import type { Room } from './room.ts'
import { type Block, withinLimit } from './within-limit.ts'

/** The real database that was rehearsed, in its room; no block where a fixture was. */
export function sourceMarkdown({ source }: RunRecord, room: Room): readonly Block[] {
  if (source === null) return []
  const { standing, isDoubtful, measures, found, heading, legend, findings } = sourceFacts(source)
  const stands = markdownText(clip(standing))
  const facts = measures.map(([label, value]) => `${label.toLowerCase()} ${markdownCode(clip(value))}`)
  const blocks = [
    `\n### The database\n\n${isDoubtful ? `**${stands}**` : stands}\n\n${facts.join(', ')}\n\n`,
    ...found.map((fact) => `- ${markdownText(clip(fact))}\n`),
    `\n${markdownText(clip(`${heading} ${legend}`))}\n`,
    ...(findings.length === 0 ? [] : ['\n| Object | Kind | What is to be seen |\n| --- | --- | --- |\n']),
    ...findings.map(
      ({ object, kind, what }) =>
        `| ${markdownText(clip(object))} | ${kind} | ${markdownText(clip(what)) || '-'} |\n`,
    ),
  ]
  return [withinLimit(blocks, room)]
}
