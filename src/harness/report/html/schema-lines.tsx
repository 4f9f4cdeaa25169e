import type { SchemaChange } from '../schema-change-lines.ts'

const CLASSES = { '+': 'new', '−': 'gone', '~': 'changed' } as const
const WORDS = { '+': 'added', '−': 'dropped', '~': 'changed' } as const
/** Longer definitions, as those of triggers, are unfolded. */
const LONGEST = 160

/** Lines of a diff: a sign, a name, and what it is, or was and is. */
export function SchemaLines({ changes }: { readonly changes: readonly SchemaChange[] }) {
  return (
    <ul class="diff">
      {changes.map((change, index) => (
        <li key={`${index} ${change.what}`} class={CLASSES[change.sign]}>
          <span class="sign" aria-hidden="true">
            {change.sign}
          </span>{' '}
          <span class="unseen">{WORDS[change.sign]}: </span>
          <Line change={change} />
        </li>
      ))}
    </ul>
  )
}

function Line({ change }: { readonly change: SchemaChange }) {
  const { sign, what, before, after } = change
  if (sign === '+') {
    return (
      <ins>
        <span class="what">{what}</span> <Definition text={after} />
      </ins>
    )
  }
  if (sign === '−') {
    return (
      <del>
        <span class="what">{what}</span> <Definition text={before} />
      </del>
    )
  }
  return (
    <>
      <span class="what">{what}</span>{' '}
      <del>
        <Definition text={before ?? 'nothing'} />
      </del>{' '}
      <span class="became">→</span>{' '}
      <ins>
        <Definition text={after ?? 'nothing'} />
      </ins>
    </>
  )
}

function Definition({ text }: { readonly text: string | null }) {
  if (text === null || text === '') return null
  if (text.length <= LONGEST) return <code>{text}</code>
  return (
    <details>
      <summary>
        <code>{text.slice(0, LONGEST / 2)}…</code>
      </summary>
      <code>{text}</code>
    </details>
  )
}
