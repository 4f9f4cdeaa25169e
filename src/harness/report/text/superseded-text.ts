import type { RunRecord } from '../../verdict/run-record.ts'
import { engineName } from '../../vocabulary/engine.ts'

/** More than these push the verdict's reasons off a screen. */
const SHOWN = 20

/** Scenarios whose first word does not count, because a later run asked them again; nothing where there are none. */
export function supersededText({ superseded }: RunRecord): string {
  if (superseded.length === 0) return ''
  const more = superseded.length - SHOWN
  return [
    'Run again, because it could not judge:',
    ...superseded.slice(0, SHOWN).map(({ uri, line, engine, startedAt, why }) => {
      const reason = why.replaceAll(/\s*\n\s*/g, ' ')
      return `  ${uri}:${line} on ${engineName(engine)} in the run of ${startedAt}: ${reason}`
    }),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n')
}
