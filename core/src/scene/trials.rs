//! Pictures written to files, for eyes.

use super::sample::{namespaces, pairs, shop};
use super::{Hints, Look, layout};
use crate::render::{Theme, svg};

/// With `DRYDOCK_PICTURES=FOLDER` the sample pictures are written there.
#[test]
fn samples_can_be_looked_at() {
    let samples =
        [("shop", shop()), ("pairs", pairs(64)), ("spaces", namespaces(7, 4)), ("many", namespaces(20, 12))];
    for (name, graph) in samples {
        let scene = layout(&graph, &Look::default(), &Hints::default());
        let picture = svg(&scene, Theme::Light);
        assert!(picture.starts_with("<svg") && scene.width > 0, "{name}");
        if let Some(folder) = std::env::var_os("DRYDOCK_PICTURES") {
            let path = std::path::Path::new(&folder).join(format!("{name}.svg"));
            std::fs::write(path, picture).expect("the folder is there");
        }
    }
}
