/** Numbers with more digits than anybody sees. */
const LONG_NUMBER = /-?\d+\.\d{2,}/g
const PLACES = new Set(['x', 'x1', 'x2', 'y', 'y1', 'y2', 'cx', 'cy', 'width', 'height', 'd', 'transform'])
const ENDS = ['x1', 'y1', 'x2', 'y2']

/** Makes a drawing small: places to a tenth of a pixel, many lines of one look as one path, each place once. */
export function compact(drawing: Element): void {
  for (const element of [drawing, ...Array.from(drawing.querySelectorAll('*'))]) {
    for (const { name, value } of Array.from(element.attributes)) {
      // What is within an image is presented as one; its parts need no names.
      if (element !== drawing && name.startsWith('aria-')) element.removeAttribute(name)
      else if (PLACES.has(name)) element.setAttribute(name, value.replaceAll(LONG_NUMBER, rounded))
    }
  }
  for (const group of Array.from(drawing.querySelectorAll('g'))) joinLines(group)
}

function rounded(digits: string): string {
  return String(Math.round(Number(digits) * 10) / 10)
}

function joinLines(group: Element): void {
  const lines = Array.from(group.children)
  const [first] = lines
  if (first === undefined || lines.length < 2 || !lines.every(isPlainLine)) return
  const path = first.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', [...new Set(lines.map(moveAndLine))].join(''))
  for (const line of lines) line.remove()
  group.append(path)
}

/** A line with a look of its own has to stay one. */
function isPlainLine(element: Element): boolean {
  return (
    element.localName === 'line' && Array.from(element.attributes).every(({ name }) => ENDS.includes(name))
  )
}

function moveAndLine(line: Element): string {
  const [x1, y1, x2, y2] = ENDS.map((end) => line.getAttribute(end))
  return `M${x1} ${y1}L${x2} ${y2}`
}
