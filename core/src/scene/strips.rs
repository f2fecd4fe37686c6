//! Where every card stands: in which strip, which column and which row.
//!
//! All columns side by side are a *strip*. A tall picture is broken into several strips, like a text into
//! columns of print, so that it has the shape of a screen: namespaces are set into them like bricks, and a
//! namespace that is too tall for one takes several.

use super::flow::{Block, Flow, Lane};
use super::items::HEADINGS;
use crate::order::Arrange;
use std::borrow::Cow;
use std::collections::BTreeMap;

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

/// The height of the screen that a picture is made for, and the usual width in percent of it.
const HIGH: i64 = 1000;
const USUAL_ASPECT: u32 = 150;
/// The usual sizes of a lane, a row, and what a strip or a frame adds.
const LANE: i64 = 236;
const ROW: i64 = 98;
const STRIP: i64 = 40;
const FRAME: i64 = 70;
/// More strips than this make nothing more readable.
const MOST_STRIPS: usize = 10;

/// A home with its blocks.
pub(super) type HomeBlocks = (String, Vec<Block>);

/// Tries pictures of one, two, three … strips and takes the one that is largest on a screen, whose width is
/// given in percent of its height.
pub(super) fn place(homes: &[HomeBlocks], aspect: u32) -> Grid {
    let aspect = if aspect == 0 { USUAL_ASPECT } else { aspect.clamp(40, 400) };
    let wide = HIGH * i64::from(aspect) / 100;
    let stacks: Vec<Stack<'_>> = homes.iter().map(|(home, blocks)| Stack::of(home, blocks)).collect();
    let mut best: Option<(i64, Trial)> = None;
    let mut worse = 0;
    for strips in 1..=MOST_STRIPS {
        // A home that is somewhat too tall stays in one piece or is broken, whichever is better.
        let [round, up] = [false, true].map(|up| spans(&stacks, strips, up));
        let frames = homes.len().div_ceil(strips) as i64;
        let mut trial = Trial::of(&stacks, strips, &round);
        let mut scale = trial.scale(frames, wide);
        if up != round {
            let other = Trial::of(&stacks, strips, &up);
            if other.scale(frames, wide) > scale {
                scale = other.scale(frames, wide);
                trial = other;
            }
        }
        // More strips must be worth it.
        if best.as_ref().is_none_or(|(most, _)| scale > most + most / 14) {
            best = Some((scale, trial));
            worse = 0;
        } else {
            worse += 1;
            if worse > 2 {
                break;
            }
        }
    }
    best.map(|(_, trial)| trial.grid(&stacks)).unwrap_or_default()
}

/// A home with what does not depend on the number of strips.
struct Stack<'a> {
    home: &'a str,
    blocks: &'a [Block],
    /// Rows of each block when it stands alone.
    heights: Vec<usize>,
    /// The home in one piece, which most of them stay in.
    alone: Column,
}

impl<'a> Stack<'a> {
    fn of(home: &'a str, blocks: &'a [Block]) -> Self {
        let whole: Vec<Cow<'_, Block>> = blocks.iter().map(Cow::Borrowed).collect();
        let heights = blocks.iter().map(|block| {
            let mut column = Column::default();
            column.add(block);
            column.rows()
        });
        let heights = heights.collect();
        let alone = fill(&whole, usize::MAX, 1).into_iter().next().unwrap_or_default();
        Self { home, blocks, heights, alone }
    }

    /// Its blocks; what is higher than a strip is broken into pieces.
    fn pieces(&self, most: usize) -> Vec<Cow<'a, Block>> {
        let mut result = Vec::new();
        for (block, height) in self.blocks.iter().zip(&self.heights) {
            if *height <= most {
                result.push(Cow::Borrowed(block));
                continue;
            }
            let (mut piece, mut rows) = (Block::default(), 0);
            for flow in &block.flows {
                let floats = !flow.near.is_empty();
                let more =
                    if floats { 0 } else { flow.cells.iter().map(|cell| cell.2 + 1).max().unwrap_or(0) };
                if rows + more > most && rows > 0 {
                    result.push(Cow::Owned(std::mem::take(&mut piece)));
                    rows = 0;
                }
                rows += more;
                piece.flows.push(flow.clone());
            }
            if !piece.flows.is_empty() {
                result.push(Cow::Owned(piece));
            }
        }
        result
    }
}

/// Every column has four lanes at most.
const LANES: usize = HEADINGS.len() * 4;

