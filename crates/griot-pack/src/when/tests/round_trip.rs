//! Whatever is printed is read back: over dates made up from their parts, and over texts made up from their words.

use proptest::prelude::*;

use super::super::*;

/// The days of a date must come back from every style, and the date itself from the canonical one.
fn comes_back(date: When) -> Result<(), TestCaseError> {
    let text = date.to_string();
    match When::parse(&text) {
        Ok(again) if again == date => {}
        Ok(again) => return Err(TestCaseError::fail(format!("{text} is read as {again}: {again:?}"))),
        Err(error) => return Err(TestCaseError::fail(format!("{text}: {error}"))),
    }
    let french = [date.on_screen_in(Language::French), date.in_words_in(Language::French)];
    for said in [date.on_screen(), date.in_words()].into_iter().chain(french) {
        match When::parse(&said) {
            Ok(again) => {
                prop_assert_eq!((again.first(), again.last()), (date.first(), date.last()), "{}: {}", text, said);
            }
            Err(error) => return Err(TestCaseError::fail(format!("{text}: {said}: {error}"))),
        }
    }
    Ok(())
}

/// What EDTF can say of a date comes back from it as the same days.
fn comes_back_from_edtf(date: When) -> Result<(), TestCaseError> {
    let text = date.edtf();
    prop_assert!(edtf_core::is_valid(&text) || text.contains("-0") && text.contains('X'), "{} as {}", date, text);
    // EDTF has no days in years of five digits; and no day can be moved between calendars with its year unknown.
    let far = |m: Moment| m.first().year.abs().max(m.last().year.abs()) > 9990;
    let moved = |m: Moment| m.unknown.any() && m.first().is_julian();
    // A Gregorian year before 1582 goes out as it is and comes in as the civil year of that number.
    let nominal = |m: Moment| m.calendar == Calendar::Gregorian && !matches!(m.unit, Unit::Day { .. });
    if date.moments().any(|m| far(m) || moved(m) || nominal(m)) {
        return Ok(());
    }
    match When::parse_edtf(&text) {
        Ok(again) => {
            prop_assert_eq!((again.first(), again.last()), (date.first(), date.last()), "{} as {}", date, text);
        }
        // Of a century in a list two dates are written.
        Err(WhenError::LongList) => {}
        Err(error) => return Err(TestCaseError::fail(format!("{date} as {text}: {error}"))),
    }
    Ok(())
}

fn units() -> BoxedStrategy<(i64, Unit)> {
    let year = prop_oneof![-11_000_i64..2200, 1500_i64..2100, -300_i64..300, 1582_i64..1583];
    let far = prop_oneof![-20_000_000_000_i64..20_000_000_000, -3_000_000_i64..3_000_000];
    let n = 1_i64..30;
    prop_oneof![
        (year.clone(), 1_u8..13, 1_u8..32).prop_map(|(year, month, day)| (year, Unit::Day { month, day })),
        (year.clone(), 1_u8..13).prop_map(|(year, month)| (year, Unit::Month { month })),
        (year.clone(), 21_u8..33).prop_map(|(year, season)| (year, Unit::Season(season))),
        prop_oneof![year.clone(), far].prop_map(|year| (year, Unit::Year)),
        (1_i64..300, any::<bool>()).prop_filter_map("a hundred is no decade", |(tens, bc)| {
            (tens % 10 != 0).then_some((if bc { 1 - (tens * 10 + 9) } else { tens * 10 }, Unit::Decade))
        }),
        (n.clone(), any::<bool>()).prop_map(|(n, bc)| (if bc { n * -100 + 1 } else { n * 100 - 99 }, Unit::Century)),
        (n, any::<bool>()).prop_map(|(n, bc)| (if bc { n * -1000 + 1 } else { n * 1000 - 999 }, Unit::Millennium)),
        (year, 1_u8..4).prop_map(|(year, digits)| (year, Unit::Rounded(digits))),
    ]
    .boxed()
}

fn parts() -> impl Strategy<Value = Part> {
    prop_oneof![
        8 => Just(Part::Whole),
        1 => prop_oneof![Just(Part::Early), Just(Part::Mid), Just(Part::Late)],
        1 => (1_i64..3).prop_map(Part::half),
        1 => (1_i64..5).prop_map(Part::quarter),
    ]
}

/// No doubt, doubt of all, or doubt of some fields, where the unit has them.
fn doubts() -> impl Strategy<Value = Fields> {
    prop_oneof![6 => Just(Fields::NONE), 2 => Just(Fields::ALL), 1 => (0_u8..8).prop_map(Fields::of_bits)]
}

/// What the doubt of these fields is for a date that has only some of them.
fn of_unit(fields: Fields, unit: Unit) -> Fields {
    let own = match unit {
        Unit::Day { .. } => Fields::ALL,
        Unit::Month { .. } | Unit::Season(_) => Fields::YEAR.and(Fields::MONTH),
        _ => return if fields.holds(Fields::ALL) { Fields::ALL } else { Fields::NONE },
    };
    let kept = Fields::of_bits(fields.bits() & own.bits());
    if kept.holds(own) { Fields::ALL } else { kept }
}

