/** The URL of a server of PostgreSQL in a line, as far as its last `@`: a password may hold spaces and quotes. */
const CREDENTIALS = /\b(postgres(?:ql)?:\/{1,2}[^\s:@/]*):[^\n]*@/gi
/** As other programs take it. */
const SETTING = /\b(password=)(?:'[^'\n]*'|\S+)/gi

/**
 * A text in which no URL of a server of PostgreSQL has a password. What was mistyped is repeated in errors: with a
 * password in it, as soon as the option's name is what was wrong.
 */
export function withoutPassword(text: string): string {
  return text.replace(CREDENTIALS, '$1@').replace(SETTING, '$1…')
}
