import { z } from 'zod'
import { nearestName } from '../vocabulary/nearest-name.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type {
  Configuration,
  EnvironmentConfiguration,
  ToleranceEntry,
  ToleranceWords,
} from './configuration.ts'
import { parseTolerance } from './parse-tolerance.ts'

type Path = readonly PropertyKey[]

const text = z.string().regex(/\S/, 'must not be empty')
const words = z
  .custom<ToleranceWords>((value) => typeof value === 'string', { error: messageOfText })
  .superRefine(checkWords)
const entry = z.strictObject({
  gate: z.string().regex(/^[A-Z]{3}\d{3}$/, 'is no code of a gate such as DAT301'),
  subject: text.exactOptional(),
  tolerance: words,
  because: text,
})
const environment = z
  .strictObject({
    tolerances: z.array(entry).exactOptional(),
    budgets: z.array(entry).exactOptional(),
    accepted: z.array(z.strictObject({ object: text, because: text })).exactOptional(),
  })
  .superRefine(checkEntries)
// A name is an argument of the command that makes a run again.
const configuration = z.strictObject({
  environments: z.record(z.string().regex(/^[\w.-]+$/), environment),
})

/**
 * Checks what a configuration exports.
 * @param file where it stands, for errors
 * @throws StagegateError that names the file, the environment and the entry of the first thing that is wrong.
 */
export function parseConfiguration(exported: unknown, file: string): Configuration {
  const { data, error } = configuration.safeParse(exported, { error: messageOf })
  if (error === undefined) return data
  const { path = [], message = 'has another shape' } = error.issues[0] ?? {}
  throw new StagegateError({
    what: `The configuration cannot be used: ${subjectOf(path)} ${message}.`,
    where: [file, ...placeOf(path, exported)].join(', '),
    next: 'Correct it. With defineConfig an editor checks it while it is written.',
  })
}

function checkWords(words: unknown, context: z.RefinementCtx): void {
  if (typeof words !== 'string') return
  try {
    parseTolerance(words)
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error))
  }
}

function checkEntries({ tolerances = [], budgets = [] }: EnvironmentConfiguration, context: z.RefinementCtx) {
  const placed = [...tolerances.map(placedIn('tolerances')), ...budgets.map(placedIn('budgets'))]
  for (const { own, path } of placed) {
    const first = placed.find(({ own: { gate, subject } }) => gate === own.gate && subject === own.subject)
    if (first?.own !== own)
      context.addIssue({ code: 'custom', path, message: 'says again what another says' })
    if (path[0] === 'budgets' && parseTolerance(own.tolerance).bound !== 'at most') {
      const message = `is "${own.tolerance}", and a budget is a bound from above: at most so much`
      context.addIssue({ code: 'custom', path: [...path, 'tolerance'], message })
    }
  }
}

function placedIn(list: string) {
  return (own: ToleranceEntry, index: number) => ({ own, path: [list, index] })
}

function messageOfText({ input }: z.core.$ZodRawIssue): string {
  return input === undefined ? 'is required' : 'has to be string'
}

function messageOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const meant = nearestName(key, keysAt(issue.path ?? []))
    return `has "${key}", which means nothing there${meant === undefined ? '' : `: ${meant}?`}`
  }
  if (issue.code === 'invalid_key') return 'is no name such as staging'
  if (issue.input === undefined) return 'is required'
  return issue.code === 'invalid_type' ? `has to be ${issue.expected}` : undefined
}

/** What may stand in the place that a path leads to. */
function keysAt([, name, list]: Path): readonly string[] {
  if (name === undefined) return ['environments']
  if (list === undefined) return ['tolerances', 'budgets', 'accepted']
  return list === 'accepted' ? ['object', 'because'] : ['gate', 'subject', 'tolerance', 'because']
}

/** What a message speaks of: `because`, or what the path ends in. */
function subjectOf(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return 'what it exports'
  return typeof last === 'number' ? 'the entry' : String(last)
}

/** `environment staging`, `tolerances[0] (DAT301 discord_messages.user_id)` */
function placeOf([, name, list, index]: Path, exported: unknown): string[] {
  if (name === undefined) return []
  const where = `environment ${String(name)}`
  if (list === undefined || index === undefined) return list === undefined ? [where] : [where, String(list)]
  return [where, `${String(list)}[${String(index)}]${nameOf(['environments', name, list, index], exported)}`]
}

function nameOf(path: Path, exported: unknown): string {
  let value = exported
  for (const key of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  if (typeof value !== 'object' || value === null) return ''
  const { gate, subject, object } = value as Partial<Record<'gate' | 'subject' | 'object', unknown>>
  const named = [gate, subject, object].filter((part) => typeof part === 'string').join(' ')
  return named === '' ? '' : ` (${named})`
}
