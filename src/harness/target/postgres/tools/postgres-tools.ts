import type { Readable, Writable } from 'node:stream'
import type { PostgresAddress } from '../../address.ts'

/** PostgreSQL's own programs that take a database apart and put it together. */
export type ToolName = 'pg_dump' | 'pg_restore'

export interface ToolCall {
  readonly tool: ToolName
  /** Never with a password: everybody can read a command line. */
  readonly args: readonly string[]
  /** The server, the user and the database; absent for a call that needs none. It goes into the environment. */
  readonly address?: PostgresAddress
  /** Settings of the tool's sessions. */
  readonly settings?: Readonly<Record<string, string>>
}

/** How a tool ended. */
export interface ToolEnd {
  /** 0 where all went well; null where it was killed. */
  readonly code: number | null
  /** What it said on standard error, in English. */
  readonly complaints: string
}

/** A tool at work. Whoever started it reads its output, and ends its input. */
export interface RunningTool {
  readonly stdin: Writable
  readonly stdout: Readable
  /** When it has ended and its output has been read. Rejected only where it could not be run. */
  readonly ended: Promise<ToolEnd>
  /** Ends it, and waits until it has ended. */
  stop(): Promise<void>
}

/** The tools of one version. */
export interface PostgresTools {
  /** `15`. */
  readonly major: number
  /** The folder or the image that they are from. */
  readonly location: string
  start(call: ToolCall): Promise<RunningTool>
}

/** The versions that will do: not older than the server that is read, not newer than the one that is written. */
export interface ToolVersions {
  readonly least: number
  /** Undefined where nothing is written. */
  readonly most?: number | undefined
}
