//! Pictures as numbers and meanings: no SVG, no colours, no screen.

mod model;

pub use model::{
    Card, CardState, Connector, EdgeLabel, Frame, Heading, Look, Mark, Point, Rect, Scene, SceneSummary,
};
