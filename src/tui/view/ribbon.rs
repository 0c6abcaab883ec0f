//! The ribbon at the foot of the reading view: all of the story in a line, and the place under the eye.

use ratatui::layout::Rect;

use super::pen::Pen;
use super::timeline::axis;
use crate::tui::app::App;
use crate::tui::regions::Regions;
use crate::tui::theme::Ink;
use griot_history::chronicle;
use griot_history::timeline::model::time_of;

/// Paints the ribbon, where the screen has room for one.
pub fn paint(app: &App, pen: &mut Pen, regions: &Regions) {
    let ribbon = &app.timeline.ribbon;
    let (Some(area), Some(scale)) = (regions.ribbon.filter(|area| *area == ribbon.area), &ribbon.scale) else { return };
    pen.rule(Rect { y: area.y - 1, height: 1, ..area }, true);
    let time = app.reader.eye(&app.pack).and_then(|id| chronicle::reading(&app.pack, id)).map(|when| time_of(&when));
    let [eras, marks, years, strip] = ribbon.rows();
    if let Some(area) = eras {
        axis::eras(pen, area, &ribbon.eras, Some(app.era()));
    }
    if let Some(area) = marks {
        axis::bars(pen, area, scale, &ribbon.counts);
        if let Some(column) = time.map(|time| scale.nearest_column(time)) {
            pen.put(area.x + column, area.y, "◆", Ink::Accent, 1);
        }
    }
    if let Some(area) = years {
        axis::labels(pen, area, &ribbon.labels);
    }
    if let Some(area) = strip {
        axis::strip(app, pen, area, time, "to scale: ");
    }
}
