import type { Fault, RecordedRequest } from '../../../src/pipeline/harvest/testing/serve-recording.ts'
import type { Answered, AnsweredChannel, AnsweredPlayer } from './answered.ts'
import type { Failed } from './failed.ts'

type Row = Readonly<Record<string, string>>

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

/** As many as Discord gives at once. */
const PAGE = 100

/** One row of the plan: whose answer fails, and what of it is stored all the same. */
interface Faulty {
  readonly failure: ExpectedFailure
  readonly answer: string
  readonly player?: string
  readonly entry?: string
  readonly channel?: readonly [id: string, stored: number]
  matches(request: RecordedRequest): boolean
}

/** Nothing fails. */
export const HEALTHY: FaultyAnswers = {
  failed: { players: new Set(), entries: new Set(), channels: new Map(), list: false },
  failures: [],
  fault: () => undefined,
  timeoutMilliseconds: LONG,
}

/**
 * Gives each row of the plan somebody of its own, spread over the clan from the first to the last, who joins.
 * @throws RangeError for a cell that says something else, or more rows than there are to fail.
 */
export function faultyAnswers(rows: readonly Row[], answered: Answered): FaultyAnswers {
  const players = spread(answered, rows.filter(({ of }) => of === 'a player' || of === 'an entry').length)
  const channels = [...answered.channels]
  const faulty = rows.map((row): Faulty => {
    if (row.of === 'the list') return list(row)
    if (row.of === 'a player') return player(row, next(players))
    if (row.of === 'a second page of a player') return secondPageOf(row, answered)
    if (row.of === 'an entry') return entry(row, next(players))
    if (row.of === 'a channel') return channel(row, next(channels), 0)
    if (row.of === 'a second page of a channel') return channel(row, next(channels), PAGE)
    throw new RangeError(`"${row.of}" is nothing that answers`)
  })
  return {
    failed: {
      players: new Set(faulty.flatMap((one) => one.player ?? [])),
      entries: new Set(faulty.flatMap((one) => one.entry ?? [])),
      channels: new Map(faulty.flatMap((one) => (one.channel === undefined ? [] : [one.channel]))),
      list: rows.some(({ of }) => of === 'the list'),
    },
    failures: faulty.map(({ failure }) => failure),
    fault: (request) => faulty.find((one) => one.matches(request))?.answer as Fault | undefined,
    timeoutMilliseconds: rows.some(({ answer = '' }) => ENDLESS.includes(answer)) ? SHORT : LONG,
  }
}

function list(row: Row): Faulty {
  return faultyAnswer(row, { source: 'clan', of: 'members' }, ([kind]) => kind === 'groups')
}

function player(row: Row, { username, listedAs }: AnsweredPlayer): Faulty {
  const isAsked = ([kind, name]: readonly string[]) => kind === 'players' && name === listedAs
  return { ...faultyAnswer(row, { source: 'player', of: username }, isAsked), player: username }
}

/** Of the only one who has more than a page. */
function secondPageOf(row: Row, { players }: Answered): Faulty {
  const long = players.find(({ snapshots }) => snapshots.length > PAGE / 2)
  if (long === undefined) throw new RangeError('no player has a second page')
  const first = player(row, long)
  return { ...first, matches: (request) => request.query.offset !== '0' && first.matches(request) }
}

/** The list itself is what is wrong: nobody answers otherwise. */
function entry(row: Row, { username }: AnsweredPlayer): Faulty {
  return { ...faultyAnswer(row, { source: 'clan', of: 'an entry' }, () => false), entry: username }
}

/** @param stored how many of its messages come before what fails */
function channel(row: Row, { id, messages }: AnsweredChannel, stored: number): Faulty {
  const isAsked = ([kind, of, what]: readonly string[]) =>
    kind === 'channels' && of === id && what === 'messages'
  const faulty = {
    ...faultyAnswer(row, { source: 'channel', of: id }, isAsked),
    channel: [id, stored] as const,
  }
  if (stored === 0) return faulty
  const last = messages[stored - 1]?.id
  if (last === undefined) throw new RangeError(`the channel ${id} has no second page`)
  return { ...faulty, matches: (request) => request.query.after === last && faulty.matches(request) }
}

/** @param isAsked by the parts of a path: `players`, `Bob`, `snapshots` */
function faultyAnswer(
  { answer = '', 'is listed as': kind = '' }: Row,
  failure: Omit<ExpectedFailure, 'kind'>,
  isAsked: (parts: readonly string[]) => boolean,
): Faulty {
  return {
    failure: { ...failure, kind },
    answer,
    matches: ({ path }) => isAsked(path.split('/').slice(1).map(decodeURIComponent)),
  }
}

/** So many players, the last of the list among them: one who joins. */
function spread({ players }: Answered, many: number): AnsweredPlayer[] {
  if (many > players.length) throw new RangeError('there are fewer players than faults')
  const step = many < 2 ? 0 : (players.length - 1) / (many - 1)
  return Array.from(
    { length: many },
    (_, nth) => players[players.length - 1 - Math.floor(nth * step)],
  ).filter((one) => one !== undefined)
}

function next<T>(left: T[]): T {
  const one = left.shift()
  if (one === undefined) throw new RangeError('there are fewer channels than faults')
  return one
}
