use proptest::prelude::*;
use ratatui::layout::Size;

use griot::built_in;
use griot::tui::action::Action;
use griot::tui::app::App;
use griot::tui::screens::Screen;
use griot::tui::settings::Settings;
use griot_history::scale::{Kind, Scale, Story, Window};
use griot_history::text::width;
use griot_history::timeline::lanes::{self, Lane, Sheet, Tone, lay_out};
use griot_history::timeline::{Model, Shown, What, model, silence, telling};
use griot_pack::pack::Pack;

/// Where a window begins and how large it is, from 0 to 1.
type Share = (f64, f64);

fn made() -> (Pack, Model, Story) {
    let pack = built_in::pack().unwrap();
    let (model, story) = (Model::new(&pack), model::story(&pack));
    (pack, model, story)
}

fn lanes_of(pack: &Pack, model: &Model, scale: &Scale, shown: Shown, rows: u16) -> Vec<Lane> {
    lay_out(&Sheet { pack, model, scale, shown, passed: &vec![true; model.rows.len()], rows })
}

/// Marks and counts of a lane, a plus as ten.
fn counted(lane: &Lane) -> usize {
    let marks = lane.pieces.iter().filter(|piece| matches!(piece.tone, Tone::Mark | Tone::Count));
    marks.map(|piece| if piece.tone == Tone::Mark { 1 } else { piece.text.parse().unwrap_or(10) }).sum()
}

