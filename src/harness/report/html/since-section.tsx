import { trendChart } from '../../chart/trend-chart.ts'
import type { MovedValue, RunsBefore, Trend, TurnedGate } from '../../verdict/runs-before.ts'
import { figureText } from '../figure-text.ts'
import { Drawing } from './chart.tsx'
import { OutcomeMark } from './outcome-mark.tsx'

/** How many values are seen at once; the others are folded up. */
const SEEN = 12

/** What changed since the run before: gates that came to something else, values that moved, and how they went. */
export function SinceSection({ since }: { readonly since: RunsBefore | null }) {
  if (since === null) return null
  const { previous, turned, moved, trends } = since
  const from = `the run of ${previous.startedAt.slice(0, 16).replace('T', ' ')} UTC`
  const commit = previous.commit === null ? '' : `, commit ${previous.commit.slice(0, 12)}`
  return (
    <section aria-labelledby="since">
      <h2 id="since">What changed</h2>
      <p class="aside">
        Since {from}, which was {previous.verdict}
        {commit}. {turned.length === 0 ? 'No gate came to something else.' : ''}{' '}
        {moved.length === 0 ? 'No value moved.' : ''}
      </p>
      {turned.length === 0 ? null : <Turned turned={turned} />}
      {moved.length === 0 ? null : <Moved moved={moved.slice(0, SEEN)} />}
      {moved.length <= SEEN ? null : (
        <details>
          <summary>The other {moved.length - SEEN} values that moved</summary>
          <Moved moved={moved.slice(SEEN)} />
        </details>
      )}
      {trends.length === 0 ? null : <Trends trends={trends.slice(0, SEEN)} first={0} />}
      {trends.length <= SEEN ? null : (
        <details>
          <summary>The other {trends.length - SEEN} values over the last runs</summary>
          <Trends trends={trends.slice(SEEN)} first={SEEN} />
        </details>
      )}
    </section>
  )
}

function Turned({ turned }: { readonly turned: readonly TurnedGate[] }) {
  return (
    <table class="turned">
      <caption>Gates that came to something else</caption>
      <thead>
        <tr>
          <th scope="col">Gate</th>
          <th scope="col">Before</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {turned.map(({ gate, from, to }) => (
          <tr key={gate}>
            <th scope="row">{to === null ? gate : <a href={`#${gate}`}>{gate}</a>}</th>
            <td>{from === null ? 'not in the plan' : <OutcomeMark word={from} />}</td>
            <td>{to === null ? 'not in the plan' : <OutcomeMark word={to} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Moved({ moved }: { readonly moved: readonly MovedValue[] }) {
  return (
    <table class="moved stacked">
      <caption>Values that moved, the furthest first</caption>
      <thead>
        <tr>
          <th scope="col">Subject</th>
          <th scope="col" class="number">
            Before
          </th>
          <th scope="col" class="number">
            Now
          </th>
        </tr>
      </thead>
      <tbody>
        {moved.map(({ gate, subject, unit, from, to }, index) => (
          <tr key={`${index} ${subject}`}>
            <th scope="row">
              <a href={`#${gate}`}>{gate}</a> {subject}
            </th>
            <td data-label="Before" class="number">
              {figureText(unit, from)}
            </td>
            <td data-label="Now" class="number">
              {figureText(unit, to)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Trends({ trends, first }: { readonly trends: readonly Trend[]; readonly first: number }) {
  return (
    <table class="trends">
      <caption>Values over the last runs; the broken line is the tolerance</caption>
      <thead>
        <tr>
          <th scope="col">Subject</th>
          <th scope="col">Runs</th>
          <th scope="col" class="number">
            Now
          </th>
        </tr>
      </thead>
      <tbody>
        {trends.map((trend, index) => {
          const { gate, subject, unit, points } = trend
          return (
            <tr key={`${index} ${subject}`}>
              <th scope="row">
                <a href={`#${gate}`}>{gate}</a> {subject}
              </th>
              <td>
                <Drawing kind="small" svg={trendChart(`trend-${first + index + 1}`, trend)} />
              </td>
              <td class="number">{figureText(unit, points.at(-1)?.value ?? 0)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