/// Cells of one strip of one home.
#[derive(Clone, Debug, Default)]
struct Column {
    cells: Vec<(usize, Lane, usize)>,
    /// For each row the lanes that are taken, a bit each.
    taken: Vec<u32>,
    /// For each lane the first row below everything.
    skyline: [usize; LANES],
}

impl Column {
    fn rows(&self) -> usize {
        self.skyline.iter().copied().max().unwrap_or(0)
    }

    fn put(&mut self, item: usize, lane: Lane, row: usize) {
        self.cells.push((item, lane, row));
        if self.taken.len() <= row {
            self.taken.resize(row + 1, 0);
        }
        self.taken[row] |= 1 << lane;
        let line = &mut self.skyline[usize::from(lane)];
        *line = (*line).max(row + 1);
    }

    fn is_free(&self, lane: Lane, row: usize) -> bool {
        self.taken.get(row).is_none_or(|taken| taken & (1 << lane) == 0)
    }

    /// The first row that is free below everything between two lanes.
    fn below(&self, least: Lane, most: Lane) -> usize {
        self.skyline[usize::from(least)..=usize::from(most)].iter().copied().max().unwrap_or(0)
    }

    fn raise(&mut self, least: Lane, most: Lane, row: usize) {
        for line in &mut self.skyline[usize::from(least)..=usize::from(most)] {
            *line = (*line).max(row);
        }
    }

    fn add(&mut self, block: &Block) {
        let lanes = block.flows.iter().flat_map(|flow| &flow.cells).map(|cell| cell.1);
        let (least, most) = (lanes.clone().min().unwrap_or(0), lanes.max().unwrap_or(0));
        let start = if block.flows.len() == 1 { 0 } else { self.below(least, most) };
        self.raise(least, most, start);
        let first = self.cells.len();
        for flow in block.flows.iter().filter(|flow| flow.near.is_empty()) {
            self.stand(flow);
        }
        if block.flows.iter().any(|flow| !flow.near.is_empty()) {
            let rows = self.cells[first..].iter().map(|(item, _, row)| (*item, *row)).collect();
            for flow in block.flows.iter().filter(|flow| !flow.near.is_empty()) {
                self.float(flow, start, &rows);
            }
        }
    }

    /// A flow stands below everything in the lanes that it crosses.
    fn stand(&mut self, flow: &Flow) {
        let first = flow.cells.iter().filter(|cell| cell.2 == 0).map(|cell| cell.1);
        let (least, most) = (first.clone().min().unwrap_or(0), first.max().unwrap_or(0));
        let below = flow.cells.iter().map(|cell| cell.1);
        let (low, high) = (least.min(below.clone().min().unwrap_or(0)), most.max(below.max().unwrap_or(0)));
        let row = self.below(low, high);
        for (item, lane, down) in &flow.cells {
            self.put(*item, *lane, row + down);
        }
        self.raise(least, most, row + 1);
    }

