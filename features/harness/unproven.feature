@harness @engine:sqlite
Feature: What cannot be known is not a GO
  Cucumber ends as a success when nothing matched, when a scenario is empty and when a keyword is misspelt. The verdict
  counts evidence and not scenarios.

  @HAR905
  Rule: a plan that proves nothing is UNPROVEN

    Scenario: no scenario matches
      When the plan runs narrowed to "@MIG101 and @MIG102"
      Then the verdict is UNPROVEN, because "no gate's scenario matches"

    Scenario Outline: <plan>
      When the plan "<plan>" runs
      Then the verdict is UNPROVEN, because "<reason>"

      Examples:
        | plan             | reason                 |
        | empty-scenario   | has no steps           |
        | misspelt-keyword | Givn                   |
        | misspelt-scenario | Scenaro               |
        | undefined-step   | undefined              |
        | pending-step     | pending                |
        | skipped-step     | skipped                |
        | vacuous-gate     | looked at nothing      |
        | unseen-failure   | no step looked at it   |

    Scenario: times that vary too much to tell
      When the plan runs on the red twin of "performance/every-second-call-slow", for the gate "PRF405"
      Then the verdict is UNPROVEN, because "too wide to decide"

    Scenario: an engine that was asked for and is not there
      When the plan runs on "postgres" where there is none
      Then the verdict is UNPROVEN, because "PostgreSQL"

    Scenario: a GO that was narrowed does not speak for the whole plan
      When the plan runs narrowed to "@MIG102"
      Then the verdict is GO for a part of the plan only
