import type { Measurement } from './measurement.ts'

/** How many of a population a comparison could speak for. What it leaves out, it says nothing about. */
export function comparedShare(subject: string, compared: number, population: number): Measurement {
  const left = population - compared
  return {
    subject,
    unit: 'share',
    value: compared,
    population,
    witnesses: left === 0 ? [] : [{ where: subject, what: `${left} of ${population} were left out` }],
    witnessCount: left === 0 ? 0 : 1,
    usualCause: 'Names that several rows share, so that one side cannot tell them apart.',
  }
}
