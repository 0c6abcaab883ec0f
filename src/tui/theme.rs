//! Colours: the only file that names any. Everything else speaks of [`Ink`].
#![expect(clippy::disallowed_types, reason = "this is where the colours are")]

mod own;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};

pub use own::OwnColours;

/// What a piece of the screen is, for a theme to colour. Nothing is told by its colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    Body,
    Title,
    Heading,
    /// Small facts, dates beside titles, what matters less.
    Quiet,
    Label,
    Emphasis,
    Link,
    /// The link that has the focus.
    Focus,
    Note,
    /// Rules, borders and the text's margin.
    Rule,
    /// The one accent: the era at hand, the active tab, what is lit.
    Accent,
    Active,
    Selected,
    /// Letters that a query matched.
    Match,
    Warning,
    /// The name of a key in a hint.
    Key,
    /// The groups of an author, by their places; a seventh looks as the first.
    Group1,
    Group2,
    Group3,
    Group4,
    Group5,
    Group6,
}

impl Ink {
    /// The ink of what is chosen, where it is.
    #[must_use]
    pub const fn chosen(self, chosen: bool) -> Self {
        if chosen { Self::Selected } else { self }
    }

    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 22] = [
        Self::Body,
        Self::Title,
        Self::Heading,
        Self::Quiet,
        Self::Label,
        Self::Emphasis,
        Self::Link,
        Self::Focus,
        Self::Note,
        Self::Rule,
        Self::Accent,
        Self::Active,
        Self::Selected,
        Self::Match,
        Self::Warning,
        Self::Key,
        Self::Group1,
        Self::Group2,
        Self::Group3,
        Self::Group4,
        Self::Group5,
        Self::Group6,
    ];

    /// The inks of groups.
    pub const GROUPS: [Self; 6] = [Self::Group1, Self::Group2, Self::Group3, Self::Group4, Self::Group5, Self::Group6];

    /// The ink of the group in a place.
    #[must_use]
    pub const fn of_group(at: usize) -> Self {
        Self::GROUPS[at % Self::GROUPS.len()]
    }

    /// A colour that stands for the ink where only colours are kept: on a canvas, until it is painted.
    #[must_use]
    pub const fn mask(self) -> Color {
        Color::Indexed(self as u8)
    }

    /// The ink that a colour stands for.
    #[must_use]
    pub fn of_mask(mask: Color) -> Option<Self> {
        Self::ALL.into_iter().find(|ink| ink.mask() == mask)
    }
}

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// The sixteen that every terminal names alike.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// Any colour, in 24 bits.
    #[default]
    Full,
}

impl Depth {
    /// What a terminal says of itself in `TERM` and `COLORTERM`. GNU screen hands on the latter from the terminal around
    /// it, and shows no such colours itself.
    #[must_use]
    pub fn of(term: &str, colorterm: &str, in_screen: bool) -> Self {
        const FULL: [&str; 5] = ["kitty", "alacritty", "ghostty", "foot", "wezterm"];
        let told = matches!(colorterm, "truecolor" | "24bit");
        let known = term.ends_with("-direct") || FULL.iter().any(|name| term.contains(name));
        if (told || known) && !in_screen {
            Self::Full
        } else if term.contains("256color") {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }

    /// In words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sixteen => "16 colours",
            Self::Indexed => "256 colours",
            Self::Full => "24-bit colours",
        }
    }
}

/// A set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's own background and sixteen colours: right in light and in dark.
    #[default]
    Auto,
    /// Gold on dark.
    Ink,
    /// Indigo on paper.
    Paper,
    /// White on black, nothing dim.
    Contrast,
    /// No colour at all: bold, underline and reverse.
    Plain,
}

