//! A link that holds everything, and the code that puts the picture into another page.

use crate::desk::Desk;
use crate::engine::Answer;
use crate::state::Selection;
use crate::ui::Dialog;
use drydock_core::session::{Question, SourceFile};
use drydock_web::platform::{clipboard, link, share};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::{
    AttrValue, Callback, Event, Html, MouseEvent, Properties, TargetCast, UseReducerHandle, component, html,
    use_context, use_effect_with, use_state,
};

/// The window.
#[derive(PartialEq, Properties)]
pub struct ShareProps {
    /// It is to be closed.
    pub onclose: Callback<()>,
}

/// What can be copied.
#[derive(Clone, PartialEq, Default)]
struct Copies {
    link: String,
    embed: String,
    /// Why there is no link.
    refusal: String,
}

/// The window.
#[component]
pub fn ShareDialog(props: &ShareProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is set");
    let selected = use_context::<UseReducerHandle<Selection>>().and_then(|it| it.selected.clone());
    let masked = use_state(|| None::<(Vec<SourceFile>, u32)>);
    let plain = use_state(|| false);
    let copies = use_state(Copies::default);
    let said = use_state(AttrValue::default);
    {
        let (desk, masked) = (desk.clone(), masked.clone());
        use_effect_with((), move |()| {
            let done = Callback::from(move |response| {
                if let Answer::Masked(files, count) = response {
                    masked.set(Some((files, count)));
                }
            });
            desk.ask(&Question::Mask, done);
        });
    }
    {
        let (desk, copies) = (desk.clone(), copies.clone());
        use_effect_with(((*masked).clone(), *plain), move |(masked, plain)| {
            let files = match masked {
                Some(_) if *plain => desk.workspace().files(),
                Some((files, _)) => files.clone(),
                // Nothing leaves before it is known what must be masked.
                None => return,
            };
            let select = selected.map(|id| id.to_string());
            spawn_local(async move {
                let embed = embed_code(&files);
                let state =
                    share::SharedState { files, view: Some("map".to_owned()), select, ..Default::default() };
                copies.set(match share::encode(&state).await {
                    Ok(fragment) => {
                        Copies { link: link::address_with(&fragment), embed, refusal: String::new() }
                    }
                    Err(refusal) => Copies { link: String::new(), embed, refusal },
                });
            });
        });
    }
    let copy = |text: String, done: &'static str| {
        let said = said.clone();
        Callback::from(move |_: MouseEvent| {
            let (text, said) = (text.clone(), said.clone());
            spawn_local(async move {
                said.set(match clipboard::write(&text).await {
                    Ok(()) => AttrValue::Static(done),
                    Err(sentence) => AttrValue::from(sentence),
                });
            });
        })
    };
    let secrets = masked.as_ref().map_or(0, |(_, count)| *count);
    let onplain = Callback::from(move |event: Event| {
        plain.set(event.target_unchecked_into::<HtmlInputElement>().checked());
    });
    let long = copies.link.len() > share::LONG;
    html! {
        <Dialog title="Share" onclose={props.onclose.clone()}>
            <section class="share">
                <p class="mid">{ "The link holds all files and the selection. They stay in the link: no server gets them." }</p>
                <div class="copy">
                    <input type="text" readonly=true aria-label="Link" value={copies.link.clone()} />
                    <button type="button" class="primary" disabled={copies.link.is_empty()} onclick={copy(copies.link.clone(), "The link is copied.")}>{ "Copy link" }</button>
                </div>
                <p class="is-error" role="alert">{ &copies.refusal }</p>
                <label hidden={secrets == 0}>
                    <input type="checkbox" onchange={onplain} />
                    { [" Include the values of Secrets (", &secrets.to_string(), " are masked otherwise)"].concat() }
                </label>
                <p class="mid" hidden={!long}>{ "The link is long: some programs cut it off. Send the files instead, or check it after pasting." }</p>
            </section>
            <section class="share">
                <h3>{ "Embed" }</h3>
                <textarea readonly=true rows="5" aria-label="Embed code" value={copies.embed.clone()} />
                <div><button type="button" class="small-button" onclick={copy(copies.embed.clone(), "The embed code is copied.")}>{ "Copy embed code" }</button></div>
            </section>
            <p role="status" class="is-ready said-so">{ (*said).clone() }</p>
        </Dialog>
    }
}

/// The code for another page. Manifests stand in `<pre>`, which is what readers without scripts see.
fn embed_code(files: &[SourceFile]) -> String {
    let address = link::address_with("");
    let site = address.rsplit_once('/').map_or(address.as_str(), |(site, _)| site);
    let mut code = [
        "<script async src=\"",
        site,
        "/embed.js\"></script>\n<drydock-playground view=\"map\" height=\"420\">\n",
    ]
    .concat();
    for file in files {
        code.push_str("<pre name=\"");
        code.push_str(&escaped(&file.name));
        code.push_str("\">");
        code.push_str(&escaped(&file.text));
        code.push_str("</pre>\n");
    }
    code.push_str("</drydock-playground>\n");
    code
}

/// A text as HTML wants it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_leave_its_place_in_the_code() {
        assert_eq!(escaped("a</pre>&\""), "a&lt;/pre>&amp;&quot;");
    }
}
