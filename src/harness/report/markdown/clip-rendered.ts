/**
 * A text written by `render`, cut before so that what is written is at most so long: a sign that has to be escaped
 * takes up to nine times its room.
 * @param most in characters of UTF-16
 */
export function clipRendered(text: string, render: (text: string) => string, most: number): string {
  const whole = render(text)
  if (whole.length <= most) return whole
  const characters = [...text]
  const cut = (length: number) => render(`${characters.slice(0, length).join('')}…`)
  let [fits, tooLong] = [0, characters.length]
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2)
    if (cut(middle).length <= most) fits = middle
    else tooLong = middle
  }
  return cut(fits)
}
