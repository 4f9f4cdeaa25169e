import { describe } from 'node:test'
import { ENGINES, type Engine, engineName } from '../../vocabulary/engine.ts'

/** One suite for each engine. PostgreSQL's is skipped, with the reason, where there is no server. */
export function onEveryEngine(what: string, suite: (engine: Engine) => void): void {
  for (const engine of ENGINES) {
    const missing = engine === 'postgres' && !process.env.STAGEGATE_POSTGRES_URL
    const skip = missing && 'needs PostgreSQL: set STAGEGATE_POSTGRES_URL'
    describe(`${what} on ${engineName(engine)}`, { skip }, () => suite(engine))
  }
}
