const EVIDENCE = new URL('../../plan/evidence.ts', import.meta.url).href

/** Step definitions that do whatever a scenario says, without a database. */
export const TINY_STEPS: Readonly<Record<string, string>> = {
  'step-definitions/tiny.steps.ts': `
import { Given, Then, setParallelCanAssign } from '@cucumber/cucumber'
import { attachJudgement, attachKept } from '${EVIDENCE}'

setParallelCanAssign((pickle, running) =>
  running.length === 0 || ![pickle, ...running].some(({ tags }) => tags.some(({ name }) => name === '@alone')))

function judgement(outcome: 'held' | 'breached' | 'vacuous') {
  const breached = outcome === 'breached'
  return {
    subject: 'users.id', outcome, measured: '9 of 10 rows', tolerance: 'at least 90 %',
    population: outcome === 'vacuous' ? 0 : 10,
    witnesses: breached ? [{ where: 'users #1', what: '<b>wrong</b>' }] : [], witnessCount: breached ? 1 : 0,
  }
}
Given('a start', () => {})
Given('something long', { timeout: 60_000 }, () => new Promise((resolve) => {
  process.stderr.write('LONG')
  setTimeout(resolve, 30_000)
}))
Given('something long on {string}', { timeout: 60_000 }, function (engine: string) {
  if (this.parameters.engine !== engine) return
  process.stderr.write('LONG')
  return new Promise((resolve) => setTimeout(resolve, 30_000))
})
Then('it holds', function () { attachJudgement(this.attach, judgement('held')) })
Then('it is vacuous', function () { attachJudgement(this.attach, judgement('vacuous')) })
Then('it is breached', function () {
  attachJudgement(this.attach, judgement('breached'))
  throw Object.assign(new Error('breached'), { name: 'AssertionError' })
})
Then('it is breached on {string}', function (engine: string) {
  const isThis = this.parameters.engine === engine
  attachJudgement(this.attach, judgement(isThis ? 'breached' : 'held'))
  if (isThis) throw Object.assign(new Error('breached'), { name: 'AssertionError' })
})
Given('the variable {string} is {string}', (name: string, expected: string) => {
  if (process.env[name] !== expected) throw new Error(String(process.env[name]))
})
Given('the variable {string} has a password of {int} letters', (name: string, length: number) => {
  const { password } = new URL(process.env[name] ?? '')
  if (password.length !== length) throw new Error(String(password.length))
})
Given('the process will exit with {int} after all', (code: number) => {
  process.on('exit', () => { process.exitCode = code })
})
Given('the process exits with {int} on {string}', function (code: number, engine: string) {
  if (this.parameters.engine === engine) process.exit(code)
})
Then('a database is kept', function () { attachKept(this.attach, { location: '/kept/it.db' }) })
Then('it is pending', () => 'pending')
Then('it is skipped', () => 'skipped')
Then('it chats', () => { console.log('chatter') })
Then('garbage is submitted', function () { this.attach('{', 'application/vnd.stagegate.judgement+json') })
Then('the process exits with {int}', (code: number) => { process.exit(code) })
Then('twice', () => {})
Then(/^twice$/, () => {})
Then('the parameters are {string}', function (expected: string) {
  const found = JSON.stringify(this.parameters)
  if (found !== expected) throw new Error(found)
})
`,
}

/** A plan of one gate with these steps. */
export function oneGate(...steps: readonly string[]): Readonly<Record<string, string>> {
  return { 'features/one.feature': gates({ DAT301: steps }), ...TINY_STEPS }
}

/** The text of a feature with one gate a code, each of one scenario. */
export function gates(stepsByCode: Readonly<Record<string, readonly string[]>>): string {
  const rules = Object.entries(stepsByCode).map(([code, steps]) =>
    [
      `  @${code}`,
      `  Rule: ${code} is right`,
      '    Scenario: it',
      ...steps.map((step) => `      ${step}`),
    ].join('\n'),
  )
  return ['Feature: one', ...rules].join('\n\n')
}
