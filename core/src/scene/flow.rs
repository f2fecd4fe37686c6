//! Lines that read from left to right, and the order in which they stand below one another.
//!
//! A *flow* is a chain such as Ingress, Service, workload, configuration that is drawn straight, in one row.
//! What only one flow uses hangs below it; what several use floats between them. Flows that are related
//! form a *block*, and a block stays together.

use super::items::{CONFIGURATION, ENTRY, Item, Link, RULES};
use crate::graph::Relation;
use crate::order::Arrange;
use std::collections::{BTreeMap, BTreeSet};

/// A column, refined where items of one column relate to one another: the slot times four plus a rank.
pub(super) type Lane = u8;
/// A flow that relates to more flows than this has no say in their order.
const HUB: usize = 4;
/// The highest rank within a column.
const RANKS: u8 = 2;

/// One flow: items with their lane and their row below the flow's first.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    pub cells: Vec<(usize, Lane, usize)>,
    /// For what floats: the items that it would like to be near.
    pub near: Vec<usize>,
}

/// Flows that belong together, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub flows: Vec<Flow>,
}

/// Arranges the items of one home.
pub(super) fn arrange(items: &[Item], members: &[usize], links: &[Link]) -> Vec<Block> {
    let local: BTreeMap<usize, usize> =
        crate::order::map(members.iter().enumerate().map(|(place, item)| (*item, place)));
    let drawn: Vec<(usize, usize, &Link)> = links
        .iter()
        .filter(|link| !link.quiet)
        .filter_map(|link| Some((*local.get(&link.from)?, *local.get(&link.to)?, link)))
        .collect();
    // A Gateway of another namespace leads into a route from the left, too.
    let entered: BTreeSet<usize> = links
        .iter()
        .filter(|link| !link.quiet && !local.contains_key(&link.from))
        .filter(|link| items[link.from].slot == ENTRY && items[link.to].slot == ENTRY)
        .filter_map(|link| local.get(&link.to).copied())
        .collect();
    let lanes = lanes(items, members, &drawn, &entered);
    let mut flows = Chains::join(items, members, &drawn, &lanes);
    let count = flows.members.len();
    // What relates to what, flow by flow.
    let mut near: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); count];
    for (from, to, _) in &drawn {
        let (from, to) = (flows.of[*from], flows.of[*to]);
        if from != to {
            near[from].insert(to);
            near[to].insert(from);
        }
    }
    let trailing: Vec<bool> = (0..count)
        .map(|flow| flows.members[flow].iter().all(|item| lanes[*item] / 4 >= CONFIGURATION))
        .collect();
    let kinds = Kinds { near: &near, trailing: &trailing };
    let mut blocks = Vec::new();
    for block in components(&near) {
        let order = kinds.order(&flows, &block, &lanes);
        blocks.push(kinds.block(&mut flows, &order, members, &lanes));
    }
    let rank = |block: &Block| {
        let single = block.flows.len() == 1 && block.flows[0].cells.len() == 1;
        let first = block.flows.first().and_then(|flow| flow.cells.first()).copied().unwrap_or_default();
        let block_lanes = || block.flows.iter().flat_map(|flow| &flow.cells).map(|cell| cell.1);
        let lane = block_lanes().min().unwrap_or(0);
        // What needs columns that others do not need stands in the last strip, where it leaves no gap.
        let wide = !single && block_lanes().any(|lane| lane / 4 >= RULES);
        (single, wide, if single { lane } else { u8::from(lane / 4 > 1) }, first.0)
    };
    blocks.arrange_by_key(rank);
    blocks
}

/// The lane of each member; those that are entered from elsewhere stand behind the first lane of their column.
fn lanes(
    items: &[Item],
    members: &[usize],
    drawn: &[(usize, usize, &Link)],
    entered: &BTreeSet<usize>,
) -> Vec<Lane> {
    let mut rank: Vec<u8> = (0..members.len()).map(|member| u8::from(entered.contains(&member))).collect();
    for _ in 0..RANKS {
        for (from, to, _) in drawn {
            let slot = items[members[*from]].slot;
            if slot == items[members[*to]].slot && slot != RULES && from != to {
                rank[*to] = rank[*to].max((rank[*from] + 1).min(RANKS));
            }
        }
    }
    members.iter().zip(rank).map(|(item, rank)| items[*item].slot * 4 + rank).collect()
}

