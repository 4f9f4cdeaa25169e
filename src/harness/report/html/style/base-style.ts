/** Colours, type and rhythm. Every pair of text and ground has a contrast of 4.5 or more, light and dark. */
export const BASE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --sheet: #ffffff; --ink: #1d1c1a; --soft: #5d5952; --line: #dedad1; --strong-line: #1d1c1a;
  --go: #1d6142; --no-go: #a1261d; --unproven: #855400; --bar: #6d6a63;
  --serif: "Iowan Old Style", "Charter", "Bitstream Charter", "Palatino Linotype", Georgia, "Liberation Serif", serif;
  --sans: "Inter", "Segoe UI", -apple-system, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --sheet: #1d1c19; --ink: #ebe8e1; --soft: #a8a297; --line: #37342e; --strong-line: #8b857a;
    --go: #86c9a3; --no-go: #f2948a; --unproven: #e2b866; --bar: #8b857a;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 16px/1.5 var(--sans); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 74rem; padding: 0 2rem 4rem; overflow-wrap: anywhere; }
h2 { font: 600 1.5rem/1.2 var(--serif); margin: 0 0 1rem; }
section { margin-top: 3.5rem; }
p { margin: 0; }
a { color: inherit; text-decoration-color: var(--soft); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid currentColor; outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: 0.84em; }
pre { margin: 0.4rem 0 0; white-space: pre-wrap; }
.aside, caption { color: var(--soft); max-width: 46rem; }
.aside { margin-bottom: 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 2rem; top: 0; padding: 0.5rem 1rem; background: var(--ink); color: var(--paper); transform: translateY(-120%); }
.skip:focus { transform: none; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.875rem; }
`
