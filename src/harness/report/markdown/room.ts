/** How large a text may be, and how its size is counted. */
export interface Room {
  readonly most: number
  readonly unit: 'characters' | 'bytes'
}

/** The size of a text, as a room counts it. Characters are those of UTF-16: nobody counts more. */
export function sizeIn({ unit }: Room, text: string): number {
  return unit === 'bytes' ? Buffer.byteLength(text) : text.length
}

/** A part of a room, between 0 and 1, for what must not push out what follows. */
export function partOf(room: Room, share: number): Room {
  return { ...room, most: Math.floor(room.most * share) }
}

/** What is left of a room beside a text. */
export function beside(room: Room, text: string): Room {
  return { ...room, most: Math.max(0, room.most - sizeIn(room, text)) }
}
