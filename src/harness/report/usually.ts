/** A usual cause as a sentence: `Names were compared …` as `Usually names were compared ….` */
export function usually(cause: string): string {
  const clause = cause.trim().replace(/^usually:?\s+/i, '')
  // A word in capitals, or with one further in (`LOWER`, `TypeORM`), is a name and stays as it is.
  const begun = clause.replace(/^[A-Z](?=[a-z]*\b)(?![a-z]*[A-Z_])/, (letter) => letter.toLowerCase())
  return `Usually ${begun}${/[.!?]$/.test(begun) ? '' : '.'}`
}
