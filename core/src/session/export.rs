//! The picture in other formats.

use super::request::ExportFormat;
use super::world::World;
use crate::render::{self, Theme};
use crate::scene::{self, Look};

impl World {
    /// The picture under a look, in a format.
    pub(super) fn export(&self, format: ExportFormat, theme: &str, look: &Look) -> String {
        match format {
            ExportFormat::Svg => {
                render::svg(&scene::layout(&self.graph, look, &self.hints()), Theme::named(theme))
            }
            ExportFormat::Mermaid => render::mermaid(&self.graph),
            ExportFormat::Dot => render::dot(&self.graph),
            ExportFormat::Text => render::outline(&self.graph),
            ExportFormat::Json => render::json(&self.graph),
        }
    }
}
