Feature: The members
  Everything hangs on the members' ids. They are keys, they are numbered by row order from 1, and going back and forth
  does not number them anew.

  @DAT304
  Rule: every member has one id and one username of its own

    Scenario: ids and usernames are unique and present
      Given the database migrated to head
      Then no two rows of "clan_members" share "username"
      And no two rows of "clan_members" share "id"
      And every row of "clan_members" has "id" and "username"

  # That ids stay when the migration is taken back and applied again is compared by MIG112, with every other value.
  @DAT309
  Rule: a member's id is the number of its row

    Scenario: numbered by row order
      Given the database migrated from "AddMissingIndexes" to head
      Then the "id" of every row of "clan_members" is its row number of before, known by "username"

  # SQLite takes the larger one of its sequence and the largest id: it cannot fall behind.
  @DAT311 @engine:postgres
  Rule: the next id is one that nobody has

    Scenario: sequences and the columns that they fill
      Given the database migrated to head
      Then every sequence is ahead of its column

    Scenario: taken back and applied again
      Given the database migrated to head
      When the database migrates to "AddMissingIndexes"
      And the database migrates to head
      Then every migration goes through
        | NormalizeUserIds |
        | NormalizeUserIds |
      And every sequence is ahead of its column
