use super::*;

#[test]
fn a_terminal_gets_the_colours_that_it_has() {
    for (term, colorterm, in_screen, depth) in [
        ("xterm-256color", "truecolor", false, Depth::Full),
        ("tmux-256color", "24bit", false, Depth::Full),
        ("xterm-direct", "", false, Depth::Full),
        ("xterm-kitty", "", false, Depth::Full),
        ("xterm-256color", "", false, Depth::Indexed),
        ("screen.xterm-256color", "truecolor", true, Depth::Indexed),
        ("screen", "truecolor", true, Depth::Sixteen),
        ("xterm", "", false, Depth::Sixteen),
        ("linux", "", false, Depth::Sixteen),
        ("vt220", "", false, Depth::Sixteen),
    ] {
        assert_eq!(Depth::of(term, colorterm, in_screen), depth, "{term} {colorterm}");
    }
}

#[test]
fn no_theme_names_a_colour_that_the_terminal_lacks() {
    for (_, theme) in Theme::NAMED {
        for ink in Ink::ALL {
            for depth in [Depth::Sixteen, Depth::Indexed] {
                let style = theme.style(ink, depth);
                for colour in [style.fg, style.bg].into_iter().flatten() {
                    assert!(!matches!(colour, Color::Rgb(..)), "{theme:?} {ink:?} {depth:?}");
                    assert!(depth == Depth::Indexed || !matches!(colour, Color::Indexed(_)), "{theme:?} {ink:?}");
                }
            }
        }
    }
}

#[test]
fn no_two_groups_of_a_theme_look_alike_nor_as_what_is_chosen_or_wrong() {
    for (_, theme) in Theme::NAMED {
        for depth in [Depth::Sixteen, Depth::Indexed, Depth::Full] {
            let Palette { accent, warning, groups, .. } = theme.palette(depth);
            for (at, colour) in groups.iter().enumerate() {
                assert!(!groups[..at].contains(colour), "{theme:?} {depth:?} {at}");
                assert!(![accent, warning].contains(colour), "{theme:?} {depth:?} {at}");
            }
        }
    }
}
