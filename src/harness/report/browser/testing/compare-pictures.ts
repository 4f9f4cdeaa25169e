import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** How two pictures differ. */
export interface PictureDifference {
  /** Of the pixels that both have, those that differ to the eye, between 0 and 1. */
  readonly share: number
  /** By how many pixels they differ in width or height, whichever is more. */
  readonly size: number
  /** A picture of it, PNG: what differs is red. */
  readonly picture: Buffer
}

/** How far two colours may be apart before they differ, as pixelmatch counts it: 0 to 1. */
const THRESHOLD = 0.05

/** Compares two pictures, PNG, by what both have; the smoothing of edges does not count. */
export function comparePictures(one: Buffer, other: Buffer): PictureDifference {
  const [first, second] = [PNG.sync.read(one), PNG.sync.read(other)]
  const width = Math.min(first.width, second.width)
  const height = Math.min(first.height, second.height)
  const difference = new PNG({ width, height })
  const differing = pixelmatch(
    cut(first, width, height),
    cut(second, width, height),
    difference.data,
    width,
    height,
    {
      threshold: THRESHOLD,
    },
  )
  return {
    share: differing / (width * height),
    size: Math.max(Math.abs(first.width - second.width), Math.abs(first.height - second.height)),
    picture: PNG.sync.write(difference),
  }
}

function cut(picture: PNG, width: number, height: number): Buffer {
  const part = new PNG({ width, height })
  PNG.bitblt(picture, part, 0, 0, width, height, 0, 0)
  return part.data
}
