import { cachedState } from '../cached-state.ts'
import { readFacts, writeFacts } from '../facts-of-state.ts'
import type { FinishedState } from '../finished-state.ts'
import { inspect } from '../inspect.ts'
import { open } from '../open.ts'
import type { OpenTarget } from '../open-target.ts'
import type { Store, TargetOptions } from '../store.ts'
import { timeCopy } from '../time-copy.ts'
import type { Workspace } from '../workspace.ts'
import { copySource } from './copy-source.ts'
import { fileOf } from './file-of.ts'
import { listStates, removeStates } from './list-states.ts'

/** Databases of SQLite are files of a workspace. */
export function sqliteStore(workspace: Workspace): Store {
  const opened = ({ template, label, hasty = false }: TargetOptions, source?: string) =>
    open({ workspace, dataSource: template, label, hasty, ...(source === undefined ? {} : { source }) })
  return {
    engine: 'sqlite',
    owner: undefined,
    empty: (options) => opened(options),
    async copy(source, options) {
      if ('kind' in source) return opened(options, source.location)
      await using _lease = source.lease('one that copies it')
      return await opened(options, fileOf(source.address))
    },
    copySource: (source, options) => copySource(workspace, source, options),
    async state(state) {
      return finishedState(await cachedState(workspace, state), state.label)
    },
    inspect: async (state, template): Promise<OpenTarget> => inspect(state.location, template),
    timeCopy: (state) => timeCopy(workspace, state.location),
    states: () => listStates(workspace),
    clear: () => removeStates(workspace),
    // What a process leaves behind is cleared away when a workspace is opened.
    async [Symbol.asyncDispose]() {},
  }
}

function finishedState(location: string, label: string): FinishedState {
  return {
    kind: 'finished state',
    engine: 'sqlite',
    label,
    location,
    readFacts: (name) => readFacts(location, name),
    writeFacts: (name, facts) => writeFacts(location, name, facts),
  }
}
