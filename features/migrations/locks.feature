Feature: What a migration keeps others waiting for
  A second connection looks at the locks of the server while a migration runs. A table is closed to readers while an
  exclusive lock is held on it, and to writers while a weaker one holds them off, too.

  @MIG117 @engine:postgres
  Rule: no migration closes a table to readers or to writers for longer than the plan allows

    Scenario: locks, as another connection sees them
      Given the fixture migrated from "DedupSnapshots" to head
      Then no migration closes a table for longer than its limit
        | migration         | to      | production | load  | elsewhere |
        | DropUnusedTables  | readers | 1 s        | 1 s   | 1 s       |
        | DropUnusedTables  | writers | 1 s        | 1 s   | 1 s       |
        | AddMissingIndexes | readers | 1 s        | 1 s   | 1 s       |
        | AddMissingIndexes | writers | 1 s        | 1 s   | 1 s       |
        | NormalizeUserIds  | readers | 2 s        | 10 s  | 1 s       |
        | NormalizeUserIds  | writers | 60 s       | 600 s | 5 s       |
