//! A relation as a line with an arrow head and its reason.

use super::line::path;
use crate::state::Shared;
use drydock_core::session::{Connector, Picture};
use yew::{Html, Properties, classes, component, html};

/// A connector, by its place in a picture.
#[derive(Clone, Properties)]
pub struct ConnectorProps {
    /// The picture.
    pub picture: Shared<Picture>,
    /// The connector's place.
    pub place: usize,
}

impl ConnectorProps {
    fn connector(&self) -> Option<&Connector> {
        self.picture.scene.connectors.get(self.place)
    }
}

impl PartialEq for ConnectorProps {
    fn eq(&self, other: &Self) -> bool {
        self.picture == other.picture && self.place == other.place || self.connector() == other.connector()
    }
}

/// A line. Screen readers get relations from the outline.
#[component]
pub fn ConnectorView(props: &ConnectorProps) -> Html {
    let Some(connector) = props.connector() else { return html! { <g /> } };
    let (line, head) = path(&connector.points);
    let class = classes!("line", connector.broken.then_some("broken"), connector.quiet.then_some("quiet"));
    let wide = (connector.count > 1).then_some("bundle");
    html! {
        <g {class} id={["e:", &connector.id].concat()} aria-hidden="true">
            <path class={classes!("stroke", wide)} d={line} />
            <path class="head" d={head} />
        </g>
    }
}

/// What a line carries. Labels lie above all lines.
#[component]
pub fn LabelView(props: &ConnectorProps) -> Html {
    let connector = props.connector();
    let Some((connector, label)) = connector.and_then(|it| it.label.as_ref().map(|label| (it, label))) else {
        return html! { <g /> };
    };
    let rect = label.rect;
    let class =
        classes!("label", "small", connector.broken.then_some("broken"), connector.quiet.then_some("quiet"));
    html! {
        <g {class} id={["l:", &connector.id].concat()} aria-hidden="true">
            <title>{ &label.full }</title>
            <rect x={rect.x.to_string()} y={rect.y.to_string()} width={rect.w.to_string()} height={rect.h.to_string()} rx="4" />
            <text x={(rect.x + rect.w / 2).to_string()} y={(rect.y + rect.h / 2 + 4).to_string()}>{ &label.text }</text>
        </g>
    }
}
