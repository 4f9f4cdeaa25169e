import type { Envelope } from './envelope.ts'

type StepResult = NonNullable<Envelope['testStepFinished']>['testStepResult']

/** Errors that were written for their reader. A stack would only hide what they say. */
const SPEAKS_FOR_ITSELF = ['AssertionError', 'StagegateError']

/** What a step or hook that did not pass says of itself. Anything that was not meant to happen keeps its stack. */
export function stepMessage({ message, exception }: StepResult): string {
  if (exception !== undefined && SPEAKS_FOR_ITSELF.includes(exception.type))
    return exception.message ?? exception.type
  return message ?? exception?.stackTrace ?? exception?.message ?? 'no reason given'
}
