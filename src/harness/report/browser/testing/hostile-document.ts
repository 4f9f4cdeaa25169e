import { z } from 'zod'
import type { RunDocument } from '../../../verdict/decision.ts'
import { runDocumentSchema } from '../../run-document-schema.ts'

/** What ends attributes, text, style sheets and comments, and then runs. */
export const HOSTILE = `"'><img src=x onerror=alert(1)></style></title><script>alert(2)</script>--><svg onload=alert(3)>`

interface Shape {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly anyOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | false
  readonly items?: Shape
}

const SHAPE = z.toJSONSchema(runDocumentSchema, { unrepresentable: 'any' }) as Shape
const PATTERNED = ['DAT301', '2026-11-22T13:40:07.120Z', '0123456789abcdef'.repeat(4)]

/**
 * The document with markup behind every text that its shape leaves free. Of every list the first item gets whatever may be
 * there and is not, so that no string of the format is left out.
 */
export function hostileDocument(document: RunDocument): RunDocument {
  const hostile = runDocumentSchema.parse(hostileValue(document, SHAPE, true))
  const { environment } = hostile.run
  const libraries = { ...environment.libraries, [HOSTILE]: HOSTILE }
  return { ...hostile, run: { ...hostile.run, environment: { ...environment, libraries } } } as RunDocument
}

function hostileValue(value: unknown, shape: Shape, isFilled: boolean): unknown {
  const kinds = kindsOf(shape)
  if (kinds) {
    if (value === null && !isFilled) return null
    return hostileValue(value ?? undefined, kinds.find(({ type }) => type !== 'null') ?? {}, isFilled)
  }
  if (shape.type === 'array') return hostileItems((value ?? []) as readonly unknown[], shape, isFilled)
  if (shape.type === 'object') return hostileObject((value ?? {}) as Record<string, unknown>, shape, isFilled)
  const isFree = shape.type === 'string' && !shape.enum && shape.const === undefined && !shape.pattern
  return isFree ? `${value ?? 'some'} ${HOSTILE}` : (value ?? smallest(shape))
}

/** A value for a place that has none and that is not for free text. */
function smallest({ type, enum: words, const: only, pattern }: Shape): unknown {
  if (only !== undefined) return only
  if (words) return words[0]
  if (pattern !== undefined) return PATTERNED.find((text) => new RegExp(pattern).test(text))
  return type === 'boolean' ? false : 1
}

function kindsOf({ anyOf, type, ...rest }: Shape): readonly Shape[] | undefined {
  return anyOf ?? (Array.isArray(type) ? type.map((one) => ({ ...rest, type: one })) : undefined)
}

function hostileItems(
  value: readonly unknown[],
  { items = {} }: Shape,
  isFilled: boolean,
): readonly unknown[] {
  const given = value.length === 0 && isFilled ? [undefined] : value
  return given.map((item, index) => hostileValue(item, items, isFilled && index === 0))
}

function hostileObject(
  value: Readonly<Record<string, unknown>>,
  { properties = {}, additionalProperties }: Shape,
  isFilled: boolean,
): Record<string, unknown> {
  const others = additionalProperties ? additionalProperties : {}
  const names = [...Object.keys(value), ...(isFilled ? Object.keys(properties) : [])]
  return Object.fromEntries(
    [...new Set(names)].map((name) => [
      name,
      hostileValue(value[name], properties[name] ?? others, isFilled),
    ]),
  )
}
