Feature: The activity report and the dashboard
  What people look at. It is made by id now, and was made by username before: nobody may see a difference.

  @PIP514
  Rule: the activity report shows what the database holds, and the same before and after the migration

    Scenario: by username before and after, and by id
      Given the database migrated from "DedupSnapshots" to head
      Then the activity report by username is the same as before
      And the activity report by id is the same, for at least 80 % of the members
        | but for                             | why                                                   |
        | members who share a normalised name | by username they are one: there is nothing to compare |

    Scenario: against the database itself
      Given the database migrated to head
      Then the activity report as a CSV file shows what the database holds

  @PIP515
  Rule: the dashboard export shows what the database holds, and the same before and after the migration

    Scenario: by username before and after, and by id
      Given the database migrated from "DedupSnapshots" to head
      Then the dashboard by username is the same as before
      And the dashboard by id is the same, for at least 80 % of the members
        | but for                             | why                                                   |
        | members who share a normalised name | by username they are one: there is nothing to compare |

    Scenario: against the database itself
      Given the database migrated to head
      Then the dashboard shows what the database holds

  @PIP516
  Rule: the dashboard export is what its schema says

    Scenario: by id
      Given the database migrated to head
      Then the dashboard by id is valid by "dashboard.schema.json"

  @PIP517 @timing
  Rule: the activity report is made in less than 2 s

    Scenario: from the database to the workbook and the CSV file
      Given the database migrated to head
      Then the activity report takes at most 2 s, at its best

  @PIP518
  Rule: the whole pipeline runs before the migration, after it, and after rolling it back

    # Nobody leaves: by username nobody can tell a member from one who left and was called the same but for case.
    Scenario: harvest, report and dashboard, in every state
      Given the database at "DedupSnapshots"
      And sources that answer for its clan
      When the pipeline runs on these states of the database
        | state                        |
        | DedupSnapshots               |
        | head                         |
        | head, then AddMissingIndexes |
      Then it has run to its end each time
      And it has shown the same each time

    @fixture
    Scenario: between the migrations, too
      Given the database at "DedupSnapshots"
      And sources that answer for its clan
      When the pipeline runs on these states of the database
        | state             |
        | DedupSnapshots    |
        | DropUnusedTables  |
        | AddMissingIndexes |
      Then it has run to its end each time
      And it has shown the same each time
