//! Lights what is selected, previewed or found, by classes on the few elements that it concerns. Cards and
//! lines are not rendered again for it.

use crate::ui::by_id;
use drydock_core::session::Scene;
use std::collections::BTreeSet;
use web_sys::Element;

/// What is lit, and how.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Lights {
    /// The selected card.
    pub selected: Option<String>,
    /// What the pointer previews, or else the selection: it and its neighbours are lit.
    pub centre: Option<String>,
    /// What was found.
    pub found: Vec<String>,
    /// The one of it that is shown.
    pub current: Option<String>,
    /// The card that has the place in the tab order.
    pub station: Option<String>,
}

/// An element's id and a class that it gets.
type Sign = (String, &'static str);

/// All classes that lights ask for in a scene.
fn signs(scene: &Scene, lights: &Lights) -> BTreeSet<Sign> {
    let mut signs = BTreeSet::new();
    let node = |id: &str| ["n:", id].concat();
    if let Some(id) = &lights.selected {
        signs.insert((node(id), "selected"));
    }
    for id in &lights.found {
        signs.insert((node(id), "found"));
    }
    if let Some(id) = &lights.current {
        signs.insert((node(id), "current"));
    }
    if let Some(centre) = &lights.centre {
        signs.insert((node(centre), "lit"));
        for line in &scene.connectors {
            let other = match (line.from == *centre, line.to == *centre) {
                (true, _) => &line.to,
                (_, true) => &line.from,
                _ => continue,
            };
            signs.insert((["e:", &line.id].concat(), "lit"));
            if line.label.is_some() {
                signs.insert((["l:", &line.id].concat(), "lit"));
            }
            signs.insert((node(other), "near"));
        }
    }
    signs
}

/// Remembers what it has lit, to put it out again.
#[derive(Default)]
pub struct Lighting {
    lit: BTreeSet<Sign>,
    station: Option<String>,
}

impl Lighting {
    /// Lights what shall be lit. `afresh` when elements may have been made anew in between.
    pub fn shine(&mut self, canvas: &Element, scene: &Scene, lights: &Lights, afresh: bool) {
        let next = signs(scene, lights);
        for (id, class) in self.lit.difference(&next) {
            if let Some(element) = by_id(id) {
                let _ = element.class_list().remove_1(class);
            }
        }
        for sign in next.iter().filter(|sign| afresh || !self.lit.contains(*sign)) {
            if let Some(element) = by_id(&sign.0) {
                let _ = element.class_list().add_1(sign.1);
            }
        }
        let dims = next.iter().any(|(_, class)| *class == "lit");
        let _ = canvas.class_list().toggle_with_force("dims", dims);
        let _ = canvas.class_list().toggle_with_force("finds", !lights.found.is_empty());
        self.lit = next;
        self.take_station(lights, afresh);
        mark_selected(canvas, lights);
    }

    /// One card at a time can be reached with Tab.
    fn take_station(&mut self, lights: &Lights, afresh: bool) {
        if !afresh && self.station == lights.station {
            return;
        }
        for (station, tab) in [(&self.station, "-1"), (&lights.station, "0")] {
            if let Some(element) = station.as_ref().and_then(|id| by_id(&["n:", id].concat())) {
                let _ = element.set_attribute("tabindex", tab);
            }
        }
        self.station.clone_from(&lights.station);
    }
}

/// Says the selection to screen readers.
fn mark_selected(canvas: &Element, lights: &Lights) {
    if let Ok(Some(old)) = canvas.query_selector("[aria-current]") {
        let _ = old.remove_attribute("aria-current");
    }
    if let Some(element) = lights.selected.as_ref().and_then(|id| by_id(&["n:", id].concat())) {
        let _ = element.set_attribute("aria-current", "true");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::sample::card;
    use drydock_core::session::{Connector, Relation};

    fn scene() -> Scene {
        let line = |from: &str, to: &str| Connector {
            id: [from, to].concat(),
            from: from.into(),
            to: to.into(),
            relation: Relation::Selects,
            points: Vec::new(),
            label: None,
            broken: false,
            quiet: false,
            count: 1,
        };
        Scene {
            cards: vec![card("a", "a"), card("b", "b"), card("c", "c")],
            connectors: vec![line("a", "b"), line("b", "c")],
            ..Scene::default()
        }
    }

    #[test]
    fn a_card_lights_its_own_lines_and_neighbours_only() {
        let lights = Lights { centre: Some("a".into()), ..Lights::default() };
        let ids: Vec<_> = signs(&scene(), &lights).into_iter().collect();
        assert_eq!(ids, [("e:ab".into(), "lit"), ("n:a".into(), "lit"), ("n:b".into(), "near")]);
    }

    #[test]
    fn nothing_chosen_lights_nothing() {
        assert!(signs(&scene(), &Lights::default()).is_empty());
    }
}
