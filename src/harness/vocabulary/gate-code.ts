/** The code of a gate, which is its tag in the plan without the `@`: three capitals and three digits. */
export type GateCode = string

const TAG = /^@([A-Z]{3}\d{3})$/

/** The gate code that a tag stands for, or undefined for any other tag. */
export function gateCodeOfTag(tag: string): GateCode | undefined {
  return TAG.exec(tag)?.[1]
}