    /// What several flows use takes the free place nearest to the middle of them.
    fn float(&mut self, flow: &Flow, start: usize, rows: &BTreeMap<usize, usize>) {
        let around: Vec<usize> = flow.near.iter().filter_map(|item| rows.get(item).copied()).collect();
        let wish = around.iter().sum::<usize>().checked_div(around.len()).unwrap_or(start).max(start);
        let fits = |row: usize| flow.cells.iter().all(|(_, lane, down)| self.is_free(*lane, row + down));
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

/// Fills strips with blocks, in order, each up to a height; a block that is higher stands alone. It gives up
/// when there are more strips than wanted.
fn fill(blocks: &[Cow<'_, Block>], most: usize, strips: usize) -> Vec<Column> {
    let mut columns = vec![Column::default()];
    for block in blocks {
        let Some(last) = columns.last_mut() else { break };
        let (cells, skyline) = (last.cells.len(), last.skyline);
        last.add(block);
        if last.rows() > most && cells > 0 {
            // It was too much: take it back.
            for (_, lane, row) in last.cells.drain(cells..) {
                last.taken[row] &= !(1 << lane);
            }
            last.skyline = skyline;
            let mut fresh = Column::default();
            fresh.add(block);
            columns.push(fresh);
            if columns.len() > strips {
                break;
            }
        }
    }
    columns
}

/// Shares blocks out among strips, in order, so that the highest is as low as possible.
fn share(blocks: &[Cow<'_, Block>], strips: usize, whole: usize) -> Vec<Column> {
    // No strip can be lower than its share, nor higher than everything in one.
    let (mut low, mut high) = ((whole / strips / 2).max(1), whole.max(1));
    while low < high {
        let middle = usize::midpoint(low, high);
        if fill(blocks, middle, strips).len() <= strips { high = middle } else { low = middle + 1 }
    }
    fill(blocks, low, usize::MAX)
}

/// How high a strip should be.
fn goal(stacks: &[Stack<'_>], strips: usize) -> usize {
    stacks.iter().map(|stack| stack.alone.rows() + 1).sum::<usize>().div_ceil(strips).max(3)
}

/// Over how many strips each home goes, rounded or rounded up.
fn spans(stacks: &[Stack<'_>], strips: usize, up: bool) -> Vec<usize> {
    let most = goal(stacks, strips);
    let add = if up { most - 1 } else { most / 2 };
    stacks.iter().map(|stack| ((stack.alone.rows() + add) / most).clamp(1, strips)).collect()
}

/// A picture of so many strips.
#[derive(Default)]
struct Trial {
    /// Items with their strip, lane and row.
    cells: Vec<(usize, usize, Lane, usize)>,
    /// For each strip the lanes that it uses, a bit each.
    used: Vec<u32>,
    rows: usize,
    /// For each home its first row and one after the last.
    homes: Vec<(usize, usize)>,
}

impl Trial {
    fn of(stacks: &[Stack<'_>], strips: usize, spans: &[usize]) -> Self {
        let most = goal(stacks, strips);
        let mut tops = vec![0_usize; strips];
        let mut result = Self { used: vec![0; strips], ..Self::default() };
        result.homes = vec![(0, 0); stacks.len()];
        // What goes over several strips comes first: above it would be gaps.
        let mut order: Vec<(usize, &Stack<'_>)> = stacks.iter().enumerate().collect();
        order.arrange_by_key(|(place, _)| (spans.get(*place) == Some(&1), *place));
        for (place, stack) in order {
            let broken;
            let span = spans.get(place).copied().unwrap_or(1);
            let columns = if span == 1 {
                std::slice::from_ref(&stack.alone)
            } else {
                broken = share(&stack.pieces(most), span, stack.alone.rows());
                &broken
            };
            let span = columns.len().clamp(1, strips);
            let top = |strip: usize| tops[strip..strip + span].iter().copied().max().unwrap_or(0);
            let strip = (0..=strips - span).min_by_key(|strip| (top(*strip), *strip)).unwrap_or(0);
            let (first, high) = (top(strip), columns.iter().map(Column::rows).max().unwrap_or(0));
            for (right, column) in columns.iter().enumerate() {
                let strip = (strip + right).min(strips - 1);
                for (item, lane, row) in &column.cells {
                    result.cells.push((*item, strip, *lane, first + row));
                    result.used[strip] |= 1 << lane;
                }
            }
            tops[strip..strip + span].fill(first + high);
            result.rows = result.rows.max(first + high);
            result.homes[place] = (first, first + high);
        }
        result
    }

    /// How large the picture is on a screen, in ten thousandths; `frames` are above one another.
    fn scale(&self, frames: i64, wide: i64) -> i64 {
        let lanes: u32 = self.used.iter().map(|lanes| lanes.count_ones()).sum();
        let strips = self.used.iter().filter(|lanes| **lanes > 0).count();
        let width = LANE * i64::from(lanes) + STRIP * strips as i64;
        let height = ROW * self.rows as i64 + FRAME * frames + 60;
        (wide * 10_000 / width.max(1)).min(HIGH * 10_000 / height.max(1)).min(10_000)
    }

    fn grid(self, stacks: &[Stack<'_>]) -> Grid {
        let (mut lanes, mut number) = (Vec::new(), BTreeMap::new());
        for (strip, used) in self.used.iter().enumerate() {
            for lane in (0..LANES as Lane).filter(|lane| used & (1 << lane) != 0) {
                number.insert((strip, lane), lanes.len());
                lanes.push((strip, lane));
            }
        }
        let cell = |(item, strip, lane, row)| {
            (item, Cell { lane: number.get(&(strip, lane)).copied().unwrap_or(0), row })
        };
        let cells = self.cells.into_iter().map(cell).collect();
        let homes = stacks.iter().zip(self.homes);
        let homes = homes.map(|(stack, (first, last))| (stack.home.to_owned(), first, last)).collect();
        Grid { lanes, rows: self.rows, cells, homes }
    }
}
