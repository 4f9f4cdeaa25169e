Feature: The harvest on the new schema
  After a migration the product goes on: it reads the clan, its players and its channels, and stores what they answer.
  The clients are the real ones, over real HTTP; a server answers with recorded responses, cast with the members of this
  database. It was here that the original lost the ids of three quarters of its members.

  @PIP504
  Rule: a harvest stores what the sources answer, and fails nowhere

    Scenario: on the schema after the refactoring
      Given the database migrated to head
      And sources that answer for its clan
      When the clan is harvested
      Then nothing has failed
      And everything that was answered is stored, once
      And the harvest says what it has stored

    Scenario: on the schema before the refactoring
      Given the database at "DedupSnapshots"
      And sources that answer for its clan, of which a fifth has left
      When the clan is harvested
      Then nothing has failed
      And everything that was answered is stored, once
      And the harvest says what it has stored

  @PIP505
  Rule: a harvest changes no id, and of other rows only what it was told

    Scenario: every member keeps its id, even one whom the list spells in another way
      Given the database migrated to head
      And sources that answer for its clan
      When the clan is harvested
      Then every row of before is still there with its values, except
        | column                    | why                                                           |
        | clan_members.role         | people are promoted                                           |
        | clan_members.joined_at    | the sources know better                                       |
        | clan_members.last_updated | the sources looked again                                      |
        | wom_snapshots.user_id     | somebody who was a member comes back                          |
        | discord_messages.user_id  | somebody joins who had written before                         |

  @PIP506
  Rule: every new row carries its link

    Scenario: match rates, and every single link
      Given the database migrated to head
      And sources that answer for its clan
      When the clan is harvested
      Then the links match no less than before
        | link                           |
        | clan_members.id                |
        | wom_snapshots.user_id          |
        | discord_messages.user_id       |
        | boss_snapshots.wom_snapshot_id |
      And every link is the one that its rule gives
        | link                           | refers to        | by          | which equals          | rule          |
        | wom_snapshots.user_id          | clan_members.id  | username    | clan_members.username | exactly       |
        | discord_messages.user_id       | clan_members.id  | author_name | clan_members.username | ignoring case |
        | boss_snapshots.wom_snapshot_id | wom_snapshots.id | snapshot_id | wom_snapshots.id      | exactly       |

  @PIP507
  Rule: members who leave orphan nothing, and nothing of theirs is lost

    Scenario: a fifth of the clan leaves
      Given the database migrated to head
      And sources that answer for its clan, of which a fifth has left
      When the clan is harvested
      Then nothing has failed
      And everything that was answered is stored, once
      And no row is an orphan
        | link                           | refers to        |
        | wom_snapshots.user_id          | clan_members.id  |
        | discord_messages.user_id       | clan_members.id  |
        | boss_snapshots.wom_snapshot_id | wom_snapshots.id |
      And the engine finds no violated foreign key

    Scenario: what they leave behind
      Given the database migrated to head
      And sources that answer for its clan, of which a fifth has left
      When the clan is harvested
      Then every row of before is still there with its values, except
        | name                     | why                                                 |
        | clan_members             | those who left are not in it any more               |
        | wom_snapshots.user_id    | they belong to nobody now                           |
        | discord_messages.user_id | to nobody, or to the one whom the name alone means  |
      And every link is the one that its rule gives
        | link                           | refers to        | by          | which equals          | rule          |
        | wom_snapshots.user_id          | clan_members.id  | username    | clan_members.username | exactly       |
        | discord_messages.user_id       | clan_members.id  | author_name | clan_members.username | ignoring case |
        | boss_snapshots.wom_snapshot_id | wom_snapshots.id | snapshot_id | wom_snapshots.id      | exactly       |

    @fixture
    Scenario: they come back
      Given the database migrated to head
      And sources that answer for its clan, of which a fifth has left
      When the clan is harvested
      And the sources answer for the whole clan again
      And the clan is harvested
      Then every link is the one that its rule gives
        | link                           | refers to        | by          | which equals          | rule          |
        | wom_snapshots.user_id          | clan_members.id  | username    | clan_members.username | exactly       |
        | discord_messages.user_id       | clan_members.id  | author_name | clan_members.username | ignoring case |
        | boss_snapshots.wom_snapshot_id | wom_snapshots.id | snapshot_id | wom_snapshots.id      | exactly       |

  @PIP508
  Rule: a second harvest of the same answers changes nothing

    Scenario: every value of every row
      Given the database migrated to head
      And sources that answer for its clan
      When the clan is harvested
      And this state is set aside
      And the clan is harvested
      Then every row is the one that was set aside

  @PIP509 @fixture
  Rule: members are removed only while those who left are at most a fifth of the clan

    Scenario Outline: <share> has left
      Given the database migrated to head
      And sources that answer for its clan, of which <share> has left
      When the clan is harvested
      Then those who left are <fate>, and the harvest says "<words>"

      Examples:
        | share                 | fate    | words    |
        | a fifth               | removed | removed  |
        | one more than a fifth | kept    | too many |
        | everybody             | kept    | too many |

    Scenario: nobody has left
      Given the database migrated to head
      And sources that answer for its clan
      When the clan is harvested
      Then nobody is removed, and the harvest says so

    Scenario: the list has an entry without a name
      Given the database migrated to head
      And sources that answer for its clan, of which a fifth has left
      When the clan is harvested while these answers fail
        | of       | answer  | is listed as |
        | an entry | no name | no name      |
      Then those who left are kept, and the harvest says "unknown"

  @PIP510
  Rule: a legacy writer cannot detach a single row

    Scenario: it replaces every member, from a connection that does not enforce foreign keys
      Given the database migrated to head
      When a legacy writer sends "replace-member" for every member
      Then every row is the same as before
      And the database refuses it every time, saying "keeps the id"

  # What a source answers wrongly, and when a harvest dies, is the product's own to bear, whatever database it works on: a fixture
  # shows it. A real database shows what is in its rows.
  @PIP511 @fixture
  Rule: a source that fails costs what it was asked for, and the next harvest repairs it

    Scenario: players and channels that answer in every wrong way
      Given the database migrated to head
      And sources that answer for its clan
      When the clan is harvested while these answers fail
        | of                         | answer             | is listed as |
        | a player                   | no connection      | no answer    |
        | a player                   | cut off            | no answer    |
        | a player                   | half a JSON        | unreadable   |
        | a player                   | empty              | unreadable   |
        | a player                   | other shape        | unreadable   |
        | a player                   | never answers      | timed out    |
        | a player                   | stalls in the body | timed out    |
        | a player                   | too many requests  | rate limited |
        | a player                   | internal error     | server error |
        | a player                   | bad gateway        | server error |
        | a player                   | unavailable        | server error |
        | a second page of a player  | half a JSON        | unreadable   |
        | an entry                   | no name            | no name      |
        | a second page of a channel | half a JSON        | unreadable   |
        | a channel                  | too many requests  | rate limited |
      Then exactly these have failed, and each is listed
      And everything that was answered is stored, once
      And every row of before is still there with its values, except
        | column                    | why                                                           |
        | clan_members.role         | people are promoted                                           |
        | clan_members.joined_at    | the sources know better                                       |
        | clan_members.last_updated | the sources looked again                                      |
        | wom_snapshots.user_id     | somebody who was a member comes back                          |
        | discord_messages.user_id  | somebody joins who had written before                         |
      And every link is the one that its rule gives
        | link                           | refers to        | by          | which equals          | rule          |
        | wom_snapshots.user_id          | clan_members.id  | username    | clan_members.username | exactly       |
        | discord_messages.user_id       | clan_members.id  | author_name | clan_members.username | ignoring case |
        | boss_snapshots.wom_snapshot_id | wom_snapshots.id | snapshot_id | wom_snapshots.id      | exactly       |

    Scenario: the next harvest, with sources that are well again
      Given the database migrated to head
      And sources that answer for its clan
      When the clan is harvested while these answers fail
        | of        | answer            | is listed as |
        | a player  | no connection     | no answer    |
        | a player  | half a JSON       | unreadable   |
        | an entry  | no name           | no name      |
        | a channel | internal error    | server error |
      And the sources answer for the whole clan again
      And the clan is harvested
      Then nothing has failed
      And everything that was answered is stored, once
      And every link is the one that its rule gives
        | link                           | refers to        | by          | which equals          | rule          |
        | wom_snapshots.user_id          | clan_members.id  | username    | clan_members.username | exactly       |
        | discord_messages.user_id       | clan_members.id  | author_name | clan_members.username | ignoring case |
        | boss_snapshots.wom_snapshot_id | wom_snapshots.id | snapshot_id | wom_snapshots.id      | exactly       |

    Scenario: the list of the clan is not to be had
      Given the database migrated to head
      And sources that answer for its clan
      When the clan is harvested while these answers fail
        | of       | answer      | is listed as |
        | the list | bad gateway | server error |
      Then exactly these have failed, and each is listed
      And everything that was answered is stored, once

  @PIP512 @fixture
  Rule: a harvest that is killed and repeated leaves what an undisturbed one leaves

    Scenario Outline: killed after <part> of its statements
      Given the database migrated to head
      And sources that answer for its clan, of which a fifth has left
      And a harvest of this state is set aside
      When a harvest is killed after <part> of its statements
      And the clan is harvested
      Then every row is the one that was set aside

      Examples:
        | part |
        | 10 % |
        | 50 % |
        | 90 % |

  # On a real database a harvest after rolling back is a part of the whole pipeline, in every state.
  @PIP513 @fixture
  Rule: what is harvested after rolling back is linked when the migration is applied again

    Scenario: back, a harvest, and up again
      Given the database migrated to head
      And sources that answer for its clan, of which a fifth has left
      And a harvest of this state is set aside
      When the database migrates to "AddMissingIndexes"
      And the clan is harvested
      And the database migrates to head
      Then every row is the one that was set aside
