/** What, besides the gates, kept the run from a GO: findings in the plan, errors, scenarios outside any gate. */
export function Doubts({ reasons }: { readonly reasons: readonly string[] }) {
  if (reasons.length === 0) return null
  return (
    <section aria-labelledby="doubts">
      <h2 id="doubts">Besides the gates</h2>
      <p class="aside">
        Findings in the plan and errors of the run. As long as there is one, there is no GO.
      </p>
      <ul class="reasons">
        {reasons.map((reason) => (
          <li key={reason}>
            <pre>{reason}</pre>
          </li>
        ))}
      </ul>
    </section>
  )
}
