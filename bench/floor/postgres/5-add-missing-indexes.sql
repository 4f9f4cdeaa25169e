SET LOCAL maintenance_work_mem = '256MB';
CREATE INDEX idx_discord_messages_created_at_author_name ON discord_messages (created_at, author_name);
CREATE INDEX idx_boss_snapshots_boss_name_kills ON boss_snapshots (boss_name, kills);
CREATE INDEX idx_wom_records_fetch_date ON wom_records (fetch_date);
CREATE INDEX idx_clan_members_joined_at ON clan_members (joined_at);
