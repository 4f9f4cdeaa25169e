import type { Engine } from '../../src/harness/vocabulary/engine.ts'
import { Laboratory, type RunParameters } from './laboratory.ts'

const open = new Map<Engine, Promise<Laboratory>>()

/** The laboratory of the run, or of another engine that something is compared with. Shared by all scenarios of a process. */
export function laboratoryOf(
  parameters: RunParameters,
  engine: Engine = parameters.engine ?? 'sqlite',
): Promise<Laboratory> {
  const known = open.get(engine) ?? Laboratory.open({ ...parameters, engine })
  open.set(engine, known)
  return known
}

/** Gives back what they have on a server. */
export async function closeLaboratories(): Promise<void> {
  for (const laboratory of await Promise.allSettled(open.values())) {
    if (laboratory.status === 'fulfilled') await laboratory.value[Symbol.asyncDispose]()
  }
  open.clear()
}
