import type { z } from 'zod'
import { type Asked, sourceFailure } from './source-failure.ts'

/**
 * The value of an answer's text. Further fields than the schema names are welcome.
 * @throws SourceError `unreadable`
 */
export function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  asked: Asked,
): z.output<Schema> {
  const { data, error } = schema.safeParse(parseJson(text, asked))
  if (error !== undefined) throw sourceFailure(asked, { shape: error })
  return data as z.output<Schema>
}

function parseJson(text: string, asked: Asked): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw sourceFailure(asked, { noJson: text })
  }
}
