/** How long an answer asks to wait before the next request of its kind, in milliseconds; undefined when it does not. */
export function askedWait(headers: Headers): number | undefined {
  const usedUp = headers.get('x-ratelimit-remaining') === '0'
  const seconds = [headers.get('retry-after'), usedUp ? headers.get('x-ratelimit-reset-after') : null]
    .map((text) => (text === null ? 0 : Number(text)))
    .filter((wait) => wait > 0)
  return seconds.length === 0 ? undefined : Math.max(...seconds) * 1000
}
