//! From rows and tracks to lengths: the sizes of cards and gutters, and so every place of the picture.

use super::flow::Lane;
use super::items::{HEADINGS, Item, Items, Link, Pin};
use super::route::{Net, Route, Routes, Side, Way};
use super::strips::{Cell, Grid};
use super::text::{Face, cut, width};
use super::{Card, CardState, Connector, EdgeLabel, Frame, Heading, Mark, Point, Rect, Scene};
use std::collections::{BTreeMap, BTreeSet};

/// Cards.
const CARD_HIGH: i32 = 64;
const CARD_LEAST: i32 = 148;
const CARD_MOST: i32 = 224;
/// Where the text of a card begins, and what is left free after it.
const TEXT_LEFT: i32 = 44;
const TEXT_RIGHT: i32 = 10;
/// Marks hang over the lower edge of their card.
const MARK_HIGH: i32 = 18;
const MARK_HANG: i32 = 11;
const MARK_MOST: i32 = 72;
/// Gutters: tracks, and what is free beside them.
const TRACK: i32 = 8;
const STUB: i32 = 14;
const ROW_GAP: i32 = 26;
/// Frames.
const FRAME_PAD: i32 = 14;
const FRAME_HEAD: i32 = 36;
const FRAME_APART: i32 = 14;
/// Labels.
const LABEL_HIGH: i32 = 14;
const LABEL_MOST: i32 = 84;
/// Around everything, and the line of headings.
const MARGIN: i32 = 18;
const HEADING: i32 = 30;

struct Plan<'a> {
    items: &'a Items,
    grid: &'a Grid,
    routes: &'a Routes,
    /// For each home the lanes that its frame spans.
    spans: Vec<Option<(usize, usize)>>,
    /// Left edge and width of each lane.
    lanes: Vec<(i32, i32)>,
    /// Left edge of the tracks of each gutter.
    tracks_x: Vec<i32>,
    /// Upper edge of each row.
    rows: Vec<i32>,
    tracks_y: Vec<i32>,
    /// Where labels may be: for a route, beside which gutter and on which of its sides, and its text.
    labels: BTreeMap<usize, (usize, Side, String)>,
    zones: BTreeMap<(usize, Side), i32>,
    width: i32,
    height: i32,
}

/// Draws items on a grid.
pub(super) fn draw(items: &Items, grid: &Grid, routes: &Routes) -> Scene {
    let mut plan = Plan {
        items,
        grid,
        routes,
        spans: Vec::new(),
        lanes: Vec::new(),
        tracks_x: Vec::new(),
        rows: Vec::new(),
        tracks_y: Vec::new(),
        labels: BTreeMap::new(),
        zones: BTreeMap::new(),
        width: 0,
        height: 0,
    };
    plan.span();
    plan.label();
    plan.columns();
    plan.lines();
    let cards = plan.cards();
    let frames = plan.frames();
    Scene {
        width: plan.width,
        height: plan.height,
        headings: plan.headings(),
        frames,
        connectors: plan.connectors(),
        cards,
        summary: items.summary,
    }
}

/// The width that an item's name asks for.
fn wish(item: &Item) -> i32 {
    TEXT_LEFT + TEXT_RIGHT + width(&item.title, Face::Title).max(width(&item.caption, Face::Caption))
}

