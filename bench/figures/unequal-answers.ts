const MOST_SHOWN = 12

/** The ways of asking do not give the same answers. Exit code 1: that is a finding, not a fault of the bench. */
export class UnequalAnswers extends Error {
  override readonly name = 'UnequalAnswers'

  constructor(readonly sentences: readonly string[]) {
    const more = sentences.length > MOST_SHOWN ? [`and ${sentences.length - MOST_SHOWN} more`] : []
    const shown = [...sentences.slice(0, MOST_SHOWN), ...more].map((sentence) => `\n  ${sentence}`)
    super(
      `The answers are not equal, so that no time is taken (${sentences.length} differences):${shown.join('')}`,
    )
  }
}
