//! From rows and tracks to lengths: the sizes of cards and gutters, and so every place of the picture.

use super::flow::Lane;
use super::items::{HEADINGS, Item, Items};
use super::marks::{HANG, header_marks, marks};
use super::route::{Net, Routes, Side};
use super::strips::{Cell, Grid};
use super::text::{Face, cut, cut_name, width};
use super::{Card, Frame, Heading, Point, Rect, Scene};
use crate::order::Arrange;
use std::collections::{BTreeMap, BTreeSet};

/// Cards.
const CARD_HIGH: i32 = 64;
const CARD_LEAST: i32 = 148;
const CARD_MOST: i32 = 232;
/// Where the text of a card begins, and what is left free after it.
const TEXT_LEFT: i32 = 44;
const TEXT_RIGHT: i32 = 10;
/// Gutters: tracks, and what is free beside them.
pub(super) const TRACK: i32 = 8;
pub(super) const STUB: i32 = 14;
const ROW_GAP: i32 = 26;
/// Frames.
pub(super) const FRAME_PAD: i32 = 14;
const FRAME_HEAD: i32 = 36;
const FRAME_APART: i32 = 14;
/// Around everything, and the line of headings.
const MARGIN: i32 = 18;
const HEADING: i32 = 30;

pub(super) struct Plan<'a> {
    pub items: &'a Items,
    pub grid: &'a Grid,
    pub routes: &'a Routes,
    /// For each home the lanes that its frame spans.
    pub spans: Vec<Option<(usize, usize)>>,
    /// Left edge and width of each lane.
    pub lanes: Vec<(i32, i32)>,
    /// Left edge of the tracks of each gutter.
    pub tracks_x: Vec<i32>,
    /// Upper edge of each row.
    pub rows: Vec<i32>,
    pub tracks_y: Vec<i32>,
    /// Where labels may be: for a route, beside which gutter and on which of its sides, and its text.
    pub labels: BTreeMap<usize, (usize, Side, String)>,
    pub zones: BTreeMap<(usize, Side), i32>,
    pub width: i32,
    pub height: i32,
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
    pub(super) fn cell(&self, item: usize) -> Cell {
        self.grid.cells.get(&item).copied().unwrap_or_default()
    }

    pub(super) fn port(&self, item: usize, side: Side, net: Net) -> Point {
        let cell = self.cell(item);
        let (x, wide) = self.lanes[cell.lane];
        let offset = self.routes.ports.get(&(item, side, net)).copied().unwrap_or(0);
        let x = if side == Side::Left { x } else { x + wide };
        Point { x, y: self.rows[cell.row] + CARD_HIGH / 2 + offset }
    }

    /// Which lanes each frame spans.
    fn span(&mut self) {
        let homes: BTreeMap<&str, usize> = crate::order::map(
            self.grid.homes.iter().enumerate().map(|(place, (home, _, _))| (home.as_str(), place)),
        );
        self.spans = vec![None; self.grid.homes.len()];
        for (item, cell) in &self.grid.cells {
            let item = &self.items.cards[*item];
            if let Some(place) = homes.get(item.home.as_str()).filter(|_| item.inside) {
                let span = self.spans[*place].get_or_insert((cell.lane, cell.lane));
                *span = (span.0.min(cell.lane), span.1.max(cell.lane));
            }
        }
    }

    pub(super) fn zone(&self, gutter: usize, side: Side) -> i32 {
        self.zones.get(&(gutter, side)).copied().unwrap_or(0)
    }

    pub(super) fn ends_at(&self, lane: usize) -> bool {
        self.spans.iter().flatten().any(|span| span.1 == lane)
    }

    pub(super) fn starts_at(&self, lane: usize) -> bool {
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
            wide[cell.lane] = wide[cell.lane].max(wish(&self.items.cards[*item])).min(CARD_MOST);
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
            let Some(wide) = wide.get(gutter).copied() else { break };
            let between = gutter > 0 && self.grid.lanes[gutter - 1].0 != self.grid.lanes[gutter].0;
            if between {
                x += FRAME_APART;
            }
            self.lanes.push((x, wide));
            x += wide;
        }
        self.width = x + MARGIN;
    }

    fn lines(&mut self) {
        let marked: BTreeSet<usize> = crate::order::set(
            self.grid
                .cells
                .iter()
                .filter(|(item, _)| !self.items.cards[**item].pins.is_empty())
                .map(|(_, cell)| cell.row),
        );
        let mut y = MARGIN + HEADING;
        for gutter in 0..=self.grid.rows {
            let tracks = self.routes.rows[gutter].count as i32;
            let framed = |place: usize| self.spans[place].is_some();
            let homes = || self.grid.homes.iter().enumerate().filter(|(place, _)| framed(*place));
            let ends = homes().any(|(_, home)| home.2 == gutter);
            let starts = homes().any(|(_, home)| home.1 == gutter);
            if gutter > 0 && marked.contains(&(gutter - 1)) {
                y += HANG;
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
        let home_of: BTreeMap<&str, usize> = crate::order::map(
            self.grid.homes.iter().enumerate().map(|(place, (home, _, _))| (home.as_str(), place)),
        );
        // Reading order: frame by frame, strip by strip, row by row.
        places.arrange_by_key(|(item, cell)| {
            let home = home_of.get(self.items.cards[*item].home.as_str()).copied();
            (home, self.grid.lanes[cell.lane].0, cell.row, cell.lane)
        });
        places.into_iter().map(|(item, cell)| self.card(&self.items.cards[item], cell)).collect()
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
            title: cut_name(&item.title, Face::Title, room),
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
                .any(|(item, cell)| cell.row + 1 == *last && !self.items.cards[*item].pins.is_empty());
            let (x, y) = (self.lanes[*left].0 - FRAME_PAD, top - FRAME_HEAD + 4);
            let end = self.lanes[*right].0 + self.lanes[*right].1 + FRAME_PAD;
            let low = bottom + CARD_HIGH + FRAME_PAD + if hang { HANG } else { 0 };
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
