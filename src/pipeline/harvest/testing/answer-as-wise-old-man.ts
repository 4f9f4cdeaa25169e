import type { RecordedAnswer, RequestParts } from './recorded-answer.ts'
import type { RecordedSnapshot, Recording } from './recording.ts'

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 50

/** As Wise Old Man answers (github.com/wise-old-man/wise-old-man, server/src/api). A wrong key is refused, none is not. */
export function answerAsWiseOldMan(
  { group, players }: Recording,
  { segments: [kind, which = '', of], query, credential }: RequestParts,
  apiKey: string | undefined,
): RecordedAnswer {
  if (apiKey !== undefined && credential !== null && credential !== apiKey)
    return failed(403, 'Invalid API Key.')
  if (kind === 'groups' && of === undefined) {
    return which === String(group.id) ? { status: 200, body: group } : failed(404, 'Group not found.')
  }
  if (kind !== 'players' || of !== 'snapshots') return failed(404, 'Endpoint was not found.')
  const snapshots = snapshotsOf(players, which)
  return snapshots === undefined ? failed(404, 'Player not found.') : pageOf(snapshots, query)
}

/** Spelled as it is recorded; otherwise as the API compares names: `Jo_Hn` is `jo hn`. */
function snapshotsOf(players: Recording['players'], name: string): readonly RecordedSnapshot[] | undefined {
  const spelling = Object.hasOwn(players, name)
    ? name
    : Object.keys(players).find((other) => standardised(other) === standardised(name))
  return spelling === undefined ? undefined : players[spelling]
}

function standardised(name: string): string {
  return name
    .replace(/[-_\s]/g, ' ')
    .trim()
    .toLowerCase()
}

function pageOf(snapshots: readonly RecordedSnapshot[], query: URLSearchParams): RecordedAnswer {
  const limit = Number(query.get('limit') ?? DEFAULT_LIMIT)
  const offset = Number(query.get('offset') ?? 0)
  if (!Number.isInteger(limit) || limit < 1) return failed(400, "Parameter 'limit' must be > 0.")
  if (limit > MAX_LIMIT) return failed(400, `The maximum results limit is ${MAX_LIMIT}.`)
  if (!Number.isInteger(offset) || offset < 0) return failed(400, "Parameter 'offset' must be >= 0.")
  const [start, end] = [momentOf(query.get('startDate')), momentOf(query.get('endDate'))]
  if (Number.isNaN(start) || Number.isNaN(end)) return failed(400, 'Invalid date.')
  if (start !== undefined && end !== undefined && start >= end) {
    return failed(400, 'Min date must be before the max date.')
  }
  const within = snapshots.filter(({ createdAt }) => {
    const moment = Date.parse(createdAt)
    return moment >= (start ?? Number.NEGATIVE_INFINITY) && moment <= (end ?? Number.POSITIVE_INFINITY)
  })
  return { status: 200, body: within.slice(offset, offset + limit) }
}

function momentOf(text: string | null): number | undefined {
  return text === null ? undefined : Date.parse(text)
}

function failed(status: number, message: string): RecordedAnswer {
  return { status, body: { message } }
}
