Feature: Backups
  The immediate rollback of the plan is a backup that is put back. One that was never put back is a hope, and one that is
  taken of a live file by copying it is none.

  @BAK601
  Rule: a backup taken before the migration gives back everything after it

    Scenario: the immediate rollback of the plan
      Given the database as it was taken in
      When the database is backed up
      And the database migrates to head
      And the backup is restored
      Then the backup was whole, and so is what it gave back
      And the catalog is the same as before
      And every row is the same as before
      And the record is the same as before

  @BAK602 @fixture
  Rule: rolling the last migration back gives what a backup taken before it holds

    Scenario: the partial rollback of the plan
      Given the database migrated to "AddMissingIndexes"
      When the database is backed up
      And the database migrates to head
      And the database migrates to "AddMissingIndexes"
      Then every migration goes through
        | NormalizeUserIds |
        | NormalizeUserIds |
      And the backup holds what the database holds

  @BAK603 @fixture
  Rule: what is no whole backup of this database is never restored

    Scenario Outline: a backup that <damage>
      Given the database as it was taken in
      When the database is backed up
      And the database migrates to head
      And the backup <damage>
      And this state is set aside
      And the backup is restored
      Then restoring is refused, saying "<words>"
      And every row is the one that was set aside

      Examples:
        | damage                          | words     |
        | loses its last byte             | damaged   |
        | has one of its bytes changed    | damaged   |
        | loses its record                | record    |
        | is of something else            | another database |

  @BAK604 @fixture
  Rule: backups do not replace each other

    Scenario: two within a second
      Given the database as it was taken in
      When the database is backed up
      And the database migrates to head
      And the database is backed up within the same second
      Then there are as many backups as were taken, and each is whole
