//! Names of a pack that two threads look through.

use super::*;
use crate::search::Index;

#[test]
fn names_that_two_threads_look_through_are_found_once() {
    let names = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"];
    let record = |name: &str| format!("- Bamako {name}: town; also B {name}; also Ba {name}\n");
    let text = format!("## E (1000)\n\n1000: [[Bamako Alpha]].\n\n## Places\n\n{}", names.map(record).concat());
    let pack = griot_pack::pack::check_text("a.md", &text, "2000-01-01").0.unwrap();
    let index = Index::new(&pack);
    assert!(index.names().letters.len() >= MANY);
    let all: Vec<usize> = index.names().in_parts(|part| part).into_iter().flatten().collect();
    assert_eq!(all, (0..index.names().letters.len()).collect::<Vec<_>>());
    for query in ["b", "bamako", "bmko", "bamaco alpa"] {
        let mut found: Vec<EntityId> = index.named(&pack, query, usize::MAX).iter().map(|it| it.entity).collect();
        let all = found.len();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), all, "{query}");
        assert!(all > 0, "{query}");
    }
}
