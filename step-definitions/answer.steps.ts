import { type DataTable, Then, When } from '@cucumber/cucumber'
import { atLeast, none } from '../src/harness/gate/tolerance.ts'
import { changedAnswers } from '../src/harness/measurement/changed-answers.ts'
import { comparedShare } from '../src/harness/measurement/compared-share.ts'
import { differingAnswers } from '../src/harness/measurement/differing-answers.ts'
import { observeAnswers } from '../src/harness/observation/observe-answers.ts'
import { parseQueries } from '../src/harness/observation/parse-queries.ts'
import { runStatements } from '../src/harness/target/run-statements.ts'
import { answersById, answersByUsername } from './support/answers.ts'
import { byMember, namesOfMembers, observeClan } from './support/clan.ts'
import type { Demand } from './support/demand.ts'
import { cutoffOf, parametersFrom } from './support/look-back.ts'
import { methodRows } from './support/method-rows.ts'
import { METHOD_NAMES } from './support/methods.ts'
import { mustBeSharedNames } from './support/shared-names.ts'
import type { RehearsalWorld } from './support/world.ts'

When('the rows of {string} are added', async function (this: RehearsalWorld, file: string) {
  const laboratory = await this.laboratory()
  const statements = parseQueries(await laboratory.queries(file), file)
  await runStatements(
    await this.ownTarget(),
    statements.map(({ sql }) => sql),
  )
})

Then(
  'every query of {string} has the same answer as before, where',
  async function (this: RehearsalWorld, file: string, table: DataTable) {
    const laboratory = await this.laboratory()
    const queries = parseQueries(await laboratory.queries(file), file)
    const before = this.origin.target
    const parameters = await parametersFrom(before, table.hashes())
    const answers = await observeAnswers(before, queries, parameters)
    const now = await observeAnswers(this.target, queries, parameters)
    this.submit(changedAnswers(answers, now).map((measurement) => [measurement, none]))
  },
)

Then(
  'every method by username has the same answer as before, looking back {period}',
  async function (this: RehearsalWorld, days: number, table: DataTable) {
    const product = await (await this.laboratory()).product()
    const before = this.origin.target
    const question = { cutoff: await cutoffOf(before, days), members: await namesOfMembers(before, product) }
    const demands: Demand[] = []
    for (const { method } of methodRows(table.hashes())) {
      const expected = await answersByUsername(before, product, method, question)
      const actual = await answersByUsername(this.target, product, method, question)
      demands.push([differingAnswers(`${method}, by username`, expected, actual), none])
    }
    this.submit(demands)
  },
)

Then(
  'every method by id gives the answer of its twin by username, looking back {period}, for at least {rate} of the members',
  async function (this: RehearsalWorld, days: number, least: number, butFor: DataTable) {
    mustBeSharedNames(butFor)
    const product = await (await this.laboratory()).product()
    const { members, comparable } = await observeClan(this.target, product)
    const cutoff = await cutoffOf(this.target, days)
    const demands: Demand[] = [[comparedShare('members', comparable.length, members.length), atLeast(least)]]
    for (const method of METHOD_NAMES) {
      const names = { cutoff, members: comparable.map(({ name }) => name) }
      const ids = { cutoff, members: comparable.map(({ id }) => id) }
      const expected = await answersByUsername(this.target, product, method, names)
      const actual = await answersById(this.target, product, method, ids)
      demands.push([
        differingAnswers(
          `${method}, by id`,
          byMember(comparable, expected, ({ name }) => name),
          byMember(comparable, actual, ({ id }) => id),
        ),
        none,
      ])
    }
    this.submit(demands)
  },
)
