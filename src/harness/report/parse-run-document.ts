import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { decide } from '../verdict/decide.ts'
import type { RunDocument } from '../verdict/decision.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { runDocumentSchema } from './run-document-schema.ts'

const FORMAT = 4
/** What the older formats say nothing of, so that no verdict of this version follows from them. */
const OLDER: Readonly<Record<number, string>> = {
  1: 'it was written before a run could have several engines',
  2: 'it was written before a run could be about a real database',
  3: 'it was written before a run carried schemas, plans and fingerprints',
}
const OTHER = 'it was written by another version, or is another kind of file'
const NEXT = 'run the plan again: stagegate verify'

/**
 * Reads a saved `run.json`. `where` names the file in errors. The decision in it is not believed: it has to be the
 * one that follows from the run beside it.
 *
 * @throws StagegateError when the text is no JSON, of another format, of another shape, or decided otherwise.
 */
export function parseRunDocument(text: string, where: string): RunDocument {
  const data = parseJson(text, where)
  refuseOtherFormats(data, where)
  const { data: document, error } = runDocumentSchema.safeParse(data)
  if (error !== undefined) {
    throw new StagegateError({
      what: `The saved run does not have the shape of a run:\n${shapeErrors(error)}`,
      where,
      cause: 'the file was changed by hand, or written by another version',
      next: NEXT,
    })
  }
  refuseOtherDecisions(document, where)
  return document
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const cause = 'it is not a run.json, or it was cut off while it was copied'
    throw new StagegateError(
      { what: 'The saved run is not JSON', where, cause, next: NEXT },
      { cause: error },
    )
  }
}

function refuseOtherFormats(data: unknown, where: string): void {
  const format = typeof data === 'object' && data !== null && 'format' in data ? data.format : undefined
  if (format === FORMAT) return
  const found = format === undefined ? 'it states no format' : `its format is ${JSON.stringify(format)}`
  const cause = (typeof format === 'number' && OLDER[format]) || OTHER
  throw new StagegateError({
    what: `The saved run cannot be read: ${found}, this version reads format ${FORMAT}`,
    where,
    cause,
    next: NEXT,
  })
}

function refuseOtherDecisions(document: RunDocument, where: string): void {
  const { format, run, since, ...stored } = document
  const decided = decide(run)
  if (isDeepStrictEqual(stored, decided)) return
  throw new StagegateError({
    what: `The decision in the saved run does not follow from the run: it says "${stored.sentence}", the run says "${decided.sentence}"`,
    where,
    cause: 'the file was changed by hand, or decided by another version',
    next: NEXT,
  })
}

const SHOWN = 5

function shapeErrors({ issues }: z.ZodError): string {
  const lines = issues
    .slice(0, SHOWN)
    .map(({ path, message }) => `  ${z.core.toDotPath(path) || 'the document'}: ${message}`)
  return (issues.length > SHOWN ? [...lines, `  and ${issues.length - SHOWN} more`] : lines).join('\n')
}
