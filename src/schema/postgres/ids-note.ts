const NOTE = /\/\* ids: (?<ids>[^*]*) \*\//

/** The comment that keeps who had which id, a JSON object of names and numbers. No character of it can end the comment. */
export function noteOfIds(ids: string): string {
  return `/* ids: ${ids.replaceAll('%', '%25').replaceAll('*', '%2A')} */`
}

/** The JSON object that a comment keeps; an empty one when it keeps none. */
export function idsNoted(comment: string): string {
  const ids = NOTE.exec(comment)?.groups?.ids
  return ids?.replaceAll('%2A', '*').replaceAll('%25', '%') ?? '{}'
}