impl Plan<'_> {
    fn cell(&self, item: usize) -> Cell {
        self.grid.cells.get(&item).copied().unwrap_or_default()
    }

    fn port(&self, item: usize, side: Side, net: Net) -> Point {
        let cell = self.cell(item);
        let (x, wide) = self.lanes[cell.lane];
        let offset = self.routes.ports.get(&(item, side, net)).copied().unwrap_or(0);
        let x = if side == Side::Left { x } else { x + wide };
        Point { x, y: self.rows[cell.row] + CARD_HIGH / 2 + offset }
    }

    /// Which lanes each frame spans.
    fn span(&mut self) {
        let homes: BTreeMap<&str, usize> =
            self.grid.homes.iter().enumerate().map(|(place, (home, _, _))| (home.as_str(), place)).collect();
        self.spans = vec![None; self.grid.homes.len()];
        for (item, cell) in &self.grid.cells {
            let item = &self.items.items[*item];
            if let Some(place) = homes.get(item.home.as_str()).filter(|_| item.inside) {
                let span = self.spans[*place].get_or_insert((cell.lane, cell.lane));
                *span = (span.0.min(cell.lane), span.1.max(cell.lane));
            }
        }
    }

    /// Finds out which labels have room, and how much the gutters must give them.
    fn label(&mut self) {
        let mut taken: BTreeMap<(usize, Side, usize), Vec<i32>> = BTreeMap::new();
        let order = |route: &Route| (route.way != Way::Straight, route.link);
        let mut routes: Vec<&Route> = self.routes.routes.iter().collect();
        routes.sort_by_key(|route| order(route));
        for route in routes {
            let link = &self.items.links[route.link];
            if link.quiet || link.label.is_empty() {
                continue;
            }
            // At the end without the trunk, where the relation runs alone.
            let (item, side) =
                if route.net.out { (link.to, route.to_side) } else { (link.from, route.from_side) };
            let cell = self.cell(item);
            let gutter = if side == Side::Left { cell.lane } else { cell.lane + 1 };
            let zone = if side == Side::Left { Side::Right } else { Side::Left };
            let offset = self.routes.ports.get(&(item, side, route.net)).copied().unwrap_or(0);
            let beside = taken.entry((gutter, zone, cell.row)).or_default();
            if beside.iter().any(|other| (other - offset).abs() < LABEL_HIGH + 1) {
                continue;
            }
            beside.push(offset);
            let text = cut(&link.label, Face::Label, LABEL_MOST);
            let room = self.zones.entry((gutter, zone)).or_default();
            *room = (*room).max(width(&text, Face::Label) + 8);
            self.labels.insert(route.link, (gutter, zone, text));
        }
    }

    fn zone(&self, gutter: usize, side: Side) -> i32 {
        self.zones.get(&(gutter, side)).copied().unwrap_or(0)
    }

    fn ends_at(&self, lane: usize) -> bool {
        self.spans.iter().flatten().any(|span| span.1 == lane)
    }

    fn starts_at(&self, lane: usize) -> bool {
        self.spans.iter().flatten().any(|span| span.0 == lane)
    }

    /// What is free left of the tracks of a gutter, and right of them.
    fn beside(&self, gutter: usize) -> (i32, i32) {
        let ends = gutter > 0 && self.ends_at(gutter - 1);
        let starts = gutter < self.grid.lanes.len() && self.starts_at(gutter);
        let left = STUB + self.zone(gutter, Side::Left) + if ends { FRAME_PAD } else { 0 };
        let right = STUB + self.zone(gutter, Side::Right) + if starts { FRAME_PAD } else { 0 };
        (left, right)
    }

    fn columns(&mut self) {
        let mut wide = vec![CARD_LEAST; self.grid.lanes.len()];
        for (item, cell) in &self.grid.cells {
            wide[cell.lane] = wide[cell.lane].max(wish(&self.items.items[*item])).min(CARD_MOST);
        }
        let mut x = MARGIN;
        for gutter in 0..=self.grid.lanes.len() {
            let tracks = (self.routes.columns[gutter].count as i32 - 1).max(0) * TRACK;
            let (left, right) = self.beside(gutter);
            let edge = gutter == 0 || gutter == self.grid.lanes.len();
            let used = self.routes.columns[gutter].count > 0;
            let (left, right) = if edge && !used {
                let frame = |pad| if pad > STUB { FRAME_PAD } else { 0 };
                if gutter == 0 { (0, frame(right)) } else { (frame(left), 0) }
            } else {
                (left, right)
            };
            self.tracks_x.push(x + left);
            x += left + tracks + right;
            if gutter == self.grid.lanes.len() {
                break;
            }
            let between = gutter > 0 && self.grid.lanes[gutter - 1].0 != self.grid.lanes[gutter].0;
            if between {
                x += FRAME_APART;
            }
            self.lanes.push((x, wide[gutter]));
            x += wide[gutter];
        }
        self.width = x + MARGIN;
    }

    fn lines(&mut self) {
        let marked: BTreeSet<usize> = self
            .grid
            .cells
            .iter()
            .filter(|(item, _)| !self.items.items[**item].pins.is_empty())
            .map(|(_, cell)| cell.row)
            .collect();
        let mut y = MARGIN + HEADING;
        for gutter in 0..=self.grid.rows {
            let tracks = self.routes.rows[gutter].count as i32;
            let framed = |place: usize| self.spans[place].is_some();
            let homes = || self.grid.homes.iter().enumerate().filter(|(place, _)| framed(*place));
            let ends = homes().any(|(_, home)| home.2 == gutter);
            let starts = homes().any(|(_, home)| home.1 == gutter);
            if gutter > 0 && marked.contains(&(gutter - 1)) {
                y += MARK_HANG;
            }
            if ends {
                y += FRAME_PAD;
            }
            let inner = gutter > 0 && gutter < self.grid.rows;
            let gap = if inner { ROW_GAP - if ends || starts { 10 } else { 0 } } else { 0 };
            let space = gap.max(if tracks > 0 { (tracks - 1) * TRACK + 24 } else { 0 });
            self.tracks_y.push(y + (space - (tracks - 1).max(0) * TRACK) / 2);
            y += space;
            if starts {
                y += FRAME_HEAD;
            }
            if gutter < self.grid.rows {
                self.rows.push(y);
                y += CARD_HIGH;
            }
        }
        self.height = y + MARGIN;
    }

    fn cards(&self) -> Vec<Card> {
        let mut places: Vec<(usize, Cell)> =
            self.grid.cells.iter().map(|(item, cell)| (*item, *cell)).collect();
        let home_of: BTreeMap<&str, usize> =
            self.grid.homes.iter().enumerate().map(|(place, (home, _, _))| (home.as_str(), place)).collect();
        // Reading order: frame by frame, strip by strip, row by row.
        places.sort_by_key(|(item, cell)| {
            let home = home_of.get(self.items.items[*item].home.as_str()).copied();
            (home, self.grid.lanes[cell.lane].0, cell.row, cell.lane)
        });
        places.into_iter().map(|(item, cell)| self.card(&self.items.items[item], cell)).collect()
    }

    fn card(&self, item: &Item, cell: Cell) -> Card {
        let (x, wide) = self.lanes[cell.lane];
        let rect = Rect { x, y: self.rows[cell.row], w: wide, h: CARD_HIGH };
        let room = wide - TEXT_LEFT - TEXT_RIGHT;
        let problems = if item.errors + item.warnings > 0 { 20 } else { 0 };
        let squares = item.pods.is_some_and(|pods| (1..=MOST_SQUARES).contains(&pods.wanted));
        let facts = match item.pods {
            Some(pods) if pods.wanted > MOST_SQUARES => format!("{} Pods", pods.wanted),
            Some(_) if squares => String::new(),
            _ => item.summary.clone(),
        };
        let full = if item.summary.is_empty() {
            item.title.clone()
        } else {
            format!("{}\n{}", item.title, item.summary)
        };
        Card {
            id: item.id.clone(),
            kind: item.kind.clone(),
            family: item.family,
            state: item.state,
            rect,
            caption: cut(&item.caption, Face::Caption, room - problems),
            title: cut(&item.title, Face::Title, room),
            summary: cut(&facts, Face::Fact, room),
            full,
            name: item.name.clone(),
            pods: item.pods,
            marks: marks(&item.id, &item.pins, rect),
            errors: item.errors,
            warnings: item.warnings,
            count: item.count,
        }
    }

    fn frames(&self) -> Vec<Frame> {
        let mut frames = Vec::new();
        for ((home, first, last), span) in self.grid.homes.iter().zip(&self.spans) {
            let (Some((left, right)), Some(info)) = (span, self.items.homes.get(home)) else { continue };
            let (Some(top), Some(bottom)) = (self.rows.get(*first), self.rows.get(last.saturating_sub(1)))
            else {
                continue;
            };
            let hang = self
                .grid
                .cells
                .iter()
                .any(|(item, cell)| cell.row + 1 == *last && !self.items.items[*item].pins.is_empty());
            let (x, y) = (self.lanes[*left].0 - FRAME_PAD, top - FRAME_HEAD + 4);
            let end = self.lanes[*right].0 + self.lanes[*right].1 + FRAME_PAD;
            let low = bottom + CARD_HIGH + FRAME_PAD + if hang { MARK_HANG } else { 0 };
            let rect = Rect { x, y, w: end - x, h: low - y };
            let lane = self.lanes[*left].1;
            let reserve = if left == right { 30 * info.pins.len().min(2) as i32 } else { 0 };
            let title = title(home, lane - reserve);
            let start = self.lanes[*left].0 + width(&title, Face::Frame) + 10;
            // A frame over several columns has room for its marks above the second one.
            let second = self.lanes[(left + 1).min(*right)];
            let room = second.0 + second.1;
            frames.push(Frame {
                id: if home.is_empty() { "cluster".to_owned() } else { format!("namespace:{home}") },
                title,
                count: info.count,
                folded: info.folded,
                rect,
                marks: header_marks(home, &info.pins, start, room, y + 9),
            });
        }
        frames
    }

    fn headings(&self) -> Vec<Heading> {
        let mut groups: BTreeMap<(usize, Lane), (i32, i32)> = BTreeMap::new();
        for ((strip, lane), (x, wide)) in self.grid.lanes.iter().zip(&self.lanes) {
            let span = groups.entry((*strip, lane / 4)).or_insert((*x, x + wide));
            span.1 = x + wide;
        }
        let heading = |((_, slot), (x, end)): ((usize, Lane), (i32, i32))| Heading {
            text: HEADINGS.get(usize::from(slot)).copied().unwrap_or_default().to_owned(),
            rect: Rect { x, y: MARGIN - 4, w: end - x, h: 16 },
        };
        groups.into_iter().map(heading).collect()
    }

    fn connectors(&self) -> Vec<Connector> {
        let mut used: BTreeMap<String, u32> = BTreeMap::new();
        let mut result = Vec::with_capacity(self.routes.routes.len());
        for route in &self.routes.routes {
            let link: &Link = &self.items.links[route.link];
            let id = format!("{}>{}", link.from_id, link.to_id);
            let times = used.entry(id.clone()).or_default();
            *times += 1;
            result.push(Connector {
                id: if *times > 1 { format!("{id}#{times}") } else { id },
                from: link.from_id.clone(),
                to: link.to_id.clone(),
                relation: link.relation,
                points: self.points(route, link),
                label: self.edge_label(route, link),
                broken: link.broken,
                quiet: link.quiet,
                count: link.count,
            });
        }
        result
    }

    fn points(&self, route: &Route, link: &Link) -> Vec<Point> {
        let start = self.port(link.from, route.from_side, route.net);
        let end = self.port(link.to, route.to_side, route.net);
        let x_of = |gutter: usize| {
            let track = self.routes.columns[gutter].track.get(&route.net).copied().unwrap_or(0);
            self.tracks_x[gutter] + track as i32 * TRACK
        };
        let mut points = vec![start];
        match route.way {
            Way::Straight => {}
            Way::Short(gutter) => {
                let x = x_of(gutter);
                points.extend([Point { x, y: start.y }, Point { x, y: end.y }]);
            }
            Way::Long(first, row, last) => {
                let track = self.routes.rows[row].track.get(&route.net).copied().unwrap_or(0);
                let y = self.tracks_y[row] + track as i32 * TRACK;
                let (left, right) = (x_of(first), x_of(last));
                points.extend([
                    Point { x: left, y: start.y },
                    Point { x: left, y },
                    Point { x: right, y },
                    Point { x: right, y: end.y },
                ]);
            }
        }
        points.push(end);
        points.dedup();
        points
    }

    fn edge_label(&self, route: &Route, link: &Link) -> Option<EdgeLabel> {
        let (gutter, zone, text) = self.labels.get(&route.link)?;
        let (item, side) =
            if route.net.out { (link.to, route.to_side) } else { (link.from, route.from_side) };
        let port = self.port(item, side, route.net);
        let (room, wide) = (self.zone(*gutter, *zone), width(text, Face::Label) + 4);
        let middle = match (zone, side) {
            (Side::Right, _) => port.x - STUB + 2 - self.frame_pad(*gutter, Side::Right) - room / 2,
            (Side::Left, _) => port.x + STUB - 2 + self.frame_pad(*gutter, Side::Left) + room / 2,
        };
        let rect = Rect { x: middle - wide / 2, y: port.y - LABEL_HIGH / 2, w: wide, h: LABEL_HIGH };
        Some(EdgeLabel { text: text.clone(), full: link.label.clone(), rect })
    }

    fn frame_pad(&self, gutter: usize, side: Side) -> i32 {
        let framed = match side {
            Side::Left => gutter > 0 && self.ends_at(gutter - 1),
            Side::Right => gutter < self.grid.lanes.len() && self.starts_at(gutter),
        };
        if framed { FRAME_PAD } else { 0 }
    }
}

