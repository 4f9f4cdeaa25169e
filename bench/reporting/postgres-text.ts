import { formatBytes } from '../../src/harness/vocabulary/format.ts'
import { OBSERVED, type PostgresMeasured } from '../figures/postgres-measured.ts'
import { plainTable } from './plain-table.ts'
import { spreadText } from './spread-text.ts'

/** What was measured of PostgreSQL and is not required of it. */
export function postgresText({ server, startups, clones, observe }: PostgresMeasured): string {
  const { location, version, image, settings } = server
  const rows = [
    ...(startups.length === 0 ? [] : [['Start-up of the engine, in a container', spreadText(startups)]]),
    ...clones.map(({ profile, bytes, milliseconds }) => [
      `Clone of the template of "${profile}", ${formatBytes(bytes)}`,
      spreadText(milliseconds),
    ]),
    ...OBSERVED.map((part) => [`Observing at head: ${part}`, spreadText(observe.parts[part])]),
  ]
  return [
    plainTable(['PostgreSQL', 'Time'], rows),
    `On PostgreSQL ${version}, ${image === undefined ? location : `${image} in a container`}: ${Object.entries(
      settings,
    )
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}.`,
    `A scan of the tables sends ${formatBytes(observe.scannedBytes)}. Times are medians, by the clock on the wall, in brackets the least and the most; stated, not required.`,
  ].join('\n')
}
