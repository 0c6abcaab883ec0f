//! Positions, in the forms that tables have.

/// Latitude and longitude in degrees: `51.2, -0.4`, `51.2 N 0.4 W`, `Point(-0.4 51.2)`, `51°12′N 0°24′W`; a comma may stand
/// in the place of the point.
pub(in crate::import) fn degrees(text: &str) -> Option<[f64; 2]> {
    let text = text.trim();
    let upper = text.to_uppercase();
    if ["POINT", "MULTI", "LINE", "POLYGON"].iter().any(|shape| upper.starts_with(shape)) {
        return of_shape(&upper);
    }
    // Three commas in two numbers: two of them are points.
    let decimal = if upper.matches(',').count() == 3 && !upper.contains('.') { comma_decimals(&upper) } else { upper };
    parsed(&decimal)
}

/// The middle of a shape as databases write it: `POLYGON ((-0.4 51.2, …))`.
fn of_shape(text: &str) -> Option<[f64; 2]> {
    let numbers = |point: &str| -> Vec<f64> {
        let words = point.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')'));
        words.filter_map(|it| it.parse().ok()).collect()
    };
    let all: Vec<[f64; 2]> =
        text.split(',').filter_map(|point| in_range([*numbers(point).get(1)?, *numbers(point).first()?])).collect();
    let middle = |at: usize| {
        let ends = all.iter().map(|point| point[at]).fold([f64::MAX, f64::MIN], |[a, b], it| [a.min(it), b.max(it)]);
        f64::midpoint(ends[0], ends[1])
    };
    (!all.is_empty()).then(|| [middle(0), middle(1)])
}

/// `51,2, -0,4`.
fn comma_decimals(text: &str) -> String {
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    format!("{}.{} {}.{}", parts[0], parts[1], parts[2], parts[3])
}

/// Numbers with the letters of their side, if they have any.
fn parsed(text: &str) -> Option<[f64; 2]> {
    let mut angles: Vec<(f64, Option<char>)> = Vec::new();
    let (mut parts, mut number): (Vec<f64>, String) = (Vec::new(), String::new());
    let sided = text.contains(['N', 'S', 'E', 'W', 'O']);
    let closing = |parts: &mut Vec<f64>, side: Option<char>, angles: &mut Vec<(f64, Option<char>)>| {
        if parts.is_empty() {
            return;
        }
        let size = parts.iter().enumerate().map(|(i, it)| it.abs() / 60f64.powi(i as i32)).sum::<f64>();
        let negative = parts[0].is_sign_negative() || matches!(side, Some('S' | 'W' | 'O'));
        angles.push((if negative { -size } else { size }, side));
        parts.clear();
    };
    for c in text.chars().chain([' ']) {
        match c {
            '0'..='9' | '.' | '-' | '+' => number.push(c),
            '−' => number.push('-'),
            'N' | 'S' | 'E' | 'W' | 'O' if sided => {
                parts.extend(std::mem::take(&mut number).parse::<f64>().ok());
                closing(&mut parts, Some(c), &mut angles);
            }
            ' ' | ',' | ';' | '/' | '°' | '′' | '″' | '\'' | '"' | '\t' => {
                if number.is_empty() {
                    continue;
                }
                parts.push(std::mem::take(&mut number).parse().ok()?);
                if !sided && !matches!(c, '°' | '′' | '\'') {
                    closing(&mut parts, None, &mut angles);
                }
            }
            _ => return None,
        }
    }
    closing(&mut parts, None, &mut angles);
    match *angles.as_slice() {
        [(lon, Some('E' | 'W' | 'O')), (lat, Some('N' | 'S'))] | [(lat, _), (lon, _)] => in_range([lat, lon]),
        _ => None,
    }
}

fn in_range([lat, lon]: [f64; 2]) -> Option<[f64; 2]> {
    ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some([lat, lon])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read_in_the_forms_that_tables_have() {
        for (text, at) in [
            ("51.2, -0.4", Some([51.2, -0.4])),
            ("51.2 -0.4", Some([51.2, -0.4])),
            ("51,2, -0,4", Some([51.2, -0.4])),
            ("Point(-0.4 51.2)", Some([51.2, -0.4])),
            ("POLYGON ((-2 50, 0 50, 0 52, -2 52, -2 50))", Some([51.0, -1.0])),
            ("POINT EMPTY", None),
            ("51.2 N 0.4 W", Some([51.2, -0.4])),
            ("51°12′N 0°24′W", Some([51.2, -0.4])),
            ("0°24′W, 51°12′N", Some([51.2, -0.4])),
            ("51° 12' 0\" N, 0° 24' 0\" W", Some([51.2, -0.4])),
            ("+51° 12' 0\" -0° 24' 0\"", Some([51.2, -0.4])),
            ("12.65 S 8 O", Some([-12.65, -8.0])),
            ("91, 0", None),
            ("0, 181", None),
            ("London", None),
            ("51.2", None),
            ("1 2 3", None),
        ] {
            assert_eq!(degrees(text).map(|it| it.map(|it| (it * 1e6).round() / 1e6)), at, "{text}");
        }
    }
}
