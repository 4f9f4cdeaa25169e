/**
 * The lines of a description that look like Gherkin which the parser did not recognise: `Senario: …`,
 * `Scenario …` without its colon, a step without a scenario. The parser takes such lines for prose, and
 * whatever they were meant to check is never run.
 */
export function suspiciousLines(description: string): readonly string[] {
  return description
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => LOOKS_LIKE.some((pattern) => pattern.test(line)))
}

const LOOKS_LIKE = [
  /^\p{L}+(?: \p{L}+){0,2} ?:/u,
  /^(?:Feature|Rule|Background|Scenario|Scenario Outline|Scenario Template|Examples?|Scenarios)\b(?! ?:)/,
  /^(?:Given|When|Then|\*) /,
]
