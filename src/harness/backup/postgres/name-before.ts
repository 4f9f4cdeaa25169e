/** What PostgreSQL lets a name be long, in bytes. */
const LONGEST = 63

/** What a database is called that has been replaced: `clan_before_restore_20251222_180000`. UTC. */
export function nameBefore(database: string, at: Date): string {
  const time = at.toISOString().replace(/\..*$/, '').replace(/[-:]/g, '').replace('T', '_')
  const end = `_before_restore_${time}`
  let kept = database
  while (Buffer.byteLength(kept + end) > LONGEST) kept = [...kept].slice(0, -1).join('')
  return kept + end
}