fn civil_moments() -> BoxedStrategy<Moment> {
    let doubted = (units(), parts(), doubts(), doubts());
    let plain = doubted.prop_filter_map("no such date", |((year, unit), part, about, uncertain)| {
        let (about, uncertain) = (of_unit(about, unit), of_unit(uncertain, unit));
        let moment = Moment { part, about, uncertain, ..Moment::new(year, unit) };
        let fields = moment.about.is_partial() || moment.uncertain.is_partial();
        let numbers = fields || matches!(unit, Unit::Rounded(_));
        // Doubt of single fields is said in the numbers of EDTF alone: years of four digits, nothing but the date.
        let sayable =
            !numbers || part == Part::Whole && (1..10_000).contains(&year) && !matches!(unit, Unit::Season(_));
        moment.checked().ok().filter(|_| sayable)
    });
    let digits = "[0-9X]{3}[0-9]|[0-9]{2}X{2}|[0-9]{3}X|[0-9X]{4}-(0[1-9]|1[0-2]|XX)(-([0-2X][0-9X]))?";
    let masked = digits.prop_filter_map("no such date", |text| match When::parse(&text) {
        Ok(When::At(moment)) => Some(moment),
        _ => None,
    });
    prop_oneof![8 => plain, 1 => masked].boxed()
}

fn moments() -> BoxedStrategy<Moment> {
    let calendar = prop_oneof![Just(Calendar::Julian), Just(Calendar::Gregorian)];
    let other = (civil_moments(), calendar).prop_filter_map("numbers only", |(moment, calendar)| {
        let numbers = moment.unknown.any() || moment.about.is_partial() || moment.uncertain.is_partial();
        let sayable = !numbers && !matches!(moment.unit, Unit::Rounded(_));
        Moment { calendar, ..moment }.checked().ok().filter(|_| sayable)
    });
    let islamic = (1_i64..1500, 1_u8..13, 1_u8..31, 0..4, parts()).prop_filter_map(
        "no such date",
        |(year, month, day, unit, part)| {
            let (year, unit) = match unit {
                0 => (year, Unit::Day { month, day }),
                1 => (year, Unit::Month { month }),
                2 => (year, Unit::Year),
                _ => (year / 100 * 100 + 1, Unit::Century),
            };
            Moment { part, calendar: Calendar::Islamic, ..Moment::new(year, unit) }.checked().ok()
        },
    );
    let before_present =
        (-1_000_000_i64..1900).prop_map(|year| Moment { calendar: Calendar::BeforePresent, ..Moment::of_year(year) });
    prop_oneof![8 => civil_moments(), 2 => other, 2 => islamic, 1 => before_present].boxed()
}

fn ordered() -> impl Strategy<Value = (Moment, Moment)> {
    (moments(), moments()).prop_map(|(a, b)| if a.first() <= b.last() { (a, b) } else { (b, a) })
}

fn edges() -> impl Strategy<Value = Edge> {
    prop_oneof![Just(Edge::Open), Just(Edge::Unknown)]
}

fn dates() -> BoxedStrategy<When> {
    let several = proptest::collection::vec(moments(), 2..5).prop_map(|mut dates| {
        dates.sort_by_key(|m| m.first());
        dates
    });
    let list = (several, 0_u8..4, any::<bool>(), any::<bool>());
    let list = list.prop_filter_map("no list", |(dates, run, before, after)| {
        List::of_parts(&dates, u8::from(run == 1), before, after)
    });
    prop_oneof![
        4 => moments().prop_map(When::At),
        4 => ordered().prop_map(|(a, b)| When::Span(a, b)),
        2 => ordered().prop_map(|(a, b)| When::Between(a, b)),
        1 => moments().prop_map(When::Before),
        1 => moments().prop_map(When::After),
        1 => (moments(), edges()).prop_map(|(m, edge)| When::From(m, edge)),
        1 => (moments(), edges()).prop_map(|(m, edge)| When::Until(m, edge)),
        1 => (list, any::<bool>()).prop_map(|(list, all)| list.into_when(all)),
    ]
    .boxed()
}

#[test]
fn years_of_another_calendar_with_digits_unknown_are_read_back() -> Result<(), TestCaseError> {
    // Their days end in the next year of the civil calendar, or begin in the one before.
    for text in ["1XXX (Julian)", "196X (Julian)", "1XXX (Gregorian)", "13XX (Gregorian)", "1XXX"] {
        comes_back(When::parse(text).unwrap())?;
    }
    Ok(())
}

