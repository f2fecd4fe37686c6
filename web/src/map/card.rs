//! A card and what sits on it.

use crate::icons::of_kind;
use crate::state::Shared;
use crate::words::family_class;
use drydock_core::session::{Card, CardState, Mark, Picture, PodCount};
use yew::{Html, Properties, component, html};

/// Width of the tinted edge with the icon.
const EDGE: i32 = 34;

/// Where text begins.
const TEXT: i32 = 44;

/// At most so many Pods are drawn as squares.
const SQUARES: u32 = 10;

/// A card, by its place in a picture. Two are equal when they look the same, whatever else has changed.
#[derive(Clone, Properties)]
pub struct CardProps {
    /// The picture.
    pub picture: Shared<Picture>,
    /// The card's place.
    pub place: usize,
}

impl CardProps {
    fn card(&self) -> Option<&Card> {
        self.picture.scene.cards.get(self.place)
    }
}

impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        self.picture == other.picture && self.place == other.place || self.card() == other.card()
    }
}

/// The class of a state.
fn state_class(state: CardState) -> &'static str {
    match state {
        CardState::Present => "present",
        CardState::Stale => "stale",
        CardState::Ambient => "ambient",
        CardState::Missing => "missing",
        CardState::Outside => "outside",
        CardState::Group => "pile",
    }
}

/// A card. It knows nothing of selection: the lighting sets classes on it.
#[component]
pub fn CardView(props: &CardProps) -> Html {
    let Some(card) = props.card() else { return html! { <g /> } };
    let (w, h) = (card.rect.w, card.rect.h);
    let class = ["card ", state_class(card.state), " ", family_class(card.family)].concat();
    let group = card.state == CardState::Group;
    html! {
        <g class="unit">
            <g {class} id={["n:", &card.id].concat()} data-id={card.id.clone()} role="button" tabindex="-1"
                aria-label={card.name.clone()} data-group={group.then_some("")} transform={translate(card.rect.x, card.rect.y)}>
                <title>{ &card.full }</title>
                if group {
                    <rect class="under" x="4" y="4" width={w.to_string()} height={h.to_string()} rx="9" />
                }
                <rect class="body" width={w.to_string()} height={h.to_string()} rx="9" />
                <path class="edge-wash" d={edge(h)} />
                <path class="sign" d={of_kind(&card.kind, card.family)} transform="translate(9 9)" />
                <text class="kind small" x={TEXT.to_string()} y="19">{ &card.caption }</text>
                <text class="name" x={TEXT.to_string()} y="36">{ &card.title }</text>
                { facts(card) }
                { badge(card) }
            </g>
            <g class="marks">{ for card.marks.iter().map(mark) }</g>
        </g>
    }
}

/// Pods as squares, then one line of facts where there is room.
fn facts(card: &Card) -> Html {
    let pods = card.pods.filter(|pods| (1..=SQUARES).contains(&pods.wanted));
    let squares = pods.map_or(0, |pods| pods.wanted.min(SQUARES) as i32);
    let x = TEXT + squares * 14 + if squares > 0 { 4 } else { 0 };
    html! {
        <g class="small">
            { for pods.into_iter().flat_map(squares_of) }
            <text class="fact" x={x.to_string()} y="52">{ if pods.is_some() { "" } else { card.summary.as_str() } }</text>
        </g>
    }
}

/// A square for each Pod: a tick in those that are ready.
fn squares_of(pods: PodCount) -> impl Iterator<Item = Html> {
    (0..pods.wanted.min(SQUARES)).map(move |place| {
        let x = TEXT + place as i32 * 14;
        let ready = place < pods.ready;
        html! {
            <g key={place} class={if ready { "pod ready" } else { "pod waiting" }} transform={translate(x, 43)}>
                <rect width="11" height="11" rx="3" />
                if ready { <path d="M2.8 5.8l2 2.2 3.6-4.4" /> }
            </g>
        }
    })
}

/// How many problems the object has, on the corner: red and a cross, or amber and a mark of exclamation.
fn badge(card: &Card) -> Html {
    let (class, count) = match (card.errors, card.warnings) {
        (0, 0) => return html!(),
        (0, warnings) => ("badge warning", warnings),
        (errors, _) => ("badge error", errors),
    };
    let sign = if card.errors > 0 { "\u{2715}" } else { "!" };
    let text = if count > 1 { [sign, " ", &count.to_string()].concat() } else { sign.to_owned() };
    let width = if count > 9 {
        34
    } else if count > 1 {
        28
    } else {
        16
    };
    html! {
        <g {class} transform={translate(card.rect.w - width + 5, -6)}>
            <rect width={width.to_string()} height="16" rx="8" />
            <text x={(width / 2).to_string()} y="11.5">{ text }</text>
        </g>
    }
}

/// A mark: a pill with the icon of its kind.
pub fn mark(mark: &Mark) -> Html {
    let rect = mark.rect;
    let class = ["mark ", state_class(mark.state), " ", family_class(mark.family)].concat();
    html! {
        <g key={mark.id.clone()} {class} id={["n:", &mark.id].concat()} data-id={mark.id.clone()} role="button"
            tabindex="-1" aria-label={mark.name.clone()} transform={translate(rect.x, rect.y)}>
            <title>{ &mark.name }</title>
            <rect class="body" width={rect.w.to_string()} height={rect.h.to_string()} rx={(rect.h / 2).to_string()} />
            <path class="sign" d={of_kind(&mark.kind, mark.family)}
                transform={["translate(5 ", &((rect.h - 12) / 2).to_string(), ") scale(.75)"].concat()} />
            <text class="small" x="20" y={(rect.h / 2 + 4).to_string()}>{ &mark.text }</text>
        </g>
    }
}

/// The tinted edge, rounded where the card is.
fn edge(height: i32) -> String {
    let end = (height - 1).to_string();
    ["M9 1H", &EDGE.to_string(), "V", &end, "H9Q1 ", &end, " 1 ", &(height - 9).to_string(), "V9Q1 1 9 1z"]
        .concat()
}

/// The value of a `transform`.
pub fn translate(x: i32, y: i32) -> String {
    ["translate(", &x.to_string(), " ", &y.to_string(), ")"].concat()
}
