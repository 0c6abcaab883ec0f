//! The list of views, in the order of their tabs. Whatever has to be there for each of them is made from it.

/// Hands the list to a macro, after whatever else it is to have: a variant, the folder under `views`, the title of the
/// tab, the word for the keys that hold there, the letter that shows it, and the command that does so with what it does.
/// Another view is its folder and its line.
macro_rules! for_each_view {
    ($then:ident $($with:tt)*) => {
        $then! {
            $($with)*
            /// The text.
            Read, read, "Read", "text", 'r', "show-text", "the text";
            /// When.
            Timeline, timeline, "Timeline", "timeline", 't', "show-timeline", "the timeline";
            /// Where.
            Map, map, "Map", "map", 'p', "show-map", "places: the map";
            /// Who and what.
            Who, who, "Who’s who", "who’s who", 'e', "show-who", "entities: who’s who";
            /// Who says so.
            Sources, sources, "Sources", "sources", 's', "show-sources", "the sources";
        }
    };
}
pub(crate) use for_each_view;

macro_rules! screens {
    ($($(#[$doc:meta])* $name:ident, $module:ident, $title:literal, $keys:literal, $letter:literal, $command:literal, $does:literal;)*) => {
        /// The views.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Screen {
            $($(#[$doc])* $name),*
        }

        impl Screen {
            /// In the order of the tabs.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// As in its tab.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $title),*
                }
            }

            /// What its keys are said to hold in.
            #[must_use]
            pub const fn keys(self) -> &'static str {
                match self {
                    $(Self::$name => $keys),*
                }
            }

            /// The command that shows it.
            #[must_use]
            pub const fn command(self) -> &'static str {
                match self {
                    $(Self::$name => $command),*
                }
            }

            /// The letter by which it is kept, and the key that shows it unless another is chosen.
            #[must_use]
            pub const fn letter(self) -> char {
                match self {
                    $(Self::$name => $letter),*
                }
            }
        }
    };
}
for_each_view!(screens);
