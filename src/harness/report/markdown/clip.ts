/** A text cut to 500 characters, so that one long value cannot push a verdict out of a summary. */
export function clip(text: string, most = 500): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`
}