#[test]
fn lanes_keep_to_their_columns_and_names_never_collide() {
    let (pack, model, story) = made();
    let mut runner = proptest::test_runner::TestRunner::default();
    let places = (0.0f64..1.0, 0.01f64..1.0);
    let sizes = (1u16..250, 0u16..40);
    let choices = (prop::sample::select(Shown::ALL.to_vec()), prop::sample::select(Kind::ALL.to_vec()));
    let check = |((place, size), choice): ((Share, (u16, u16)), (Shown, Kind))| {
        let ((start, room), (columns, rows), (shown, kind)) = (place, size, choice);
        let (from, to) = (start * (1.0 - room), start * (1.0 - room) + room);
        let window =
            Window { from: story.time(kind, from), to: story.time(kind, to).max(story.time(kind, from) + 0.1) };
        let scale = Scale::new(&story, kind, window, columns);
        let lanes = lanes_of(&pack, &model, &scale, shown, rows);
        prop_assert!(lanes.len() <= usize::from(rows));
        for lane in &lanes {
            let mut names: Vec<(u16, u16)> = Vec::new();
            for piece in &lane.pieces {
                let end = piece.at + width(&piece.text) as u16;
                prop_assert!(end <= columns, "{:?} of {}", piece, columns);
                if piece.tone == Tone::Name {
                    names.push((piece.at, end));
                }
            }
            names.sort_unstable();
            prop_assert!(names.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{:?}", lane);
        }
        Ok(())
    };
    runner.run(&((places, sizes), choices), check).unwrap();
}

/// The columns of a bar with its name, and whether the name stands at its left or right edge.
fn edges(lane: &Lane) -> Vec<(u16, u16, bool, bool)> {
    let mut groups: Vec<(u16, u16, bool, bool)> = Vec::new();
    for of in lane.pieces.chunk_by(|a, b| a.what == b.what) {
        let named = |piece: Option<&lanes::Piece>| piece.is_some_and(|piece| piece.tone == Tone::Name);
        let end = of.iter().map(|piece| piece.at + width(&piece.text) as u16).max().unwrap_or(0);
        let right = of.iter().any(|piece| piece.tone == Tone::Name && piece.at + width(&piece.text) as u16 == end);
        groups.push((of[0].at, end, named(of.first()), right));
    }
    groups
}

#[test]
fn a_name_stands_nearer_to_its_own_bar_than_to_any_other() {
    let (pack, model, story) = made();
    for columns in [48, 66, 105, 180, 240] {
        for kind in Kind::ALL {
            let scale = Scale::new(&story, kind, story.all(), columns);
            for rows in [4, 9, 64] {
                for lane in lanes_of(&pack, &model, &scale, Shown::Powers, rows) {
                    for pair in edges(&lane).windows(2) {
                        let (left, right) = (pair[0], pair[1]);
                        let apart = right.0 - left.1;
                        assert!(!(left.3 || right.2) || apart >= 3, "{columns} {lane:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_event_is_in_a_lane() {
    let (pack, model, story) = made();
    let scale = Scale::new(&story, Kind::Story, story.all(), 400);
    let events: usize = model.kinds.iter().map(|kin| kin.events.len()).sum();
    for rows in [1, 2, 5, 60] {
        let lanes = lanes_of(&pack, &model, &scale, Shown::Events, rows);
        let told: usize = lanes.iter().map(counted).sum();
        assert_eq!(told, events, "in {rows} lanes");
    }
}

#[test]
fn bars_that_find_no_room_are_counted() {
    let (pack, model, story) = made();
    let scale = Scale::new(&story, Kind::Story, story.all(), 60);
    let drawn = |lanes: &[Lane]| lanes.iter().flat_map(|l| &l.pieces).filter(|p| p.tone == Tone::Bar).count();
    let all = drawn(&lanes_of(&pack, &model, &scale, Shown::Powers, 400));
    assert_eq!(all, model.polities.len() + model.offices.len());
    let few = lanes_of(&pack, &model, &scale, Shown::Powers, 6);
    let more: usize = few
        .iter()
        .filter_map(|lane| lane.name.split_once('+'))
        .map(|(_, more)| more.trim_end_matches(" more").parse::<usize>().unwrap())
        .sum();
    assert_eq!(drawn(&few) + more, all);
}

#[test]
fn every_statement_is_counted_on_the_axis() {
    let (width, height) = (120, 40);
    let mut app = App::new(built_in::pack().unwrap(), Size { width, height }, Settings::default());
    app.update(Action::Show(Screen::Timeline));
    while app.views.timeline.shown != Shown::Statements {
        app.update(Action::NextTable);
    }
    for _ in Kind::ALL {
        app.update(Action::Cycle);
        let timeline = &app.views.timeline;
        assert_eq!(timeline.drawn.counts.iter().sum::<u32>() as usize, timeline.len());
    }
}

#[test]
fn the_row_of_an_event_tells_of_it_at_its_time() {
    let (pack, model, _) = made();
    for row in &model.rows {
        let (What::Event(entity), Some(statement)) = (row.what, telling(&pack, row.what)) else { continue };
        assert!(pack[statement].links().any(|link| link == entity), "{}", pack[entity].id);
        let own = pack[entity].when.unwrap();
        let better = pack.mentions(entity).iter().any(|id| pack[*id].when.is_some_and(|when| when.overlaps(&own)));
        let fits = pack[statement].when.is_some_and(|when| when.overlaps(&own));
        assert!(fits || !better, "{}: {:?}", pack[entity].id, pack[statement].text);
    }
}

#[test]
fn silences_of_the_built_in_pack_begin_with_their_length_and_say_dates_of_the_text() {
    let pack = griot::built_in::pack().unwrap();
    let found = silence::silences(&pack);
    assert!(!found.is_empty());
    for (before, after) in found {
        let label = silence::label(&pack, before, after);
        assert!(label.split(' ').take(2).any(|word| word.starts_with(|c: char| c.is_ascii_digit())), "{label}");
        let dates = silence::between(&pack, before, after).unwrap().on_screen();
        let whens = [before, after].map(|id| pack[id].when.unwrap().on_screen());
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let told: Vec<String> = whens.iter().flat_map(|when| words(when)).collect();
        assert!(words(&dates).iter().all(|word| told.contains(word)), "{dates} of {whens:?}");
    }
}
