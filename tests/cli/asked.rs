//! What is asked amiss: one message each, that says what is wrong and what to do.

use super::run::said;

#[test]
fn whatever_is_asked_has_one_message_at_most() {
    let long = "timbuktu and gold ".repeat(240);
    let one_word = "x".repeat(4096);
    let many = (0..900).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
    for command in ["search", "ask"] {
        for (query, status, wanted) in [
            (long.as_str(), 0, "left out: and"),
            (&one_word, 1, "try fewer letters, another spelling or a year"),
            (&many, 1, "try fewer letters, another spelling or a year"),
            ("?!... --", 1, "holds no letter or number to look for"),
            ("“”", 1, "holds no letter or number"),
            ("", 1, "holds no letter or number"),
            ("who is the", 1, "only small words; add a name, a word of the text or a year"),
            ("who was it", 1, "only small words; add a name"),
            ("99999999999", 1, "\"99999999999\" is no year: one has 7 figures at most"),
            ("coup 99999999999", 0, "is no year: one has 7 figures at most"),
            ("year 0", 0, "there is no year 0: 1 BC is followed by AD 1"),
            ("coup 999999", 0, "nothing answers \"999999\" as well; these are the nearest"),
            (
                "@nonsense keita",
                0,
                "there is no kind \"@nonsense\", which was looked for as a word; there are person, place",
            ),
            ("drought 1950s", 0, "nothing answers \"1950s\" as well"),
            ("elections in the 2000s", 0, "“2000s” may be ten years or a hundred"),
        ] {
            let (ended, messages) = said(&[command, "--", query]);
            let shown: String = query.chars().take(40).collect();
            assert_eq!((ended, messages.lines().count()), (status, 1), "{command} {shown}: {messages}");
            assert!(messages.contains(wanted), "{command} {shown}: {messages}");
            assert!(messages.len() < 400, "{command} {shown}: {messages}");
        }
        assert_eq!(said(&[command, "timbuktu", "-n", "9999"]), (0, String::new()));
    }
}

#[test]
fn what_is_no_kind_no_list_and_no_column_is_told_with_those_that_are() {
    for (args, wanted) in [
        (&["search", "--kind", "nonsense", "keita"][..], "there is no kind \"nonsense\"; there are person, place"),
        (&["list", "nonsense"], "there is no list of \"nonsense\""),
        (&["list", "sources", "--sort", "nonsense"], "there is no order of sources \"nonsense\""),
        (&["timeline", "--kind", "nonsense"], "the timeline has no kind \"nonsense\""),
        (&["at", "99999999999"], "cannot read \"99999999999\" as a date; try 1591"),
        (&["at", "0"], "there is no year 0"),
        (&["search", "--from", "0", "keita"], "there is no year 0"),
    ] {
        let (status, messages) = said(args);
        assert_eq!((status, messages.matches("griot: ").count()), (2, 1), "{args:?}: {messages}");
        assert!(messages.contains(wanted), "{args:?}: {messages}");
    }
}
