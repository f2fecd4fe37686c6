//! A scene as a self-contained SVG: no script, no font, nothing from elsewhere.

use super::Theme;
use crate::graph::Relation;
use crate::scene::{Card, CardState, Connector, Frame, Mark, Point, Scene, icon};
use std::fmt::Write as _;

/// How round the bends of relations are.
const BEND: i32 = 8;
const SANS: &str =
    "ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif";

/// Writes a scene as SVG.
pub fn svg(scene: &Scene, theme: Theme) -> String {
    let mut out = String::new();
    let (width, height) = (scene.width.max(1), scene.height.max(1));
    let [paper, surface, _, strong, ink, ink2, ink3, error, warning, ready] = theme.ground();
    let summary = scene.summary;
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\" aria-label=\"{} objects, {} relations\"><style>\
         text{{font-family:{SANS};fill:{ink}}}.n{{font-size:13px;font-weight:600}}\
         .k{{font-size:10.5px;fill:{ink3}}}.f{{font-size:11px;fill:{ink2}}}\
         .b{{fill:{surface};stroke:{strong}}}.m{{fill:none;stroke:{error};stroke-dasharray:5 4}}\
         .e{{fill:none;stroke:{strong};stroke-width:1.5}}.c{{stroke-width:1}}.x{{stroke:{error};stroke-dasharray:5 4}}\
         .l{{font-size:10.5px;fill:{ink2}}}.lb{{fill:{paper}}}\
         .fr{{fill:none;stroke:{strong};stroke-dasharray:2 4}}.ft{{font-size:11px;font-weight:600;fill:{ink3}}}\
         .h{{font-size:10.5px;fill:{ink3};letter-spacing:.05em;text-transform:uppercase;font-weight:600}}\
         .i{{fill:none;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}}\
         .er{{fill:{error}}}.wa{{fill:{warning}}}.ok{{fill:{ready};stroke:{ready}}}\
         .mt{{font-size:10.5px;font-weight:600}}.w{{fill:{surface};font-size:9.5px;font-weight:700}}</style>\
         <defs>",
        summary.objects, summary.relations
    );
    for (id, colour) in [("a", strong), ("x", error)] {
        let _ = write!(
            out,
            "<marker id=\"{id}\" viewBox=\"0 0 8 8\" refX=\"6.4\" refY=\"4\" markerWidth=\"6.5\" \
             markerHeight=\"6.5\" orient=\"auto\"><path d=\"M0 .8 6.6 4 0 7.2z\" fill=\"{colour}\"/></marker>"
        );
    }
    let _ = write!(out, "</defs><rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>");
    for frame in &scene.frames {
        draw_frame(&mut out, frame, theme);
    }
    for heading in &scene.headings {
        let rect = heading.rect;
        let _ = write!(
            out,
            "<text class=\"h\" x=\"{}\" y=\"{}\">{}</text>",
            rect.x,
            rect.y + 12,
            escape(&heading.text)
        );
    }
    for connector in scene.connectors.iter().filter(|connector| !connector.quiet) {
        draw_connector(&mut out, connector);
    }
    for label in
        scene.connectors.iter().filter(|connector| !connector.quiet).filter_map(|one| one.label.as_ref())
    {
        let rect = label.rect;
        let _ = write!(
            out,
            "<rect class=\"lb\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\"/>\
             <text class=\"l\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            rect.x,
            rect.y,
            rect.w,
            rect.h,
            rect.x + rect.w / 2,
            rect.y + 11,
            escape(&label.text)
        );
    }
    for card in &scene.cards {
        draw_card(&mut out, card, theme);
    }
    out.push_str("</svg>\n");
    out
}

fn draw_frame(out: &mut String, frame: &Frame, theme: Theme) {
    let rect = frame.rect;
    let _ = write!(
        out,
        "<rect class=\"fr\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"14\"/>\
         <text class=\"ft\" x=\"{}\" y=\"{}\">{}</text>",
        rect.x,
        rect.y,
        rect.w,
        rect.h,
        rect.x + 14,
        rect.y + 22,
        escape(&frame.title)
    );
    for mark in &frame.marks {
        draw_mark(out, mark, theme);
    }
}

fn draw_connector(out: &mut String, connector: &Connector) {
    let (class, marker) = match (connector.broken, connector.relation) {
        (true, _) => ("e x", "x"),
        // What is only named, not configured as a relation, stays in the background.
        (false, Relation::Refers) => ("e c", "a"),
        (false, _) => ("e", "a"),
    };
    let path = rounded(&connector.points);
    let _ = write!(out, "<path class=\"{class}\" d=\"{path}\" marker-end=\"url(#{marker})\"/>");
}

