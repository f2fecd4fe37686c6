//! The picture and the text as files.

use crate::desk::Desk;
use crate::engine::Answer;
use crate::keep::dark_now;
use crate::ui::MenuItem;
use drydock_core::session::{ExportFormat, Question};
use drydock_web::platform::{download, picture};
use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, Callback};

/// The entries of the export menu.
pub fn exports(desk: &Desk) -> Vec<MenuItem> {
    let item = |label: &'static str, action: fn(Desk)| {
        let desk = desk.clone();
        MenuItem {
            label: AttrValue::Static(label),
            detail: AttrValue::default(),
            checked: None,
            action: Callback::from(move |()| action(desk.clone())),
        }
    };
    vec![
        item("Map as SVG", |desk| save(&desk, ExportFormat::Svg, "map.svg", "image/svg+xml")),
        item("Map as PNG", |desk| save_png(&desk)),
        item("Map as Mermaid", |desk| save(&desk, ExportFormat::Mermaid, "map.mmd", "text/plain")),
        item("Map as Graphviz DOT", |desk| save(&desk, ExportFormat::Dot, "map.dot", "text/plain")),
        item("Map as text", |desk| save(&desk, ExportFormat::Text, "map.txt", "text/plain")),
        item("Map as JSON", |desk| save(&desk, ExportFormat::Json, "map.json", "application/json")),
        item("All files as one YAML", |desk| {
            let texts: Vec<String> = desk.workspace().files().into_iter().map(|file| file.text).collect();
            tell(&desk, download::text("manifests.yaml", "application/yaml", &joined(&texts)));
        }),
    ]
}

/// Asks for the picture in a format; `done` gets its text.
pub fn ask(desk: &Desk, format: ExportFormat, done: impl Fn(String) + 'static) {
    let theme = if dark_now() { "dark" } else { "light" };
    let question = Question::Export { format, theme: theme.to_owned() };
    let done = Callback::from(move |response| {
        if let Answer::Export(text) = response {
            done(text);
        }
    });
    desk.ask(&question, done);
}

fn save(desk: &Desk, format: ExportFormat, name: &'static str, media_type: &'static str) {
    let told = desk.clone();
    ask(desk, format, move |text| tell(&told, download::text(name, media_type, &text)));
}

fn save_png(desk: &Desk) {
    let told = desk.clone();
    ask(desk, ExportFormat::Svg, move |svg| {
        let told = told.clone();
        spawn_local(async move {
            let saved = match picture::png(&svg).await {
                Ok(blob) => download::save("map.png", &blob),
                Err(sentence) => Err(sentence),
            };
            tell(&told, saved);
        });
    });
}

fn tell(desk: &Desk, result: Result<(), String>) {
    if let Err(sentence) = result {
        desk.tell(sentence);
    }
}

/// Files as one stream of documents.
fn joined(texts: &[String]) -> String {
    let mut stream = String::new();
    for text in texts.iter().map(|text| text.trim_end()).filter(|text| !text.is_empty()) {
        if !stream.is_empty() && !text.starts_with("---") {
            stream.push_str("---\n");
        }
        stream.push_str(text);
        stream.push('\n');
    }
    stream
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_become_documents_of_one_stream() {
        let texts = ["a: 1\n".to_owned(), String::new(), "---\nb: 2".to_owned(), "c: 3\n\n".to_owned()];
        assert_eq!(joined(&texts), "a: 1\n---\nb: 2\n---\nc: 3\n");
    }
}
