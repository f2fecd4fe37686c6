//! Lines through right angles, with rounded corners and an arrow head.

use drydock_core::session::Point;
use std::fmt::Write;

/// The radius of a corner.
const RADIUS: f64 = 8.0;

/// Length of an arrow head, and half its width.
const HEAD: (f64, f64) = (8.0, 4.0);

type Spot = (f64, f64);

/// The `d` of a line and that of its arrow head.
pub fn path(points: &[Point]) -> (String, String) {
    let mut spots: Vec<Spot> = Vec::with_capacity(points.len());
    for point in points {
        let spot = (f64::from(point.x), f64::from(point.y));
        if spots.last() != Some(&spot) {
            spots.push(spot);
        }
    }
    let (Some(&end), true) = (spots.last(), spots.len() > 1) else { return (String::new(), String::new()) };
    let before = spots[spots.len() - 2];
    let (way, length) = direction(before, end);
    let head = arrow(end, way);
    // The line ends inside its head, so that its blunt end does not look out at the tip.
    let shortened = HEAD.0.min(length) - 1.0;
    if let Some(last) = spots.last_mut() {
        *last = (end.0 - way.0 * shortened, end.1 - way.1 * shortened);
    }
    (rounded(&spots), head)
}

/// The triangle at the end of a line.
fn arrow(tip: Spot, way: Spot) -> String {
    let base = (tip.0 - way.0 * HEAD.0, tip.1 - way.1 * HEAD.0);
    let side = (-way.1 * HEAD.1, way.0 * HEAD.1);
    let mut text = String::with_capacity(40);
    spot(&mut text, 'M', tip);
    spot(&mut text, 'L', (base.0 + side.0, base.1 + side.1));
    spot(&mut text, 'L', (base.0 - side.0, base.1 - side.1));
    text.push('z');
    text
}

fn rounded(spots: &[Spot]) -> String {
    let mut text = String::with_capacity(spots.len() * 24);
    spot(&mut text, 'M', spots[0]);
    for window in spots.windows(3) {
        let (before, corner, after) = (window[0], window[1], window[2]);
        let (into, length_in) = direction(before, corner);
        let (out, length_out) = direction(corner, after);
        let radius = RADIUS.min(length_in / 2.0).min(length_out / 2.0);
        spot(&mut text, 'L', (corner.0 - into.0 * radius, corner.1 - into.1 * radius));
        spot(&mut text, 'Q', corner);
        spot(&mut text, ' ', (corner.0 + out.0 * radius, corner.1 + out.1 * radius));
    }
    spot(&mut text, 'L', spots[spots.len() - 1]);
    text
}

fn direction(from: Spot, to: Spot) -> (Spot, f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(f64::EPSILON);
    ((dx / length, dy / length), length)
}

fn spot(text: &mut String, command: char, at: Spot) {
    let round = |value: f64| (value * 10.0).round() / 10.0;
    let _ = write!(text, "{command}{} {}", round(at.0), round(at.1));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(points: &[(i32, i32)]) -> (String, String) {
        path(&points.iter().map(|&(x, y)| Point { x, y }).collect::<Vec<_>>())
    }

    #[test]
    fn a_straight_line_ends_in_its_head() {
        let (line, head) = through(&[(0, 10), (100, 10)]);
        assert_eq!((line.as_str(), head.as_str()), ("M0 10L93 10", "M100 10L92 14L92 6z"));
    }

    #[test]
    fn a_corner_is_rounded() {
        assert_eq!(through(&[(0, 0), (50, 0), (50, 60)]).0, "M0 0L42 0Q50 0 50 8L50 53");
    }

    #[test]
    fn a_short_leg_gets_a_small_corner() {
        assert_eq!(
            through(&[(0, 0), (50, 0), (50, 6), (90, 6)]).0,
            "M0 0L47 0Q50 0 50 3L50 3Q50 6 53 6L83 6"
        );
    }

    #[test]
    fn a_line_of_one_point_is_nothing() {
        assert_eq!(through(&[(3, 3), (3, 3)]), (String::new(), String::new()));
    }
}
