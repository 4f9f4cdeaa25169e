Feature: What a migration keeps others waiting for
  A second connection looks at the locks of the server while a migration runs. A table is closed to readers while an
  exclusive lock is held on it, and to writers while a weaker one holds them off, too.

  @MIG117 @engine:postgres
  Rule: no migration closes a table to readers or to writers for longer than the plan allows

    Scenario: locks, as another connection sees them
      Given the database migrated from "DedupSnapshots" to head
      Then no migration closes a table for longer than its limit
        | migration         | to      | production | load  | elsewhere |
        | DropUnusedTables  | readers | 1 s        | 1 s   | 1 s       |
        | DropUnusedTables  | writers | 1 s        | 1 s   | 1 s       |
        | AddMissingIndexes | readers | 0 ms       | 0 ms  | 0 ms      |
        | AddMissingIndexes | writers | 0 ms       | 0 ms  | 0 ms      |
        | NormalizeUserIds  | readers | 2 s        | 10 s  | 1 s       |
        | NormalizeUserIds  | writers | 60 s       | 600 s | 5 s       |

  @MIG118 @engine:postgres
  Rule: what somebody writes while a table is made anew is kept, or refused

    Scenario: a message, when the rows of "discord_messages" have been copied
      Given the database at "AddMissingIndexes"
      When the database migrates to "NormalizeUserIds", and a message is written once the rows are copied
      Then every migration goes through
        | NormalizeUserIds |
      And the message is there, or its writer was refused
