import type { OpenTarget } from '../../src/harness/target/open-target.ts'

/** What a scenario has besides its own database: copies to compare with, servers. All of it goes when the scenario ends. */
export class Copies implements AsyncDisposable {
  readonly #belongings: AsyncDisposable[] = []
  #aside: OpenTarget | undefined

  /** The database that was set aside to be compared with. */
  get aside(): OpenTarget {
    if (!this.#aside) throw new Error('No state was set aside: there is nothing to compare with.')
    return this.#aside
  }

  setAside(target: OpenTarget): void {
    this.#aside = target
  }

  own<T extends AsyncDisposable>(belonging: T): T {
    this.#belongings.push(belonging)
    return belonging
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const belonging of this.#belongings.toReversed()) await belonging[Symbol.asyncDispose]()
  }
}
