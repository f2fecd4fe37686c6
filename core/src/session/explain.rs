//! What a field is, in the layout of `kubectl explain`.

use super::hover::documentation_id;
use crate::api::FieldPath;
use crate::schema::{Catalogue, Description};
use std::fmt::Write;

/// How wide documentation is written.
const WIDTH: usize = 78;

/// Explains `deployment.spec.strategy`: a resource by its kind, plural, singular or short name, and a path of
/// fields. `documentation` gives the text of a documentation id, empty when there is none.
///
/// # Errors
///
/// A sentence when there is no such resource or field, with the nearest name.
pub fn explain(path: &str, documentation: &dyn Fn(&str) -> String) -> Result<String, String> {
    let catalogue = Catalogue::builtin();
    let resource = path.split('.').next().unwrap_or_default();
    let (gvk, path) = catalogue
        .explain(path)
        .ok_or_else(|| format!("the server doesn't have a resource type {resource:?}"))?;
    let description =
        catalogue.describe(&gvk, &path).ok_or_else(|| missing_field(&catalogue, &gvk, &path))?;
    let mut text = String::new();
    if !gvk.group.is_empty() {
        let _ = writeln!(text, "GROUP:      {}", gvk.group);
    }
    let _ = writeln!(text, "KIND:       {}\nVERSION:    {}\n", gvk.kind, gvk.version);
    if let Some(crate::api::Segment::Field(name)) = path.0.last() {
        let required = if description.required { " -required-" } else { "" };
        let _ = writeln!(text, "FIELD: {name} <{}>{required}", description.type_text);
        if let Some(default) = &description.default {
            let _ = writeln!(text, "DEFAULT: {default}");
        }
        if !description.values.is_empty() {
            let _ = writeln!(text, "ENUM:\n    {}", description.values.join("\n    "));
        }
        text.push('\n');
    }
    text.push_str("DESCRIPTION:\n");
    wrap(&mut text, &documentation(&documentation_id(description.documentation_id.as_ref())), 4);
    fields_of(&mut text, &description, documentation);
    Ok(text)
}

fn missing_field(catalogue: &Catalogue, gvk: &crate::api::GroupVersionKind, path: &FieldPath) -> String {
    let sentence = format!("{} has no field {path}", gvk.kind);
    let Some((crate::api::Segment::Field(last), before)) = path.0.split_last() else { return sentence };
    let parent = catalogue.describe(gvk, &FieldPath(before.to_vec()));
    let fields = parent.map(|parent| parent.fields).unwrap_or_default();
    match crate::diagnostic::nearest(last, fields.iter().map(|field| field.name.as_str())) {
        Some(near) => format!("{sentence}; did you mean {near}?"),
        None => sentence,
    }
}

fn fields_of(text: &mut String, description: &Description, documentation: &dyn Fn(&str) -> String) {
    if description.fields.is_empty() {
        return;
    }
    text.push_str("\nFIELDS:\n");
    for field in &description.fields {
        let required = if field.required { " -required-" } else { "" };
        let _ = writeln!(text, "  {}\t<{}>{required}", field.name, field.type_text);
        wrap(text, &documentation(&documentation_id(field.documentation_id.as_ref())), 4);
        text.push('\n');
    }
}

/// Writes words into lines that are indented.
fn wrap(text: &mut String, words: &str, indent: usize) {
    let words = if words.is_empty() { "<empty>" } else { words };
    for paragraph in words.lines() {
        let mut column = 0;
        for word in paragraph.split_whitespace() {
            let width = word.chars().count();
            if column > 0 && column + 1 + width > WIDTH {
                text.push('\n');
                column = 0;
            }
            if column == 0 {
                text.push_str(&" ".repeat(indent));
                column = indent;
            } else {
                text.push(' ');
                column += 1;
            }
            text.push_str(word);
            column += width;
        }
        text.push('\n');
    }
}
