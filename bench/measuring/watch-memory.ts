import { readdirSync, readFileSync } from 'node:fs'

export interface MemoryWatch {
  readonly stop: () => void
  /** Bytes; null where the system has no /proc. */
  readonly peak: () => number | null
}

const MILLISECONDS_BETWEEN_LOOKS = 50
const KIB = 1024

/**
 * The peak of the resident memory of a process and all its descendants: at every look, the high-water marks (VmHWM) of
 * those alive, added up. The marks cannot miss a peak between two looks, and pages that processes share are counted
 * for each of them, so that the figure is rather too large than too small.
 */
export function watchMemory(root: number | undefined): MemoryWatch {
  let peak: number | null = null
  const look = (): void => {
    if (root === undefined) return
    const now = treeBytes(root)
    if (now !== null && now > (peak ?? 0)) peak = now
  }
  const timer = setInterval(look, MILLISECONDS_BETWEEN_LOOKS)
  return { stop: () => clearInterval(timer), peak: () => peak }
}

function treeBytes(root: number): number | null {
  let bytes: number | null = null
  const processes = readProcesses()
  const tree = new Set([root])
  // A child may be listed before its parent, so that one pass is not enough.
  for (let grown = true; grown; ) {
    grown = false
    for (const { id, parent } of processes) {
      if (!tree.has(parent) || tree.has(id)) continue
      tree.add(id)
      grown = true
    }
  }
  for (const { id, peak } of processes) if (tree.has(id)) bytes = (bytes ?? 0) + peak
  return bytes
}

function readProcesses(): readonly { readonly id: number; readonly parent: number; readonly peak: number }[] {
  return names('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const status = text(`/proc/${name}/status`)
      const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1]
      const peak = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]
      if (parent === undefined || peak === undefined) return []
      return [{ id: Number(name), parent: Number(parent), peak: Number(peak) * KIB }]
    })
}

/** Processes end while they are looked at; what is gone has nothing to say. */
function text(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
