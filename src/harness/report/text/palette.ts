import { styleText } from 'node:util'
import type { Verdict } from '../../verdict/verdict.ts'
import type { OutcomeWord } from '../outcome-word.ts'

/** How a text is coloured, or left as it is. Colour only ever repeats what a word says. */
export interface Palette {
  readonly outcome: (outcome: OutcomeWord, text: string) => string
  readonly verdict: (verdict: Verdict, text: string) => string
  readonly faint: (text: string) => string
  readonly strong: (text: string) => string
}

type Format = Parameters<typeof styleText>[0]

const OUTCOMES: Record<OutcomeWord, Format> = {
  held: 'green',
  breached: ['bold', 'red'],
  vacuous: ['bold', 'yellow'],
  warns: 'yellow',
  'left out': 'dim',
}

const VERDICTS: Record<Verdict, Format> = {
  GO: ['bold', 'green'],
  'NO-GO': ['bold', 'red'],
  UNPROVEN: ['bold', 'yellow'],
}

/** Whether to colour is the caller's to know (terminal, NO_COLOR, options); no stream is asked here. */
export function palette(color: boolean): Palette {
  const paint = (format: Format, text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text
  return {
    outcome: (outcome, text) => paint(OUTCOMES[outcome], text),
    verdict: (verdict, text) => paint(VERDICTS[verdict], text),
    faint: (text) => paint('dim', text),
    strong: (text) => paint('bold', text),
  }
}