/// More Pods than this are a number.
const MOST_SQUARES: u32 = 10;

/// `Namespace shop`, or as much of it as fits.
fn title(home: &str, room: i32) -> String {
    if home.is_empty() {
        return "Cluster".to_owned();
    }
    let long = format!("Namespace {home}");
    if width(&long, Face::Frame) <= room { long } else { cut(home, Face::Frame, room) }
}

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
    if text.is_empty() { 22 } else { (22 + width(text, Face::Mark) + 5).min(MARK_MOST) }
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

/// Marks on the lower edge of a card, from its right end to the left; what does not fit is one mark more.
fn marks(host: &str, pins: &[Pin], card: Rect) -> Vec<Mark> {
    let (mut right, y) = (card.x + card.w - 8, card.y + card.h + MARK_HANG - MARK_HIGH);
    let texts: Vec<String> = pins.iter().map(|pin| cut(&pin.text, Face::Mark, MARK_MOST - 27)).collect();
    let room = |right: i32| right - card.x - 8;
    let mut result = Vec::new();
    for (place, (pin, text)) in pins.iter().zip(&texts).enumerate() {
        let (wide, rest_wide) = (mark_width(text), mark_width("+99"));
        let all: i32 = texts[place..].iter().map(|text| mark_width(text) + 4).sum::<i32>() - 4;
        if all > room(right) && wide + 4 + rest_wide > room(right) {
            let rect = Rect { x: right - rest_wide, y, w: rest_wide, h: MARK_HIGH };
            result.extend(rest(host, &pins[place..], rect));
            break;
        }
        result.push(mark(pin, text.clone(), Rect { x: right - wide, y, w: wide, h: MARK_HIGH }));
        right -= wide + 4;
    }
    result
}

/// Marks beside the title of a frame.
fn header_marks(home: &str, pins: &[Pin], start: i32, end: i32, y: i32) -> Vec<Mark> {
    let (mut x, mut result) = (start, Vec::new());
    for (place, pin) in pins.iter().enumerate() {
        let more = place + 1 < pins.len();
        let room = end - x;
        if room < 22 + if more { 4 + mark_width("+9") } else { 0 } {
            result.extend(rest(home, &pins[place..], Rect { x, y, w: mark_width("+9"), h: MARK_HIGH }));
            break;
        }
        result.push(mark(pin, String::new(), Rect { x, y, w: 22, h: MARK_HIGH }));
        x += 26;
    }
    result
}
