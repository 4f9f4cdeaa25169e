Feature: Usernames
  Chat, game and clan list spell one player in three ways. The product has to know when two names are one player's, how
  to show a name, how to keep it, and when it is none.

  A name stands in its cell as it is. What cannot be seen there is written by its number, so that \u00A0 is a no-break
  space and \u0020 a space at either end; what is in brackets is described, so that (nothing) is a name that is missing,
  (empty) a text without a character, and (255 times a) the letter so many times.

  @PIP501
  Rule: names are compared without regard to case, spacing and punctuation

    Scenario: spaces of every kind
      Then usernames compare as
        | name             | compares as | what is special                   |
        | J O H N          | john        | spaces between the letters        |
        | \u0020John\u0020 | john        | spaces at both ends               |
        | Jo\thn           | john        | a tabulator                       |
        | JO\u00A0HN       | john        | a no-break space                  |
        | Jo\u2003hn       | john        | an em space                       |
        | Jo\u3000hn       | john        | an ideographic space              |
        | Jo\u200Bhn       | john        | a zero-width space                |
        | Jo\u200Dhn       | john        | a zero-width joiner               |
        | \uFEFFJohn       | john        | a byte-order mark                 |
        | Jo\u3164hn       | john        | a letter that is drawn as a blank |
        | 1 o 3 1 3        | 1o313       | spaces between the digits         |

    Scenario: punctuation, case, accents and scripts
      Then usernames compare as
        | name       | compares as | what is special                            |
        | Jo_hn      | john        | an underscore                              |
        | jo-hn      | john        | a hyphen                                   |
        | Roq_Ashby  | roqashby    | capitals and an underscore                 |
        | <J.o.h.n!> | john        | punctuation                                |
        | Jo🦀hn     | john        | an emoji                                   |
        | 1337       | 1337        | digits only                                |
        | ÉLAN       | élan        | a capital with an accent                   |
        | E\u0301lan | élan        | the accent as a character of its own       |
        | Elan       | elan        | no accent, hence another name              |
        | STRASSE    | strasse     | capitals                                   |
        | Straße     | strasse     | one letter that is two in capitals         |
        | ΣΟΦΟΣ      | σοφοσ       | a letter that is another one at the end    |
        | İstanbul   | istanbul    | a capital whose dot does not count         |
        | 李 小龙     | 李小龙       | a script without case                      |

    Scenario: names of nobody
      Then usernames compare as
        | name            | compares as   | what is special            |
        | (empty)         | (empty)       | not a character            |
        | \u0020\u00A0    | (empty)       | spaces only                |
        | _-!             | (empty)       | punctuation only           |
        | 🦀              | (empty)       | an emoji only              |
        | (255 times a)   | (255 times a) | as long as a name may be   |
        | (255 times é)   | (255 times é) | likewise, and not in bytes |
        | (256 times a)   | (empty)       | one character too many     |
        | (nothing)       | (empty)       | a name that is missing     |
        | (the number 42) | (empty)       | no text                    |
        | (a list)        | (empty)       | no text                    |

    Scenario: two names
      Then usernames are the same user's, or not
        | one             | other           | same user | what is special                         |
        | John            | J_o-H\u00A0N    | yes       | case, spacing and punctuation           |
        | Élan            | e\u0301 LAN     | yes       | case, spacing and how it is composed    |
        | Élan            | Elan            | no        | the accent                              |
        | John            | Joan            | no        | a letter                                |
        | (nothing)       | (nothing)       | yes       | both are missing                        |
        | (nothing)       | (empty)         | yes       | both are missing                        |
        | (nothing)       | John            | no        | one is missing                          |
        | (nothing)       | !!!             | no        | one is missing                          |
        | !!!             | 🦀              | no        | both compare as nobody                  |
        | !!!             | !!!             | no        | nobody is the same as nobody            |
        | (the number 42) | 42              | no        | one is no text                          |
        | (256 times a)   | (256 times a)   | no        | both are too long                       |

  @PIP502
  Rule: names are shown in lower case, and kept as their owners write them

    Scenario: the two forms of a name
      Then usernames are shown and kept as
        | name                     | shown           | kept            | what is special                    |
        | Jo_hn-Doe                | jo hn doe       | Jo_hn-Doe       | an underscore and a hyphen         |
        | Jo__-_hn                 | jo hn           | Jo__-_hn        | several of them                    |
        | _John_                   | john            | _John_          | underscores at both ends           |
        | \u0020Jo\u0020\u0020hn\t | jo hn           | Jo hn           | spaces at both ends and in between |
        | Jo\u00A0Hn               | jo hn           | Jo Hn           | a no-break space                   |
        | Jo\u2003\u200B\uFEFFHn   | jo hn           | Jo Hn           | three kinds of space               |
        | ÉLAN                     | élan            | ÉLAN            | capitals with an accent            |
        | E\u0301lan               | élan            | E\u0301lan      | an accent of its own               |
        | Straße                   | straße          | Straße          | a letter that stays what it is     |
        | 1 o 3 1 3                | 1 o 3 1 3       | 1 o 3 1 3       | digits                             |
        | Crab🦀King!              | crab🦀king!     | Crab🦀King!     | an emoji and punctuation           |
        | (255 times A)            | (255 times a)   | (255 times A)   | as long as a name may be           |
        | (256 times A)            | (empty)         | (empty)         | one character too many             |
        | (empty)                  | (empty)         | (empty)         | not a character                    |
        | (nothing)                | (empty)         | (empty)         | a name that is missing             |
        | (an object)              | (empty)         | (empty)         | no text                            |

  @PIP503
  Rule: what is no name is refused, with its reason

    Scenario: names with something wrong
      Then usernames are refused, because of
        | name            | reason             | what is special                    |
        | (nothing)       | empty              | a name that is missing             |
        | (empty)         | empty              | not a character                    |
        | \u0020\u200B    | empty              | spaces only                        |
        | (the number 42) | not text           | digits, but no text                |
        | (a list)        | not text           | a name in it                       |
        | (an object)     | not text           | a name in it                       |
        | (yes)           | not text           | neither text nor number            |
        | (256 times a)   | too long           | one character too many             |
        | (256 times !)   | too long           | the first of two reasons           |
        | John🦀          | invalid characters | an emoji                           |
        | 1\uFE0F\u20E3   | invalid characters | an emoji that starts with a digit  |
        | <John>          | invalid characters | punctuation                        |
        | !!!             | invalid characters | the first of two reasons           |
        | Jo\u0000hn      | invalid characters | a control character                |
        | Jo\u202Ehn      | invalid characters | one that turns the text round      |
        | Jo\uD800hn      | invalid characters | half a character                   |
        | \u0301John      | invalid characters | an accent without its letter       |
        | _ - _           | no letter or digit | nothing to compare                 |

    Scenario: names with nothing wrong
      Then usernames are valid
        | name                         | what is special                       |
        | John                         | letters                               |
        | 1 o 3\u00A01 3               | digits and spaces                     |
        | Roq_Ashby-2                  | everything that may stand in a name   |
        | Élan                         | a letter with an accent               |
        | E\u0301lan                   | the accent as a character of its own  |
        | 李小龙                        | another script                        |
        | 7                            | one digit                             |
        | (255 times a)                | as long as a name may be              |
