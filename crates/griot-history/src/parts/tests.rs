use super::*;

#[test]
fn parts_are_read_as_they_were_written() {
    let mut written = Written::default();
    written.text(Part::NameText, "timbuktu".into());
    written.numbers(Part::LinkEnds, [3_u32, 8]);
    written.numbers(Part::SourceEnds, [u64::MAX]);
    let parts = Parts::of(written.into_bytes().into()).unwrap();
    assert_eq!(parts.text(Part::NameText), "timbuktu");
    let ends = parts.numbers::<u32>(Part::LinkEnds);
    assert_eq!((ends.len(), ends.get(1), ends.get(2), ends.range_of(1)), (2, 8, 0, 3..8));
    assert_eq!(ends.range(0..2).collect::<Vec<_>>(), [3, 8]);
    assert_eq!(ends.range(1..9).count(), 0, "beyond the last");
    assert_eq!(parts.numbers::<u64>(Part::SourceEnds).range(0..1).collect::<Vec<_>>(), [u64::MAX]);
    assert_eq!(parts.text(Part::SourceText), "");
}

#[test]
fn a_list_is_read_alone() {
    let mut written = Written::default();
    let list = (Part::ReferringEnds, Part::Referring);
    written.numbers(list.0, [2_u32, 2, 3]);
    written.numbers(list.1, [7_u32, 9, 4]);
    let parts = Parts::made(written);
    let lists: Vec<Vec<u32>> = (0..4).map(|at| parts.list(list, at)).collect();
    assert_eq!(lists, [vec![7, 9], vec![], vec![4], vec![]]);
}

#[test]
fn what_is_no_index_has_no_parts() {
    assert!(Parts::of(Vec::new().into()).is_none());
    assert!(Parts::of(vec![0; HEAD as usize - 1].into()).is_none());
    assert!(Parts::of(vec![0; HEAD as usize + 1].into()).is_none(), "bytes that are of no part");
    assert!(Parts::of(vec![0; HEAD as usize].into()).is_some(), "empty parts");
    assert!(Parts::of(vec![9; HEAD as usize].into()).is_none(), "parts that are not there");
}

#[test]
fn short_numbers_are_read_as_they_were_written() {
    for number in [0, 1, 127, 128, 300, 1 << 21, u32::MAX] {
        let mut out = Vec::new();
        put_short(&mut out, number);
        let mut rest = &out[..];
        assert_eq!((take_short(&mut rest), rest.len()), (Some(number), 0));
        assert_eq!(take_short(&mut &out[..out.len() - 1]), None);
    }
    assert_eq!(take_short(&mut &[0xff; 9][..]), None);
}
