import { engineName } from '../vocabulary/engine.ts'
import type { RunRecord } from './run-record.ts'
import { sourceInShort } from './source-in-short.ts'

/**
 * What a verdict speaks for: every engine (`SQLite 3.53.0 and PostgreSQL 15.18`), and the real database if one was
 * rehearsed.
 */
export function placeOf({ engines, environment, source }: RunRecord): string {
  const named = engines.map((engine) => {
    const version = environment.engines.find((had) => had.engine === engine)?.version
    return version === undefined ? engineName(engine) : `${engineName(engine)} ${version}`
  })
  const all = named.length === 0 ? 'no engine' : named.join(' and ')
  return source === null ? all : `${all} with a copy of ${source.location} (${sourceInShort(source)})`
}
