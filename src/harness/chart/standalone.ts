const SVG = 'http://www.w3.org/2000/svg'

/** A chart as an image of its own: with the name space that it needs outside a page, on a ground that its colours are made for. */
export function standalone(chart: string): string {
  const ground = '<rect width="100%" height="100%" fill="var(--paper, #fbfaf7)"></rect>'
  return chart.replace('<svg', `<svg xmlns="${SVG}"`).replace('</desc>', `</desc>${ground}`)
}
