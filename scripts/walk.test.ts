import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'

const ROOT = resolve(import.meta.dirname, '..')
const LEFT_OUT = new Set(['node_modules', '.git', '.cache', 'reports'])
const SECTION = 'A new migration'
/** What stands for the moment of a migration, in the name of its file and of its class. */
const MOMENT = '<milliseconds>'

/** A code block of the walk, and the output that it is followed by. */
interface Block {
  readonly language: string
  readonly text: string
  /** Lines of the output, with `…` where the output says more; undefined where the walk shows none. */
  readonly shown: readonly string[] | undefined
}

const walk = blocksOf(section(await readFile(join(ROOT, 'CONTRIBUTING.md'), 'utf8')))

describe(`CONTRIBUTING.md, "${SECTION}", from red to GO`, () => {
  let scratch: string
  let project: string
  let announced = ''
  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'stagegate-walk-'))
    project = join(scratch, 'project')
    await cp(ROOT, project, { recursive: true, filter: (path) => !LEFT_OUT.has(relative(ROOT, path)) })
    await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'))
  })
  after(() => rm(scratch, { recursive: true }))

  function run(command: string, input?: string) {
    const { NODE_TEST_CONTEXT: _context, ...surroundings } = process.env
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
      cwd: project,
      encoding: 'utf8',
      ...(input === undefined ? {} : { input }),
      env: {
        ...surroundings,
        NODE_OPTIONS: '',
        NO_COLOR: '1',
        STAGEGATE_CACHE: join(scratch, 'cache'),
        STAGEGATE_POSTGRES_URL: '',
      },
    })
    return { status, output: `${stdout}\n${stderr}` }
  }

  const steps: Readonly<Record<string, (block: Block) => Promise<void>>> = {
    async sh({ text, shown = [] }) {
      const { status, output } = run(text)
      expect(status, output).to.equal(shown.some((line) => line.startsWith('NO-GO')) ? 1 : 0)
      for (const line of shown) expect(output).to.match(patternOf(line))
      if (text.includes(' new migration ')) announced = output
    },
    async diff({ text }) {
      const { status, output } = run('git apply --whitespace=nowarn -', `${text}\n`)
      expect(status, output).to.equal(0)
    },
    async ts({ text }) {
      const path = /^\/\/ (\S+)\n/.exec(text)?.[1] ?? ''
      const [, behind = ''] = path.split(MOMENT)
      const files = await readdir(join(project, dirname(path)))
      const begun = files.flatMap((file) => /^\d+/.exec(file.endsWith(behind) ? file : '') ?? [])
      expect(begun).to.have.length(1)
      await writeFile(
        join(project, path.replace(MOMENT, String(begun[0]))),
        text.slice(text.indexOf('\n') + 1).replaceAll(MOMENT, String(begun[0])),
      )
    },
  }

  for (const [index, block] of walk.entries()) {
    it(`${index + 1}. ${block.language}: ${block.text.split('\n')[0]}`, async () => {
      const step = steps[block.language]
      if (step === undefined) throw new Error(`nobody knows what to do with ${block.language}`)
      await step(block)
    })
  }

  it('and each new gate is breached by its red twin', () => {
    const command = announced.match(/npx stagegate verify features\/harness\/\S+ --profile tiny/)?.[0]
    expect(command).to.match(/(?::\d+){4} /)
    const { status, output } = run(command ?? '')
    expect(status, output).to.equal(0)
    expect(output).to.match(/GO for 1 of /)
  })

  it('and none of the new gates is without a red twin', async () => {
    const feature = await readFile(
      join(project, 'features/migrations/add-account-type-to-members.feature'),
      'utf8',
    )
    const codes = [...feature.matchAll(/@([A-Z]{3}\d{3})/g)].map(([, code]) => `${code}.json`)
    expect(codes).to.have.length(4)
    expect(await readdir(join(project, 'fixtures/red'))).to.include.members(codes)
  })
})

function section(document: string): string {
  const [, text = ''] = document.split(`\n## ${SECTION}\n`)
  return text.split('\n## ')[0] ?? ''
}

/** The blocks of a text in order, each output with the command before it. */
function blocksOf(text: string): readonly Block[] {
  const blocks = [...text.matchAll(/^( *)```(\w+)\n(.*?)^ *```$/gms)].map(
    ([, indent = '', language = '', body = '']) => ({
      language,
      text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), '').trimEnd(),
    }),
  )
  return blocks.flatMap((block, index): readonly Block[] => {
    const next = blocks[index + 1]
    const shown = next?.language === 'text' ? next.text.split('\n') : undefined
    return block.language === 'text' ? [] : [{ ...block, shown }]
  })
}

/** A line of the output, wherever it stands in its line. */
function patternOf(line: string): RegExp {
  return new RegExp(line.split('…').map(escaped).join('.*'))
}

function escaped(text: string): string {
  return text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
