import { defineConfig } from './src/harness/gate/configuration.ts'

export default defineConfig({
  environments: {
    staging: {
      accepted: [
        {
          object: 'index idx_discord_author_lower',
          because:
            'somebody made it in production, to look messages up by lower(author_name); no migration touches it',
        },
        {
          object: 'index idx_wom_snapshots_username_timestamp',
          because:
            'production has it beside the unique index on the same columns: it costs space, and changes no answer',
        },
      ],
    },
  },
})
