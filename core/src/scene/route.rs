//! How relations run between cards: only through the gutters between columns and rows, and through empty
//! cells, so that none ever crosses a card.
//!
//! Relations that fan out of one card, or into one, are a *net*: they share one port and one trunk, which is
//! read as a tree. Different nets never lie upon each other: every net has a track of its own in each gutter.

use super::items::Link;
use super::strips::{Cell, Grid};
use crate::order::Arrange;
use std::collections::{BTreeMap, BTreeSet};

/// A side of a card.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Side {
    Left,
    Right,
}

/// What shares a trunk.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Net {
    /// The item at the trunk.
    pub item: usize,
    pub side: Side,
    /// Whether the relations lead away from it.
    pub out: bool,
    pub quiet: bool,
    pub broken: bool,
}

/// The way of a relation; gutter `g` of columns lies left of lane `g`, gutter `g` of rows above row `g`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    /// In one row, without a bend.
    Straight,
    /// Along one gutter between columns.
    Short(usize),
    /// Along a gutter between columns, one between rows, and another one between columns.
    Long(usize, usize, usize),
}

/// A routed relation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Route {
    pub link: usize,
    pub net: Net,
    pub way: Way,
    pub from_side: Side,
    pub to_side: Side,
}

/// All routes, and the places in ports and gutters that they were given.
#[derive(Clone, Debug, Default)]
pub(super) struct Routes {
    pub ways: Vec<Route>,
    /// How far a port is below the middle of its card's side.
    pub ports: BTreeMap<(usize, Side, Net), i32>,
    /// Tracks in the gutters between columns: which track each net has, and how many there are.
    pub columns: Vec<Tracks>,
    /// Tracks in the gutters between rows.
    pub rows: Vec<Tracks>,
}

/// The tracks of a gutter.
#[derive(Clone, Debug, Default)]
pub(super) struct Tracks {
    pub track: BTreeMap<Net, usize>,
    pub count: usize,
    spans: BTreeMap<Net, (usize, usize, i64)>,
}

impl Tracks {
    /// A net runs from one place to another.
    fn run(&mut self, net: Net, from: usize, to: usize) {
        let lean = to as i64 - from as i64;
        let span = self.spans.entry(net).or_insert((from.min(to), from.max(to), 0));
        *span =
            (span.0.min(from).min(to), span.1.max(from).max(to), span.2 + if net.out { lean } else { -lean });
    }

    /// Gives every net a track on which no other net runs in the same place.
    fn settle(&mut self) {
        let mut order: Vec<(Net, (usize, usize, i64))> =
            self.spans.iter().filter(|(net, _)| !net.quiet).map(|(net, span)| (*net, *span)).collect();
        // Those that lead up first, the higher the further left; then those that lead down, the other way round.
        order.arrange_by_key(
            |(net, (least, most, lean))| {
                if *lean < 0 { (0, *most as i64, *net) } else { (1, -(*least as i64), *net) }
            },
        );
        let mut tracks: Vec<Vec<(usize, usize)>> = Vec::new();
        for (net, (least, most, _)) in order {
            let free =
                |track: &Vec<(usize, usize)>| track.iter().all(|(low, high)| most < *low || *high < least);
            let place = tracks.iter().position(free).unwrap_or(tracks.len());
            if place == tracks.len() {
                tracks.push(Vec::new());
            }
            tracks[place].push((least, most));
            self.track.insert(net, place);
        }
        self.count = tracks.len();
        // What is drawn only on demand does not widen the picture: it lies where there is a track already.
        let quiet: Vec<Net> = self.spans.keys().filter(|net| net.quiet).copied().collect();
        if !quiet.is_empty() {
            self.count = self.count.max(1);
        }
        for (place, net) in quiet.into_iter().enumerate() {
            self.track.insert(net, place % self.count);
        }
    }
}

/// Which item stands where.
struct Ground<'a> {
    grid: &'a Grid,
    /// For each row the occupied lanes, with their items.
    rows: Vec<BTreeMap<usize, usize>>,
}

