//! What stands around the list of commands in `griot --help`.

/// The top of `griot --help`: what one types first.
pub(super) const BEFORE: &str = "\
griot keeps a history in the terminal: read it, ask it for a year or a name,
and see who says so.

  griot                     open where you left off; piped, print the text
  griot open 1591           open at a year, a name, an address (1.6, timbuktu)
  griot read 1.6..1.7       print passages with their notes
  griot at \"13th c.\"        what was happening then
  griot search timbuctu     names, text and sources; forgives a typo
  griot ask who was president in 1985
  griot show timbuktu       all the text says of a person, place, event ...
  griot list events --type coup --from 1960
  griot timeline 1960..1991 --kind coup
  griot map 1591            the places that the text names then
  griot cite 1.6 --format bibtex
  griot check my-pack       check a pack of your own
  griot import list.csv my-pack";

/// The end of `griot --help`: what holds in every command.
pub const AFTER: &str = "\
Dates: 1591, c. 1312, 1312..1337, '<1600', '>2012', 1960s, 13th c., 900 BC,
'10000 BC..AD 900', late 14th c., Mar 2012, 26 Mar 1991, '5 Jun 2020..',
'[1756..1790]' (between), 'AH 999', '25 Oct 1917 (Julian)', 5000 BP; also
English and French words, numbers in any order and EDTF. Days before
15 October 1582 are Julian.

Exit status: 0 done, 1 nothing found, 2 wrong use, 3 bad pack, 4 cannot write
or no terminal, 130 interrupted.";

pub(super) const IMPORT: &str = "\
What a table has is told by its headings, in English, French, German or
Spanish, by TimelineJS or Dublin Core, or by --column: date, end, year, month,
day, end-year, end-month, end-day, shown, title, text, place, lat, lon,
coordinates, people, creator, type, group, source, url, born, died, era, role,
alias, note, item, precision. A number in the place of a heading is a column,
from 1. The same file twice changes nothing; what is not understood is told,
and kept.

Exit status: 0 also with notes, 3 where nothing could be read.

Columns of --plain: file, what, row, column, text, words";

pub(super) const LISTS: &str = "\
Lists: eras, chapters, people, places, polities, peoples, groups, organizations,
events, concepts, works, entities, sources, offices, figures, corrections, and
what one calls them: rulers, presidents, kings, coups, battles, elections,
towns, empires ... in any number, in English or French; and packs, those of
your data folder, each opened with --pack NAME

Columns of --plain:
  eras         id, number, title, date, statements, summary
  chapters     id, address, title, date, statements
  entities     id, name, date, role, mentions, kind, type
  events       the same, and where, who, outcome, figures; so coups, battles ...
  sources      key, times cited, kind, date, citation, address, rank
  offices      holder, name, date, title, of what; so rulers, presidents ...
  figures      entity, name, date, figure and who gives it
  packs        name, title, as of, statements, entities, sources, problem, path
  corrections  id, address, what is held, what it stands instead of";

pub const SEARCH: &str = "\
The order of answers, the first difference deciding:
  lost        how much of the query is not answered; a date weighs least
  tier        exact, date, role, prefix, word-prefix, initials, record, text,
              source, fuzzy, typo
  kind asked  who: people; where: places; how many: figures; coups: coups
  date        the same, within, begins, ends, around, only by a mention
  distance    words of the name, of the type, of the record; as typed, in
              another form, in a word that says the same, begun, mistyped
  closeness   how much of the name was typed
  time        where first or last was asked for, and in lists of one type
  kind, mentions, date, place in the pack
What answers everything shuts out what does not; where nothing does, the
nearest stand, and what they do not answer is told.

Columns of --plain: kind, id, name or address, date, mentions, what matched";

pub(super) const TIMELINE: &str = "\
Kinds: statement, event, polity, office, which are all shown when none is given;
silence; or what one calls them, as coup, battles, empires, presidents

Columns of --plain: date, kind, type, id, address, text";

pub(super) const TEMPLATE: &str = "{before-help}Usage: {usage}\n\n{all-args}{after-help}\n";
