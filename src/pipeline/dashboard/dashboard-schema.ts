import { z } from 'zod'
import { WEEKDAYS } from './weekdays.ts'

const count = z.int().nonnegative()
const nameSchema = z.string().describe('The member, as the game writes it.')
const moment = z.iso.datetime({ precision: 6 })

const figures30 = z
  .strictObject({
    messages: count.nullable().describe('Messages written.'),
    experience: count.nullable().describe('Experience points gained.'),
    bossKills: count.nullable().describe('Boss kills gained.'),
  })
  .readonly()

const latestSnapshot = z
  .strictObject({
    takenAt: moment,
    experience: z.int().nullable().describe('Experience points over all skills, as the source gave them.'),
    bossKills: z.int().nullable().describe('Kills over all bosses, as the source gave them.'),
  })
  .readonly()

const member = z
  .strictObject({
    name: nameSchema,
    rank: z.string().nullable().describe('The role in the clan.'),
    joinedAt: moment.nullable(),
    latestSnapshot: latestSnapshot.nullable().describe('Null without snapshots, and where nothing is known.'),
    days30: figures30.describe(
      'In the window, as in the activity report; null is not known. Messages are null only of who is not counted.',
    ),
  })
  .readonly()

const day = z
  .strictObject({
    day: z.iso.date(),
    experience: count.describe(
      'Experience points gained: from each snapshot to the next, on the day of the later one.',
    ),
    bossKills: count.describe('Boss kills gained, likewise.'),
    measured: count.describe('Members whose gain in experience is known of this day, be it 0.'),
    messages: count.describe('Messages written.'),
    authors: count.describe('Members who wrote them.'),
  })
  .readonly()

const topBoss = z
  .strictObject({
    boss: z.string(),
    kills: z.int().positive().describe('Kills of all members, by the latest snapshot of each.'),
    members: z.int().positive().describe('Members who have killed it.'),
    most: z
      .strictObject({ name: nameSchema, kills: z.int().positive() })
      .readonly()
      .describe('Who has killed it most; of several the first by name.'),
  })
  .readonly()

const weekday = z
  .strictObject({
    weekday: z.enum(WEEKDAYS),
    days: z.int().min(4).max(5).describe('How many of the 30 days are such a day.'),
    messages: z
      .array(count)
      .length(24)
      .readonly()
      .describe('Messages written in each hour of all these days.'),
  })
  .readonly()

const leaders = z
  .array(z.strictObject({ name: nameSchema, figure: z.int().positive() }).readonly())
  .max(10)
  .readonly()
  .describe('The largest first, equal ones by name; nobody with 0.')

const outliers = z
  .strictObject({
    population: count.describe('Members whose figure is known.'),
    median: z
      .number()
      .nonnegative()
      .nullable()
      .describe('Of these figures, in their unit; null without any.'),
    deviation: z
      .number()
      .nonnegative()
      .nullable()
      .describe(
        'Median absolute deviation from the median, in the same unit. Where it is 0, nobody is an outlier.',
      ),
    members: z
      .array(
        z
          .strictObject({
            name: nameSchema,
            figure: count,
            score: z.number().describe('0.6745 × (figure − median) ÷ deviation: below −3.5 or above 3.5.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('The largest figure first, equal ones by name.'),
  })
  .readonly()

const EACH_MEASURE = 'By the figures of the window.'

/** The shape of the dashboard export. The published JSON Schema is made of it. */
export const dashboardSchema = z
  .strictObject({
    format: z.literal(1).describe('Version of this format.'),
    timeZone: z.literal('UTC').describe('Of every moment, day, weekday and hour.'),
    window: z
      .strictObject({ from: moment, to: moment, days: z.literal(30) })
      .readonly()
      .describe(
        'What members are compared by: 30 × 24 hours, to the moment of the export. What came after it counts too.',
      ),
    clan: z
      .strictObject({
        members: count,
        counted: count.describe('Members who can be told from others; every total is of them alone.'),
      })
      .readonly(),
    members: z.array(member).readonly().describe('Every member, by name.'),
    days: z
      .array(day)
      .length(30)
      .readonly()
      .describe('30 whole days in order. The last is the day of the moment of the export.'),
    topBosses: z.array(topBoss).max(15).readonly().describe('The most killed first, equal ones by name.'),
    week: z
      .array(weekday)
      .length(7)
      .readonly()
      .describe('Messages of the same 30 days. From Monday to Sunday.'),
    leaders: z
      .strictObject({ messages: leaders, experience: leaders, bossKills: leaders })
      .readonly()
      .describe(EACH_MEASURE),
    outliers: z
      .strictObject({ messages: outliers, experience: outliers, bossKills: outliers })
      .readonly()
      .describe(EACH_MEASURE),
  })
  .readonly()

/** The dashboard export. */
export type Dashboard = z.infer<typeof dashboardSchema>
