import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { checkSource } from '../../src/harness/target/source/check-source.ts'
import { sourceTarget } from '../../src/harness/target/source/source-target.ts'

/** Where the command line says which real database it was told to rehearse. */
const SOURCE = 'STAGEGATE_SOURCE'

/** The real database itself, to be looked at where it lies. @throws Error in a run on a fixture */
export async function openNamedSource(): Promise<OpenTarget> {
  const named = process.env[SOURCE]
  if (!named) throw new Error('No database was named: tag the scenario with @database.')
  return sourceTarget(await checkSource(named))
}
