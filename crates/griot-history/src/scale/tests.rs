use super::*;
use crate::text::width;
use griot_pack::when::{Language, Moment, Unit};
use proptest::prelude::*;

fn whole(dates: &[f64], kind: Kind, columns: u16) -> (Story, Scale) {
    let first = dates.iter().copied().fold(f64::MAX, f64::min);
    let last = dates.iter().copied().fold(f64::MIN, f64::max);
    let story = Story::new(dates.to_vec(), first, last + DAY);
    let scale = Scale::new(&story, kind, story.all(), columns);
    (story, scale)
}

/// Packs of every kind: deep time, one day told over and over, one year, one date, and all of it together.
fn dates() -> impl Strategy<Value = Vec<f64>> {
    let years = |range: std::ops::Range<f64>| prop::collection::vec(range, 1..60);
    let one_day = (-9999.0..2025.0, 1usize..40).prop_map(|(day, times)| vec![day; times]);
    let days = prop::collection::vec((0u16..12, 1u8..29), 1..60);
    let one_year = (-5000i64..2025, days).prop_map(|(year, days)| {
        days.into_iter().map(|(month, day)| Day { year, month: month as u8 + 1, day }.years()).collect()
    });
    let mixed =
        (years(-10000.0..0.0), years(1000.0..2000.0), years(2011.9..2025.0)).prop_map(|(a, b, c)| [a, b, c].concat());
    prop_oneof![years(-10000.0..2025.0), years(1900.0..2000.0), one_day, one_year, mixed]
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL.to_vec())
}

fn check(scale: &Scale) -> Result<(), TestCaseError> {
    let breaks: Vec<u16> = scale.breaks().collect();
    let mut before = scale.window().from;
    for column in 0..scale.columns {
        let (from, to) = scale.span(column);
        prop_assert!((from - before).abs() < 1e-12, "columns follow each other without a gap");
        before = to;
        if breaks.contains(&column) {
            prop_assert!(from >= to, "a break takes no time");
            continue;
        }
        prop_assert!(from < to, "column {} stands for some time: {:?}", column, scale);
        let back = scale.column(f64::midpoint(from, to)).expect("a column of the window");
        prop_assert!(back.abs_diff(column) <= 1, "{} comes back as {}: {:?}", column, back, scale);
    }
    prop_assert!((before - scale.window().to).abs() < 1e-12, "the last column ends with the window");
    let total: u16 = scale.pieces.iter().map(|piece| piece.columns).sum();
    prop_assert_eq!(total + breaks.len() as u16, scale.columns);
    Ok(())
}

