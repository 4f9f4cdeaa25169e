import { join, resolve } from 'node:path'
import { openWorkspace } from '../../src/harness/target/workspace.ts'
import type { Engine } from '../../src/harness/vocabulary/engine.ts'
import { recipeDatabase } from './recipe-database.ts'
import { type RedTwin, readRedTwin, writeRedTwin } from './red-twin.ts'
import { type CommandResult, runStagegate } from './run-stagegate.ts'

/** Inside the project wherever the cache is, so that a twin finds the libraries that it imports. */
const RED_TWINS = resolve(import.meta.dirname, '../../.cache/red-twins')

/** Runs of the command itself, for scenarios about the verdict. They share a cache of their own. */
export class NestedRuns {
  #result: CommandResult | undefined
  #twin: RedTwin | undefined

  /** @param engine that a twin runs on, unless it is a mistake on another one */
  constructor(private readonly engine: () => Engine) {}

  /** The last run. */
  get result(): CommandResult {
    if (!this.#result) throw new Error('No plan has run yet: start with "When the plan runs …".')
    return this.#result
  }

  /** The red twin of the last run; none when it ran on the project itself. */
  get twin(): RedTwin | undefined {
    return this.#twin
  }

  /** @param variables of the environment, where they are to be other ones */
  async run(
    args: readonly string[],
    twin?: RedTwin,
    variables: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    this.#twin = twin
    const { root } = await openWorkspace()
    // What this run itself is about is not what a nested one is.
    const own = { STAGEGATE_CACHE: join(root, 'harness'), STAGEGATE_SOURCE: '' }
    this.#result = await runStagegate(args, { ...own, ...variables })
  }

  /** @param recipe of a real database, which is made for the run */
  async runOnDatabase(recipe: string, args: readonly string[], twin?: RedTwin): Promise<void> {
    await using database = await recipeDatabase(recipe)
    await this.run([...args, '--database', database.file], twin)
  }

  /** @param name of a red twin, below `fixtures/red` */
  async runOnRedTwin(name: string, args: readonly string[]): Promise<void> {
    const twin = await readRedTwin(name)
    if (twin.plan !== undefined) return this.run([`fixtures/red/plans/${twin.plan}.feature`], twin)
    const dataSource = await writeRedTwin(twin, join(RED_TWINS, name))
    if (twin.database !== undefined) {
      return this.runOnDatabase(twin.database, [...args, '--data-source', dataSource], twin)
    }
    await this.run([...args, '--engine', twin.engine ?? this.engine(), '--data-source', dataSource], twin)
  }
}
