//! What the user waits for: the pack being read, the first frame, frames of every view at 200 × 60, scrolling and a new
//! width. Ratios are what counts: times belong to one machine.

use std::path::Path;

use divan::Bencher;
use griot::tui::action::Action;
use griot::tui::app::App;
use griot::tui::frame;
use griot::tui::screens::Screen;
use griot::tui::settings::Settings;
use griot_pack::pack;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

const WIDE: Size = Size { width: 200, height: 60 };
const USUAL: Size = Size { width: 120, height: 40 };

fn main() {
    divan::main();
}

fn app(size: Size) -> App {
    let pack = griot::built_in::pack().expect("the built-in pack can be read");
    let mut app = App::new(pack, size, Settings::default());
    app.update(Action::Resize(size));
    app
}

fn frame(app: &App) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.shared.size.width, app.shared.size.height));
    frame::paint(app, &mut buffer);
    buffer
}

#[divan::bench]
fn read_the_pack() -> pack::Pack {
    griot::built_in::pack().expect("the built-in pack can be read")
}

/// What the first frame would wait for, were the pack not compiled.
#[divan::bench]
fn read_the_pack_from_its_files() -> pack::Pack {
    pack::open(Path::new("assets/mali")).expect("the built-in pack can be read")
}

#[divan::bench]
fn open_and_first_frame() -> Buffer {
    frame(&app(USUAL))
}

#[divan::bench(args = [Screen::Read, Screen::Timeline, Screen::Map, Screen::Who, Screen::Sources])]
fn frame_at_200x60(bencher: Bencher, screen: Screen) {
    let mut app = app(WIDE);
    app.update(Action::Show(screen));
    bencher.bench_local(|| frame(&app));
}

#[divan::bench]
fn scroll_a_line(bencher: Bencher) {
    let mut app = app(USUAL);
    let mut down = true;
    bencher.bench_local(|| {
        let top = app.shared.reader.top;
        app.update(Action::Lines(if down { 1 } else { -1 }));
        down = down != (top == app.shared.reader.top);
        frame(&app)
    });
}

#[divan::bench]
fn a_new_width(bencher: Bencher) {
    let mut app = app(USUAL);
    let mut width = USUAL.width;
    bencher.bench_local(|| {
        width = if width == 120 { 71 } else { 120 };
        app.update(Action::Resize(Size { width, ..USUAL }));
    });
}
