import type { Shard } from './run-record.ts'

/** A part of a plan for people: `shard 2 of 3`. */
export function shardName({ index, of }: Shard): string {
  return `shard ${index} of ${of}`
}
