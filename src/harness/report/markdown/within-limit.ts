import { formatCount } from '../../vocabulary/format.ts'
import { type Room, sizeIn } from './room.ts'

/** A part of a page that is shown whole or not at all: rows of a table, an item of a list with those below it. */
export type Block = string

/** More than the longest note. */
const NOTE = 200

/**
 * The blocks that fit into the room, in their order, and in the place of those that do not a note that says how much
 * is left out and where it is. Nothing is cut inside a block, so no row, fence or tag stays open.
 */
export function withinLimit(blocks: readonly Block[], room: Room): string {
  const sizes = blocks.map((block) => sizeIn(room, block))
  const all = sizes.reduce((sum, size) => sum + size, 0)
  if (all <= room.most) return blocks.join('')
  let taken = 0
  let fit = 0
  for (const size of sizes) {
    if (taken + size + NOTE > room.most) break
    taken += size
    fit += 1
  }
  const left = `${formatCount(blocks.length - fit)} of ${formatCount(blocks.length)} parts`
  const note = `\n_Cut here: ${left} (${formatCount(all - taken)} ${room.unit}) are left out. All of it is in \`index.html\` and \`run.json\` of this run._\n`
  return blocks.slice(0, fit).join('') + note
}
