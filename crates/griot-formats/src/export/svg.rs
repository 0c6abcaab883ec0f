//! Pictures of the timeline and the map as vectors, from the models that the views of the explorer have: legible on paper, in
//! light and in dark.

mod labels;
mod map;
mod pen;
mod timeline;

use griot_pack::pack::{Excerpt, Pack};

use super::Export;
use pen::Drawing;

/// The colours of the pictures by what they colour; dark on a dark screen, and never on paper.
pub(super) const STYLE: &str = "\
.gr{--back:#fbf8f0;--text:#28241f;--quiet:#6b6355;--rule:#cfc7b6;--bar:#3a3c8c;--soft:#9a9cd0;--mark:#a3382a;--water:#2f6f96;--band:#efe9db}
.gr text{fill:var(--text);font-family:system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif;font-size:11px}
.gr .quiet{fill:var(--quiet)}.gr .head{font-weight:600}.gr .name{paint-order:stroke;stroke:var(--back);stroke-width:3px;stroke-linejoin:round}
.gr .country{fill:var(--quiet);letter-spacing:.12em;font-size:10px}.gr text.water{fill:var(--water);font-style:italic}.gr text.reach{fill:var(--mark)}
.gr .on{fill:#fff}.gr .ground{fill:var(--back)}.gr .band{fill:var(--band)}.gr .rule{stroke:var(--rule);fill:none}
.gr .bar{fill:var(--bar)}.gr .soft{fill:var(--soft)}.gr .mark{fill:var(--mark)}.gr .count{fill:var(--quiet)}
.gr path{fill:none;stroke-linejoin:round}.gr .coast,.gr .border{stroke:var(--quiet)}.gr .border{stroke-width:1.5}
.gr .abroad{stroke:var(--quiet);stroke-dasharray:1 3}.gr .disputed{stroke:var(--quiet);stroke-dasharray:6 4}
.gr path.water{stroke:var(--water)}.gr path.reach{stroke:var(--mark);stroke-width:1.4;stroke-dasharray:.1 4;stroke-linecap:round}
.gr .dot{fill:var(--text)}.gr .about{fill:var(--back);stroke:var(--text)}
@media screen and (prefers-color-scheme:dark){.gr{--back:#18181c;--text:#dedad0;--quiet:#a09a8e;--rule:#3c3a38;--bar:#7f86e0;--soft:#4c5092;--mark:#e8806c;--water:#6fb2d8;--band:#232228}.gr .on{fill:#101014}}
@media print{.gr{--back:#fff}}
";

/// The timeline alone.
pub(super) fn of_timeline(pack: &Pack, excerpt: &Excerpt) -> Export {
    let (drawing, losses) = timeline::draw(pack, excerpt);
    Export { text: alone(&drawing), losses }
}

/// The map alone.
pub(super) fn of_map(pack: &Pack, excerpt: &Excerpt) -> Export {
    let (drawing, losses) = map::draw(pack, excerpt);
    Export { text: alone(&drawing), losses }
}

/// The timeline and the map as parts of a page, which has [`STYLE`]; what they have no room for stands in its lists.
pub(super) fn within(pack: &Pack, excerpt: &Excerpt) -> [String; 2] {
    [timeline::draw(pack, excerpt).0.in_parts(), map::draw(pack, excerpt).0.element("")]
}

fn alone(drawing: &Drawing) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", drawing.element(STYLE))
}
