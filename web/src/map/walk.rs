//! Where the arrow keys lead: along a relation if one goes that way, else to the nearest thing there.

use drydock_core::session::{Rect, Scene};

/// An arrow key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// ←
    Left,
    /// →
    Right,
    /// ↑
    Up,
    /// ↓
    Down,
}

impl Direction {
    /// The direction of a key's name.
    pub fn of(key: &str) -> Option<Self> {
        match key {
            "ArrowLeft" => Some(Self::Left),
            "ArrowRight" => Some(Self::Right),
            "ArrowUp" => Some(Self::Up),
            "ArrowDown" => Some(Self::Down),
            _ => None,
        }
    }
}

/// A relation's other end counts as so much nearer than it is.
const ALONG_RELATION: f64 = 0.35;

/// Height of a frame's title.
const TITLE: i32 = 28;

/// What can be walked to, with its rectangle: every card, every mark on one, and every frame's title.
pub fn stations(scene: &Scene) -> impl Iterator<Item = (&str, Rect)> {
    let cards = scene.cards.iter().flat_map(|card| {
        let marks = card.marks.iter().map(|mark| (mark.id.as_str(), mark.rect));
        std::iter::once((card.id.as_str(), card.rect)).chain(marks)
    });
    let frames = scene.frames.iter().flat_map(|frame| {
        let height = if frame.folded { frame.rect.h } else { TITLE.min(frame.rect.h) };
        let marks = frame.marks.iter().map(|mark| (mark.id.as_str(), mark.rect));
        std::iter::once((frame.id.as_str(), Rect { h: height, ..frame.rect })).chain(marks)
    });
    cards.chain(frames)
}

/// The next station from `from` in a direction; none when nothing lies there.
pub fn next<'a>(scene: &'a Scene, from: &str, direction: Direction) -> Option<&'a str> {
    let (_, start) = stations(scene).find(|(id, _)| *id == from)?;
    let related = |id: &str| {
        scene
            .connectors
            .iter()
            .any(|line| (line.from == from && line.to == id) || (line.to == from && line.from == id))
    };
    let mut best: Option<(f64, &str)> = None;
    for (id, rect) in stations(scene).filter(|(id, _)| *id != from) {
        let Some(mut cost) = cost(start, rect, direction) else { continue };
        if matches!(direction, Direction::Left | Direction::Right) && related(id) {
            cost *= ALONG_RELATION;
        }
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, id));
        }
    }
    best.map(|(_, id)| id)
}

/// How far a rectangle lies in a direction; none when it does not lie there. What lies askew costs more.
fn cost(from: Rect, to: Rect, direction: Direction) -> Option<f64> {
    let (ahead, askew) = match direction {
        Direction::Right => (to.x - from.x, gap(from.y, from.h, to.y, to.h)),
        Direction::Left => (from.x + from.w - to.x - to.w, gap(from.y, from.h, to.y, to.h)),
        Direction::Down => (to.y - from.y, gap(from.x, from.w, to.x, to.w)),
        Direction::Up => (from.y + from.h - to.y - to.h, gap(from.x, from.w, to.x, to.w)),
    };
    (ahead > 2).then(|| f64::from(ahead) + 2.5 * f64::from(askew))
}

/// The free space between two stretches; 0 when they overlap.
fn gap(start: i32, length: i32, other: i32, other_length: i32) -> i32 {
    (other - start - length).max(start - other - other_length).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::sample::card;
    use drydock_core::session::{Card, Connector, Relation};

    fn at(id: &str, x: i32, y: i32) -> Card {
        Card { rect: Rect { x, y, w: 150, h: 64 }, ..card(id, id) }
    }

    fn scene() -> Scene {
        Scene {
            cards: vec![at("a", 0, 0), at("b", 220, 0), at("c", 220, 200), at("d", 0, 90)],
            connectors: vec![Connector {
                id: "a-c".into(),
                from: "a".into(),
                to: "c".into(),
                relation: Relation::Selects,
                points: Vec::new(),
                label: None,
                broken: false,
                quiet: false,
                count: 1,
            }],
            ..Scene::default()
        }
    }

    #[test]
    fn an_arrow_goes_along_a_relation_before_it_goes_straight() {
        assert_eq!(next(&scene(), "a", Direction::Right), Some("c"));
        assert_eq!(next(&scene(), "c", Direction::Left), Some("a"));
    }

    #[test]
    fn an_arrow_goes_to_the_nearest_without_a_relation() {
        assert_eq!(next(&scene(), "a", Direction::Down), Some("d"));
        assert_eq!(next(&scene(), "b", Direction::Left), Some("a"));
    }

    #[test]
    fn nothing_lies_beyond_the_edge() {
        assert_eq!(next(&scene(), "a", Direction::Up), None);
        assert_eq!(next(&scene(), "gone", Direction::Up), None);
    }
}