/// Items chained into flows.
struct Chains {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Chains {
    fn join(items: &[Item], members: &[usize], drawn: &[(usize, usize, &Link)], lanes: &[Lane]) -> Self {
        let mut uses = vec![0_u32; members.len()];
        for (from, to, _) in drawn {
            uses[*from] += 1;
            uses[*to] += 1;
        }
        let importance = |relation| match relation {
            Relation::Selects => 0,
            Relation::Routes => 1,
            Relation::Mounts => 2,
            Relation::Reads => 3,
            _ => 4,
        };
        let mut order: Vec<(u8, u32, bool, usize, usize)> = drawn
            .iter()
            .map(|(from, to, link)| {
                let alike = items[link.from].title == items[link.to].title;
                (importance(link.relation), u32::from(!alike), uses[*from] + uses[*to] > 4, *from, *to)
            })
            .collect();
        order.arrange();
        let mut chains = Self {
            of: (0..members.len()).collect(),
            members: (0..members.len()).map(|item| vec![item]).collect(),
        };
        for (importance, _, _, from, to) in order {
            // What three or more use belongs to none of them.
            let shared = importance >= 2 && uses[to] > 2;
            let (left, right) = (chains.of[from], chains.of[to]);
            if left == right || shared {
                continue;
            }
            let clash = chains.members[left]
                .iter()
                .any(|item| chains.members[right].iter().any(|other| lanes[*item] == lanes[*other]));
            if !clash {
                let (keep, drop) = (left.min(right), left.max(right));
                let moved = std::mem::take(&mut chains.members[drop]);
                for item in &moved {
                    chains.of[*item] = keep;
                }
                chains.members[keep].extend(moved);
            }
        }
        // Numbers without gaps, in the order of the first member.
        let (mut number, mut kept) = (vec![usize::MAX; members.len()], Vec::new());
        for item in 0..members.len() {
            let old = chains.of[item];
            if number[old] == usize::MAX {
                number[old] = kept.len();
                let mut list = std::mem::take(&mut chains.members[old]);
                list.arrange_by_key(|item| (lanes[*item], *item));
                kept.push(list);
            }
            chains.of[item] = number[old];
        }
        chains.members = kept;
        chains
    }
}

/// Connected components, each sorted, in the order of their first flow.
fn components(near: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let mut seen = vec![false; near.len()];
    let mut result = Vec::new();
    for start in 0..near.len() {
        if seen[start] {
            continue;
        }
        seen[start] = true;
        let (mut block, mut next) = (vec![start], 0);
        while let Some(flow) = block.get(next).copied() {
            next += 1;
            for other in &near[flow] {
                if !std::mem::replace(&mut seen[*other], true) {
                    block.push(*other);
                }
            }
        }
        block.arrange();
        result.push(block);
    }
    result
}

struct Kinds<'a> {
    near: &'a [BTreeSet<usize>],
    /// Flows that hold only configuration and what lies right of it.
    trailing: &'a [bool],
}

