//! The drawn relations: their lines, and where their labels have room.

use super::geometry::{FRAME_PAD, Plan, STUB, TRACK};
use super::items::Link;
use super::route::{Route, Side, Way};
use super::text::{Face, cut, width};
use super::{Connector, EdgeLabel, Point, Rect};
use crate::order::Arrange;
use std::collections::BTreeMap;

/// Labels.
const LABEL_HIGH: i32 = 14;
const LABEL_MOST: i32 = 100;

impl Plan<'_> {
    /// Finds out which labels have room, and how much the gutters must give them.
    pub(super) fn label(&mut self) {
        let mut taken: BTreeMap<(usize, Side, usize), Vec<i32>> = BTreeMap::new();
        let order = |route: &Route| (route.way != Way::Straight, route.link);
        let mut routes: Vec<&Route> = self.routes.ways.iter().collect();
        routes.arrange_by_key(|route| order(route));
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
            // The bend before the label stays free.
            *room = (*room).max(width(&text, Face::Label) + 16);
            self.labels.insert(route.link, (gutter, zone, text));
        }
    }

    pub(super) fn connectors(&self) -> Vec<Connector> {
        let mut used: BTreeMap<String, u32> = BTreeMap::new();
        let mut result = Vec::with_capacity(self.routes.ways.len());
        for route in &self.routes.ways {
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
