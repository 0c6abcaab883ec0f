//! Who somebody is related to, and who or what came before and after.

use griot_pack::pack::{EntityId, Pack};

use crate::family::{Family, Kin};
use crate::text::blocks::{close, entry, plain};
use crate::text::{Block, MarkKind, Shape};

/// Parents, spouses, children and siblings, and who came before and after, each a link.
pub(super) fn family(pack: &Pack, entity: EntityId, blocks: &mut Vec<Block>) {
    let family = Family::of(pack, entity);
    if family.is_empty() {
        return;
    }
    let of_people = [&family.parents, &family.spouses, &family.children, &family.siblings];
    let head = if of_people.iter().all(|kin| kin.is_empty()) { "Before and after" } else { "Family" };
    blocks.push(plain(Shape::Heading, head.into()));
    for (label, kin) in [
        ("parent", &family.parents),
        ("spouse", &family.spouses),
        ("child", &family.children),
        ("sibling", &family.siblings),
        ("follows", &family.before),
        ("followed by", &family.after),
    ] {
        blocks.extend(kin.iter().map(|it| relative(pack, label, it)));
    }
    close(blocks);
}

/// `child  Karl Thomas Mozart 1784–1858 with Constanze Weber`
fn relative(pack: &Pack, label: &str, it: &Kin) -> Block {
    // Of some the time of the tie tells more than that of a life.
    let tied = matches!(label, "spouse" | "follows" | "followed by");
    let mut block = Block { gap: false, ..entry(label, "") };
    block.link(pack, it.who);
    let life = pack[it.who].when.map(|when| pack.date(&when.to_the_year())).filter(|_| !tied);
    let tie = it.when.map(|when| pack.date(&when)).filter(|_| tied);
    let note = it.note.map(|note| format!("({note})"));
    for said in life.into_iter().chain(tie).chain(note) {
        block.add(&format!(" {said}"), Some(MarkKind::Quiet));
    }
    for (at, other) in it.by.iter().enumerate() {
        let first = if label == "sibling" { " by " } else { " with " };
        block.add(if at == 0 { first } else { " and " }, Some(MarkKind::Quiet));
        block.link(pack, *other);
    }
    block
}
