/** Where two pieces of plain data differ first, and what stands there; undefined for what is not there at all. */
export interface Difference {
  /** `bosses[2].kills`; empty when the data differ as a whole. */
  readonly path: string
  readonly expected: unknown
  readonly actual: unknown
}

/**
 * Compares plain data; undefined when they are the same. The order of an object's keys says nothing, a key without a
 * value is as good as none, and numbers are compared digit by digit. Of several differences the first by key is given.
 * @throws TypeError for an object that is no plain data: what it holds might differ unseen.
 */
export function firstDifference(expected: unknown, actual: unknown, path = ''): Difference | undefined {
  if (!isObject(expected) || !isObject(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    // NaN is what it is; 0 and -0 are one number.
    return Object.is(expected, actual) || expected === actual ? undefined : { path, expected, actual }
  }
  const [one, other] = [partsOf(expected, path), partsOf(actual, path)]
  for (const part of inOrder(new Set([...one.keys(), ...other.keys()]), Array.isArray(expected))) {
    const difference = firstDifference(one.get(part), other.get(part), path + part)
    if (difference) return { ...difference, path: difference.path.replace(/^\./, '') }
  }
  return undefined
}

/** What an object or a list holds, by what is put behind its path. */
function partsOf(value: object, path: string): ReadonlyMap<string, unknown> {
  if (Array.isArray(value)) return new Map(value.map((part: unknown, at) => [`[${at}]`, part]))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`${path.slice(1) || 'the answer'} is no plain data: ${value.constructor.name}`)
  }
  return new Map(Object.entries(value).map(([key, part]) => [`.${key}`, part]))
}

function inOrder(parts: ReadonlySet<string>, isList: boolean): readonly string[] {
  return isList ? [...parts] : [...parts].sort()
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