impl Kinds<'_> {
    /// The one flow that a trailing flow hangs below.
    fn parent(&self, flow: usize) -> Option<usize> {
        let only = (self.near[flow].len() == 1).then(|| self.near[flow].first().copied()).flatten();
        only.filter(|parent| self.trailing[flow] && !self.trailing[*parent])
    }

    /// The flows of a block from top to bottom, without those that hang below another one.
    fn order(&self, flows: &Chains, block: &[usize], lanes: &[Lane]) -> Vec<usize> {
        let standing: Vec<usize> =
            block.iter().copied().filter(|flow| self.parent(*flow).is_none()).collect();
        let leftmost = |flow: usize| flows.members[flow].iter().map(|item| lanes[*item]).min().unwrap_or(0);
        let mut seeds = standing.clone();
        seeds.arrange_by_key(|flow| (leftmost(*flow), *flow));
        let (mut order, mut seen) = (Vec::new(), BTreeSet::new());
        for seed in seeds {
            let mut stack = vec![seed];
            while let Some(flow) = stack.pop() {
                if !seen.insert(flow) {
                    continue;
                }
                if self.parent(flow).is_none() {
                    order.push(flow);
                }
                let unseen = self.near[flow].iter().rev().filter(|other| !seen.contains(*other));
                stack.extend(unseen.filter(|other| self.parent(**other).is_none()));
            }
        }
        self.settle(order)
    }

    /// Whether a relation says where a flow should stand: not when the other one relates to nothing else,
    /// or to very many.
    fn pulls(&self, other: usize) -> bool {
        (2..=HUB).contains(&self.near[other].len())
    }

    /// Moves flows towards those that they relate to, as long as that shortens the relations.
    fn settle(&self, order: Vec<usize>) -> Vec<usize> {
        let mut place: BTreeMap<usize, i64> = BTreeMap::new();
        let mut measure = |order: &[usize]| -> (i64, BTreeMap<usize, i64>) {
            place.clear();
            place.extend(order.iter().enumerate().map(|(row, flow)| (*flow, row as i64)));
            let mut sum = 0;
            for flow in order {
                for other in self.near[*flow].iter().filter(|other| self.pulls(**other) && self.pulls(*flow))
                {
                    if let (Some(here), Some(there)) = (place.get(flow), place.get(other)) {
                        sum += (here - there).abs();
                    }
                }
            }
            (sum, place.clone())
        };
        let mut best = order.clone();
        let (mut least, mut places) = measure(&best);
        let mut current = order;
        for _ in 0..6 {
            let wish = |flow: usize| -> i64 {
                let pulling =
                    self.near[flow].iter().filter(|other| self.near[flow].len() == 1 || self.pulls(**other));
                let around: Vec<i64> = pulling.filter_map(|other| places.get(other).copied()).collect();
                if let ([parent], 1) = (around.as_slice(), self.near[flow].len()) {
                    return parent * 1000;
                }
                let own = places.get(&flow).copied().unwrap_or(0);
                (around.iter().sum::<i64>() + own) * 1000 / (around.len() as i64 + 1)
            };
            let mut wishes: Vec<(i64, usize)> = current.iter().map(|flow| (wish(*flow), *flow)).collect();
            wishes.arrange_by_key(|(wish, _)| *wish);
            current = wishes.into_iter().map(|(_, flow)| flow).collect();
            let (sum, found) = measure(&current);
            places = found;
            if sum < least {
                least = sum;
                best.clone_from(&current);
            }
        }
        best
    }

    fn block(&self, flows: &mut Chains, order: &[usize], members: &[usize], lanes: &[Lane]) -> Block {
        let mut result = Block::default();
        for flow in order {
            let mut cells: Vec<(usize, Lane, usize)> =
                flows.members[*flow].iter().map(|item| (members[*item], lanes[*item], 0)).collect();
            let mut depth: BTreeMap<Lane, usize> = crate::order::map(cells.iter().map(|cell| (cell.1, 1)));
            for below in self.near[*flow].iter().filter(|other| self.parent(**other) == Some(*flow)) {
                let list = &flows.members[*below];
                let row =
                    list.iter().map(|item| depth.get(&lanes[*item]).copied().unwrap_or(0)).max().unwrap_or(0);
                for item in list {
                    cells.push((members[*item], lanes[*item], row));
                    depth.insert(lanes[*item], row + 1);
                }
            }
            let floats = self.trailing[*flow] && self.near[*flow].len() > 1;
            let around = self.near[*flow].iter().flat_map(|other| &flows.members[*other]);
            let near = if floats { around.map(|item| members[*item]).collect() } else { Vec::new() };
            result.flows.push(Flow { cells, near });
        }
        result
    }
}
