import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StagegateError } from '../../src/harness/vocabulary/stagegate-error.ts'
import { ROOT } from './bench-context.ts'

/** What `npm run staging` runs, as arguments of Node and on another profile: what is measured is what people start. */
export async function stagingCommand(profile: string): Promise<readonly string[]> {
  const where = join(ROOT, 'package.json')
  const { scripts } = JSON.parse(await readFile(where, 'utf8'))
  const [node, ...args] = String(scripts?.staging ?? '').split(/\s+/)
  const at = args.indexOf('--profile') + 1
  if (node === 'node' && at > 0) return args.with(at, profile)
  throw new StagegateError({
    what: 'The script "staging" cannot be measured.',
    where,
    cause: 'It is missing, is not one call of node, or names no profile.',
    next: 'Write it as "node bin/stagegate.mjs verify --profile production".',
  })
}
