use super::*;

#[test]
fn a_text_is_as_wide_as_its_graphemes() {
    for (text, columns) in [
        ("ولاتة", 5),
        ("تمبكتو", 6),
        ("هِجْرَة", 4),
        ("ⵜⵉⵏⴱⵓⴽⵜⵓ", 8),
        ("ߒߞߏ", 3),
        ("馬里", 4),
        ("Ɲɛ\u{300}na", 4),
        ("ﾄﾞ", 3),
        ("“c. 1312” – ⁷", 13),
    ] {
        assert_eq!(width(text), columns, "{text}");
        assert_eq!(graphemes(text).map(|(.., columns)| columns).sum::<usize>(), columns, "{text}");
    }
}

#[test]
fn plain_characters_are_graphemes_of_one_column_beside_one_another() {
    let plain: Vec<char> = (' '..='\u{3000}').filter(|c| is_plain(*c)).collect();
    for pair in plain.windows(2).chain(plain.iter().rev().copied().collect::<Vec<_>>().windows(2)) {
        let text = String::from_iter(pair);
        let widths: Vec<usize> = graphemes(&text).map(|(.., columns)| columns).collect();
        assert_eq!(widths, [1, 1], "{text:?}");
    }
}

#[test]
fn the_number_under_each_column_of_a_mark_is_found() {
    for (mark, numbers) in
        [("⁷ ¹⁰⁸", [7, 7, 108, 108, 108]), ("[7][8", [7, 7, 7, 8, 8]), ("¹² ¹³", [12, 12, 12, 13, 13])]
    {
        for (column, number) in numbers.into_iter().enumerate() {
            assert_eq!(note_under(mark, column), Some(number), "{mark} at {column}");
        }
        assert_eq!(note_under(mark, 5), None);
    }
    assert_eq!(note_under("", 0), None);
}
