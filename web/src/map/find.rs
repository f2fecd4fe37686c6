//! Which cards match what was typed into the find box.

use drydock_core::session::Scene;

/// The ids of the cards and marks that contain every word, in reading order. Nothing typed matches nothing.
pub fn matches(scene: &Scene, typed: &str) -> Vec<String> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let hit = |text: &str| {
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let mut found: Vec<String> = Vec::new();
    for card in &scene.cards {
        if hit(&[card.name.as_str(), card.full.as_str(), card.kind.as_str()].join(" ")) {
            found.push(card.id.clone());
        }
        found.extend(card.marks.iter().filter(|mark| hit(&mark.name)).map(|mark| mark.id.clone()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::sample::card;

    fn scene() -> Scene {
        Scene {
            cards: vec![card("a", "Service shop/redis-cart"), card("b", "Deployment shop/web")],
            ..Scene::default()
        }
    }

    #[test]
    fn every_word_must_be_there_in_any_case() {
        assert_eq!(matches(&scene(), "REDIS service"), ["a"]);
        assert_eq!(matches(&scene(), "shop"), ["a", "b"]);
        assert!(matches(&scene(), "redis deployment").is_empty());
    }

    #[test]
    fn nothing_typed_matches_nothing() {
        assert!(matches(&scene(), "  ").is_empty());
    }
}
