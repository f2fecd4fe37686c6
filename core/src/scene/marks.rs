//! Marks on cards and beside the titles of frames.

use super::items::Pin;
use super::text::{Face, width};
use super::{CardState, Mark, Rect};

/// Marks hang over the lower edge of their card.
const HIGH: i32 = 18;
pub(super) const HANG: i32 = 11;
const MOST: i32 = 104;

fn mark(pin: &Pin, text: String, rect: Rect) -> Mark {
    Mark {
        id: pin.id.clone(),
        kind: pin.kind.clone(),
        family: pin.family,
        text,
        name: pin.name.clone(),
        rect,
        state: pin.state,
        errors: pin.errors,
        warnings: pin.warnings,
    }
}

fn mark_width(text: &str) -> i32 {
    if text.is_empty() { 22 } else { (22 + width(text, Face::Mark) + 5).min(MOST) }
}

/// The rest of what sits on a card, as one mark.
fn rest(host: &str, pins: &[Pin], rect: Rect) -> Option<Mark> {
    let first = pins.first()?;
    let names: Vec<&str> = pins.iter().map(|pin| pin.name.as_str()).collect();
    let mut rest = mark(first, format!("+{}", pins.len()), rect);
    rest.id = format!("group:rest:{host}");
    rest.name = format!("{} more: {}", pins.len(), names.join("; "));
    rest.errors = pins.iter().map(|pin| pin.errors).sum();
    rest.warnings = pins.iter().map(|pin| pin.warnings).sum();
    if pins.iter().any(|pin| pin.state == CardState::Missing) {
        rest.state = CardState::Missing;
    }
    Some(rest)
}

/// What each mark says. The longest fall silent as long as there is not enough room: a mark without a text
/// says more than a number of marks.
fn texts(pins: &[Pin], room: i32) -> Vec<String> {
    let fits = |text: &str| 22 + width(text, Face::Mark) + 5 <= MOST;
    let mut texts: Vec<String> =
        pins.iter().map(|pin| if fits(&pin.text) { pin.text.clone() } else { String::new() }).collect();
    while texts.iter().map(|text| mark_width(text) + 4).sum::<i32>() - 4 > room {
        match texts.iter_mut().max_by_key(|text| mark_width(text)).filter(|text| !text.is_empty()) {
            Some(longest) => longest.clear(),
            None => break,
        }
    }
    texts
}

/// Marks on the lower edge of a card, from its right end to the left; what does not fit is one mark more.
pub(super) fn marks(host: &str, pins: &[Pin], card: Rect) -> Vec<Mark> {
    let (mut right, y) = (card.x + card.w - 8, card.y + card.h + HANG - HIGH);
    let texts = texts(pins, card.w - 16);
    let room = |right: i32| right - card.x - 8;
    let mut result = Vec::new();
    for (place, (pin, text)) in pins.iter().zip(&texts).enumerate() {
        let (wide, rest_wide) = (mark_width(text), mark_width("+99"));
        let all: i32 = texts[place..].iter().map(|text| mark_width(text) + 4).sum::<i32>() - 4;
        if all > room(right) && wide + 4 + rest_wide > room(right) {
            let rect = Rect { x: right - rest_wide, y, w: rest_wide, h: HIGH };
            result.extend(rest(host, &pins[place..], rect));
            break;
        }
        result.push(mark(pin, text.clone(), Rect { x: right - wide, y, w: wide, h: HIGH }));
        right -= wide + 4;
    }
    result
}

/// Marks beside the title of a frame.
pub(super) fn header_marks(home: &str, pins: &[Pin], start: i32, end: i32, y: i32) -> Vec<Mark> {
    let (mut x, mut result) = (start, Vec::new());
    for (place, pin) in pins.iter().enumerate() {
        let more = place + 1 < pins.len();
        let room = end - x;
        if pins.len() > 1 && room < 22 + if more { 4 + mark_width("+9") } else { 0 } {
            result.extend(rest(home, &pins[place..], Rect { x, y, w: mark_width("+9"), h: HIGH }));
            break;
        }
        result.push(mark(pin, String::new(), Rect { x, y, w: 22, h: HIGH }));
        x += 26;
    }
    result
}
