/** The URL of a server of PostgreSQL in a text, as far as the `@`, with a password in it. */
const CREDENTIALS = /\b(postgres(?:ql)?:\/{1,2}[^\s:@/]*):[^\s"'`]*@/gi

/**
 * A text in which no URL of a server of PostgreSQL has a password. What was mistyped is repeated in errors: with a
 * password in it, as soon as the option's name is what was wrong.
 */
export function withoutPassword(text: string): string {
  return text.replace(CREDENTIALS, '$1@')
}
