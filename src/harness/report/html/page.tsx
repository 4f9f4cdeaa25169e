import { createHash } from 'node:crypto'
import type { RunDocument } from '../../verdict/decision.ts'
import { byUrgency } from '../by-urgency.ts'
import { Contents } from './contents.tsx'
import { CucumberPages } from './cucumber-pages.tsx'
import { Doubts } from './doubts.tsx'
import { EnvironmentSection } from './environment-section.tsx'
import { GateSection } from './gate-section.tsx'
import { GatesTable } from './gates-table.tsx'
import { GrowthSection } from './growth-section.tsx'
import { InapplicableSection } from './inapplicable-section.tsx'
import { LinksSection } from './links-section.tsx'
import { MigrationsSection } from './migrations-section.tsx'
import { RestsOnList } from './rests-on-list.tsx'
import { RollbackSection } from './rollback-section.tsx'
import { SchemaSection } from './schema-section.tsx'
import { SinceSection } from './since-section.tsx'
import { SourceSection } from './source-section.tsx'
import { STYLE } from './style.ts'
import { SupersededSection } from './superseded-section.tsx'
import { TimingsSection } from './timings-section.tsx'
import { TolerancesSection } from './tolerances-section.tsx'
import { VerdictHeading } from './verdict-heading.tsx'

/** Nothing is loaded, run, sent or framed; the one style sheet is allowed by what it contains. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The whole page of a run: one file that needs nothing else and no script. */
export function Page({ document }: { readonly document: RunDocument }) {
  const { verdict, complete, sentence, run } = document
  const gates = byUrgency(document.gates)
  const selected = gates.filter((gate) => gate.selected)
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="description" content={sentence} />
        <title>{`${verdict}${complete ? '' : ', narrowed'} · Stagegate · ${run.source?.location ?? run.profile} · ${run.startedAt.slice(0, 10)}`}</title>
        {/* A constant of this project, unescaped to fit its hash: nothing of the document goes into it. */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <a class="skip" href="#gates">
          Skip to the gates
        </a>
        <main>
          <VerdictHeading document={document} />
          <RestsOnList document={document} />
          <Contents document={document} />
          <Doubts reasons={document.reasons} />
          <GatesTable gates={gates} run={run} />
          <SinceSection since={document.since} />
          <TolerancesSection gates={gates} environment={run.configured} />
          {selected.length === 0 ? null : (
            <section aria-labelledby="details">
              <h2 id="details">Gate by gate</h2>
              {selected.map((gate) => (
                <GateSection key={`${gate.code} ${gate.line}`} gate={gate} run={run} />
              ))}
            </section>
          )}
          <SupersededSection superseded={run.superseded} />
          <LinksSection run={run} />
          <MigrationsSection run={run} />
          <TimingsSection run={run} />
          <GrowthSection run={run} />
          <RollbackSection run={run} gates={document.gates} />
          <SchemaSection run={run} />
          <SourceSection source={run.source} />
          <InapplicableSection run={run} />
          <EnvironmentSection run={run} />
        </main>
        <footer>
          Written by Stagegate {run.environment.stagegate} from <code>run.json</code>, which holds everything
          on this page. <CucumberPages run={run} />
        </footer>
      </body>
    </html>
  )
}
