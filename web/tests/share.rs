//! Links: what goes in comes out, and what comes from strangers does no harm.

#![expect(clippy::unwrap_used, reason = "a test may panic, and says by it what is wrong")]

use drydock_core::session::SourceFile;
use drydock_web::platform::link::{self, Link};
use drydock_web::platform::share::{LARGEST, SharedState, decode, encode};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn file(name: &str, text: &str) -> SourceFile {
    SourceFile { name: name.to_owned(), text: text.to_owned() }
}

fn example() -> SharedState {
    SharedState {
        files: vec![file("app.yaml", "kind: Service\n"), file("größe/☸.yaml", "# 𝄞\r\n\t\u{0}\n")],
        view: Some("map".to_owned()),
        select: Some("/Service/shop/web".to_owned()),
        ..SharedState::default()
    }
}

#[wasm_bindgen_test]
async fn a_state_comes_back_as_it_was() {
    let state = example();
    let fragment = encode(&state).await.unwrap();
    assert!(fragment.starts_with("#v1="), "{fragment}");
    assert!(
        fragment[4..].bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)),
        "{fragment}"
    );
    assert_eq!(decode(&fragment).await.unwrap(), state);
    assert_eq!(decode(&fragment[1..]).await.unwrap(), state, "without # as well");
}

#[wasm_bindgen_test]
async fn members_of_later_versions_are_kept() {
    let json = r#"{"files":[],"moment":"1m30s","seed":7,"lens":{"of":["tomorrow"]}}"#;
    let state = SharedState::from_json(json).unwrap();
    let back = decode(&encode(&state).await.unwrap()).await.unwrap();
    assert_eq!((back.to_json().as_str(), &back), (json, &state));
}

#[wasm_bindgen_test]
async fn every_cut_gets_the_sentence_and_no_state() {
    let whole = encode(&example()).await.unwrap();
    for length in 4..whole.len() {
        let error = decode(&whole[..length]).await.expect_err(&whole[..length]);
        assert!(error.starts_with("This link is damaged"), "{error}");
    }
}

#[wasm_bindgen_test]
async fn every_changed_character_is_survived() {
    let whole = encode(&example()).await.unwrap();
    for place in 4..whole.len() {
        for other in ['A', '_', '%', 'é'] {
            let mut changed = whole.clone();
            changed.replace_range(place..=place, &other.to_string());
            // A flipped bit may still be a text; that it is answered at all is the point.
            let _ = decode(&changed).await;
        }
    }
}

#[wasm_bindgen_test]
async fn a_newer_format_is_named() {
    for fragment in ["#v2=AAAA", "#v999999999=", "v17=whatever"] {
        let error = decode(fragment).await.unwrap_err();
        assert!(error.contains("a newer Drydock"), "{error}");
    }
}

#[wasm_bindgen_test]
async fn what_is_no_shared_state_is_said_to_be_none() {
    for fragment in
        ["", "#", "#v1", "#v=AAAA", "#v0=AAAA", "#v-1=AAAA", "#v1.5=AAAA", "#v99999999999=AAAA", "#map"]
    {
        assert!(decode(fragment).await.is_err(), "{fragment}");
    }
}

#[wasm_bindgen_test]
async fn a_bomb_is_not_inflated() {
    // The limit stands before the state is read, so a text beyond it is refused whatever it holds.
    let mut state =
        SharedState { files: vec![file("large.yaml", &" ".repeat(LARGEST - 100))], ..SharedState::default() };
    let fragment = encode(&state).await.unwrap();
    assert!(fragment.len() < 20_000, "{}", fragment.len());
    assert_eq!(decode(&fragment).await.unwrap(), state);
    state.files[0].text.push_str(&" ".repeat(200));
    assert!(encode(&state).await.unwrap_err().contains("too large"));
    let error = decode(&bomb().await).await.unwrap_err();
    assert!(error.contains("more than 5 MB"), "{error}");
}

/// A fragment that inflates to 64 MB of blanks and then some.
async fn bomb() -> String {
    let script = r##"
        const stream = new Blob([" ".repeat(64_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
        const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
        let text = "";
        for (const byte of bytes) text += String.fromCharCode(byte);
        return "#v1=" + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    "##;
    let make = js_sys::Function::new_no_args(&format!("return (async () => {{ {script} }})()"));
    let promise: js_sys::Promise = make.call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap().into();
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap().as_string().unwrap()
}

#[wasm_bindgen_test]
async fn the_address_is_understood() {
    assert_eq!(link::read("").await, Ok(None));
    assert_eq!(link::read("#problems").await, Ok(None));
    assert_eq!(link::read("#sample=web%20shop").await, Ok(Some(Link::Sample("web shop".to_owned()))));
    assert!(link::read("#sample=%E0%A4%A").await.is_err());
    let fragment = encode(&example()).await.unwrap();
    assert_eq!(link::read(&fragment).await, Ok(Some(Link::State(Box::new(example())))));
}

#[wasm_bindgen_test]
async fn a_link_loads_nothing_from_elsewhere() {
    let elsewhere = [
        "https%3A%2F%2Fexample.com%2Fa.yaml",
        "%2F%2Fexample.com/a.yaml",
        "%5C%5Cexample.com/a.yaml",
        "/absolute.yaml",
        "data:text/plain,kind%3A%20Pod",
        "javascript:alert(1)",
        "%20https://example.com",
        "%09//example.com",
        "blob:http://127.0.0.1/x",
    ];
    for address in elsewhere {
        let error = link::read(&format!("#url={address}")).await.unwrap_err();
        assert!(error.contains("only texts of this site"), "{address}: {error}");
    }
    let missing = link::read("#url=samples/there-is-no-such-file.yaml").await.unwrap_err();
    assert!(missing.contains("could not be loaded"), "{missing}");
}
