//! JavaScript's plain values: what stands in links and in messages of other pages. The browser reads and writes
//! their JSON itself.

use drydock_core::session::SourceFile;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A JSON text as an object; nothing where it is something else.
pub(super) fn parse(text: &str) -> Option<Object> {
    object(&JSON::parse(text).ok()?).cloned()
}

/// A value as JSON; nothing where it has none.
pub(super) fn text_of(value: &JsValue) -> Option<String> {
    JSON::stringify(value).ok()?.as_string()
}

/// A value as an object that is not a list.
pub(super) fn object(value: &JsValue) -> Option<&Object> {
    value.dyn_ref::<Object>().filter(|_| !Array::is_array(value))
}

/// A member; nothing where it is absent or null.
pub(super) fn member(of: &Object, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!value.is_null() && !value.is_undefined()).then_some(value)
}

/// A member as `read` takes it: absent ones are nothing, others than `read` takes are an error with the name.
pub(super) fn optional<T>(
    of: &Object,
    name: &'static str,
    read: impl FnOnce(&JsValue) -> Option<T>,
) -> Result<Option<T>, &'static str> {
    member(of, name).map(|value| read(&value).ok_or(name)).transpose()
}

/// Sets a member.
pub(super) fn set(of: &Object, name: &str, value: &JsValue) {
    let done = Reflect::set(of, &JsValue::from_str(name), value);
    debug_assert!(done.is_ok(), "plain objects take every member");
}

/// Files, from a list of objects with `name` and `text`.
pub(super) fn files(value: &JsValue) -> Option<Vec<SourceFile>> {
    let file = |value: JsValue| {
        let file = object(&value)?;
        let text = |name| member(file, name)?.as_string();
        Some(SourceFile { name: text("name")?, text: text("text")? })
    };
    value.dyn_ref::<Array>()?.iter().map(file).collect()
}

/// Files as a list of objects with `name` and `text`.
pub(super) fn list(files: &[SourceFile]) -> JsValue {
    let list = Array::new();
    for SourceFile { name, text } in files {
        let file = Object::new();
        set(&file, "name", &JsValue::from_str(name));
        set(&file, "text", &JsValue::from_str(text));
        list.push(&file);
    }
    list.into()
}
