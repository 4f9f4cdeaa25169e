import { COULD_NOT_RUN } from './exit-code.ts'

let settled: number | undefined

/**
 * Makes this process end with code 2 unless somebody settles on another one. A step definition that calls
 * `process.exit(0)`, or an event loop that runs dry, would otherwise look like GO to whoever started us.
 */
export function guardExit(): void {
  process.on('exit', () => {
    if (settled === undefined)
      process.stderr.write('UNPROVEN: the process ended before there was a verdict (exit code 2)\n')
    process.exitCode = settled ?? COULD_NOT_RUN
  })
}

/** The code that the process is to end with. */
export function settleExit(code: number): void {
  settled = code
}
