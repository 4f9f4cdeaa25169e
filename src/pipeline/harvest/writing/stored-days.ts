import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { readMoment } from '../../analytics/read-moment.ts'
import type { Queries } from './queries.ts'

/** From the index alone. */
const SQL = 'SELECT timestamp FROM wom_snapshots WHERE username = ? AND timestamp BETWEEN ? AND ?'

const { to } = storedMoment('+00:00')

/** The UTC days, as `2025-12-22`, of exactly this name's stored snapshots, within the days of some moments. */
export async function storedDays(
  db: Queries,
  username: string,
  moments: readonly Moment[],
): Promise<ReadonlySet<string>> {
  const days = moments.map((moment) => readMoment(to(moment)).slice(0, 10)).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return new Set()
  const ends = [to(`${first}T00:00:00.000000Z`), to(`${last}T23:59:59.999999Z`)]
  const rows: readonly { readonly timestamp: unknown }[] = await db.query(SQL, [username, ...ends])
  return new Set(rows.map(({ timestamp }) => readMoment(timestamp).slice(0, 10)))
}
