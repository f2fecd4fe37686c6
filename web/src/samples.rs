//! The site's samples: what there is, and how one is loaded.

use drydock_core::session::SourceFile;
use drydock_web::platform::link;
use serde::Deserialize;

/// The sample of a first visit.
pub const FIRST: &str = "shop";

/// A sample as `samples/index.json` describes it.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sample {
    /// The name of its folder.
    pub name: String,
    /// What people read.
    pub title: String,
    /// What it shows, a sentence or two.
    pub summary: String,
    /// Its files, in the order of their tabs.
    pub files: Vec<String>,
    /// The explanation beside it.
    pub lesson: String,
}

/// All samples.
pub async fn index() -> Result<Vec<Sample>, String> {
    let file = link::fetch("samples/index.json").await?;
    serde_json::from_str(&file.text).map_err(|error| error.to_string())
}

/// The files of a sample.
pub async fn files(sample: &Sample) -> Result<Vec<SourceFile>, String> {
    let mut files = Vec::with_capacity(sample.files.len());
    for name in &sample.files {
        let address = ["samples/", &sample.name, "/", name].concat();
        files.push(SourceFile { name: name.clone(), ..link::fetch(&address).await? });
    }
    Ok(files)
}

/// The sample with a name, and its files.
pub async fn load(name: &str) -> Result<(Sample, Vec<SourceFile>), String> {
    let sample = index().await?.into_iter().find(|sample| sample.name == name);
    let sample = sample.ok_or_else(|| ["There is no sample \"", name, "\"."].concat())?;
    let files = files(&sample).await?;
    Ok((sample, files))
}
