Feature: The cost of the migrations
  Size is exact and is judged as it is. Time is compared with copying the same file in the same run, and only against
  a catastrophic bound, because the time of one run is noise.

  @MIG105
  Rule: each migration stays within its budget of size

    Scenario: growth of the file
      Given the database migrated from "DedupSnapshots" to head
      Then no migration lets the database grow by more than its budget
        | migration         | at most |
        | DropUnusedTables  | 0 %     |
        | AddMissingIndexes | 40 %    |
        | NormalizeUserIds  | 40 %    |

  # Beside other scenarios: a neighbour at most doubles what is judged against a hundred times.
  @MIG106
  Rule: each migration stays within its budget of time

    Scenario: against copying the same file
      Given the database at "DedupSnapshots"
      And the time that copying it takes
      When the database migrates to head
      Then no migration takes longer than its budget, and budgets below 2 s are 2 s
        | migration         | at most, times the copying |
        | DropUnusedTables  | 100                        |
        | AddMissingIndexes | 100                        |
        | NormalizeUserIds  | 200                        |
