import { describe, it } from 'node:test'
import { expect } from 'chai'
import { type EntitySize, layOutEntities } from './lay-out-entities.ts'

const size = (width: number, rows: number): EntitySize => ({ width, rows })
const reference = (from: number, to: number) => ({
  from: { entity: from, row: 1 },
  to: { entity: to, row: 0 },
  label: { width: 80, height: 14 },
})

describe('layOutEntities', () => {
  it('leaves every box its size and lets none touch another', () => {
    const sizes = [size(200, 4), size(300, 9), size(120, 0), size(260, 5), size(500, 2), size(700, 3)]
    const { boxes, width, height } = layOutEntities(sizes, [reference(0, 1), reference(3, 1)])
    expect(boxes.map((box) => box.width)).to.deep.equal(sizes.map((each) => each.width))
    for (const [index, one] of boxes.entries()) {
      expect(one.x).to.be.within(0, width - one.width)
      expect(one.y).to.be.within(0, height - one.height)
      for (const other of boxes.slice(index + 1)) {
        const apart =
          one.x + one.width < other.x ||
          other.x + other.width < one.x ||
          one.y + one.height < other.y ||
          other.y + other.height < one.y
        expect(apart, `${JSON.stringify(one)} and ${JSON.stringify(other)}`).to.equal(true)
      }
    }
  })

  it('draws a reference from the row that refers to the row that is referred to', () => {
    const { boxes, routes } = layOutEntities([size(200, 4), size(300, 9)], [reference(0, 1)])
    const [child, parent] = boxes
    const [route] = routes
    if (!child || !parent || !route) throw new Error('nothing was laid out')
    const [start, end] = [route.points[0], route.points.at(-1)]
    expect(start?.x).to.be.closeTo(child.x + child.width, 1.5)
    expect(start?.y).to.be.closeTo(child.y + child.heading + 1.5 * child.row, 1.5)
    expect(end?.x).to.be.closeTo(parent.x, 1.5)
    expect(end?.y).to.be.closeTo(parent.y + parent.heading + 0.5 * parent.row, 1.5)
    expect(route.label.x).to.be.within(0, 2000)
  })

  it('manages tables that refer to themselves, to each other, twice, or to nobody', () => {
    const two = [size(200, 4), size(200, 4)]
    const { routes } = layOutEntities(two, [
      reference(0, 0),
      reference(0, 1),
      reference(1, 0),
      reference(1, 0),
    ])
    expect(routes).to.have.length(4)
    for (const { points } of routes) {
      expect(points.length % 3).to.equal(1)
      for (const { x, y } of points) expect(Number.isFinite(x + y)).to.equal(true)
    }
    expect(layOutEntities([], [])).to.deep.include({ boxes: [], routes: [], width: 0, height: 0 })
  })

  it('gives the same for the same', () => {
    const again = () => layOutEntities([size(200, 4), size(300, 9), size(100, 2)], [reference(0, 1)])
    expect(again()).to.deep.equal(again())
  })
})
