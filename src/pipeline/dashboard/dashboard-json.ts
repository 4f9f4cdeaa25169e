import { type Dashboard, dashboardSchema } from './dashboard-schema.ts'

/**
 * The dashboard export as text: indented JSON whose keys are in the order of the schema, ended by a line feed. Equal
 * documents are the same text.
 * @throws Error for what the published schema would refuse: such an export is never written.
 */
export function dashboardJson(dashboard: Dashboard): string {
  return `${JSON.stringify(dashboardSchema.parse(dashboard), null, 2)}\n`
}
