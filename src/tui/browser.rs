//! A browser that runs in the terminal, as `BROWSER` names it.

/// A program that shows URLs in the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// Its name and its arguments.
    words: Vec<String>,
}

impl Browser {
    /// The first program of a list parted by colons, as `BROWSER` has it; nothing where it names none.
    #[must_use]
    pub fn named(list: &str) -> Option<Self> {
        let words = list.split(':').map(|program| program.split_whitespace().map(str::to_owned).collect());
        words.map(|words| Self { words }).find(|browser| !browser.words.is_empty())
    }

    /// What is to be run to show a URL: it stands where the name has `%s`, or else at the end.
    #[must_use]
    pub fn words(&self, url: &str) -> Vec<String> {
        let mut words: Vec<String> = self.words.iter().map(|word| word.replace("%s", url)).collect();
        if words == self.words {
            words.push(url.to_owned());
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::Browser;

    #[test]
    fn a_browser_is_the_first_that_is_named_and_gets_the_url_where_it_wants_it() {
        let words = |list| Browser::named(list).map(|browser| browser.words("https://a.b/c?d=1"));
        let of = |words: &[&str]| Some(words.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(words("w3m"), of(&["w3m", "https://a.b/c?d=1"]));
        assert_eq!(words(":lynx -nocolor:w3m"), of(&["lynx", "-nocolor", "https://a.b/c?d=1"]));
        assert_eq!(words("links -g %s -x"), of(&["links", "-g", "https://a.b/c?d=1", "-x"]));
        assert_eq!((words(""), words(" : ")), (None, None));
    }
}