impl Ground<'_> {
    fn cell(&self, item: usize) -> Option<Cell> {
        self.grid.cells.get(&item).copied()
    }

    /// The occupied lane left of a place.
    fn before(&self, cell: Cell) -> Option<usize> {
        self.rows[cell.row].range(..cell.lane).next_back().map(|(lane, _)| *lane)
    }

    /// The occupied lane right of a place.
    fn after(&self, cell: Cell) -> Option<usize> {
        self.rows[cell.row].range(cell.lane + 1..).next().map(|(lane, _)| *lane)
    }

    /// The gutters that a side of a card sees across empty cells, nearest first.
    fn reach(&self, cell: Cell, side: Side) -> (usize, usize) {
        match side {
            Side::Right => (cell.lane + 1, self.after(cell).unwrap_or(self.grid.lanes.len())),
            Side::Left => (cell.lane, self.before(cell).map_or(0, |lane| lane + 1)),
        }
    }
}

/// Routes all relations between items that have a place.
pub(super) fn route(grid: &Grid, links: &[Link]) -> Routes {
    let mut rows = vec![BTreeMap::new(); grid.rows];
    for (item, cell) in &grid.cells {
        rows[cell.row].insert(cell.lane, *item);
    }
    let ground = Ground { grid, rows };
    let mut result = Routes {
        columns: vec![Tracks::default(); grid.lanes.len() + 1],
        rows: vec![Tracks::default(); grid.rows + 1],
        ..Routes::default()
    };
    choose_ways(&ground, links, &mut result);
    assign_ports(&ground, links, &mut result);
    for route in &result.ways {
        let (Some(from), Some(to)) =
            (grid.cells.get(&links[route.link].from), grid.cells.get(&links[route.link].to))
        else {
            continue;
        };
        let (start, end) = (2 * from.row + 1, 2 * to.row + 1);
        match route.way {
            Way::Straight => {}
            Way::Short(gutter) => result.columns[gutter].run(route.net, start, end),
            Way::Long(first, row, last) => {
                result.columns[first].run(route.net, start, 2 * row);
                result.rows[row].run(route.net, first, last);
                result.columns[last].run(route.net, 2 * row, end);
            }
        }
    }
    for tracks in result.columns.iter_mut().chain(&mut result.rows) {
        tracks.settle();
    }
    result
}

fn choose_ways(ground: &Ground<'_>, links: &[Link], result: &mut Routes) {
    // How many relations of each sort leave and enter each side, which decides whose trunk they share.
    let sides = |from: Cell, to: Cell| match from.lane.cmp(&to.lane) {
        std::cmp::Ordering::Less => (Side::Right, Side::Left),
        std::cmp::Ordering::Equal => {
            // Beside a column on the side where the strip goes on, so that the line stays within its frame.
            let strip = |lane: usize| ground.grid.lanes.get(lane).map(|lane| lane.0);
            let side = if strip(from.lane + 1) == strip(from.lane) { Side::Right } else { Side::Left };
            (side, side)
        }
        std::cmp::Ordering::Greater => (Side::Left, Side::Right),
    };
    let mut use_of: BTreeMap<Net, usize> = BTreeMap::new();
    let mut ends = Vec::new();
    for (place, link) in links.iter().enumerate() {
        let (Some(from), Some(to)) = (ground.cell(link.from), ground.cell(link.to)) else { continue };
        let (from_side, to_side) = sides(from, to);
        let (quiet, broken) = (link.quiet, link.broken);
        let source = Net { item: link.from, side: from_side, out: true, quiet, broken };
        let target = Net { item: link.to, side: to_side, out: false, quiet, broken };
        *use_of.entry(source).or_default() += 1;
        *use_of.entry(target).or_default() += 1;
        ends.push((place, from, to, source, target));
    }
    let mut straight: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (link, from, to, source, target) in ends {
        let net = if use_of.get(&target) > use_of.get(&source) { target } else { source };
        let adjacent = from.row == to.row
            && match from.lane.cmp(&to.lane) {
                std::cmp::Ordering::Less => ground.after(from) == Some(to.lane),
                std::cmp::Ordering::Equal => false,
                std::cmp::Ordering::Greater => ground.before(from) == Some(to.lane),
            };
        let gap = (from.row, from.lane.min(to.lane));
        let way = if adjacent && !net.quiet && !straight.contains(&gap) {
            straight.insert(gap);
            Way::Straight
        } else {
            bend(ground, from, to, &source, &target, net.out)
        };
        result.ways.push(Route { link, net, way, from_side: source.side, to_side: target.side });
    }
}

