import { defineParameterType } from '@cucumber/cucumber'
import { rateCell } from '../table-cells.ts'

const BYTES: Readonly<Record<string, number>> = { KB: 1e3, MB: 1e6, GB: 1e9 }

defineParameterType({
  name: 'period',
  regexp: /(\d+) days/,
  useForSnippets: false,
  /** Gives days. */
  transformer: (days: string): number => Number(days),
})

defineParameterType({
  name: 'rate',
  regexp: /\d+(?:\.\d+)? %/,
  useForSnippets: false,
  /** Gives a share: 0.8 for 80 %. */
  transformer: (text: string): number => rateCell(text),
})

defineParameterType({
  name: 'size',
  regexp: /(\d+(?:\.\d+)?) (KB|MB|GB)/,
  useForSnippets: false,
  /** Gives bytes. */
  transformer: (amount: string, unit: string): number => Number(amount) * (BYTES[unit] ?? Number.NaN),
})
