import { z } from 'zod'
import { ENGINES } from '../vocabulary/engine.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { BackupRecord } from './backup.ts'

/** What stands in a record is printed: nothing in it may move a terminal's cursor. */
const text = z
  .string()
  .max(4096)
  .regex(/^\P{Cc}*$/u)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

const schema = z.strictObject({
  kind: z.literal('stagegate backup'),
  version: z.literal(1),
  id: z.uuid(),
  engine: z.enum(ENGINES),
  engineVersion: text,
  database: text,
  createdAt: z.iso.datetime(),
  bytes: count,
  sha256: hash,
  migration: text.nullable(),
  catalog: hash,
  tables: z.array(z.strictObject({ name: z.string(), rows: count, fingerprint: hash.nullable() })),
  settings: z.record(text, text),
})

/**
 * Reads the record of a backup.
 * @param where the file that it stands in, for errors
 * @throws StagegateError for what is no record, or one of another version
 */
export function parseRecord(json: string, where: string): BackupRecord {
  const data = parseJson(json, where)
  const { kind, version } = z
    .object({ kind: z.unknown(), version: z.unknown() })
    .partial()
    .catch({})
    .parse(data)
  if (kind !== 'stagegate backup') {
    throw new StagegateError({
      what: 'What stands beside the backup is not its record.',
      where,
      cause: 'The file comes from another program.',
      next: 'Choose a backup that stagegate backup create has made.',
    })
  }
  if (version !== 1) {
    throw new StagegateError({
      what: `The record of the backup is of version ${JSON.stringify(version)}; this program reads version 1.`,
      where,
      cause: 'Another version of stagegate has made the backup.',
      next: 'Read it with that version.',
    })
  }
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw damaged(`${issue?.path.join('.')}: ${issue?.message}`, where, parsed.error)
}

function parseJson(json: string, where: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw damaged('it is no JSON', where, error)
  }
}

function damaged(why: string, where: string, cause: unknown): StagegateError {
  return new StagegateError(
    {
      what: `The record of the backup is damaged: ${why}.`,
      where,
      cause: 'It was changed by hand, or broken off while it was copied.',
      next: 'Copy the backup again, with all that stands beside it, or choose another one.',
    },
    { cause },
  )
}
