//! Painting the view.

use ratatui::layout::Position;

use super::pen::Pen;
use crate::app::App;
use crate::regions::Regions;

/// Paints the view; where its cursor belongs.
pub fn paint(_app: &App, _pen: &mut Pen, _regions: &Regions) -> Option<Position> {
    None
}
