/**
 * What the rehearsal costs, against the least that the same work can cost. `npm run bench -- --help`
 * Exit codes: 0 every requirement is met, 1 one is not or the analytics answer differently, 2 it could not be measured.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { StagegateError } from '../src/harness/vocabulary/stagegate-error.ts'
import { UnequalAnswers } from './figures/unequal-answers.ts'
import { ROOT } from './measuring/bench-context.ts'
import { benchText } from './reporting/bench-text.ts'
import { type BenchOptions, runBench, SUBJECTS } from './run-bench.ts'

const program = new Command('bench')
  .description(
    'Measures migrating, building the fixture, the analytics, the whole run, a real database and PostgreSQL against a hand-written floor.',
  )
  .option(
    '--profile <name>',
    'the fixture to measure on; what is required is meant for production',
    'production',
  )
  .option(
    '--repetitions <count>',
    'pairs of floor and ours; of the analytics as many rounds at least',
    wholeNumber,
    5,
  )
  .option(
    '--postgres-url <url>',
    'a server of PostgreSQL to measure on; STAGEGATE_POSTGRES_URL, or else one in a container',
  )
  .addOption(new Option('--only <what>', 'measure one thing').choices(SUBJECTS))
  .exitOverride()

try {
  await bench(program.parse().opts<BenchOptions>())
} catch (error) {
  process.exitCode = codeOf(error)
}

async function bench(options: BenchOptions): Promise<void> {
  const result = await runBench(options, showProgress)
  showProgress('')
  const file = join(ROOT, 'reports', 'bench.json')
  await mkdir(join(ROOT, 'reports'), { recursive: true })
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`)
  console.log(`${benchText(result)}\nAll samples: reports/bench.json`)
  process.exitCode = result.met ? 0 : 1
}

/** One line on a terminal that is written over; nothing where nobody watches. */
function showProgress(what: string): void {
  if (process.stderr.isTTY !== true || process.env.CI) return
  process.stderr.write(`\r\u001b[2K${what}`)
}

function wholeNumber(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1) return count
  throw new InvalidArgumentError('A whole number, 1 or more, is needed.')
}

function codeOf(error: unknown): number {
  if (error instanceof UnequalAnswers) {
    showProgress('')
    console.error(error.message)
    return 1
  }
  // Commander has told its own errors, and the help, already.
  if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? 0 : 2
  showProgress('')
  console.error(error instanceof StagegateError ? error.message : error)
  return 2
}
