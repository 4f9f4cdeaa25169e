import { SourceError } from './sources/source-error.ts'

/** What a source answers, or why it gave nothing. Every other error is no source's, and is thrown. */
export async function orFault<Answer>(ask: () => Promise<Answer>): Promise<Answer | SourceError> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
}
