import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { type GitlabJob, writeNote } from './write-note.ts'

const COMMENT = '<!-- stagegate -->\n## Stagegate: GO\n'
const BODY = `${COMMENT}\nThe page is among the artifacts of [this pipeline](https://gitlab/p/1).\n`
const OURS = { id: 250, body: '<!-- stagegate -->\nold', author: { id: 7 } }

/** What was asked of a GitLab that has these notes, a hundred on a page. */
async function asked(
  notes: readonly object[],
  job: GitlabJob = {},
): Promise<{ readonly said: string; readonly writes: readonly string[] }> {
  const writes: string[] = []
  await using server = createServer(async (request, response) => {
    const { method = '', url = '' } = request
    const { pathname, searchParams } = new URL(url, 'http://gitlab')
    if (request.headers['private-token'] !== 'secret') return response.writeHead(401).end()
    if (pathname === '/api/user') return response.end('{"id":7}')
    if (method !== 'GET') {
      let body = ''
      for await (const part of request) body += part
      writes.push(`${method} ${pathname} ${JSON.parse(body).body}`)
      return response.end('{}')
    }
    const page = Number(searchParams.get('page'))
    const next = page * 100 < notes.length ? String(page + 1) : ''
    return response
      .writeHead(200, { 'x-next-page': next })
      .end(JSON.stringify(notes.slice((page - 1) * 100, page * 100)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const said = await writeNote(COMMENT, {
    CI_API_V4_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    CI_PROJECT_ID: '3',
    CI_MERGE_REQUEST_IID: '9',
    CI_PIPELINE_URL: 'https://gitlab/p/1',
    STAGEGATE_NOTE_TOKEN: 'secret',
    ...job,
  })
  server.closeAllConnections()
  return { said, writes }
}

describe('writeNote', () => {
  it('writes a note where there is none', async () => {
    expect(await asked([{ ...OURS, body: 'hello' }])).to.deep.equal({
      said: 'The comment was written.',
      writes: [`POST /api/projects/3/merge_requests/9/notes ${BODY}`],
    })
  })

  it('changes the one that is there, however far behind', async () => {
    const others = Array.from({ length: 150 }, (_, id) => ({ id, body: 'hello', author: { id: 1 } }))
    expect(await asked([...others, OURS])).to.deep.equal({
      said: 'The comment was changed.',
      writes: [`PUT /api/projects/3/merge_requests/9/notes/250 ${BODY}`],
    })
  })

  it('leaves alone what somebody else wrote with the same first line', async () => {
    const { writes } = await asked([{ ...OURS, author: { id: 8 } }])
    expect(writes.map((write) => write.split(' ', 1)[0])).to.deep.equal(['POST'])
  })

  it('says why there is nothing to do', async () => {
    expect(await asked([], { CI_MERGE_REQUEST_IID: undefined })).to.deep.equal({
      said: 'No comment: this is no pipeline of a merge request.',
      writes: [],
    })
    expect((await asked([], { STAGEGATE_NOTE_TOKEN: '' })).said).to.match(
      /^No comment: there is no STAGEGATE_NOTE_TOKEN/,
    )
  })

  it('says what GitLab refuses, and not the token', async () => {
    const refusal = await asked([], { STAGEGATE_NOTE_TOKEN: 'wrong' }).catch((error: Error) => error.message)
    expect(refusal).to.match(/^GitLab answers 401 to GET http:\S+\/api\/user$/)
  })
})
