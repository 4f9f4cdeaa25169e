-- Ids are the row ids of before, because others may have written them down.
CREATE TABLE rebuilt_clan_members (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  username varchar NOT NULL,
  role varchar,
  joined_at datetime,
  last_updated datetime
);
INSERT INTO rebuilt_clan_members (id, username, role, joined_at, last_updated)
  SELECT rowid, username, role, joined_at, last_updated FROM clan_members ORDER BY rowid;
DROP TABLE clan_members;
ALTER TABLE rebuilt_clan_members RENAME TO clan_members;
CREATE INDEX idx_clan_members_joined_at ON clan_members (joined_at);
CREATE UNIQUE INDEX uq_clan_members_username ON clan_members (username);

ALTER TABLE wom_snapshots ADD COLUMN user_id integer
  CONSTRAINT fk_wom_snapshots_user_id REFERENCES clan_members (id) ON DELETE SET NULL;
UPDATE wom_snapshots SET user_id = member.id
  FROM clan_members AS member WHERE member.username = wom_snapshots.username;
CREATE INDEX idx_wom_snapshots_user_id_timestamp ON wom_snapshots (user_id, "timestamp");

ALTER TABLE discord_messages ADD COLUMN user_id integer
  CONSTRAINT fk_discord_messages_user_id REFERENCES clan_members (id) ON DELETE SET NULL;
UPDATE discord_messages SET user_id = author.user_id
  FROM temp.author_map AS author WHERE author.author_name = discord_messages.author_name;
CREATE INDEX idx_discord_messages_user_id_created_at ON discord_messages (user_id, created_at);

ALTER TABLE boss_snapshots ADD COLUMN wom_snapshot_id integer
  CONSTRAINT fk_boss_snapshots_wom_snapshot_id REFERENCES wom_snapshots (id) ON DELETE CASCADE;
UPDATE boss_snapshots SET wom_snapshot_id = snapshot_id
  WHERE snapshot_id IN (SELECT id FROM wom_snapshots);
CREATE INDEX idx_boss_snapshots_wom_snapshot_id ON boss_snapshots (wom_snapshot_id);

CREATE TRIGGER trg_clan_members_keep_id_insert BEFORE INSERT ON clan_members
WHEN EXISTS (
  SELECT 1 FROM clan_members AS member
  WHERE member.username = NEW.username OR (member.id = NEW.id AND NEW.id <> -1)
)
BEGIN
  SELECT RAISE(ABORT, 'clan_members: a member of this name or id is there already, and keeps the id. UPDATE the member in place; INSERT only members who are not there.');
END;
CREATE TRIGGER trg_clan_members_keep_id_update BEFORE UPDATE ON clan_members
WHEN NEW.id <> OLD.id OR EXISTS (
  SELECT 1 FROM clan_members AS member WHERE member.username = NEW.username AND member.id <> OLD.id
)
BEGIN
  SELECT RAISE(ABORT, 'clan_members: a member keeps the id, and takes no name that another member has. UPDATE the other columns, or to a name that is not there.');
END;
