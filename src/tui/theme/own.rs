//! Colours of the reader's own, by the role of what they colour.
#![expect(clippy::disallowed_types, reason = "these are the theme’s colours")]

use ratatui::style::{Color, Style};

use super::{Depth, Ink, Palette, Theme};

/// The roles whose colour all others follow, as a theme sets them.
const PALETTE: [&str; 5] = ["background", "text", "quiet", "accent", "warning"];
/// The roles of a single ink.
const INKS: [(&str, Ink); 18] = [
    ("title", Ink::Title),
    ("heading", Ink::Heading),
    ("label", Ink::Label),
    ("emphasis", Ink::Emphasis),
    ("link", Ink::Link),
    ("focus", Ink::Focus),
    ("note", Ink::Note),
    ("rule", Ink::Rule),
    ("active", Ink::Active),
    ("selected", Ink::Selected),
    ("match", Ink::Match),
    ("key", Ink::Key),
    ("group-1", Ink::Group1),
    ("group-2", Ink::Group2),
    ("group-3", Ink::Group3),
    ("group-4", Ink::Group4),
    ("group-5", Ink::Group5),
    ("group-6", Ink::Group6),
];

/// The colours that the reader chose, over those of whichever theme is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwnColours {
    /// Whether any was chosen: asked for every piece of text that is painted.
    any: bool,
    palette: [Option<Color>; PALETTE.len()],
    inks: [Option<Color>; Ink::ALL.len()],
}

impl OwnColours {
    /// The names of the roles.
    pub fn roles() -> impl Iterator<Item = &'static str> {
        PALETTE.into_iter().chain(INKS.into_iter().map(|(name, _)| name))
    }

    /// Gives a role a colour: a name as `red` or `light-blue`, a number of the 256, or `#rrggbb`; whether both are known.
    pub fn set(&mut self, role: &str, colour: &str) -> bool {
        let Some(colour) = read(colour) else { return false };
        if let Some(at) = PALETTE.iter().position(|name| *name == role) {
            self.palette[at] = Some(colour);
        } else if let Some((_, ink)) = INKS.iter().find(|(name, _)| *name == role) {
            self.inks[*ink as usize] = Some(colour);
        } else {
            return false;
        }
        self.any = true;
        true
    }

    /// The nearest colours that the terminal has.
    #[must_use]
    pub fn in_depth(self, depth: Depth) -> Self {
        let near = |colour: Option<Color>| colour.map(|colour| nearest(colour, depth));
        Self { any: self.any, palette: self.palette.map(near), inks: self.inks.map(near) }
    }

    /// How the ink looks in a theme with these colours over its own. Where there are no colours, these are none either.
    #[must_use]
    pub fn style(&self, theme: Theme, ink: Ink, depth: Depth) -> Style {
        if !self.any || theme == Theme::Plain {
            return theme.style(ink, depth);
        }
        let Palette { back, text, quiet, accent, warning, groups } = theme.palette(depth);
        let own = |at: usize, colour| self.palette[at].unwrap_or(colour);
        let palette = Palette {
            back: own(0, back),
            text: own(1, text),
            quiet: own(2, quiet),
            accent: own(3, accent),
            warning: own(4, warning),
            groups,
        };
        let style = palette.style(ink);
        self.inks[ink as usize].map_or(style, |colour| style.fg(colour))
    }

    /// The colour of a role in a theme, as it is written.
    #[must_use]
    pub fn told(&self, theme: Theme, role: &str) -> String {
        let depth = Depth::Full;
        let of = |ink| self.style(theme, ink, depth);
        let ink = match role {
            "background" => return of(Ink::Body).bg.unwrap_or_default().to_string().to_lowercase(),
            "text" => Ink::Body,
            "quiet" => Ink::Quiet,
            "accent" => Ink::Accent,
            "warning" => Ink::Warning,
            role => INKS.iter().find(|(name, _)| *name == role).map_or(Ink::Body, |(_, ink)| *ink),
        };
        of(ink).fg.unwrap_or_default().to_string().to_lowercase()
    }
}

