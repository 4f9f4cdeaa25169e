import { type IConfiguration, type IRunOptions, loadConfiguration } from '@cucumber/cucumber/api'

/**
 * Cucumber's options, without its configuration file: what a run judges follows from its own options alone. Nothing is
 * ever published, whatever the environment says: evidence may show rows of a staging database.
 */
export async function engineOptions(provided: Partial<IConfiguration>): Promise<IRunOptions> {
  const { runConfiguration } = await loadConfiguration({ file: false, provided }, { env: {} })
  return { ...runConfiguration, formats: { ...runConfiguration.formats, publish: false } }
}
