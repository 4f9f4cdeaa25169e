/** What a job of GitLab knows of itself. */
export interface GitlabJob {
  readonly [variable: string]: string | undefined
}

interface Note {
  readonly id: number
  readonly body: string
  readonly author: { readonly id: number }
}

/**
 * Writes a comment as a note on the merge request that a job is for, or changes the note that is there: the one of the
 * same author with the same first line.
 * @returns what was done, or why nothing was
 * @throws Error where GitLab refuses
 */
export async function writeNote(comment: string, job: GitlabJob): Promise<string> {
  const { CI_API_V4_URL: api, CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: request, CI_PIPELINE_URL } = job
  const { STAGEGATE_NOTE_TOKEN: token } = job
  if (!request) return 'No comment: this is no pipeline of a merge request.'
  if (!token) return 'No comment: there is no STAGEGATE_NOTE_TOKEN, or this is a merge request of a fork.'
  const ask = asking(token)
  const notes = `${api}/projects/${project}/merge_requests/${request}/notes`
  const { id: author } = (await (await ask('GET', `${api}/user`)).json()) as { readonly id: number }
  const [marker = ''] = comment.split('\n', 1)
  // Anybody may write the marker; only a note of this token's user is ours to change.
  const ours = await find(ask, notes, (note) => note.author.id === author && note.body.startsWith(marker))
  const body = `${comment}\nThe page is among the artifacts of [this pipeline](${CI_PIPELINE_URL}).\n`
  if (ours === undefined) await ask('POST', notes, { body })
  else await ask('PUT', `${notes}/${ours.id}`, { body })
  return ours === undefined ? 'The comment was written.' : 'The comment was changed.'
}

type Ask = (method: string, url: string, body?: object) => Promise<Response>

function asking(token: string): Ask {
  return async (method, url, body) => {
    const headers = { 'PRIVATE-TOKEN': token, 'Content-Type': 'application/json' }
    const answer = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    if (!answer.ok) throw new Error(`GitLab answers ${answer.status} to ${method} ${url}`)
    return answer
  }
}

async function find(ask: Ask, notes: string, isOurs: (note: Note) => boolean): Promise<Note | undefined> {
  let page = '1'
  while (page !== '') {
    const answer = await ask('GET', `${notes}?sort=asc&per_page=100&page=${page}`)
    const found = ((await answer.json()) as readonly Note[]).find(isOurs)
    if (found !== undefined) return found
    page = answer.headers.get('x-next-page') ?? ''
  }
  return undefined
}
