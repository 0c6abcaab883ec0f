//! Exit statuses and messages: each says what is wrong and what to do.

use super::run::{griot, printed, run, said};

#[test]
fn what_is_done_ends_with_0_and_says_nothing() {
    for args in [
        &["read", "1.6"][..],
        &["at", "1591", "-n", "999"],
        &["search", "timbuktu", "-n", "999"],
        &["show", "timbuktu"],
        &["list"],
        &["check"],
        &["about"],
        &["--help"],
        &["help", "search"],
        &["-V"],
    ] {
        assert_eq!(said(args), (0, String::new()), "{args:?}");
        assert!(!printed(args).is_empty(), "{args:?}");
    }
}

#[test]
fn nothing_found_is_1() {
    for (args, told) in [
        (&["search", "zanzibarqq"][..], "nothing found for \"zanzibarqq\""),
        (&["search", "who is the"], "\"who is the\" holds only small words; add a name"),
        (&["search", "!?"], "holds no letter or number"),
        (&["ask", "zanzibarqq"], "nothing found for \"zanzibarqq\""),
        (&["today", "--on", "29 Feb 1904"], "nothing is dated to 29 February, in any year"),
        (&["at", "500000 BC", "-n", "0"], "nothing is dated to 500,000 BC"),
        (&["show", "timbktu"], "did you mean Timbuktu (timbuktu)"),
        (&["read", "99"], "there is no era 99; eras are numbered 1 to 8"),
        (&["read", "1.999"], "there is no passage 1.999; those of era 1 are 1.1 to 1."),
        (&["timeline", "500000 BC"], "nothing is dated to that time"),
        (&["map", "500000 BC"], "the text names no place in 500,000 BC"),
        (&["map", "timbktu"], "did you mean Timbuktu"),
        (&["map", "modibo-keita"], "is no place; griot show modibo-keita"),
        (&["open", "qqqqq"], "nothing is called \"qqqqq\""),
        (&["list", "events", "--type", "nonsense"], "nothing is of type \"nonsense\"; there are"),
        (&["list", "people", "--to", "20000 BC"], "nothing of that description"),
    ] {
        let (status, message) = said(args);
        assert_eq!(status, 1, "{args:?}: {message}");
        assert!(message.starts_with("griot: ") && message.contains(told), "{args:?}: {message}");
    }
}

#[test]
fn a_long_query_is_searched_and_repeated_in_part() {
    for query in ["timbuktu and gold ".repeat(240), "x".repeat(4096), "1591 ".repeat(820), "?!".repeat(2048)] {
        let (status, message) = said(&["search", &query]);
        assert!(status <= 1, "{message}");
        assert!(message.lines().count() <= 2 && message.len() < 400, "{message}");
    }
}

#[test]
fn wrong_use_is_2() {
    for (args, told) in [
        (&["at", "591"][..], "\"AD 591\" or \"591 BC\""),
        (&["at", "26 Marhc 1991"], "did you mean \"26 March 1991\"?"),
        (&["at"], "required"),
        (&["at", "99999999999"], "99999999999"),
        (&["list", "evnts"], "did you mean events?"),
        (&["list", "--kind", "zz"], "there is no kind \"zz\"; there are person, place"),
        (&["list", "people", "--era", "9"], "there is no era \"9\""),
        (&["list", "people", "--from", "1990", "--to", "1980"], "--from 1990 lies after --to 1980"),
        (&["timeline", "--kind", "nonsense"], "there are statement, event, polity"),
        (&["search"], "required"),
        (&["today", "--on", "1968"], "\"1968\" is no single day"),
        (&["--width", "3", "read"], "3 is not in 20..=500"),
        (&["read", "2..1"], "ends before it begins"),
        (&["--nonsense"], "unexpected argument"),
        (&["nonsense"], "unrecognized subcommand"),
        (&["--json", "--plain", "about"], "cannot be used with"),
        (&["open", "--json"], "griot read"),
    ] {
        let (status, message) = said(args);
        assert_eq!(status, 2, "{args:?}: {message}");
        assert!(message.contains(told), "{args:?}: {message}");
    }
}

#[test]
fn a_bad_pack_is_3() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    std::fs::write(&file, "{}").unwrap();
    let missing = dir.path().join("missing");
    for (path, told) in [
        (file.as_path(), "is no pack: a folder"),
        (missing.as_path(), "there is no such file or folder"),
        (dir.path(), "pack.json: is missing"),
        (std::path::Path::new("/dev/zero"), "is no pack: a folder"),
    ] {
        for args in [&["read"][..], &["open", "1"], &["check"], &["about", "--json"]] {
            let output = griot().arg("--data").arg(path).args(args).output().unwrap();
            let all = [output.stdout, output.stderr].concat();
            let all = String::from_utf8(all).unwrap();
            assert_eq!(output.status.code(), Some(3), "{args:?}: {all}");
            assert!(all.contains(told), "{args:?}: {all}");
        }
        let output = griot().env("GRIOT_DATA", path).arg("read").output().unwrap();
        assert_eq!(output.status.code(), Some(3));
    }
}

#[test]
fn no_terminal_is_4() {
    let (status, message) = said(&["open", "1591"]);
    assert_eq!((status, message.contains("griot read prints the text")), (4, true), "{message}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_4() {
    for args in [&["read"][..], &["about"], &["--help"], &["-V"], &["list", "people", "--json"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = std::process::Command::new(griot().get_program());
        let output = command.args(args).stdout(full).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(4), "{args:?}: {message}");
        assert!(message.contains("cannot write the output: No space left"), "{message}");
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    for args in [&[][..], &["read"], &["list", "entities", "--json"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = std::process::Command::new(griot().get_program()).args(args).stdout(writer).output().unwrap();
        assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()), "{args:?}");
    }
}

#[test]
fn quiet_says_nothing() {
    for args in [&["-q", "search", "zanzibarqq"][..], &["show", "timbktu", "--quiet"], &["-q", "at", "591"]] {
        let output = run(args);
        assert_ne!(output.status.code(), Some(0));
        assert!(output.stderr.is_empty(), "{args:?}");
    }
}

#[cfg(unix)]
#[test]
fn files_that_are_no_pack_are_told_of_by_name() {
    use std::process::Command;
    for (bytes, told) in [
        (Some(&b""[..]), "pack.json"),
        (Some(b"{"), "pack.json:1:"),
        (Some(b"\xef\xbb\xbf{}"), "pack.json"),
        (Some(b"\xff"), "is not UTF-8"),
        (Some(b"[[[[[[[[["), "pack.json:1:"),
        (None, "is not a regular file"),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let pack = dir.path().join("pack");
        assert!(griot().arg("new").arg(&pack).output().unwrap().status.success());
        let file = pack.join("pack.json");
        std::fs::remove_file(&file).unwrap();
        match bytes {
            Some(bytes) => std::fs::write(&file, bytes).unwrap(),
            None => assert!(Command::new("mkfifo").arg(&file).status().unwrap().success()),
        }
        let output = griot().args(["read", "--data"]).arg(&pack).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{message}");
        assert!(output.stdout.is_empty() && message.contains(told), "{told}: {message}");
    }
}
