import type { OpenTarget } from '../../../src/harness/target/open-target.ts'
import { withProduct } from '../../../src/harness/target/with-product.ts'
import type { HarvestResult } from '../../../src/pipeline/harvest/harvest-result.ts'
import {
  type RecordingServer,
  serveRecording,
} from '../../../src/pipeline/harvest/testing/serve-recording.ts'
import type { Copies } from '../copies.ts'
import type { Laboratory } from '../laboratory.ts'
import type { Change } from '../specimen.ts'
import type { Answered } from './answered.ts'
import { answeredClan } from './answered-clan.ts'
import { type ClanFacts, observeClanFacts } from './clan-facts.ts'
import { endpointOf } from './endpoint.ts'
import { expectedRows, type HarvestedRows } from './expected-rows.ts'
import { type FaultyAnswers, faultyAnswers, HEALTHY } from './faulty-answers.ts'
import { killedHarvest } from './killed-harvest.ts'
import type { Leaving } from './leaving.ts'
import { recordingOf } from './recording-of.ts'
import { removedBy } from './removed-by.ts'
import { runHarvest } from './run-harvest.ts'

/** The part of a scenario that a harvest needs. */
interface Surroundings {
  laboratory(): Promise<Laboratory>
  observed<T>(question: string, observe: (target: OpenTarget) => Promise<T>): Promise<T>
  readonly copies: Copies
  /** Writes to the scenario's page. */
  tell(text: string): void
}

/** What a harvest came to, and how many statements it took. Plain data. */
export interface Harvested {
  readonly result: HarvestResult
  readonly statements: number
}

/** Harvests of one scenario, by the product's real clients, from a server that answers with recorded responses. */
export class Harvests {
  #facts: ClanFacts | undefined
  #answered: Answered | undefined
  #server: RecordingServer | undefined
  #faulty: FaultyAnswers = HEALTHY
  #leaving: Leaving = 'nobody'
  #result: HarvestResult | undefined
  #statements: number | undefined

  constructor(private readonly world: Surroundings) {}

  /** The clan as it was before anything was harvested. */
  get facts(): ClanFacts {
    return known(this.#facts)
  }

  /** What is being answered. */
  get answered(): Answered {
    return known(this.#answered)
  }

  get faulty(): FaultyAnswers {
    return this.#faulty
  }

  /** What has to be stored after a harvest of what is being answered, on the clan as it was before. */
  get expectedRows(): HarvestedRows {
    const { failed } = this.#faulty
    return expectedRows(this.answered, this.facts.members, failed, removedBy(this.answered, failed))
  }

  /** Of the last harvest. */
  get result(): HarvestResult {
    return known(this.#result)
  }

  /** Starts sources that know the scenario's clan, or starts them anew. */
  async answer(leaving: Leaving): Promise<void> {
    this.#facts ??= await this.world.observed('facts of the clan', observeClanFacts)
    this.#answered = answeredClan(this.#facts, leaving)
    this.#leaving = leaving
    await this.#serve(HEALTHY)
  }

  /** Has some of the answers fail. */
  async fail(faults: readonly Readonly<Record<string, string>>[]): Promise<void> {
    await this.#serve(faultyAnswers(faults, this.answered))
  }

  async #serve(faulty: FaultyAnswers): Promise<void> {
    const recording = await recordingOf(this.answered, faulty.failed.entries)
    this.#faulty = faulty
    this.#server = this.world.copies.own(await serveRecording(recording, { fault: faulty.fault }))
  }

  /** What is known of the harvest that has just run. */
  async settle({ result, statements }: Harvested): Promise<HarvestResult> {
    this.#result = result
    this.#statements = statements
    const product = await (await this.world.laboratory()).product()
    this.world.tell(product.harvestSummary(result))
    return result
  }

  /** A harvest as something that is done to a database. Answers that fail make it another one each time. */
  get change(): Change<Harvested> {
    const failing = this.#faulty === HEALTHY ? '' : ', with answers that fail'
    return { what: `harvest, ${this.#leaving} gone${failing}`, do: (target) => this.#run(target) }
  }

  async run(target: OpenTarget): Promise<HarvestResult> {
    return this.settle(await this.#run(target))
  }

  async #run(target: OpenTarget): Promise<Harvested> {
    const product = await (await this.world.laboratory()).product()
    let statements = 0
    const onQuery = () => {
      statements += 1
    }
    const result = await withProduct(target, async (connect) =>
      runHarvest(product, await connect({ writes: true, onQuery }), this.#endpoint()),
    )
    return { result, statements }
  }

  /** A harvest that dies after a part of the statements that the last one took. */
  async kill(target: OpenTarget, part: number): Promise<void> {
    const { source } = await this.world.laboratory()
    await killedHarvest(target, {
      dataSource: source.file,
      endpoint: this.#endpoint(),
      statements: Math.max(1, Math.floor(known(this.#statements) * part)),
    })
  }

  #endpoint() {
    return endpointOf(known(this.#server), this.answered, this.#faulty.timeoutMilliseconds)
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error(
      'Nothing answers yet, or nothing was harvested or set aside: start with "Given sources that answer".',
    )
  return value
}
