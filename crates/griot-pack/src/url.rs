//! Which URLs may be opened, and that of an article.

/// Whether an address may be opened: plain `http` or `https` in ASCII, nothing that a program could take for an option.
///
/// # Errors
/// Says what is wrong with it.
pub fn allowed(address: &str) -> Result<(), &'static str> {
    let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") {
        return Err("only http and https URLs are opened");
    }
    let rest = &address[scheme.len()..];
    let Some(rest) = rest.strip_prefix("://") else { return Err("an address begins with http:// or https://") };
    if address.len() > 2048 {
        return Err("it is longer than 2,048 characters");
    }
    if !address.bytes().all(|b| b.is_ascii_graphic()) {
        return Err("only visible ASCII characters may stand in it; write others as %XX");
    }
    if address.contains(['"', '\'', '`', '\\', '<', '>', '^', '{', '}', '|']) {
        return Err("quotes, brackets and backslashes must be written as %XX");
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') {
        return Err("it holds a user name");
    }
    if host.is_empty() || host.starts_with(['-', '.', ':']) {
        return Err("it names no host");
    }
    Ok(())
}

/// An address as it can be opened: letters beyond ASCII and the signs that [`allowed`] refuses behind its host stand as `%XX`;
/// none where it could not be opened so either.
#[must_use]
pub fn written(address: &str) -> Option<String> {
    let host = address.find("://").map_or(0, |at| at + 3);
    let path = address[host..].find(['/', '?', '#']).map_or(address.len(), |at| host + at);
    let mut out = address[..path].to_owned();
    for byte in address[path..].bytes() {
        if byte.is_ascii() && !b"\"'`\\<>^{}|".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    allowed(&out).is_ok().then_some(out)
}

/// The address of an article of Wikipedia in a language.
#[must_use]
pub fn wikipedia(title: &str, language: &str) -> String {
    // Nothing but a code may stand before the host's own name.
    let language: String = language.chars().filter(|c| c.is_ascii_lowercase() || *c == '-').collect();
    let mut out = format!("https://{language}.wikipedia.org/wiki/");
    for byte in title.bytes() {
        match byte {
            b' ' => out.push('_'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b',' | b'(' | b')' | b':' => {
                out.push(char::from(byte));
            }
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_web_urls_are_opened() {
        for good in [
            "https://example.org",
            "http://example.org/a?b=c&d=(e)#f",
            "HTTPS://example.org/%C3%A9",
            "http://example.org:8080/",
        ] {
            assert_eq!(allowed(good), Ok(()), "{good}");
        }
        for bad in [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "--help",
            "-h",
            "https:",
            "https://",
            "https:/example.org",
            "https://a b",
            "https://x\u{202e}",
            "http://user@host",
            "http://user:pass@host/",
            "https://\u{e9}.org",
            "https://a\"b",
            "https://a'b",
            "https://a`b`",
            "https://a\\b",
            "https://a<b",
            "https://a\nb",
            "https://a\u{1b}[0m",
            "https://-x.org",
            "ftp://example.org",
            "mailto:a@b",
            " https://example.org",
            "https:// example.org",
            "//example.org",
            "example.org",
            "https://?x",
            "https://a{b}",
            "https://a|b",
            "view-source:https://a",
        ] {
            assert!(allowed(bad).is_err(), "{bad:?}");
        }
        assert!(allowed(&format!("https://example.org/{}", "a".repeat(2048))).is_err());
    }

    #[test]
    fn an_address_is_written_so_that_it_opens() {
        for (address, opens) in [
            ("https://example.org/a", Some("https://example.org/a")),
            ("https://de.example.org/Köln#Eli's", Some("https://de.example.org/K%C3%B6ln#Eli%27s")),
            ("https://köln.example/", None),
            ("https://example.org/a b", None),
            ("javascript:'x'", None),
        ] {
            assert_eq!(written(address).as_deref(), opens, "{address}");
        }
    }
}
