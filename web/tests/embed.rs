//! Messages of the page around an embedded one.

#![expect(clippy::unwrap_used, reason = "a test may panic, and says by it what is wrong")]

use drydock_web::platform::embed::{Command, Event, Set, understand};
use js_sys::JSON;
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn message(value: &serde_json::Value) -> JsValue {
    JSON::parse(&value.to_string()).unwrap()
}

#[wasm_bindgen_test]
fn what_is_not_named_stays_as_it_is() {
    let set = understand(&message(&json!({"type": "drydock:set", "theme": "dark", "moment": "1m"}))).unwrap();
    assert_eq!(set, Some(Command::Set(Set { theme: Some("dark".to_owned()), ..Set::default() })));
}

#[wasm_bindgen_test]
fn an_unknown_type_is_answered_with_its_id() {
    let Err(Event::Error { id, message }) = understand(&message(&json!({"type": "drydock:fly", "id": 7})))
    else {
        panic!("an error was expected");
    };
    assert_eq!(id, JsValue::from(7));
    assert!(message.contains("drydock:fly"), "{message}");
}

#[wasm_bindgen_test]
fn a_wrong_member_is_answered() {
    let wrong = understand(&message(&json!({"type": "drydock:set", "files": "kind: Pod"})));
    assert!(matches!(wrong, Err(Event::Error { .. })), "{wrong:?}");
}

#[wasm_bindgen_test]
fn messages_of_others_are_left_alone() {
    for value in
        [json!({"type": "webpackOk"}), json!({"source": "devtools"}), json!("drydock:get"), json!(null)]
    {
        assert_eq!(understand(&message(&value)), Ok(None), "{value}");
    }
    let circle = js_sys::Object::new();
    js_sys::Reflect::set(&circle, &"self".into(), &circle).unwrap();
    assert_eq!(understand(&circle), Ok(None));
    assert_eq!(understand(&JsValue::UNDEFINED), Ok(None));
}
