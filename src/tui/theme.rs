//! Colours: the only file that names any. Everything else speaks of [`Ink`].

use ratatui::style::{Color, Modifier, Style};

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
}

impl Ink {
    const ALL: [Self; 16] = [
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
    ];

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

    /// How the ink looks in this theme.
    #[must_use]
    pub const fn style(self, ink: Ink) -> Style {
        let Palette { back, text, quiet, accent, warning } = self.palette();
        let base = Style::new().fg(text).bg(back);
        let lit = base.fg(accent);
        match ink {
            Ink::Body => base,
            Ink::Title | Ink::Accent => lit.add_modifier(Modifier::BOLD),
            Ink::Heading | Ink::Key => base.add_modifier(Modifier::BOLD),
            Ink::Quiet | Ink::Rule => dim(self, base.fg(quiet)),
            Ink::Label | Ink::Note => lit,
            Ink::Emphasis => base.add_modifier(Modifier::ITALIC),
            Ink::Link => base.add_modifier(Modifier::UNDERLINED),
            Ink::Focus | Ink::Active | Ink::Selected => lit.add_modifier(Modifier::REVERSED),
            Ink::Match => lit.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
            Ink::Warning => base.fg(warning).add_modifier(Modifier::BOLD),
        }
    }

    const fn palette(self) -> Palette {
        match self {
            Self::Auto => Palette {
                back: Color::Reset,
                text: Color::Reset,
                quiet: Color::Reset,
                accent: Color::Cyan,
                warning: Color::Red,
            },
            Self::Plain => Palette {
                back: Color::Reset,
                text: Color::Reset,
                quiet: Color::Reset,
                accent: Color::Reset,
                warning: Color::Reset,
            },
            Self::Ink => Palette {
                back: Color::Rgb(24, 24, 28),
                text: Color::Rgb(222, 218, 208),
                quiet: Color::Rgb(138, 134, 126),
                accent: Color::Rgb(229, 178, 73),
                warning: Color::Rgb(232, 106, 88),
            },
            Self::Paper => Palette {
                back: Color::Rgb(250, 246, 236),
                text: Color::Rgb(40, 36, 32),
                quiet: Color::Rgb(118, 110, 98),
                accent: Color::Rgb(58, 60, 140),
                warning: Color::Rgb(170, 40, 30),
            },
            Self::Contrast => Palette {
                back: Color::Black,
                text: Color::White,
                quiet: Color::White,
                accent: Color::Yellow,
                warning: Color::LightRed,
            },
        }
    }
}

struct Palette {
    back: Color,
    text: Color,
    quiet: Color,
    accent: Color,
    warning: Color,
}

/// Themes without a grey of their own dim the text.
const fn dim(theme: Theme, style: Style) -> Style {
    match theme {
        Theme::Auto | Theme::Plain => style.add_modifier(Modifier::DIM),
        _ => style,
    }
}
