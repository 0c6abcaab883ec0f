//! What bears a name that is asked for with an order, a time, or a kind of answer.

use super::*;

#[test]
fn names_stand_in_the_order_of_time_that_is_asked_for() {
    begin_with(&[
        ("first stone", &["Bo Stone", "Gil Stone", "Hugh Stone", "Battle of the Ford"]),
        ("last stone", &["Hugh Stone", "Gil Stone", "Bo Stone", "Battle of the Ford"]),
        ("last vale", &["Cy Vale", "Ada Vale"]),
    ]);
    assert_eq!(complete("first quill"), ["Ola Quill"], "of the others nobody knows when they lived");
}

#[test]
fn names_answer_a_time_by_their_own() {
    assert_eq!(complete("stone 1155"), ["Battle of the Ford", "drawing", "Bo Stone"]);
    assert_eq!(complete("stone 1940"), ["Gil Stone", "Hugh Stone"]);
    assert_eq!(complete("vale 1170"), ["Cy Vale"]);
    assert_eq!(complete("ford 1155"), ["Battle of the Ford"], "what took place there, for the place has no date");
    assert_eq!(complete("upper 1155"), ["Upper"]);
    assert_eq!(complete("@person stone 1155"), ["Bo Stone"]);
}

#[test]
fn a_name_of_another_kind_than_is_asked_for_answers_by_the_whole_of_it_alone() {
    begin_with(&[
        ("hill", &["Hill", "Siege of the Hill"]),
        ("what happened at the hill", &["Siege of the Hill", "Hill"]),
        ("when hill", &["Hill", "Siege of the Hill"]),
        ("who hill", &["Hill", "Upper"]),
        ("where vale", &["Ada Vale", "Cy Vale", "crown", "drawing"]),
        ("how many masons", &["Guild of Masons", "wall", "mends", "Masons and harbours"]),
    ]);
}