/// A line through points with rounded bends.
fn rounded(points: &[Point]) -> String {
    let mut path = String::new();
    for (place, point) in points.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| points.get(place));
        let (Some(before), Some(after)) = (before, points.get(place + 1)) else {
            let letter = if place == 0 { 'M' } else { 'L' };
            let _ = write!(path, "{letter}{} {}", point.x, point.y);
            continue;
        };
        let length = |other: &Point| (other.x - point.x).abs() + (other.y - point.y).abs();
        let bend = BEND.min(length(before) / 2).min(length(after) / 2);
        let toward = |other: &Point| {
            (point.x + (other.x - point.x).signum() * bend, point.y + (other.y - point.y).signum() * bend)
        };
        let ((x1, y1), (x2, y2)) = (toward(before), toward(after));
        let _ = write!(path, "L{x1} {y1}Q{} {} {x2} {y2}", point.x, point.y);
    }
    path
}

fn draw_card(out: &mut String, card: &Card, theme: Theme) {
    let [_, surface, _, strong, _, _, ink3, error, ..] = theme.ground();
    let (hue, wash) = theme.hue(card.family);
    let rect = card.rect;
    let missing = card.state == CardState::Missing;
    let faint = matches!(card.state, CardState::Ambient | CardState::Outside | CardState::Stale);
    let _ = write!(
        out,
        "<g transform=\"translate({} {})\"><title>{}</title>",
        rect.x,
        rect.y,
        escape(&card.full)
    );
    if card.state == CardState::Group {
        let _ = write!(
            out,
            "<rect x=\"3\" y=\"3\" width=\"{}\" height=\"{}\" rx=\"9\" fill=\"{surface}\" stroke=\"{strong}\"/>",
            rect.w, rect.h
        );
    }
    let class = if missing { "m" } else { "b" };
    let dash = if faint { " stroke-dasharray=\"3 3\"" } else { "" };
    let _ =
        write!(out, "<rect class=\"{class}\" width=\"{}\" height=\"{}\" rx=\"9\"{dash}/>", rect.w, rect.h);
    if !missing {
        let _ = write!(
            out,
            "<rect width=\"34\" height=\"{}\" x=\"1\" y=\"1\" rx=\"8\" fill=\"{wash}\"/>",
            rect.h - 2
        );
    }
    let stroke = if missing { error } else { hue };
    let _ = write!(
        out,
        "<path class=\"i\" stroke=\"{stroke}\" transform=\"translate(10 11)\" d=\"{}\"/>\
         <text class=\"k\" x=\"44\" y=\"19\">{}</text><text class=\"n\" x=\"44\" y=\"36\">{}</text>",
        icon(&card.kind, card.family),
        escape(&card.caption),
        escape(&card.title)
    );
    if !card.summary.is_empty() {
        let _ = write!(out, "<text class=\"f\" x=\"44\" y=\"52\">{}</text>", escape(&card.summary));
    }
    if let Some(pods) = card.pods.filter(|pods| pods.wanted <= 10) {
        for pod in 0..pods.wanted {
            let x = 44 + 14 * pod as i32;
            let class = if pod < pods.ready { " class=\"ok\"" } else { "" };
            let _ = write!(
                out,
                "<rect{class} x=\"{x}\" y=\"43\" width=\"11\" height=\"11\" rx=\"3\" \
                 fill=\"none\" stroke=\"{ink3}\"/>"
            );
            if pod < pods.ready {
                let _ = write!(
                    out,
                    "<path class=\"i\" stroke=\"{surface}\" d=\"M{} 48.8l2 2.2 3.6-4.4\"/>",
                    f64::from(x) + 2.8
                );
            }
        }
    }
    let (count, class) = if card.errors > 0 { (card.errors, "er") } else { (card.warnings, "wa") };
    if count > 0 {
        let x = rect.w - 13;
        let _ = write!(
            out,
            "<circle class=\"{class}\" cx=\"{x}\" cy=\"13\" r=\"7.5\"/>\
             <text class=\"w\" x=\"{x}\" y=\"16.5\" text-anchor=\"middle\">{count}</text>"
        );
    }
    out.push_str("</g>");
    for mark in &card.marks {
        draw_mark(out, mark, theme);
    }
}

fn draw_mark(out: &mut String, mark: &Mark, theme: Theme) {
    let [_, surface, _, _, _, _, _, error, ..] = theme.ground();
    let (hue, _) = theme.hue(mark.family);
    let rect = mark.rect;
    let missing = mark.state == CardState::Missing;
    let hue = if missing { error } else { hue };
    let dash = if missing || mark.state == CardState::Ambient { " stroke-dasharray=\"3 2\"" } else { "" };
    let _ = write!(
        out,
        "<g transform=\"translate({} {})\"><title>{}</title><rect width=\"{}\" height=\"{}\" rx=\"9\" \
         fill=\"{surface}\" stroke=\"{hue}\"{dash}/>\
         <path class=\"i\" stroke=\"{hue}\" transform=\"translate(5 3) scale(.75)\" d=\"{}\"/>",
        rect.x,
        rect.y,
        escape(&mark.name),
        rect.w,
        rect.h,
        icon(&mark.kind, mark.family)
    );
    if !mark.text.is_empty() {
        let _ = write!(
            out,
            "<text class=\"mt\" x=\"20\" y=\"12.8\" style=\"fill:{hue}\">{}</text>",
            escape(&mark.text)
        );
    }
    out.push_str("</g>");
}

/// Text as XML wants it; characters that XML forbids are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(character),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(character),
        }
    }
    out
}
