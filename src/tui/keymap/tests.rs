//! What holds of the key table.

use super::*;

#[test]
fn every_key_is_one_and_stands_once_in_its_context() {
    for (i, binding) in BINDINGS.iter().enumerate() {
        assert!(!binding.keys.is_empty() && !binding.contexts.is_empty(), "{binding:?}");
        for key in binding.keys {
            assert_eq!(key.parse::<Key>().expect("a key").to_string(), *key);
            let twice = |other: &&Binding| {
                other.keys.contains(key) && other.contexts.iter().any(|c| binding.contexts.contains(c))
            };
            assert!(!BINDINGS[i + 1..].iter().any(|o| twice(&o)), "{key} stands twice: {binding:?}");
        }
    }
}

#[test]
fn no_key_that_terminals_confuse_is_bound_to_two_things() {
    for (control, plain) in [("Ctrl-i", "Tab"), ("Ctrl-m", "Enter"), ("Ctrl-[", "Esc")] {
        assert!(!BINDINGS.iter().any(|b| b.keys.contains(&control)), "{control} is {plain} on many terminals");
    }
}

#[test]
fn letters_are_typed_in_prompts() {
    let key = |text: &str| text.parse::<Key>().unwrap();
    assert_eq!(lookup(Prompt, key("q")), None);
    assert_eq!(lookup(Prompt, key("/")), None);
    assert_eq!(lookup(Prompt, key("Esc")), Some(A::Escape));
    assert_eq!(lookup(Read, key("/")), Some(A::Search));
    assert_eq!(lookup(Letters, key("/")), None);
}
