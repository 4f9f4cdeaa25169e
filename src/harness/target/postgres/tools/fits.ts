import type { ToolVersions } from './postgres-tools.ts'

/** Whether tools of a version can read the one server and write to the other. */
export function fits(major: number, { least, most = Number.POSITIVE_INFINITY }: ToolVersions): boolean {
  return least <= major && major <= most
}
