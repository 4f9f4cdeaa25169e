import type { Writable } from 'node:stream'
import type { Ports } from './ports.ts'

/** A stream of a terminal, or of a file or pipe. */
export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** The signals by which a person or a machine asks to stop. */
export interface Signals {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
}

/** Everything that the command line has of the world around it. */
export interface CliEnvironment {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly clock: () => Date
  readonly signals: Signals
  readonly ports: Ports
  /** The script that this command line was started by, to start it once more. */
  readonly script: string
  /** Puts variables into the environment of this process, where step definitions and drivers look for them. */
  setVariables(variables: Readonly<Record<string, string>>): void
}
