/** The head of the page: the verdict, and what it rests on. */
export const VERDICT_STYLE = `
.verdict { --tone: var(--unproven); border-top: 0.5rem solid var(--tone); padding-top: 1.5rem; }
.verdict.go { --tone: var(--go); }
.verdict.no-go { --tone: var(--no-go); }
.eyebrow { color: var(--soft); font-size: 0.875rem; letter-spacing: 0.01em; }
h1 { margin: 0.35rem 0 0; font-weight: 400; }
h1 .word { display: block; color: var(--tone); font: 700 clamp(3rem, 8vw, 4.75rem)/1 var(--serif); letter-spacing: -0.02em; overflow-wrap: normal; }
h1 .sentence { display: block; margin-top: 0.75rem; max-width: 62rem; font: 400 clamp(1.1rem, 2vw, 1.3125rem)/1.4 var(--serif); }
.verdict.narrowed { --tone: var(--ink); border-top-style: double; }
.verdict.narrowed.no-go { --tone: var(--no-go); }
.verdict.narrowed.go h1 { font: 600 clamp(1.5rem, 4vw, 2.25rem)/1.25 var(--serif); max-width: 52rem; }
.verdict.narrowed.go h1 span { display: inline; font: inherit; letter-spacing: 0; }
.notice { display: inline-block; margin-top: 0.75rem; padding: 0.35rem 0.75rem; border: 1px solid currentColor; font-weight: 600; font-size: 0.9375rem; }
.tally { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin: 1rem 0 0; padding: 0; list-style: none; color: var(--soft); }
.tally b { color: var(--ink); font: 600 1.375rem/1 var(--serif); font-variant-numeric: tabular-nums; }
.tally .breached b { color: var(--no-go); }
.tally .vacuous b, .tally .warns b { color: var(--unproven); }
.verdict + section { margin-top: 1.1rem; padding-top: 0.9rem; border-top: 1px solid var(--line); }
.verdict + section h2 { font-size: 1.0625rem; margin-bottom: 0.5rem; }
.facts { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0.6rem 2rem; margin: 0; font-size: 0.875rem; }
.facts dt { color: var(--soft); font-size: 0.75rem; }
.facts dd { margin: 0; }
.facts .command { grid-column: 1 / -1; }
.facts .command code { display: block; margin-top: 0.2rem; padding: 0.4rem 0.7rem; background: var(--sheet); border: 1px solid var(--line); }
nav[aria-label="Sections"] { margin-top: 1.25rem; padding-top: 0.75rem; border-top: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.25rem; margin: 0; padding: 0; list-style: none; font-size: 0.8125rem; }
nav a { display: inline-block; line-height: 1.5rem; color: var(--soft); text-decoration: none; }
nav a:hover { text-decoration: underline; }
`
