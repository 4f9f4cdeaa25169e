/** What a table was before it was rebuilt, in a comment that the engine preserves. */
const NOTE = /\/\* table before: (?<body>[^*]*) \*\//

/** The comment. No character of the body can end it. */
export function noteOfTable(body: string): string {
  return `/* table before: ${body.replaceAll('%', '%25').replaceAll('*', '%2A')} */`
}

/** The body that a text notes, or undefined when it notes none. */
export function bodyNoted(text: string): string | undefined {
  const body = NOTE.exec(text)?.groups?.body
  return body?.replaceAll('%2A', '*').replaceAll('%25', '%')
}
