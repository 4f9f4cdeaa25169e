/** A part of a page that is shown whole or not at all. */
export type Block = string

const NOTE = '\n_The rest was cut: see `index.html` or `run.json` of this run._\n'

/** The blocks that fit into `limit` characters, in their order, with a note in the place of those that do not. */
export function withinLimit(blocks: readonly Block[], limit: number): string {
  let text = ''
  for (const [index, block] of blocks.entries()) {
    const isLast = index === blocks.length - 1
    if (text.length + block.length + (isLast ? 0 : NOTE.length) > limit) return text + NOTE
    text += block
  }
  return text
}