/// The way of a relation that is not straight.
fn bend(ground: &Ground<'_>, from: Cell, to: Cell, source: &Net, target: &Net, out: bool) -> Way {
    let (near_from, far_from) = ground.reach(from, source.side);
    let (near_to, far_to) = ground.reach(to, target.side);
    let least = near_from.min(far_from).max(near_to.min(far_to));
    let most = near_from.max(far_from).min(near_to.max(far_to));
    if least <= most {
        let wish = if out { near_from } else { near_to };
        return Way::Short(wish.clamp(least, most));
    }
    // The gutter beside the row of the end without the trunk, on the side that faces the other end.
    let (own, other) = if out { (to, from) } else { (from, to) };
    let row =
        if other.row < own.row || (other.row == own.row && own.row > 0) { own.row } else { own.row + 1 };
    Way::Long(near_from, row, near_to)
}

/// Ports on facing sides of two cards of a row have different heights, so that nothing that runs between
/// them meets; a straight relation is in the middle of both.
fn assign_ports(ground: &Ground<'_>, links: &[Link], result: &mut Routes) {
    type Port = (usize, Side, Net);
    type Leads = BTreeMap<Port, (i64, i64, bool)>;
    // By gap (row, lane of the card at its left, counted from 1): its ports with the sum of where they lead.
    let mut gaps: BTreeMap<(usize, usize), Leads> = BTreeMap::new();
    for route in &result.ways {
        let link = &links[route.link];
        let ends = [(link.from, route.from_side, link.to), (link.to, route.to_side, link.from)];
        for (item, side, other) in ends {
            let (Some(cell), Some(far)) = (ground.cell(item), ground.cell(other)) else { continue };
            let gap = match side {
                Side::Right => cell.lane + 1,
                Side::Left => ground.before(cell).map_or(0, |lane| lane + 1),
            };
            let port = gaps.entry((cell.row, gap)).or_default().entry((item, side, route.net)).or_default();
            port.0 += far.row as i64 - cell.row as i64;
            port.1 += 1;
            port.2 |= route.way == Way::Straight;
        }
    }
    for ports in gaps.values() {
        let middle = ports.values().any(|port| port.2);
        let mut loud: Vec<(i64, Port)> = Vec::new();
        for (port, (sum, count, straight)) in ports {
            if *straight {
                result.ports.insert(*port, 0);
            } else if port.2.quiet {
                result.ports.insert(*port, if port.1 == Side::Right { 12 } else { -12 });
            } else {
                loud.push((sum * 16 / (*count).max(1), *port));
            }
        }
        loud.arrange();
        let above = loud.iter().filter(|(lean, _)| *lean < 0).count() as i32;
        let count = loud.len() as i32;
        let spread = if count + i32::from(middle) <= 3 { 16 } else { 8 };
        for (place, (lean, port)) in loud.into_iter().enumerate() {
            let place = place as i32;
            let offset = match (middle, lean < 0) {
                (true, true) => (place - above) * spread,
                (true, false) => (place - above + 1) * spread,
                (false, _) => place * spread - (count - 1) * spread / 2,
            };
            result.ports.insert(port, offset.clamp(-24, 24));
        }
    }
}
