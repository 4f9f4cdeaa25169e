import { type Engine, engineName } from '../vocabulary/engine.ts'
import type { RunRecord } from './run-record.ts'

/** Whether a run is about more than one engine, so that whatever it says has to name which. */
export function severalEngines({ engines }: Pick<RunRecord, 'engines'>): boolean {
  return engines.length > 1
}

/** What was said on one engine, with its name where there are several. */
export function saidOn(engine: Engine, text: string, run: Pick<RunRecord, 'engines'>): string {
  return severalEngines(run) ? `on ${engineName(engine)}, ${text}` : text
}
