@harness @engine:sqlite
Feature: Real databases
  Databases as other systems left them, each made by a recipe. What is in order goes, what is wrong is named, and what
  nobody can tell is not guessed.

  @HAR910
  Rule: what the old system left behind is a NO-GO, with each fault named

    Scenario Outline: <database>, <fault>
      When the plan runs on the database "<database>", narrowed to "<tags>"
      Then the verdict is NO-GO, and it says "<fault>"

      Examples:
        | database                        | tags    | fault                                                         |
        | what-the-old-system-left-behind | @SCH202 | foreign key wom_snapshots (user_id) to clan_members (id)      |
        | what-the-old-system-left-behind | @SCH202 | index idx_clan_members_joined_at                              |
        | what-the-old-system-left-behind | @SCH202 | index uq_clan_members_username                                |
        | ids-lost                        | @DAT304 | a row with id NULL                                            |
        | ids-lost                        | @DAT303 | there is no row of that number in clan_members                |
        | links-not-written               | @DAT302 | discord_messages.user_id                                      |
        | links-to-nobody                 | @DAT303 | wom_snapshots.user_id                                         |
        | members-twice-by-id             | @DAT304 | clan_members.id                                               |
        | members-twice-by-name           | @DAT304 | clan_members.username                                         |
        | downgrade-recorded-and-not-done | @SCH207 | column wom_snapshots.user_id                                  |
        | extra-column-of-members         | @MIG101 | discord_tag                                                   |

  @HAR911
  Rule: where nobody can tell where a database stands, nothing is judged

    Scenario Outline: <database>
      When the whole plan runs on the database "<database>"
      Then the verdict is UNPROVEN, and it says "<words>"

      Examples:
        | database                    | words                                                  |
        | unknown-revision            | dedup_snaps_002                                        |
        | two-revisions               | 2 revisions                                            |
        | contradicting-records       | alembic_version is past it                             |
        | record-ahead-of-the-tables  | the tables and columns are those of AddMissingIndexes  |
        | record-of-a-stranger        | AddNicknames1766500000000                              |

  @HAR912
  Rule: a database in order goes, whatever road it came by

    Scenario Outline: <database>
      When the whole plan runs on the database "<database>"
      Then the verdict is GO, and it says "<words>"

      Examples:
        | database              | words                               |
        | production-as-it-is   | at DedupSnapshots by alembic_version |
        | without-any-record    | at DedupSnapshots by                |
        | adopted-and-migrated  | at NormalizeUserIds by its table    |
