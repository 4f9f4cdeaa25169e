Feature: What the refactoring costs
  The cost of each migration is judged in "The cost of the migrations". Here is what stays: bytes, memory, and how the
  cost grows when the clan does.

  @PRF407
  Rule: the database grows by no more than the plan allows

    Scenario: the file, from the staging state to head
      Given the database migrated from "DedupSnapshots" to head
      Then the database has grown by at most 60 %

  @PRF408 @timing @fixture
  Rule: by id, cost grows no faster than the rows

    Scenario: the small fixtures
      When the methods by id run on these fixtures, looking back 30 days
        | tiny    |
        | staging |
      Then their time grows, for each time that the rows grow
        | method                         | from | to      | at most |
        | latest snapshots               | tiny | staging | 0.3     |
        | first snapshots since a cutoff | tiny | staging | 0.3     |
        | message counts since a date    | tiny | staging | 0.3     |
        | gains since a cutoff           | tiny | staging | 0.3     |
        | one member                     | tiny | staging | 0.3     |

    @profile:production
    Scenario: from staging to production
      When the methods by id run on these fixtures, looking back 30 days
        | staging    |
        | production |
      Then their time grows, for each time that the rows grow
        | method                         | from    | to         | at most |
        | latest snapshots               | staging | production | 0.2     |
        | first snapshots since a cutoff | staging | production | 0.2     |
        | message counts since a date    | staging | production | 0.2     |
        | gains since a cutoff           | staging | production | 0.2     |
        | one member                     | staging | production | 0.2     |

    @profile:load
    Scenario: from staging to ten times production
      When the methods by id run on these fixtures, looking back 30 days
        | staging    |
        | production |
        | load       |
      Then their time grows, for each time that the rows grow
        | method                         | from       | to         | at most |
        | latest snapshots               | staging    | production | 0.2     |
        | first snapshots since a cutoff | staging    | production | 0.2     |
        | message counts since a date    | staging    | production | 0.2     |
        | gains since a cutoff           | staging    | production | 0.2     |
        | one member                     | staging    | production | 0.2     |
        | latest snapshots               | production | load       | 0.6     |
        | first snapshots since a cutoff | production | load       | 0.6     |
        | message counts since a date    | production | load       | 1       |
        | gains since a cutoff           | production | load       | 0.6     |
        | one member                     | production | load       | 0.2     |

  @PRF409 @timing
  Rule: the process that asks never holds more than 1 GB

    Scenario: all methods by id and the data of the activity report
      Given the database migrated to head
      When the methods by id and the activity report run, looking back 365 days
      Then the process has never held more than 1 GB
