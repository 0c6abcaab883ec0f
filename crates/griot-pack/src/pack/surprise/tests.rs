use super::*;

#[test]
fn tags_and_references_are_told_from_signs_of_their_own() {
    for (text, found) in [
        ("a <b>bold</b> word", Some("<b>")),
        ("one<br/>two", Some("<br/>")),
        ("see <a href=\"x\">this</a>", Some("<a href=\"x\">")),
        ("ends </SPAN>", Some("</SPAN>")),
        ("salt &amp; gold", Some("&amp;")),
        ("l&#8217;or", Some("&#8217;")),
        ("caf&eacute;", Some("&eacute;")),
        ("a < b and b > a", None),
        ("<someone@example.org>", None),
        ("<b or not>", None),
        ("R&D; Smith & Sons; x", None),
        ("&; &#; <> < >", None),
    ] {
        assert_eq!(html(text), found, "{text}");
    }
}

#[test]
fn a_text_that_tells_a_year_is_found_and_a_number_is_not() {
    for (text, found) in [
        ("He died in 1390.", Some("in 1390")),
        ("In 1390 he died", Some("In 1390")),
        ("In 1390, he died", Some("In 1390")),
        ("In 1390 the king died", Some("In 1390")),
        ("It fell in March 1591 to them", Some("March 1591")),
        ("(c. 1312)", Some("(c. 1312")),
        ("Il meurt vers 1337 et", Some("vers 1337")),
        ("تأسست عام ١٣١٢.", Some("عام ١٣١٢")),
        ("馬里1960年獨立", Some("1960年")),
        ("一九六零年馬里", None),
        ("in 1500 villages", None),
        ("by 1500 men", None),
        ("in 1,500 of them", None),
        ("in 900 steps", None),
        ("about 12000 people", None),
        ("in 3000.", None),
        ("", None),
        ("1390", None),
        ("Easter 1412: The bridge burns", Some("Easter 1412")),
        ("Nöel 1911: Three", Some("Nöel 1911")),
        ("The report of Easter 1412: it burnt", None),
        ("Easter 1412:30 men", None),
    ] {
        assert_eq!(date_in(text), found, "{text}");
    }
}

#[test]
fn rulers_are_known_by_their_titles() {
    for (title, of, is) in [
        ("King", "Segou", true),
        ("Emperor of Mali", "Mali", true),
        ("President of the Republic", "Mali", true),
        ("Président de la République", "Mali", true),
        ("Head of state", "Mali", true),
        ("Vice-president", "Mali", false),
        ("President of the Assembly", "Mali", false),
        ("Kingmaker", "Mali", false),
        ("President-elect", "Mali", false),
        ("Mayor", "Gao", false),
    ] {
        assert_eq!(is_rulers(title, of), is, "{title} of {of}");
    }
}
