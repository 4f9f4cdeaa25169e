import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { loadConfigured } from './load-config.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const TWO = `export default {
  environments: {
    staging: { tolerances: [{ gate: 'DAT301', tolerance: 'at least 45 %', because: 'bots write here' }] },
    'production-eu': {},
  },
}`

/** A project's folder with this text as its configuration, or without one. */
async function inFolder<T>(text: string | undefined, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-config-'))
  try {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    if (text !== undefined) await writeFile(join(folder, 'stagegate.config.ts'), text)
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function refusal(text: string | undefined, name = 'staging'): Promise<string> {
  return inFolder(text, async (folder) => {
    const error = await loadConfigured(name, folder).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).to.be.instanceOf(StagegateError)
    return String(error)
  })
}

describe('loadConfigured', () => {
  it('gives an environment, with what it leaves out as empty', async () => {
    const entry = { gate: 'DAT301', tolerance: 'at least 45 %', because: 'bots write here' }
    expect(await inFolder(TWO, (folder) => loadConfigured('staging', folder))).to.deep.equal({
      name: 'staging',
      tolerances: [entry],
      budgets: [],
      accepted: [],
    })
    expect(await inFolder(TWO, (folder) => loadConfigured('production-eu', folder))).to.deep.include({
      name: 'production-eu',
      tolerances: [],
    })
  })

  it('says of an environment that is not there which one was probably meant, and which there are', async () => {
    expect(await refusal(TWO, 'stagin'))
      .to.contain('no environment "stagin"')
      .and.contain('Did you mean staging?')
      .and.contain('has: staging, production-eu.')
    expect(await refusal(TWO, 'elsewhere')).not.to.contain('Did you mean')
    expect(await refusal(TWO, 'toString')).to.contain('no environment "toString"')
    expect(await refusal('export default { environments: {} }')).to.contain('has none')
  })

  it('says that there is no configuration', async () => {
    expect(await refusal(undefined))
      .to.contain('there is no stagegate.config.ts')
      .and.contain('leave --environment out')
  })

  it('says why one does not load', async () => {
    expect(await refusal('export default {'))
      .to.contain('does not load')
      .and.contain('stagegate.config.ts')
    expect(await refusal('throw new Error("out of paper")')).to.contain('does not load: out of paper')
    expect(await refusal("import './nowhere.ts'\nexport default {}")).to.contain('nowhere.ts')
    expect(await refusal('export const staging = {}')).to.contain('no default export')
  })

  it('says what is wrong in it', async () => {
    expect(await refusal('export default { environments: { staging: { tolerance: [] } } }'))
      .to.contain('tolerances?')
      .and.contain('stagegate.config.ts, environment staging')
  })

  it("loads the project's own", async () => {
    const { accepted } = await loadConfigured('staging', PROJECT)
    expect(accepted.map(({ object }) => object)).to.include('index idx_discord_author_lower')
  })
})
