import type { TimeScale } from './time-scale.ts'

/** The round times of a scale, written where they stand. Every strip says in words what the scale is. */
export function ScaleAxis({ scale }: { readonly scale: TimeScale }) {
  return (
    <svg class="axis" aria-hidden="true" focusable="false">
      {scale.marks.map((mark) => (
        <text key={mark} x={`${scale.position(mark).toFixed(2)}%`} y="75%" text-anchor="middle">
          {mark < 1000 ? `${mark} ms` : `${mark / 1000} s`}
        </text>
      ))}
    </svg>
  )
}
