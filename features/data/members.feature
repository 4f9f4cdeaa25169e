Feature: The members
  Everything hangs on the members' ids. They are keys, they are numbered by row order from 1, and going back and forth
  does not number them anew.

  @DAT304
  Rule: every member has one id and one username of its own

    Scenario: ids and usernames are unique and present
      Given the fixture migrated to head
      Then no two rows of "clan_members" share "username"
      And no two rows of "clan_members" share "id"
      And every row of "clan_members" has "id" and "username"

  @DAT309
  Rule: a member's id is the number of its row, and stays that

    Scenario: numbered by row order
      Given the fixture migrated from "AddMissingIndexes" to head
      Then the "id" of every row of "clan_members" is its row number of before, known by "username"

    Scenario: the same after a rollback and another application
      Given the fixture migrated to head
      When the database migrates to "AddMissingIndexes"
      And the database migrates to head
      Then the "id" of every row of "clan_members" is the same as before, known by "username"