proptest! {
    #[test]
    fn columns_cover_the_width_and_come_back(dates in dates(), kind in kinds(), columns in 1u16..400) {
        let (_, scale) = whole(&dates, kind, columns);
        check(&scale)?;
    }

    #[test]
    fn the_scale_is_monotone(dates in dates(), kind in kinds(), columns in 1u16..400) {
        let (_, scale) = whole(&dates, kind, columns);
        let mut sorted = dates;
        sorted.sort_by(f64::total_cmp);
        let at: Vec<u16> = sorted.iter().map(|date| scale.column(*date).expect("inside")).collect();
        prop_assert!(at.is_sorted(), "{:?}", at);
    }

    #[test]
    fn every_date_lies_in_the_columns_of_its_piece(dates in dates(), kind in kinds(), columns in 1u16..400) {
        let (_, scale) = whole(&dates, kind, columns);
        for date in dates {
            let column = scale.column(date).expect("inside");
            let piece = scale.pieces.iter().rfind(|piece| piece.from <= date).expect("a piece");
            prop_assert!(date < piece.to);
            prop_assert!((piece.at..piece.at + piece.columns).contains(&column));
            let (from, to) = scale.span(column);
            prop_assert!(from - 1e-6 <= date && date <= to + 1e-6);
        }
    }

    #[test]
    fn zooming_and_panning_keep_to_the_story(
        dates in dates(),
        kind in kinds(),
        columns in 1u16..200,
        steps in prop::collection::vec((0u8..5, 0.0f64..1.0), 1..30),
    ) {
        let (story, _) = whole(&dates, kind, columns);
        let mut window = story.all();
        for (step, share) in steps {
            let at = story.time(kind, share);
            window = match step {
                0 | 1 => story.zoomed(kind, window, at, 0.5),
                2 => story.zoomed(kind, window, at, 2.0),
                3 => story.panned(kind, window, share - 0.5),
                _ => story.around(kind, window, dates[(share * dates.len() as f64) as usize % dates.len()]),
            };
            prop_assert!(story.first <= window.from && window.to <= story.last + 1e-9, "{:?} {:?}", window, story);
            prop_assert!(window.to - window.from > SHORTEST / 20.0, "{:?}", window);
            check(&Scale::new(&story, kind, window, columns))?;
        }
    }

    #[test]
    fn a_date_that_is_gone_to_is_in_the_window(dates in dates(), kind in kinds(), share in 0.0f64..1.0) {
        let (story, _) = whole(&dates, kind, 80);
        let window = story.zoomed(kind, story.all(), story.time(kind, share), 0.1);
        for date in dates {
            let window = story.around(kind, window, date);
            prop_assert!(window.from <= date && date < window.to);
            prop_assert!(Scale::new(&story, kind, window, 80).column(date).is_some());
        }
    }

    #[test]
    fn labels_never_collide_nor_leave_the_axis(dates in dates(), kind in kinds(), columns in 1u16..300, gap in 1u16..4) {
        let (_, scale) = whole(&dates, kind, columns);
        let language = if gap % 2 == 0 { Language::English } else { Language::French };
        let labels = labels(&scale, gap, language);
        for pair in labels.windows(2) {
            prop_assert!(pair[0].at + width(&pair[0].text) as u16 + gap <= pair[1].at, "{:?}", labels);
        }
        if let Some(last) = labels.last() {
            prop_assert!(last.at + width(&last.text) as u16 <= columns);
        }
        prop_assert!(labels.iter().all(|label| label.text != "0" && !label.text.starts_with("0 ")));
    }

    #[test]
    fn places_and_times_come_back(dates in dates(), kind in kinds(), share in 0.0f64..1.0) {
        let (story, _) = whole(&dates, kind, 80);
        let back = story.place(kind, story.time(kind, share));
        prop_assert!((back - share).abs() < 1e-4, "{} comes back as {}", share, back);
    }

    #[test]
    fn days_come_back(year in -12000i64..3000, month in 1u8..13, day in 1u8..32) {
        let last = Moment::new(year, Unit::Month { month }).last();
        let day = Day { year, month, day: day.min(last.day) };
        prop_assert_eq!(Day::of_years(day.years()), day);
    }
}

#[test]
fn columns_are_parted_by_weight_above_a_floor() {
    assert_eq!(allot(&[1.0], 7), [7]);
    assert_eq!(allot(&[1.0, 1.0, 1.0], 10), [4, 3, 3]);
    assert_eq!(allot(&[1.0, 98.0, 1.0], 100), [3, 94, 3]);
    assert_eq!(allot(&[9.0, 1.0], 2), [1, 1]);
}

#[test]
fn denser_times_get_pieces_of_their_own() {
    let sparse = (0..20).map(|i| -4000.0 + 200.0 * f64::from(i));
    let dense = (0..40).map(|i| 1960.3 + f64::from(i));
    let dates: Vec<f64> = sparse.chain(dense).collect();
    let (_, scale) = whole(&dates, Kind::Story, 100);
    let cuts: Vec<f64> = scale.pieces.iter().skip(1).map(|piece| piece.from).collect();
    assert_eq!(cuts, [1960.0]);
    // √20 : √40 of 99 columns.
    assert_eq!(scale.pieces[0].columns, 41);
}

#[test]
fn an_even_pace_is_one_piece() {
    let dates: Vec<f64> = (0..200).map(|i| 1800.0 + f64::from(i)).collect();
    let (_, scale) = whole(&dates, Kind::Story, 100);
    assert_eq!(scale.pieces.len(), 1);
}

fn texts(scale: &Scale) -> Vec<String> {
    labels(scale, 2, Language::English).into_iter().map(|label| label.text).collect()
}

#[test]
fn years_before_christ_are_grouped_and_there_is_no_year_0() {
    let (_, scale) = whole(&[-9999.0, 2000.0], Kind::True, 60);
    assert_eq!(texts(&scale), ["10,000 BC", "5000 BC", "AD 1", "2000"]);
}

