import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'

const COMMENT = '<!-- stagegate -->\n## Stagegate: GO\n'
const WORKFLOW = resolve(import.meta.dirname, '../../.github/workflows/staging.yml')
const BOT = { type: 'Bot' }

/** The script of the workflow that writes the comment, as the action runs it: the body of an asynchronous function. */
async function commentScript(): Promise<(...args: readonly unknown[]) => Promise<unknown>> {
  const text = await readFile(WORKFLOW, 'utf8')
  const [, script] = /^ {10}script: \|\n((?: {12}.*\n|\n)+)/m.exec(text) ?? []
  if (script === undefined) throw new Error('The workflow has no script')
  const Body = Object.getPrototypeOf(async () => {}).constructor
  return new Body('require', 'github', 'context', 'core', script)
}

interface Comment {
  readonly id: number
  readonly body: string
  readonly user: { readonly type: string } | null
}

/** What the script asked of a GitHub that has these comments. */
async function asked(
  comments: readonly Comment[],
  comment: string | null = COMMENT,
): Promise<readonly unknown[]> {
  const calls: unknown[] = []
  const call = (name: string) => async (options: object) => calls.push([name, options])
  const issues = { listComments: {}, createComment: call('create'), updateComment: call('update') }
  const github = { rest: { issues }, paginate: async () => comments }
  const context = {
    ...{ repo: { owner: 'o', repo: 'r' }, issue: { number: 5 } },
    ...{ serverUrl: 'https://github', runId: 77 },
  }
  const core = { notice: (text: string) => calls.push(['notice', text]) }
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-comment-'))
  const file = join(folder, 'comment.md')
  if (comment !== null) await writeFile(file, comment)
  // The script reads what the step before has put into the folder that it runs in.
  const fs = createRequire(import.meta.url)('node:fs')
  const required = {
    existsSync: (path: string) => path === 'reports/comment.md' && fs.existsSync(file),
    readFileSync: (path: string, encoding: string) =>
      fs.readFileSync(path.replace('reports/comment.md', file), encoding),
  }
  try {
    await (await commentScript())(() => required, github, context, core)
  } finally {
    await rm(folder, { recursive: true })
  }
  return calls
}

const body = `${COMMENT}\nThe page and every file of [this run](https://github/o/r/actions/runs/77) are among its artifacts.\n`

describe('the comment of the workflow', () => {
  it('is written where there is none', async () => {
    expect(await asked([{ id: 1, body: 'hello', user: BOT }])).to.deep.equal([
      ['create', { owner: 'o', repo: 'r', issue_number: 5, body }],
    ])
  })

  it('is changed in place where there is one', async () => {
    expect(await asked([{ id: 2, body: '<!-- stagegate -->\nold', user: BOT }])).to.deep.equal([
      ['update', { owner: 'o', repo: 'r', comment_id: 2, body }],
    ])
  })

  it('leaves alone what a person wrote with the same first line, and what nobody wrote', async () => {
    const people = [
      { id: 3, body: '<!-- stagegate -->\nmine', user: { type: 'User' } },
      { id: 4, body: '<!-- stagegate -->\ngone', user: null },
    ]
    expect((await asked(people)).map((call) => (call as readonly unknown[])[0])).to.deep.equal(['create'])
  })

  it('says so where there is nothing to write', async () => {
    expect(await asked([], null)).to.deep.equal([
      ['notice', 'There is no comment: the runs could not be merged.'],
    ])
  })
})
