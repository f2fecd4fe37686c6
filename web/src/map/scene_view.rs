//! The picture as SVG: one component per item, so that an edit renders only what has changed.

use super::card::{CardView, mark, translate};
use super::connector::{ConnectorView, LabelView};
use crate::state::Shared;
use crate::ui::later;
use drydock_core::session::{Frame, Picture};
use yew::{Html, NodeRef, Properties, component, html, use_effect_with, use_state};

/// So many items are made at a time: a large picture appears in pieces and blocks nothing.
const PIECE: usize = 160;

/// The picture.
#[derive(PartialEq, Properties)]
pub struct SceneProps {
    /// What is drawn.
    pub picture: Shared<Picture>,
    /// The element that pan and zoom move.
    pub group: NodeRef,
    /// How many pieces are there, for those who look for elements.
    pub onpiece: yew::Callback<usize>,
}

/// The picture.
#[component]
pub fn SceneView(props: &SceneProps) -> Html {
    let pieces = use_state(|| 1_usize);
    let scene = &props.picture.scene;
    let needed = scene.cards.len().max(scene.connectors.len()).div_ceil(PIECE);
    {
        let (pieces, onpiece) = (pieces.clone(), props.onpiece.clone());
        use_effect_with((*pieces, needed, props.picture.clone()), move |(now, needed, _)| {
            onpiece.emit(*now);
            if now < needed {
                let next = now + 1;
                later(move || pieces.set(next));
            }
        });
    }
    let shown = *pieces * PIECE;
    let picture = &props.picture;
    html! {
        <svg class="pic" role="group" aria-label="Map" aria-roledescription="map">
            <g ref={props.group.clone()}>
                <g class="frames">{ for scene.frames.iter().map(frame) }</g>
                <g class="frame-marks">{ for scene.frames.iter().flat_map(|frame| frame.marks.iter()).map(mark) }</g>
                <g class="headings">
                    { for scene.headings.iter().enumerate().map(|(place, heading)| html! {
                        <text key={place} class="heading" x={heading.rect.x.to_string()}
                            y={(heading.rect.y + heading.rect.h - 4).to_string()}>{ &heading.text }</text>
                    }) }
                </g>
                <g class="lines">
                    { for scene.connectors.iter().enumerate().take(shown).map(|(place, line)| html! {
                        <ConnectorView key={line.id.clone()} picture={picture.clone()} {place} />
                    }) }
                </g>
                <g class="labels">
                    { for scene.connectors.iter().enumerate().take(shown).filter(|(_, line)| line.label.is_some()).map(|(place, line)| html! {
                        <LabelView key={line.id.clone()} picture={picture.clone()} {place} />
                    }) }
                </g>
                <g class="cards">
                    { for scene.cards.iter().enumerate().take(shown).map(|(place, card)| html! {
                        <CardView key={card.id.clone()} picture={picture.clone()} {place} />
                    }) }
                </g>
            </g>
        </svg>
    }
}

/// A frame, with the title that opens and closes it.
fn frame(frame: &Frame) -> Html {
    let rect = frame.rect;
    let count = crate::words::count(frame.count as usize, "object");
    let arrow = if frame.folded { "M1 1l4 4-4 4" } else { "M0 3l4 4 4-4" };
    // Where there is no room beside the title, the number is read out only.
    let tally = if rect.w > 260 { count.clone() } else { String::new() };
    let name = [frame.title.as_str(), ", ", &count].concat();
    let class = if frame.folded { "frame folded" } else { "frame" };
    html! {
        <g key={frame.id.clone()} {class} transform={translate(rect.x, rect.y)}>
            <rect width={rect.w.to_string()} height={rect.h.to_string()} rx="14" />
            <g class="title" role="button" tabindex="-1" id={["n:", &frame.id].concat()} data-toggle={frame.id.clone()}
                aria-expanded={(!frame.folded).to_string()} aria-label={name}>
                <rect class="hit" x="6" y="4" width={(rect.w - 12).max(40).to_string()} height="24" rx="6" />
                <text x="14" y="22">{ &frame.title }</text>
                <path class="arrow" d={arrow} transform={translate(rect.w - 24, 12)} />
                <text class="count" x={(rect.w - 34).to_string()} y="22">{ tally }</text>
            </g>
        </g>
    }
}
