SET LOCAL maintenance_work_mem = '256MB';
SET LOCAL work_mem = '64MB';
SET LOCAL jit = off;
SET LOCAL synchronize_seqscans = off;
-- What somebody has made by hand on tables that are made anew.
CREATE TEMP TABLE hand_made ON COMMIT DROP AS SELECT indexdef FROM pg_indexes
  WHERE indexname IN ('idx_discord_author_lower', 'idx_wom_snapshots_username_timestamp');

-- Ids follow the order in which members lie, because SQLite numbers them so.
CREATE TABLE rebuilt_clan_members (
  id bigint NOT NULL,
  username character varying NOT NULL,
  role character varying,
  joined_at timestamp with time zone,
  last_updated timestamp with time zone
);
INSERT INTO rebuilt_clan_members
  SELECT row_number() OVER (ORDER BY ctid), username, role, joined_at, last_updated FROM clan_members;
DROP TABLE clan_members;
ALTER TABLE rebuilt_clan_members RENAME TO clan_members;
CREATE SEQUENCE clan_members_id_seq OWNED BY clan_members.id;
ALTER TABLE clan_members ALTER COLUMN id SET DEFAULT nextval('clan_members_id_seq');
SELECT setval('clan_members_id_seq', max(id)) FROM clan_members;
ALTER TABLE clan_members ADD CONSTRAINT clan_members_pkey PRIMARY KEY (id);
CREATE INDEX idx_clan_members_joined_at ON clan_members (joined_at);
CREATE UNIQUE INDEX uq_clan_members_username ON clan_members (username);
ANALYZE clan_members;

CREATE TABLE rebuilt_wom_snapshots AS
  SELECT s.id, m.id AS user_id, s.username, s."timestamp", s.total_xp, s.total_boss_kills, s.ehp, s.ehb, s.raw_data
  FROM wom_snapshots AS s LEFT JOIN clan_members AS m ON m.username = s.username;
ALTER TABLE rebuilt_wom_snapshots
  ALTER COLUMN id SET NOT NULL, ALTER COLUMN username SET NOT NULL, ALTER COLUMN "timestamp" SET NOT NULL;
DROP TABLE wom_snapshots;
ALTER TABLE rebuilt_wom_snapshots RENAME TO wom_snapshots;
ALTER TABLE wom_snapshots ADD CONSTRAINT wom_snapshots_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX uq_wom_snapshots_user_ts ON wom_snapshots (username, "timestamp");
CREATE INDEX idx_wom_snapshots_timestamp ON wom_snapshots ("timestamp");
CREATE INDEX idx_wom_snapshots_user_id_timestamp ON wom_snapshots (user_id, "timestamp");
ALTER TABLE wom_snapshots ADD CONSTRAINT fk_wom_snapshots_user_id
  FOREIGN KEY (user_id) REFERENCES clan_members (id) ON DELETE SET NULL;

CREATE TABLE rebuilt_discord_messages AS
  SELECT d.*, a.user_id FROM discord_messages AS d LEFT JOIN author_map AS a ON a.author_name = d.author_name;
ALTER TABLE rebuilt_discord_messages ALTER COLUMN id SET NOT NULL, ALTER COLUMN created_at SET NOT NULL;
DROP TABLE discord_messages;
ALTER TABLE rebuilt_discord_messages RENAME TO discord_messages;
ALTER TABLE discord_messages ADD CONSTRAINT discord_messages_pkey PRIMARY KEY (id);
CREATE INDEX idx_discord_messages_created_at ON discord_messages (created_at);
CREATE INDEX idx_discord_messages_author_created ON discord_messages (author_name, created_at);
CREATE INDEX idx_discord_messages_created_at_author_name ON discord_messages (created_at, author_name);
CREATE INDEX idx_discord_messages_user_id_created_at ON discord_messages (user_id, created_at);
ALTER TABLE discord_messages ADD CONSTRAINT fk_discord_messages_user_id
  FOREIGN KEY (user_id) REFERENCES clan_members (id) ON DELETE SET NULL;

CREATE TABLE rebuilt_boss_snapshots AS
  SELECT b.*, s.id AS wom_snapshot_id FROM boss_snapshots AS b LEFT JOIN wom_snapshots AS s ON s.id = b.snapshot_id;
ALTER TABLE rebuilt_boss_snapshots
  ALTER COLUMN id SET NOT NULL, ALTER COLUMN snapshot_id SET NOT NULL, ALTER COLUMN boss_name SET NOT NULL;
DROP TABLE boss_snapshots;
ALTER TABLE rebuilt_boss_snapshots RENAME TO boss_snapshots;
ALTER TABLE boss_snapshots ADD CONSTRAINT boss_snapshots_pkey PRIMARY KEY (id);
CREATE INDEX ix_boss_snapshots_snapshot_id ON boss_snapshots (snapshot_id);
CREATE INDEX ix_boss_snapshots_boss_name ON boss_snapshots (boss_name);
CREATE INDEX idx_boss_snapshots_boss_name_kills ON boss_snapshots (boss_name, kills);
CREATE INDEX idx_boss_snapshots_wom_snapshot_id ON boss_snapshots (wom_snapshot_id);
ALTER TABLE boss_snapshots ADD CONSTRAINT fk_boss_snapshots_wom_snapshot_id
  FOREIGN KEY (wom_snapshot_id) REFERENCES wom_snapshots (id) ON DELETE CASCADE;

DO $$
DECLARE made text;
BEGIN
  FOR made IN SELECT indexdef FROM hand_made LOOP EXECUTE made; END LOOP;
END
$$;
ANALYZE wom_snapshots, discord_messages, boss_snapshots;
GRANT SELECT ON clan_members, wom_snapshots, discord_messages, boss_snapshots TO PUBLIC;

CREATE FUNCTION trg_clan_members_keep_id_update() RETURNS trigger LANGUAGE plpgsql AS
  $function$BEGIN RAISE EXCEPTION 'clan_members: a member keeps the id. UPDATE the other columns.'; END$function$;
CREATE TRIGGER trg_clan_members_keep_id_update BEFORE UPDATE ON clan_members
  FOR EACH ROW WHEN (NEW.id IS DISTINCT FROM OLD.id) EXECUTE FUNCTION trg_clan_members_keep_id_update();
