//! The parts of a picture. All lengths are in scene units, of which a screen at 100 % shows one per pixel.

use crate::graph::{PodCount, Relation};
use crate::kinds::Family;
use serde::{Deserialize, Serialize};

/// A point.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// An upright rectangle.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub struct Rect {
    /// Left.
    pub x: i32,
    /// Top.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

/// What a person chose to see. It is a value: the same look at the same graph is the same scene.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Look {
    /// Kinds that are not shown.
    pub hidden_kinds: Vec<String>,
    /// Only these namespaces (cluster-scoped objects stay when something shown touches them); empty: all.
    pub namespaces: Vec<String>,
    /// Only objects that this label selector matches, and what they touch; empty: all.
    pub labels: String,
    /// Groups (frames and folds, by id) that the person opened or closed against the default.
    pub toggled: Vec<String>,
    /// Only this object (by id) and what is within two relations of it; empty: all.
    pub focus: String,
    /// Show what every cluster has, too.
    pub ambient: bool,
    /// The shape of the screen that the picture is made for: its width in percent of its height. 0 means 150.
    pub aspect: u32,
}

/// How a card looks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CardState {
    /// As pasted.
    Present,
    /// From an earlier reading: its document is broken at the moment.
    Stale,
    /// Every cluster has it, or it comes from elsewhere.
    Ambient,
    /// A ghost.
    Missing,
    /// The outside world.
    Outside,
    /// Several objects folded into one card.
    Group,
}

/// Something small that sits on a card: an autoscaler, a budget, a policy, an account.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Mark {
    /// The object's id, or a group's.
    pub id: String,
    /// Its kind, which chooses the icon.
    pub kind: String,
    /// Its family, which chooses the hue.
    pub family: Family,
    /// A very short text: `2…10`, `min 2`, a count; may be empty.
    pub text: String,
    /// Its accessible name.
    pub name: String,
    /// Where it is.
    pub rect: Rect,
    /// Its object is missing, or not there yet.
    pub state: CardState,
    /// How many errors its objects have.
    #[serde(default)]
    pub errors: u32,
    /// How many warnings its objects have.
    #[serde(default)]
    pub warnings: u32,
}

/// A card: one object, or several folded.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Card {
    /// The object's id, or a group's (which begins with `group:`).
    pub id: String,
    /// The kind, which chooses the icon.
    pub kind: String,
    /// The family, which chooses the hue.
    pub family: Family,
    /// How it looks.
    pub state: CardState,
    /// Where it is.
    pub rect: Rect,
    /// The kind as it is written on the card, cut to fit.
    pub caption: String,
    /// The name, cut to fit.
    pub title: String,
    /// One line of facts, cut to fit; may be empty.
    pub summary: String,
    /// The whole text of what may be cut: name and facts.
    pub full: String,
    /// The accessible name: `Deployment shop/web, 3 of 3 ready`.
    pub name: String,
    /// Pods to draw as small squares.
    pub pods: Option<PodCount>,
    /// What sits on it.
    pub marks: Vec<Mark>,
    /// How many errors its object has.
    pub errors: u32,
    /// How many warnings its object has.
    pub warnings: u32,
    /// How many objects a group stands for; 1 otherwise.
    pub count: u32,
}

/// A relation's label.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct EdgeLabel {
    /// The text, cut to fit.
    pub text: String,
    /// The whole text.
    pub full: String,
    /// The box that it fills; no card and no other label is beneath it.
    pub rect: Rect,
}

/// A drawn relation.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Connector {
    /// Unique in the scene and stable over small edits.
    pub id: String,
    /// The card or mark where it starts (an object's or group's id).
    pub from: String,
    /// The card or mark where it ends.
    pub to: String,
    /// What it means.
    pub relation: Relation,
    /// A line through right angles, from start to end; drawn with rounded corners.
    pub points: Vec<Point>,
    /// Its label.
    pub label: Option<EdgeLabel>,
    /// It leads nowhere.
    pub broken: bool,
    /// Drawn only when one of its ends is selected or hovered: it would clutter the picture otherwise.
    pub quiet: bool,
    /// How many relations are bundled into it.
    pub count: u32,
}

/// A frame around a namespace or another group.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Frame {
    /// `namespace:NAME`, or another group's id.
    pub id: String,
    /// What is written on it.
    pub title: String,
    /// How many objects are in it, those that are folded away too.
    pub count: u32,
    /// Whether its content is folded.
    pub folded: bool,
    /// What concerns all of it: the Namespace itself, its quota, its limits.
    #[serde(default)]
    pub marks: Vec<Mark>,
    /// Where it is.
    pub rect: Rect,
}

/// The heading of a column.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Heading {
    /// `Entry`, `Services`, `Workloads`, `Configuration`, …
    pub text: String,
    /// Where it is.
    pub rect: Rect,
}

/// What the picture holds, in numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct SceneSummary {
    /// Objects that were pasted.
    pub objects: u32,
    /// Relations between them.
    pub relations: u32,
    /// Ghosts.
    pub missing: u32,
    /// Objects that are folded into groups.
    pub folded: u32,
    /// Objects that the filters hide.
    pub hidden: u32,
}

/// A picture.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Scene {
    /// Width of everything.
    pub width: i32,
    /// Height of everything.
    pub height: i32,
    /// Column headings.
    pub headings: Vec<Heading>,
    /// Frames, outer before inner.
    pub frames: Vec<Frame>,
    /// Cards in reading order: that of the keyboard.
    pub cards: Vec<Card>,
    /// Relations.
    pub connectors: Vec<Connector>,
    /// In numbers.
    pub summary: SceneSummary,
}
