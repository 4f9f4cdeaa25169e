import { join, resolve } from 'node:path'
import type { Laboratory } from './laboratory.ts'
import { type RedTwin, readRedTwin, writeRedTwin } from './red-twin.ts'
import { type CommandResult, runStagegate } from './run-stagegate.ts'

/** Inside the project wherever the cache is, so that a twin finds the libraries that it imports. */
const RED_TWINS = resolve(import.meta.dirname, '../../.cache/red-twins')

/** Runs of the command itself, for scenarios about the verdict. They share a cache of their own. */
export class NestedRuns {
  #result: CommandResult | undefined
  #twin: RedTwin | undefined

  constructor(private readonly laboratory: () => Promise<Laboratory>) {}

  /** The last run. */
  get result(): CommandResult {
    if (!this.#result) throw new Error('No plan has run yet: start with "When the plan runs …".')
    return this.#result
  }

  /** The red twin of the last run; none when it ran on the project itself. */
  get twin(): RedTwin | undefined {
    return this.#twin
  }

  async run(args: readonly string[], twin?: RedTwin): Promise<void> {
    this.#twin = twin
    const { workspace } = await this.laboratory()
    this.#result = await runStagegate(args, join(workspace.root, 'harness'))
  }

  /** @param name of a red twin, below `fixtures/red` */
  async runOnRedTwin(name: string, args: readonly string[]): Promise<void> {
    const twin = await readRedTwin(name)
    const dataSource = await writeRedTwin(twin, join(RED_TWINS, name))
    await this.run([...args, '--data-source', dataSource], twin)
  }
}
