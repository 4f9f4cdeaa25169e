import type { Fault, RecordedRequest } from '../../../src/pipeline/harvest/testing/serve-recording.ts'
import type { Answered } from './answered.ts'
import type { Failed } from './failed.ts'

/** A row of the plan: whose answer fails, in which way, and what the harvest has to call it. */
interface FaultRow {
  readonly of: string
  readonly answer: string
  readonly listedAs: string
}

/** A failure that a harvest has to list. */
export interface ExpectedFailure {
  readonly source: 'clan' | 'player' | 'channel'
  readonly of: string
  readonly kind: string
}

/** Which answers fail. */
export interface FaultyAnswers {
  readonly failed: Failed
  readonly failures: readonly ExpectedFailure[]
  fault(request: RecordedRequest): Fault | undefined
  /** For each request: what never ends takes so long, and nothing that is well may ever. */
  readonly timeoutMilliseconds: number
}

/** For a server in the same process, on a machine that is busy. */
const LONG = 60_000
/** Likewise, where the plan waits for it. */
const SHORT = 8_000

const ENDLESS = ['never answers', 'stalls in the body']

/** Nothing fails. */
export const HEALTHY: FaultyAnswers = {
  failed: { players: new Set(), entries: new Set(), channels: new Set(), list: false },
  failures: [],
  fault: () => undefined,
  timeoutMilliseconds: LONG,
}

/**
 * Gives each row of the plan somebody of its own, spread over the clan: those who stay and those who join.
 * @throws RangeError for a cell that says something else, or more rows than there are to fail.
 */
export function faultyAnswers(
  rows: readonly Readonly<Record<string, string>>[],
  answered: Answered,
): FaultyAnswers {
  const players = new Map<string, FaultRow>()
  const channels = new Map<string, FaultRow>()
  const entries = new Map<string, FaultRow>()
  let list: FaultRow | undefined
  const wanted = rows.map(faultRow)
  const many = wanted.filter(({ of }) => of === 'a player' || of === 'an entry').length
  let taken = 0
  for (const row of wanted) {
    if (row.of === 'the list') list = row
    else if (row.of === 'a channel') channels.set(idOf(answered, channels.size), row)
    else (row.of === 'an entry' ? entries : players).set(nameOf(answered, taken++, many), row)
  }
  return {
    failed: {
      players: new Set(players.keys()),
      entries: new Set(entries.keys()),
      channels: new Set(channels.keys()),
      list: list !== undefined,
    },
    failures: [
      ...(list === undefined ? [] : [failure('clan', 'members', list)]),
      ...[...entries.values()].map((row) => failure('clan', 'an entry', row)),
      ...[...players].map(([name, row]) => failure('player', name, row)),
      ...[...channels].map(([id, row]) => failure('channel', id, row)),
    ],
    fault: ({ path }) => faultOf(path.split('/').map(decodeURIComponent), { list, players, channels }),
    timeoutMilliseconds: wanted.some(({ answer }) => ENDLESS.includes(answer)) ? SHORT : LONG,
  }
}

const OF = ['a player', 'an entry', 'a channel', 'the list']

function faultRow(row: Readonly<Record<string, string>>): FaultRow {
  const { of = '', answer = '', 'is listed as': listedAs = '' } = row
  if (!OF.includes(of)) throw new RangeError(`"${of}" is nothing that answers: ${OF.join(', ')}`)
  return { of, answer, listedAs }
}

function nameOf({ players }: Answered, nth: number, many: number): string {
  const name = players[Math.floor((nth * players.length) / many)]?.username
  if (name === undefined || many > players.length) throw new RangeError('there are fewer players than faults')
  return name
}

function idOf({ channels }: Answered, nth: number): string {
  const id = channels[nth]?.id
  if (id === undefined) throw new RangeError('there are fewer channels than faults')
  return id
}

function failure(source: ExpectedFailure['source'], of: string, { listedAs }: FaultRow): ExpectedFailure {
  return { source, of, kind: listedAs }
}

interface Faulty {
  readonly list: FaultRow | undefined
  readonly players: ReadonlyMap<string, FaultRow>
  readonly channels: ReadonlyMap<string, FaultRow>
}

/** @param parts of a request's path: `/players/Bob/snapshots` */
function faultOf(parts: readonly string[], { list, players, channels }: Faulty): Fault | undefined {
  const after = (word: string) => parts[parts.indexOf(word) + 1] ?? ''
  const row = parts.includes('groups')
    ? list
    : parts.includes('players')
      ? players.get(after('players'))
      : parts.includes('messages')
        ? channels.get(after('channels'))
        : undefined
  return row?.answer as Fault | undefined
}
