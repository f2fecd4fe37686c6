//! Where every card stands: in which strip, which column and which row.
//!
//! All columns side by side are a *strip*. A tall picture is broken into several strips, like a text into
//! columns of print, so that it has the shape of a screen: namespaces are set into them like bricks, and a
//! namespace that is too tall for one takes several.

use super::flow::{Block, Flow, Lane};
use std::collections::{BTreeMap, BTreeSet};

/// Where a card stands. Lanes are counted over all strips.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Cell {
    pub lane: usize,
    pub row: usize,
}

/// A lane of the picture: which strip, and which lane of that.
pub(super) type LaneOf = (usize, Lane);

/// The grid of a picture.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub lanes: Vec<LaneOf>,
    pub rows: usize,
    /// By item.
    pub cells: BTreeMap<usize, Cell>,
    /// The rows of every home: first, and one after the last.
    pub homes: Vec<(String, usize, usize)>,
}

/// The shape of the screen that a picture is made for.
const WIDE: i64 = 1500;
const HIGH: i64 = 1000;
/// The usual sizes of a lane, a row, and what a strip or a frame adds.
const LANE: i64 = 236;
const ROW: i64 = 98;
const STRIP: i64 = 40;
const FRAME: i64 = 70;
/// More strips than this make nothing more readable.
const MOST_STRIPS: usize = 10;

/// A home with its blocks.
pub(super) type HomeBlocks = (String, Vec<Block>);

/// Tries pictures of one, two, three … strips and takes the one that is largest on a screen.
pub(super) fn place(homes: &[HomeBlocks]) -> Grid {
    // Every home in one piece, which most of them stay in.
    let alone: Vec<Column> = homes
        .iter()
        .map(|(_, blocks)| fill(blocks, usize::MAX).into_iter().next().unwrap_or_default())
        .collect();
    let mut best: Option<(i64, Grid)> = None;
    let mut worse = 0;
    for strips in 1..=MOST_STRIPS {
        let grid = try_strips(homes, &alone, strips);
        let used: BTreeSet<usize> = crate::order::set(grid.lanes.iter().map(|lane| lane.0));
        let width = LANE * grid.lanes.len() as i64 + STRIP * used.len() as i64;
        let height = ROW * grid.rows as i64 + FRAME * homes.len().div_ceil(strips) as i64 + 60;
        let scale = (WIDE * 10_000 / width.max(1)).min(HIGH * 10_000 / height.max(1)).min(10_000);
        // More strips must be worth it.
        if best.as_ref().is_none_or(|(most, _)| scale > most + most / 14) {
            best = Some((scale, grid));
            worse = 0;
        } else {
            worse += 1;
            if worse > 2 {
                break;
            }
        }
    }
    best.map(|(_, grid)| grid).unwrap_or_default()
}

/// Rows of a block when it stands alone.
fn height(block: &Block) -> usize {
    let mut column = Column::default();
    column.add(block);
    column.rows()
}

/// Cells of one strip of one home.
#[derive(Clone, Debug, Default)]
struct Column {
    cells: Vec<(usize, Lane, usize)>,
    taken: BTreeSet<(Lane, usize)>,
    skyline: BTreeMap<Lane, usize>,
}

impl Column {
    fn rows(&self) -> usize {
        self.skyline.values().copied().max().unwrap_or(0)
    }

    fn put(&mut self, item: usize, lane: Lane, row: usize) {
        self.cells.push((item, lane, row));
        self.taken.insert((lane, row));
        let line = self.skyline.entry(lane).or_default();
        *line = (*line).max(row + 1);
    }

    fn add(&mut self, block: &Block) {
        let lanes = block.flows.iter().flat_map(|flow| &flow.cells).map(|cell| cell.1);
        let (least, most) = (lanes.clone().min().unwrap_or(0), lanes.max().unwrap_or(0));
        let single = block.flows.len() == 1;
        let start =
            if single { 0 } else { self.skyline.range(least..=most).map(|line| *line.1).max().unwrap_or(0) };
        for lane in least..=most {
            if let Some(line) = self.skyline.get_mut(&lane) {
                *line = (*line).max(start);
            } else if start > 0 {
                self.skyline.insert(lane, start);
            }
        }
        let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
        for flow in block.flows.iter().filter(|flow| flow.near.is_empty()) {
            self.stand(flow, &mut rows);
        }
        for flow in block.flows.iter().filter(|flow| !flow.near.is_empty()) {
            self.float(flow, start, &rows);
        }
    }

    /// A flow stands below everything in the lanes that it crosses.
    fn stand(&mut self, flow: &Flow, rows: &mut BTreeMap<usize, usize>) {
        let first = flow.cells.iter().filter(|cell| cell.2 == 0).map(|cell| cell.1);
        let (least, most) = (first.clone().min().unwrap_or(0), first.max().unwrap_or(0));
        let below = flow.cells.iter().map(|cell| cell.1);
        let (low, high) = (least.min(below.clone().min().unwrap_or(0)), most.max(below.max().unwrap_or(0)));
        let row = self.skyline.range(low..=high).map(|line| *line.1).max().unwrap_or(0);
        for (item, lane, down) in &flow.cells {
            self.put(*item, *lane, row + down);
            rows.insert(*item, row + down);
        }
        for lane in least..=most {
            let line = self.skyline.entry(lane).or_default();
            *line = (*line).max(row + 1);
        }
    }

