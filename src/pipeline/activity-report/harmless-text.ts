/**
 * What a spreadsheet takes for a formula begins with one of = + - @ or their full-width forms, maybe after what cannot
 * be seen. A control character, such as a tab or a line break, may end the cell, so that what follows begins one. An
 * apostrophe gets another one, so that dropping one always gives the text back.
 */
const DANGEROUS = /^(?:['\p{Cc}]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u

/**
 * Text that no spreadsheet takes for a formula: with an apostrophe in front where it would be, as OWASP advises
 * (https://owasp.org/www-community/attacks/CSV_Injection). Two different texts stay different.
 */
export function harmlessText(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text
}
