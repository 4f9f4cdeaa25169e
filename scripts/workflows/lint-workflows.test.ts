import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { lintWorkflows } from './lint-workflows.ts'

const RIGHT = `on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
      - run: echo a
`

async function faultsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = await mkdtemp(join(tmpdir(), 'stagegate-workflows-'))
  try {
    await mkdir(join(root, '.github', 'workflows'), { recursive: true })
    for (const [name, text] of Object.entries(files))
      await writeFile(join(root, '.github', 'workflows', name), text)
    const faults = await lintWorkflows(root)
    return faults.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`)
  } finally {
    await rm(root, { recursive: true })
  }
}

describe('lintWorkflows', () => {
  it('finds nothing in the workflows of this project', async () => {
    expect(await lintWorkflows(resolve(import.meta.dirname, '../..'))).to.deep.equal([])
  })

  it('finds nothing wrong with what is right', async () => {
    expect(await faultsOf({ 'a.yml': RIGHT })).to.deep.equal([])
  })

  it('finds a key that there is not, with its place', async () => {
    const faults = await faultsOf({ 'a.yml': RIGHT.replace('runs-on:', 'run-on:') })
    expect(faults.join('\n')).to.match(/^\.github\/workflows\/a\.yml:5:5: .*"run-on"/m)
  })

  it('finds a wrong expression, and data of an event in a script', async () => {
    const saying = (expression: string) => RIGHT.replace('echo a', `echo '\${{ ${expression} }}'`)
    const wrong = saying('github.event.nothing.title ==')
    const pasted = saying('github.event.pull_request.title')
    const unknown = saying('matrix.engine')
    expect((await faultsOf({ 'a.yaml': wrong })).join()).to.match(/a\.yaml:8:\d+: .*parsing/)
    expect((await faultsOf({ 'a.yml': pasted })).join()).to.match(/untrusted/)
    expect((await faultsOf({ 'a.yml': unknown })).join()).to.match(/"engine" is not defined/)
  })

  it('finds an action that is not pinned', async () => {
    const faults = await faultsOf({ 'a.yml': RIGHT.replace(/@.*/, '@v5'), 'b.yml': RIGHT })
    expect(faults).to.deep.equal([
      '.github/workflows/a.yml:7:9: the action is not pinned to a full commit with its version behind it: actions/checkout@v5',
    ])
  })

  it('finds what is no YAML', async () => {
    expect((await faultsOf({ 'a.yml': `${RIGHT}  b: [` })).join()).to.match(
      /^\.github\/workflows\/a\.yml:1:1: .*no YAML/,
    )
  })

  it('does not pass where it looked at nothing', async () => {
    const failure = await faultsOf({ 'notes.md': '' }).catch((error: Error) => error.message)
    expect(failure).to.equal('There is no workflow in .github/workflows')
  })
})
