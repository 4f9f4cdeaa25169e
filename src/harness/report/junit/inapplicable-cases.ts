import type { RunDocument } from '../../verdict/decision.ts'
import type { Engine } from '../../vocabulary/engine.ts'
import { caseName, classnameOf } from './gate-case.ts'
import type { JunitCase } from './junit-case.ts'

/** The gates of which no scenario applies to what was rehearsed: one skipped case each. */
export function inapplicableCases(engine: Engine, document: RunDocument): readonly JunitCase[] {
  const { gates, notApplicable } = document.run
  const judged = new Set(gates.map(({ code }) => code))
  const left = notApplicable.filter((each) => each.engine === engine)
  const codes = new Set(left.flatMap(({ gate }) => (gate === null || judged.has(gate) ? [] : [gate])))
  return [...codes].map((code) => {
    const own = left.filter(({ gate }) => gate === code)
    const [{ uri, line } = { uri: '', line: 1 }] = own
    return {
      name: caseName(`${code} does not apply`, engine, document),
      classname: classnameOf(uri),
      file: uri,
      line,
      milliseconds: 0,
      result: { kind: 'skipped', message: [...new Set(own.map(({ why }) => why))].join('; ') },
    }
  })
}
