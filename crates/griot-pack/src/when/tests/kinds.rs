//! Dates of every kind that people write, each with its first and last day by the civil calendar of its time, worked
//! out from first principles, and where it is given the same in EDTF. `REFUSE` stands for what must be asked about.

use super::super::*;

const TABLE: &str = include_str!("dates.tsv");

/// The day as the table writes it; empty for an open end.
fn iso(day: Day) -> String {
    if day == Day::MIN || day == Day::MAX {
        return String::new();
    }
    let sign = if day.year < 0 { "-" } else { "" };
    format!("{sign}{:04}-{:02}-{:02}", day.year.unsigned_abs(), day.month, day.day)
}

#[test]
fn dates_of_every_kind_are_read_as_they_are_meant() {
    let mut wrong = Vec::new();
    for line in TABLE.lines().skip(1) {
        let mut fields = line.split('\t');
        let [text, from, to, edtf] = [(); 4].map(|()| fields.next().unwrap_or_default());
        match When::parse(text) {
            Err(_) if from == "REFUSE" => {}
            Err(error) => wrong.push(format!("{text}: {error}")),
            Ok(date) => {
                let days = (iso(date.first()), iso(date.last()));
                if days != (from.to_owned(), to.to_owned()) || !edtf.is_empty() && date.edtf() != edtf {
                    wrong.push(format!("{text}: {days:?}, {}, {}", date, date.edtf()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every form of EDTF that the standard gives an example of, in its canonical spelling.
const EDTF: &str = "1985-04-12 1985-04 1985 1964/2008 2004-02-01/2005-02-08 Y170000002 Y-170000002 2001-21 2001-24 2001-34 \
    2001-37 2001-41 2001-29 1984? 2004-06~ 2004-06-11% 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX 1985-04-12/.. 1985-04/.. \
    ../1985 /1985 1985/ -1985 -0043-03-13 1493-04-12 [1667,1668,1670..1672] [..1760-12-03] [1760-12..] \
    {1667,1668,1670..1672} {1960,1961-12} {..1984} 2004-06~-11 2004?-06-11 156X-12-25 15XX-12-25 1XXX-12 1984-1X 1950S2 \
    2004-06-~01/2004-06-~20 1984-06?/2004-08? -03XX";

#[test]
fn declared_edtf_comes_out_as_it_went_in() {
    for text in EDTF.split_whitespace() {
        let date = When::parse_edtf(text).unwrap_or_else(|e| panic!("{text}: {e}"));
        assert_eq!(date.edtf(), text);
    }
}

#[test]
fn declared_edtf_is_proleptic_gregorian() {
    let date = |text: &str| When::parse_edtf(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    assert_eq!(date("1493-04-12").to_string(), "12 Apr 1493 (Gregorian)");
    assert_eq!(date("1493-04-12").on_screen(), "12 Apr 1493 Gregorian (3 Apr 1493)");
    assert_eq!(date("2012-03-22T10:30:00Z").edtf(), "2012-03-22");
    assert_eq!(date("Y-17E7").edtf(), "Y-170000000");
}

#[test]
fn what_is_no_edtf_is_refused_where_edtf_is_declared() {
    let texts = "1312-1337 22/03/2012 1985-02-30 -0000 13 999 -999 2004-13 2001-20 1985/1984 ../.. Y2012 {} [1667,..] \
        2012-03-22T25:00:00 19xx XXXX-12-25 1312–1337 c1312";
    for text in texts.split_whitespace().chain(["", "5 May 1985"]) {
        assert!(When::parse_edtf(text).is_err(), "{text} was read as {:?}", When::parse_edtf(text));
    }
}