    /// What several flows use takes the free place nearest to the middle of them.
    fn float(&mut self, flow: &Flow, start: usize, rows: &BTreeMap<usize, usize>) {
        let around: Vec<usize> = flow.near.iter().filter_map(|item| rows.get(item).copied()).collect();
        let wish = around.iter().sum::<usize>().checked_div(around.len()).unwrap_or(start).max(start);
        let fits =
            |row: usize| flow.cells.iter().all(|(_, lane, down)| !self.taken.contains(&(*lane, row + down)));
        let last = self.rows().max(wish) + 1;
        let nearest = (start..=last)
            .filter(|row| fits(*row))
            .min_by_key(|row| (row.abs_diff(wish), *row))
            .unwrap_or(last + 1);
        for (item, lane, down) in &flow.cells {
            self.put(*item, *lane, nearest + down);
        }
    }
}

/// Breaks what is higher than a strip into pieces.
fn pieces(blocks: &[Block], most: usize) -> Vec<Block> {
    let mut result = Vec::new();
    for block in blocks {
        if height(block) <= most {
            result.push(block.clone());
            continue;
        }
        let (mut piece, mut rows) = (Block::default(), 0);
        for flow in &block.flows {
            let floats = !flow.near.is_empty();
            let more = if floats { 0 } else { flow.cells.iter().map(|cell| cell.2 + 1).max().unwrap_or(0) };
            if rows + more > most && rows > 0 {
                result.push(std::mem::take(&mut piece));
                rows = 0;
            }
            rows += more;
            piece.flows.push(flow.clone());
        }
        if !piece.flows.is_empty() {
            result.push(piece);
        }
    }
    result
}

/// Fills strips with blocks, in order, each up to a height; a block that is higher stands alone.
fn fill(blocks: &[Block], most: usize) -> Vec<Column> {
    let mut columns = vec![Column::default()];
    for block in blocks {
        let Some(last) = columns.last_mut() else { break };
        let (cells, skyline) = (last.cells.len(), last.skyline.clone());
        last.add(block);
        if last.rows() > most && cells > 0 {
            // It was too much: take it back.
            for (_, lane, row) in last.cells.drain(cells..) {
                last.taken.remove(&(lane, row));
            }
            last.skyline = skyline;
            let mut fresh = Column::default();
            fresh.add(block);
            columns.push(fresh);
        }
    }
    columns
}

/// Shares blocks out among strips, in order, so that the highest is as low as possible.
fn share(blocks: &[Block], strips: usize, whole: usize) -> Vec<Column> {
    // No strip can be lower than its share, nor higher than everything in one.
    let (mut low, mut high) = ((whole / strips / 2).max(1), whole.max(1));
    while low < high {
        let middle = usize::midpoint(low, high);
        if fill(blocks, middle).len() <= strips { high = middle } else { low = middle + 1 }
    }
    fill(blocks, low)
}

fn try_strips(homes: &[HomeBlocks], alone: &[Column], strips: usize) -> Grid {
    let rows: Vec<usize> = alone.iter().map(Column::rows).collect();
    let most = (rows.iter().map(|rows| rows + 1).sum::<usize>()).div_ceil(strips).max(3);
    let mut tops = vec![0_usize; strips];
    let mut cells: BTreeMap<usize, (usize, Lane, usize)> = BTreeMap::new();
    let mut result = Grid::default();
    for (((home, blocks), alone), rows) in homes.iter().zip(alone).zip(rows) {
        let broken;
        let span = ((rows + most / 2) / most).clamp(1, strips);
        let columns = if span == 1 {
            std::slice::from_ref(alone)
        } else {
            broken = share(&pieces(blocks, most), span, rows);
            &broken
        };
        let span = columns.len().clamp(1, strips);
        let top = |strip: usize| tops[strip..strip + span].iter().copied().max().unwrap_or(0);
        let strip = (0..=strips - span).min_by_key(|strip| (top(*strip), *strip)).unwrap_or(0);
        let (first, high) = (top(strip), columns.iter().map(Column::rows).max().unwrap_or(0));
        for (right, column) in columns.iter().enumerate() {
            for (item, lane, row) in &column.cells {
                cells.insert(*item, ((strip + right).min(strips - 1), *lane, first + row));
            }
        }
        for top in &mut tops[strip..strip + span] {
            *top = first + high;
        }
        result.rows = result.rows.max(first + high);
        result.homes.push((home.clone(), first, first + high));
    }
    let used: BTreeSet<LaneOf> = crate::order::set(cells.values().map(|(strip, lane, _)| (*strip, *lane)));
    result.lanes = used.into_iter().collect();
    for (item, (strip, lane, row)) in cells {
        let lane = result.lanes.binary_search(&(strip, lane)).unwrap_or(0);
        result.cells.insert(item, Cell { lane, row });
    }
    result
}
