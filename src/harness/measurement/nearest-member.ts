import leven from 'leven'
import type { UnmatchedName } from '../vocabulary/unmatched.ts'
import { plainName } from './same-name.ts'

/**
 * Finds the member whose name is the fewest edits away from another, both normalised; of several the first by the
 * alphabet. An edit is a letter put in, taken out or exchanged. Null where nothing is left of the name, or of any.
 */
export function nearestMember(members: readonly string[]): (name: string | null) => UnmatchedName['nearest'] {
  const candidates = [...new Set(members)]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => ({ name, form: plainName(name) }))
    .filter(({ form }) => form !== '')
  return (name) => {
    const wanted = name === null ? '' : plainName(name)
    if (wanted === '') return null
    let nearest: UnmatchedName['nearest'] = null
    for (const candidate of candidates) {
      const least = Math.abs(candidate.form.length - wanted.length)
      if (nearest !== null && least >= nearest.distance) continue
      const distance = leven(wanted, candidate.form)
      if (nearest === null || distance < nearest.distance) nearest = { name: candidate.name, distance }
    }
    return nearest
  }
}
