import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { temporaryProject } from './testing/temporary-project.ts'
import { gates, oneGate, TINY_STEPS } from './testing/tiny-plan.ts'

const CUCUMBER = fileURLToPath(
  new URL('../../node_modules/@cucumber/cucumber/bin/cucumber.js', import.meta.url),
)
const CONFIGURATION = new URL('../../cucumber.mjs', import.meta.url).href

async function cucumber(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  await using project = await temporaryProject({
    'cucumber.mjs': `export { default } from '${CONFIGURATION}'\n`,
    ...files,
  })
  return await project.node([CUCUMBER, ...args])
}

describe('plain cucumber-js', { concurrency: 2 }, () => {
  it('ends with GO and 0, in parallel too, and profiles are fixtures', async () => {
    const parameters = '{"profile":"tiny","engine":"sqlite","dataSource":"ormconfig.ts","keep":false}'
    const plan = oneGate(`Given the parameters are '${parameters}'`, 'Then it holds')
    const { code, stdout, stderr } = await cucumber(plan, '-p', 'tiny', '--parallel', '2')
    expect([code, stderr]).to.deep.equal([0, ''])
    expect(stdout).to.match(/GO: the one gate held/)
    expect(stdout).to.match(/^Command +npx cucumber.js -p tiny --parallel 2$/m)
  })

  it('ends with NO-GO and 1', async () => {
    const { code, stdout } = await cucumber(oneGate('Then it is breached'))
    expect(code).to.equal(1)
    expect(stdout).to.match(/NO-GO: 1 of 1 gate is breached/)
  })

  it('ends with UNPROVEN and 2, whatever the formatter', async () => {
    const { code, stdout } = await cucumber(oneGate('Given a start'), '--format', 'summary')
    expect(code).to.equal(2)
    expect(stdout).to.match(/UNPROVEN: DAT301 proves nothing/)
  })

  it('says so when it was narrowed', async () => {
    const plan = {
      'features/two.feature': gates({ DAT301: ['Then it holds'], DAT302: ['Then it holds'] }),
      ...TINY_STEPS,
    }
    const { code, stdout } = await cucumber(plan, '--tags', '@DAT302')
    expect(code).to.equal(0)
    expect(stdout).to.match(/GO for 1 of 2 gates only/)
  })

  it('leaves out the harness, which has a profile of its own', async () => {
    const plan = {
      'features/a.feature': gates({ DAT301: ['Then it holds'] }),
      'features/harness/h.feature': `@harness\n${gates({ HAR901: ['Then it is breached'] })}`,
      ...TINY_STEPS,
    }
    const whole = await cucumber(plan)
    expect([whole.code, whole.stdout.includes('HAR901')]).to.deep.equal([0, false])
    const harness = await cucumber(plan, '-p', 'harness')
    expect([harness.code, harness.stdout.includes('DAT301')]).to.deep.equal([1, false])
  })

  it('does not end with 0 because a step ends the process, nor with 1 because a hook of the run failed', async () => {
    expect(await cucumber(oneGate('Given the process exits with 0'))).to.have.property('code', 2)
    const hook = `import { BeforeAll } from '@cucumber/cucumber'\nBeforeAll(() => { throw new Error('no') })\n`
    expect(
      await cucumber({ ...oneGate('Then it holds'), 'step-definitions/hooks.ts': hook }),
    ).to.have.property('code', 2)
  })
})
