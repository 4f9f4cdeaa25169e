Feature: The rows
  The refactoring adds links. It loses no row and changes no value that was there before.

  @DAT305
  Rule: no row is lost

    Scenario: rows before and after
      Given the database migrated from "DedupSnapshots" to head
      Then every table has as many rows as before, except
        | table           | why                                              |
        | skill_snapshots | dropped on purpose; its rows are in the backup   |

  @DAT306
  Rule: no value that was there before is changed

    Scenario: every column of every row
      Given the database migrated from "DedupSnapshots" to head
      Then every column that was there before has the same values, except
        | column          | why                                              |
        | skill_snapshots | dropped on purpose; its rows are in the backup   |
        | clan_members.id | empty before, filled by the refactoring          |

  @DAT308
  Rule: 64-bit ids are intact

    Scenario: ids of messages, authors, channels and guilds
      Given the database migrated from "DedupSnapshots" to head
      Then the wide ids are the same as before, and no double has touched them
        | column                      |
        | discord_messages.id         |
        | discord_messages.author_id  |
        | discord_messages.channel_id |
        | discord_messages.guild_id   |

  @DAT310
  Rule: the engine finds the file sound

    Scenario: the engine's own check of its pages
      Given the database migrated to head
      Then the engine finds the database sound

  @HAR901 @fixture
  Rule: the fixture is what its profile declares

    Scenario: rows of every table
      Given the database at "DedupSnapshots"
      Then the tables have the rows that the profile declares
