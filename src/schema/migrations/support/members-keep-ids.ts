import type { TriggerDefinition } from '../../definitions/trigger-definition.ts'

/**
 * A BEFORE INSERT trigger sees -1 where no id was given. REPLACE is refused before it deletes the row that it would
 * replace: that is why an upsert of a name that is there is refused, too, and so is INSERT OR IGNORE.
 */
const INSERT: TriggerDefinition = {
  name: 'trg_clan_members_keep_id_insert',
  table: 'clan_members',
  event: 'BEFORE INSERT',
  when: `EXISTS (
    SELECT 1 FROM clan_members AS member
    WHERE member.username = NEW.username OR (member.id = NEW.id AND NEW.id <> -1)
  )`,
  body: `
    SELECT RAISE(ABORT, 'clan_members: a member of this name or id is there already, and keeps the id. UPDATE the member in place; INSERT only members who are not there.');
  `,
}

/**
 * UPDATE OR REPLACE deletes the member whose name or id is taken. It names no columns: `OF id` does not fire where the
 * id is set under its other name, rowid.
 */
const UPDATE: TriggerDefinition = {
  name: 'trg_clan_members_keep_id_update',
  table: 'clan_members',
  event: 'BEFORE UPDATE',
  when: `NEW.id <> OLD.id OR EXISTS (
    SELECT 1 FROM clan_members AS member WHERE member.username = NEW.username AND member.id <> OLD.id
  )`,
  body: `
    SELECT RAISE(ABORT, 'clan_members: a member keeps the id, and takes no name that another member has. UPDATE the other columns, or to a name that is not there.');
  `,
  postgres: {
    when: 'NEW.id IS DISTINCT FROM OLD.id',
    message: 'clan_members: a member keeps the id. UPDATE the other columns.',
  },
}

/**
 * What refuses every way of writing that would give a member another id, with or without foreign keys enforced. On
 * PostgreSQL, which has no REPLACE and whose upsert keeps the row, that takes the second one only.
 */
export const MEMBERS_KEEP_IDS: readonly TriggerDefinition[] = [INSERT, UPDATE]
