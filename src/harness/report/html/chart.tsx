/** Pixels at which a chart is drawn for a window, and for a narrow one or a telephone. */
const WIDE = 880
const NARROW = 340

export interface ChartProps {
  /** Begins the ids of the drawing; unique in the page. */
  readonly id: string
  /** The drawing as SVG text, which escapes what comes from data. */
  readonly draw: (id: string, width: number) => string
}

/** A chart drawn twice, of which the page shows the one whose words can be read. */
export function Chart({ id, draw }: ChartProps) {
  return (
    <>
      <Drawing kind="wide" svg={draw(id, WIDE)} />
      <Drawing kind="narrow" svg={draw(`${id}-narrow`, NARROW)} />
    </>
  )
}

/** A small drawing of one size. */
export function Drawing({ kind, svg }: { readonly kind: 'wide' | 'narrow' | 'small'; readonly svg: string }) {
  return <div class={`drawing ${kind}`} dangerouslySetInnerHTML={{ __html: svg }} />
}