/// The colours of the sixteen by their names, and as most terminals show them.
const SIXTEEN: [(&str, Color, [u8; 3]); 16] = [
    ("black", Color::Black, [0, 0, 0]),
    ("red", Color::Red, [205, 0, 0]),
    ("green", Color::Green, [0, 205, 0]),
    ("yellow", Color::Yellow, [205, 205, 0]),
    ("blue", Color::Blue, [0, 0, 238]),
    ("magenta", Color::Magenta, [205, 0, 205]),
    ("cyan", Color::Cyan, [0, 205, 205]),
    ("gray", Color::Gray, [229, 229, 229]),
    ("dark-gray", Color::DarkGray, [127, 127, 127]),
    ("light-red", Color::LightRed, [255, 0, 0]),
    ("light-green", Color::LightGreen, [0, 255, 0]),
    ("light-yellow", Color::LightYellow, [255, 255, 0]),
    ("light-blue", Color::LightBlue, [92, 92, 255]),
    ("light-magenta", Color::LightMagenta, [255, 0, 255]),
    ("light-cyan", Color::LightCyan, [0, 255, 255]),
    ("white", Color::White, [255, 255, 255]),
];
/// The six steps of a colour in the cube of the 256.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The colour that is written so. For other spellings of names, `LightBlue` and the like, the library is asked, which spells
/// every text anew some times.
fn read(text: &str) -> Option<Color> {
    let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()));
    let named = || SIXTEEN.iter().find(|(name, ..)| *name == text).map(|(_, colour, _)| *colour);
    let rgb = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()).map(Color::from_u32);
    rgb.or_else(named).or_else(|| (text == "reset").then_some(Color::Reset)).or_else(|| text.parse().ok())
}

/// The colour of the terminal that is most like one.
fn nearest(colour: Color, depth: Depth) -> Color {
    let rgb = match (colour, depth) {
        (Color::Rgb(red, green, blue), Depth::Indexed | Depth::Sixteen) => [red, green, blue],
        (Color::Indexed(n @ 16..), Depth::Sixteen) => of_256(n),
        (Color::Indexed(n), Depth::Sixteen) => return SIXTEEN[usize::from(n)].1,
        _ => return colour,
    };
    if depth == Depth::Sixteen {
        let near = SIXTEEN.into_iter().min_by_key(|(_, _, other)| apart(rgb, *other));
        return near.map_or(colour, |(_, named, _)| named);
    }
    (16..=255).min_by_key(|n| apart(rgb, of_256(*n))).map_or(colour, Color::Indexed)
}

/// One of the 256 from the 16th on: a cube of six steps a side, then greys.
const fn of_256(n: u8) -> [u8; 3] {
    if n >= 232 {
        return [8 + 10 * (n - 232); 3];
    }
    let n = n.saturating_sub(16) as usize;
    [STEPS[n / 36], STEPS[n / 6 % 6], STEPS[n % 6]]
}

fn apart(a: [u8; 3], b: [u8; 3]) -> u32 {
    a.into_iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_colours_lie_over_those_of_the_theme_and_others_follow_them() {
        let mut own = OwnColours::default();
        assert!(own.set("accent", "#e5b249") && own.set("link", "light-blue") && own.set("text", "250"));
        assert!(!own.set("accent", "reddish") && !own.set("accents", "red"));
        let style = |ink| own.style(Theme::Auto, ink, Depth::Full);
        assert_eq!(style(Ink::Title).fg, Some(Color::Rgb(229, 178, 73)));
        assert_eq!(style(Ink::Link).fg, Some(Color::LightBlue));
        assert_eq!(style(Ink::Emphasis).fg, Some(Color::Indexed(250)));
        assert_eq!(style(Ink::Warning), Theme::Auto.style(Ink::Warning, Depth::Full));
        assert_eq!(own.style(Theme::Plain, Ink::Title, Depth::Full), Theme::Plain.style(Ink::Title, Depth::Full));
        assert_eq!(
            (own.told(Theme::Auto, "accent"), own.told(Theme::Ink, "background")),
            ("#e5b249".into(), "#18181c".into())
        );
    }

    #[test]
    fn a_colour_is_what_the_library_takes_it_for() {
        for text in SIXTEEN.map(|(name, ..)| name).into_iter().chain(["reset", "#e5b249", "#E5B249", "7", "Light Red"])
        {
            assert_eq!(read(text), text.parse().ok(), "{text}");
        }
        assert_eq!(["#e5b2", "#e5b24é", "256", ""].map(read), [None; 4]);
    }

    #[test]
    fn a_terminal_of_few_colours_gets_the_nearest() {
        let near = |text: &str, depth| nearest(text.parse().unwrap(), depth);
        assert_eq!(near("#ff0000", Depth::Indexed), Color::Indexed(196));
        assert_eq!(near("#808080", Depth::Indexed), Color::Indexed(244));
        assert_eq!(near("#fe0101", Depth::Sixteen), Color::LightRed);
        assert_eq!(near("19", Depth::Sixteen), Color::Blue);
        assert_eq!(near("3", Depth::Sixteen), Color::Yellow);
        assert_eq!(near("#123456", Depth::Full), Color::Rgb(18, 52, 86));
        assert_eq!(near("light-red", Depth::Sixteen), Color::LightRed);
    }
}