#[test]
fn the_first_year_of_our_era_says_so_after_years_bc() {
    let dates: Vec<f64> = (0..30).map(|i| -9999.0 + 380.0 * f64::from(i)).collect();
    for columns in 12..240 {
        let (_, scale) = whole(&dates, Kind::True, columns);
        let all = texts(&scale);
        let first = all.iter().position(|text| !text.ends_with("BC")).filter(|at| *at > 0);
        assert!(first.is_none_or(|at| all[at].starts_with("AD ") || all.len() == at + 1), "{all:?}");
    }
}

#[test]
fn a_piece_that_holds_whole_years_names_no_month() {
    let sparse = (0..20).map(|i| -4000.0 + 200.0 * f64::from(i));
    let dense = (0..400).map(|i| 2019.7 + f64::from(i) / 60.0);
    let (_, scale) = whole(&sparse.chain(dense).collect::<Vec<_>>(), Kind::Story, 120);
    let labels = labels(&scale, 2, Language::English);
    for label in &labels[..labels.len() - 1] {
        let piece = scale.pieces.iter().rfind(|piece| piece.at <= label.at).expect("a piece");
        let month = label.text.split(' ').next().is_some_and(|word| word.len() == 3 && word != "AD");
        assert!(!month || piece.to - piece.from < 2.0, "{labels:?}");
    }
}

#[test]
fn one_day_is_said_as_a_day() {
    let (_, scale) = whole(&[Day { year: 1991, month: 3, day: 26 }.years()], Kind::True, 40);
    assert_eq!(texts(&scale), ["26 Mar 1991", "4 Apr 1991"]);
}

#[test]
fn columns_are_said_as_exactly_as_they_are_long() {
    let day = |month, day| Day { year: 1991, month, day }.years();
    assert_eq!(span_label(1591.0, 1592.0, Language::English), "1591");
    assert_eq!(span_label(-999.0, 1.0, Language::English), "1000 BC – 1 BC");
    assert_eq!(span_label(day(3, 1), day(4, 1), Language::English), "Mar 1991");
    assert_eq!(span_label(day(3, 26), day(3, 27), Language::English), "26 Mar 1991");
}

#[test]
fn labels_are_said_in_french_too_and_the_first_year_of_our_era_says_so() {
    let labels = |from: f64, to: f64, columns: u16| {
        let story = Story::new(vec![from, to - DAY], from, to);
        let scale = Scale::new(&story, Kind::True, story.all(), columns);
        super::labels(&scale, 2, Language::French).into_iter().map(|label| label.text).collect::<Vec<_>>()
    };
    assert_eq!(labels(-9.0, 12.0, 90), ["10 av. J.-C.", "5 av. J.-C.", "1 apr. J.-C.", "déc. 11 apr. J.-C."]);
    assert_eq!(labels(-999.0, 1960.0, 60), ["1000 av. J.-C.", "1 apr. J.-C.", "1000", "1959"]);
    assert_eq!(labels(1991.0, 1992.0, 60), ["1991", "avr. 1991", "juil. 1991", "31 déc. 1991"]);
}

#[test]
fn a_stretch_is_labelled_at_even_steps() {
    let labels = |from: f64, to: f64, columns: u16| {
        let story = Story::new(vec![from, to - DAY], from, to);
        texts(&Scale::new(&story, Kind::True, story.all(), columns))
    };
    assert_eq!(
        labels(1900.0, 2000.0, 60),
        ["1900", "1910", "1920", "1930", "1940", "1950", "1960", "1970", "1980", "1999"]
    );
    assert_eq!(labels(-9.0, 12.0, 80), ["10 BC", "5 BC", "AD 1", "AD 5", "Dec AD 11"]);
    assert_eq!(labels(1991.0, 1992.0, 60), ["1991", "Mar 1991", "May 1991", "Jul 1991", "Sep 1991", "31 Dec 1991"]);
    let march = Day { year: 1991, month: 3, day: 1 }.years();
    assert_eq!(labels(march, march + 20.0 / 365.0, 60), ["1 Mar 1991", "6 Mar 1991", "11 Mar 1991", "20 Mar 1991"]);
}
