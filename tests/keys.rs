//! Every row of the key table is pressed in every context where it holds: none is refused, none leads out of the program
//! unless it says so, and none leaves a screen that cannot be left again.

mod common;

use common::Harness;
use griot::app::{Action, Context, Effect, Screen};
use griot::keymap::{BINDINGS, action};

/// The program in a context, reached by keys alone.
fn reached(context: Context) -> Harness {
    let keys = match context {
        Context::Any | Context::Read => "",
        Context::Timeline => "t",
        Context::Map => "p",
        Context::Who => "e",
        Context::Sources => "s",
        Context::Pick => "Y",
        Context::Prompt => "/",
        Context::Letters => "f",
    };
    let at = Harness::new(100, 30).keys(keys);
    assert!(at.app.context() == context || context == Context::Any, "{keys:?} does not lead to {context:?}");
    at
}

#[test]
fn every_binding_does_what_it_says_wherever_it_holds() {
    for binding in BINDINGS {
        for context in binding.contexts {
            let at = reached(*context);
            for key in binding.keys {
                let key = key.parse().expect("a key");
                assert_eq!(action(at.app.context(), key), Some(binding.action), "{key} in {context:?}");
            }
            let at = at.act(binding.action);
            let closes = binding.action == Action::QuitNow && *context == Context::Prompt;
            let quits = matches!(binding.action, Action::Quit | Action::QuitNow) && !closes;
            assert_eq!(at.effect == Effect::Quit, quits, "{binding:?} in {context:?}");
            let home = at.keys("Esc Esc Esc Esc q");
            assert_eq!(home.effect, Effect::Quit, "after {binding:?} in {context:?} there is no way out");
        }
    }
}

#[test]
fn every_binding_of_the_text_changes_the_screen_or_says_why_not() {
    // The key of the view one is in has nowhere to go.
    let here = Action::Show(Screen::Read);
    for binding in BINDINGS.iter().filter(|b| b.contexts.contains(&Context::Read) && b.action != here) {
        let before = Harness::new(100, 30).keys("2 j j Tab");
        let (frame, effect) = (before.inked(), before.effect.clone());
        let after = before.act(binding.action);
        let told = after.app.message.is_some() || after.effect != effect || after.inked() != frame;
        assert!(told, "{} does nothing that can be seen", binding.keys[0]);
    }
}