impl Theme {
    /// The themes that can be chosen, by name.
    pub const NAMED: [(&'static str, Self); 4] =
        [("auto", Self::Auto), ("ink", Self::Ink), ("paper", Self::Paper), ("contrast", Self::Contrast)];

    /// The theme of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(n, _)| *n == name).map(|(_, theme)| *theme)
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMED.iter().find(|(_, theme)| *theme == self).map_or("none", |(name, _)| name)
    }

    /// The next theme in the order of [`Theme::NAMED`]; without colours there is none.
    #[must_use]
    pub fn next(self) -> Self {
        match Self::NAMED.iter().position(|(_, theme)| *theme == self) {
            Some(at) => Self::NAMED[(at + 1) % Self::NAMED.len()].1,
            None => self,
        }
    }

    /// How the ink looks in this theme, in colours that the terminal has.
    #[must_use]
    pub const fn style(self, ink: Ink, depth: Depth) -> Style {
        self.palette(depth).style(ink)
    }

    /// The ink of a cell that was painted in this theme; inks that look alike share the first of them.
    #[must_use]
    pub fn ink_of(self, cell: &Cell, depth: Depth) -> Option<Ink> {
        Ink::ALL.into_iter().find(|ink| {
            let style = self.style(*ink, depth);
            (style.fg, style.bg, style.add_modifier) == (Some(cell.fg), Some(cell.bg), cell.modifier)
        })
    }

    /// The colours of an ink in 24 bits, for pictures: of the letters and of what they stand on.
    #[must_use]
    pub fn in_hex(self, ink: Ink) -> (String, String) {
        let style = self.style(ink, Depth::Full);
        let letters = hex(style.fg.unwrap_or_default(), "#1c1c1c");
        let back = hex(style.bg.unwrap_or_default(), "#ffffff");
        if style.add_modifier.contains(Modifier::REVERSED) { (back, letters) } else { (letters, back) }
    }

    /// Background, text, quiet, accent, warning.
    const fn palette(self, depth: Depth) -> Palette {
        use Color::{
            Black, Blue, Cyan, DarkGray, Gray, Indexed, LightRed, LightYellow, Red, Reset, Rgb, White, Yellow,
        };
        let [back, text, quiet, accent, warning] = match (self, depth) {
            (Self::Auto, _) => [Reset, Reset, Reset, Cyan, Red],
            (Self::Plain, _) => [Reset; 5],
            (Self::Ink, Depth::Full) => {
                let (back, text, quiet) = (Rgb(24, 24, 28), Rgb(222, 218, 208), Rgb(138, 134, 126));
                [back, text, quiet, Rgb(229, 178, 73), Rgb(232, 106, 88)]
            }
            (Self::Ink, Depth::Indexed) => [Indexed(234), Indexed(253), Indexed(245), Indexed(179), Indexed(167)],
            (Self::Ink, Depth::Sixteen) => [Black, Gray, DarkGray, LightYellow, LightRed],
            (Self::Paper, Depth::Full) => {
                let (back, text, quiet) = (Rgb(250, 246, 236), Rgb(40, 36, 32), Rgb(118, 110, 98));
                [back, text, quiet, Rgb(58, 60, 140), Rgb(170, 40, 30)]
            }
            (Self::Paper, Depth::Indexed) => [Indexed(255), Indexed(235), Indexed(242), Indexed(19), Indexed(124)],
            // Bright colours are no backgrounds on many of these terminals.
            (Self::Paper, Depth::Sixteen) => [Gray, Black, DarkGray, Blue, Red],
            (Self::Contrast, _) => [Black, White, White, Yellow, LightRed],
        };
        Palette { back, text, quiet, accent, warning, groups: self.groups(depth) }
    }

    /// The colours of groups: apart from one another, the accent and the warning.
    const fn groups(self, depth: Depth) -> [Color; 6] {
        use Color::{
            Black, Blue, Cyan, Gray, Green, Indexed, LightBlue, LightCyan, LightGreen, LightMagenta, Magenta, Reset,
            Rgb, White, Yellow,
        };
        match (self, depth) {
            (Self::Plain, _) => [Reset; 6],
            (Self::Auto, _) => [Blue, Green, Magenta, Yellow, LightBlue, LightMagenta],
            (Self::Ink, Depth::Full) => [
                Rgb(122, 162, 214),
                Rgb(143, 188, 121),
                Rgb(196, 146, 206),
                Rgb(214, 150, 110),
                Rgb(110, 190, 185),
                Rgb(176, 178, 120),
            ],
            (Self::Ink, Depth::Indexed) => {
                [Indexed(110), Indexed(108), Indexed(176), Indexed(173), Indexed(73), Indexed(144)]
            }
            (Self::Ink, Depth::Sixteen) => [LightBlue, LightGreen, LightMagenta, LightCyan, Green, Magenta],
            (Self::Paper, Depth::Full) => [
                Rgb(30, 100, 150),
                Rgb(50, 110, 50),
                Rgb(130, 50, 120),
                Rgb(140, 80, 20),
                Rgb(10, 110, 110),
                Rgb(100, 95, 20),
            ],
            (Self::Paper, Depth::Indexed) => {
                [Indexed(25), Indexed(28), Indexed(90), Indexed(94), Indexed(30), Indexed(58)]
            }
            (Self::Paper, Depth::Sixteen) => [Magenta, Green, Cyan, Black, LightBlue, LightMagenta],
            (Self::Contrast, _) => [LightCyan, LightGreen, LightMagenta, LightBlue, White, Gray],
        }
    }
}

#[derive(Clone, Copy)]
struct Palette {
    back: Color,
    text: Color,
    quiet: Color,
    accent: Color,
    warning: Color,
    groups: [Color; 6],
}

impl Palette {
    const fn style(self, ink: Ink) -> Style {
        let Self { back, text, quiet, accent, warning, groups } = self;
        let base = Style::new().fg(text).bg(back);
        let lit = base.fg(accent);
        match ink {
            Ink::Body => base,
            Ink::Title | Ink::Accent => lit.add_modifier(Modifier::BOLD),
            Ink::Heading | Ink::Key => base.add_modifier(Modifier::BOLD),
            Ink::Quiet | Ink::Rule => dim(base.fg(quiet)),
            Ink::Label | Ink::Note => lit,
            Ink::Emphasis => base.add_modifier(Modifier::ITALIC),
            Ink::Link => base.add_modifier(Modifier::UNDERLINED),
            Ink::Focus | Ink::Active | Ink::Selected => lit.add_modifier(Modifier::REVERSED),
            Ink::Match => lit.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
            Ink::Warning => base.fg(warning).add_modifier(Modifier::BOLD),
            Ink::Group1 => base.fg(groups[0]),
            Ink::Group2 => base.fg(groups[1]),
            Ink::Group3 => base.fg(groups[2]),
            Ink::Group4 => base.fg(groups[3]),
            Ink::Group5 => base.fg(groups[4]),
            Ink::Group6 => base.fg(groups[5]),
        }
    }
}

/// A colour of a theme in 24 bits; `own` where it is the terminal’s own.
fn hex(colour: Color, own: &str) -> String {
    match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        Color::Black => "#000000".into(),
        Color::White => "#ffffff".into(),
        Color::Gray => "#c0c0c0".into(),
        Color::Cyan => "#00708a".into(),
        Color::Yellow => "#e5c000".into(),
        Color::Red => "#b00020".into(),
        Color::LightRed => "#ff6060".into(),
        Color::Blue => "#0050b0".into(),
        Color::Green => "#207020".into(),
        Color::Magenta => "#902080".into(),
        Color::LightBlue => "#6090ff".into(),
        Color::LightGreen => "#60e060".into(),
        Color::LightMagenta => "#ff80f0".into(),
        Color::LightCyan => "#60e0e0".into(),
        _ => own.into(),
    }
}

/// Where there is no grey the text is dimmed.
const fn dim(style: Style) -> Style {
    match style.fg {
        Some(Color::Reset) | None => style.add_modifier(Modifier::DIM),
        Some(_) => style,
    }
}

#[cfg(test)]
mod tests;
