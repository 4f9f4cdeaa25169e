import { z } from 'zod'

/** The longest time that a timer takes; a longer one would end at once. */
const LONGEST_MILLISECONDS = 2 ** 31 - 1

/** Pieces of what a source is given. Their messages name what is wrong and never quote it. */
export const optionParts = {
  baseUrl: z
    .url({ protocol: /^https?$/, error: 'no address of an API' })
    .refine((url) => !/@|[?#]/.test(url), 'has a name, a password, a query or a fragment')
    .transform((url) => url.replace(/\/+$/, '')),
  /** What goes into a header as it is. */
  credential: z.string().regex(/^[\x21-\x7e]+$/, 'empty, or with a character that no credential has'),
  headerText: z.string().regex(/^[\x20-\x7e]+$/, 'empty, or with a character that no header has'),
  milliseconds: z.number().positive().max(LONGEST_MILLISECONDS),
  /** Of requests; Infinity for as many as there are. */
  rate: z.union(
    [z.int().positive(), z.literal(Number.POSITIVE_INFINITY)],
    'neither a whole number above 0 nor Infinity',
  ),
}

/** @throws TypeError */
export function checkedOptions<Schema extends z.ZodType>(
  source: string,
  schema: Schema,
  options: z.input<Schema>,
): z.output<Schema> {
  const { data, error } = schema.safeParse(options)
  if (error !== undefined) throw new TypeError(`Options of ${source}:\n${z.prettifyError(error)}`)
  return data as z.output<Schema>
}