#[test]
fn what_two_ends_share_in_french_is_read_back() -> Result<(), TestCaseError> {
    let of = |unit: Unit, year: i64| Moment::new(year, unit);
    let stretches = [(Unit::Century, 100, 1), (Unit::Millennium, 1000, 1), (Unit::Year, 1, 7)];
    for (unit, length, step) in stretches {
        let years: Vec<i64> = (-1400..1100).step_by(step).filter(|n| n % 50 < 30).map(|n| n * length + 1).collect();
        for pair in years.windows(2).chain(years.windows(5)).chain(years.windows(40)) {
            comes_back(When::Span(of(unit, pair[0]), of(unit, pair[pair.len() - 1])))?;
        }
    }
    Ok(())
}

#[test]
fn a_year_behind_a_decade_is_read_back_from_french() -> Result<(), TestCaseError> {
    for text in ["{1960s,1970}", "[1960s,1970]", "{1960s,1970s}", "{1960s,1975}", "{1960,1970s}", "1960s..1970"] {
        comes_back(When::parse(text).unwrap())?;
    }
    Ok(())
}

/// The forms of the short way, and some that are none.
const FORM: &str = "(c\\. )?((early|mid|late) )?((([0-9]{1,2} )?(Jan|Feb|Mar|April|May|Jun|Dec|mar|Foo) )?[0-9]{3,5}|[0-9]{2,4}s\
    |(AD )?[0-9]{1,6}( BC)?|[0-9]{1,2}(st|nd|rd|th) (c\\.|century|millennium)( BC)?)";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_date_is_read_back_from_every_style(date in dates()) {
        comes_back(date)?;
    }

    #[test]
    fn every_date_comes_back_from_edtf(date in dates()) {
        comes_back_from_edtf(date)?;
    }

    #[test]
    fn what_is_accepted_of_any_words_is_read_back(
        words in proptest::collection::vec(
            prop_oneof![
                proptest::sample::select(super::super::words::all()).prop_map(str::to_owned),
                "[0-9]{1,5}",
                "[-–/.,()?~<>]|\\.\\.",
                "[0-9X]{4}(-[0-9X]{2}){0,2}",
                "[0-9]{1,2}(st|nd|rd|th|er|s)",
                "[ivx]{1,4}e?",
            ],
            1..7,
        ),
        spaces in "[ ]{6}|[ _]{6}",
    ) {
        let mut joined = String::new();
        for (word, between) in words.iter().zip(spaces.chars()) {
            joined.push_str(word);
            joined.push_str(if between == ' ' { " " } else { "" });
        }
        match When::parse(&joined) {
            Ok(date) => comes_back(date)?,
            Err(error) => {
                for reading in error.readings() {
                    prop_assert!(When::parse(&reading).is_ok(), "{}: {} proposes {}", joined, error, reading);
                }
            }
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,40}|[0-9XYES?~%/.,{}\\[\\] -]{0,24}") {
        if let Ok(date) = When::parse(&text) {
            comes_back(date)?;
        }
        if let Ok(date) = When::parse_edtf(&text) {
            comes_back(date)?;
        }
    }

    #[test]
    fn the_short_way_reads_what_the_long_way_reads(
        start in FORM, end in FORM, before in "[<>]?", between in "(\\.\\.)?", two in any::<bool>(),
    ) {
        let text = format!("{before}{start}{between}{}", if two { end.as_str() } else { "" });
        if let Some(short) = super::super::canonical::date(&text) {
            prop_assert_eq!(super::super::parse::in_any_spelling(&text), Ok(short), "{}", text);
        }
    }

    #[test]
    fn a_date_to_the_day_is_one_day_in_every_order(year in 1000_i64..2100, month in 1_u8..13, day in 13_u8..32) {
        let written = [
            format!("{day} {} {year}", super::super::wording::month_name(month)),
            format!("{} {day}, {year}", super::super::wording::month_name(month)),
            format!("{year}-{month:02}-{day:02}"),
            format!("{day}/{month}/{year}"),
            format!("{month}/{day}/{year}"),
            format!("{day}.{month}.{year}"),
            format!("{year}/{month:02}/{day:02}"),
        ];
        let there = Calendar::Civil.has((year, month, day));
        for text in written {
            match When::parse(&text) {
                Ok(date) => {
                    let only = Day { year, month, day };
                    prop_assert!(there && date.first() == only && date.last() == only, "{} as {}", text, date);
                }
                Err(error) => prop_assert!(!there, "{}: {}", text, error),
            }
        }
    }

    #[test]
    fn two_digits_behind_a_year_are_a_month_or_years_or_asked_about(year in 1000_i64..2100, end in 0_i64..100) {
        let text = format!("{year}-{end:02}");
        match (When::parse(&text), end) {
            (Ok(date), 1..=12) => {
                let month = end as u8;
                prop_assert_eq!((date.first(), date.last().month), (Day { year, month, day: 1 }, month));
            }
            (Ok(date), _) => prop_assert_eq!((date.first().year, date.last().year % 100), (year, end), "{}", text),
            (Err(_), 21..=24) => {}
            (Err(error), _) => prop_assert!(end <= year % 100, "{}: {}", text, error),
        }
    }
}
