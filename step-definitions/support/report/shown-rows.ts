import { parseCsv } from '../../../src/pipeline/activity-report/testing/parse-csv.ts'
import type { Dashboard } from '../../../src/pipeline/dashboard/dashboard-schema.ts'

/** Rows as a query of `shown.sql` has to answer them: values are SQL literals. */
export type Rows = readonly (readonly string[])[]

const TEXTS = 2
/** Between the texts and the numbers, and not in the query: it is kept as it is. */
const JOINED = 2

/** The rows of the report's CSV file, without its titles, by the bytes of the names. */
export function rowsOfCsv(csv: string): Rows {
  return parseCsv(csv)
    .slice(1)
    .map((cells) => cells.filter((_, at) => at !== JOINED).map((cell, at) => literal(cell, at < TEXTS)))
    .sort(([one = ''], [other = '']) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
}

/** The dashboard's lists, by the queries that give the same. Days and hours of nothing are left out. */
export function rowsOfDashboard({
  days,
  week,
  topBosses,
  leaders,
}: Dashboard): Readonly<Record<string, Rows>> {
  return {
    'experience of each day': days
      .filter(({ experience }) => experience > 0)
      .map(({ day, experience }) => [literal(day, true), String(experience)]),
    'messages of each day': days
      .filter(({ messages }) => messages > 0)
      .map(({ day, messages, authors }) => [literal(day, true), String(messages), String(authors)]),
    'messages of each hour of the week': week.flatMap(({ messages }, weekday) =>
      messages.flatMap((count, hour) => (count === 0 ? [] : [[weekday, hour, count].map(String)])),
    ),
    'top bosses': topBosses.map(({ boss, kills, members, most }) => [
      literal(boss, true),
      ...[kills, members, most.kills].map(String),
    ]),
    'messages of the ten who wrote most': leaders.messages.map(({ figure }) => [String(figure)]),
  }
}

function literal(value: string | null, isText: boolean): string {
  if (value === null) return 'NULL'
  return isText ? `'${value.replaceAll("'", "''")}'` : value
}
