//! The whole state as an address: `#v1=` and base64url of raw deflate of JSON.

use super::{base64url, deflate};
use drydock_core::session::SourceFile;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The version of the format that is written, and the largest that is read.
pub const VERSION: u32 = 1;

/// No shared state inflates to more bytes than this.
pub const LARGEST: usize = 5_000_000;

/// No shared state has more files than this: each one is a tab.
const MOST_FILES: usize = 500;

/// From this length on, in characters, some programs cut an address that is pasted into them.
pub const LONG: usize = 8_000;

/// What a link holds. Members that this version does not know are kept and written back.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct SharedState {
    /// The files, in the order of their tabs.
    #[serde(default)]
    pub files: Vec<SourceFile>,
    /// The view: `map`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<String>,
    /// The selected object's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub select: Option<String>,
    /// `light` or `dark`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// What later versions add.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The fragment that holds a state, with `#`.
pub async fn encode(state: &SharedState) -> Result<String, String> {
    let json =
        serde_json::to_vec(state).map_err(|error| format!("This cannot be put into a link: {error}."))?;
    if json.len() > LARGEST {
        return Err("These files are too large for a link: download them instead.".to_owned());
    }
    let small = deflate::deflate(&json).await.map_err(|_| UNSUPPORTED.to_owned())?;
    Ok(format!("#v{VERSION}={}", base64url::encode(&small)))
}

/// The state in a fragment, with or without `#`. The error is a sentence for the reader.
pub async fn decode(fragment: &str) -> Result<SharedState, String> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (version, text) = split(fragment).ok_or("This link holds no shared manifests.")?;
    if version > VERSION {
        return Err(format!(
            "This link was made by a newer Drydock (format {version}, this one reads up to {VERSION}): reload the \
             page to get the newest, and open the link again."
        ));
    }
    let bytes = base64url::decode(text).ok_or(CUT_OFF)?;
    let json = deflate::inflate(&bytes, LARGEST).await.map_err(|trouble| match trouble {
        deflate::Trouble::Unsupported => UNSUPPORTED,
        deflate::Trouble::Damaged => CUT_OFF,
        deflate::Trouble::TooLarge => "This link holds more than 5 MB of text, so it was not opened.",
    })?;
    let state: SharedState = serde_json::from_slice(&json).map_err(|_| CUT_OFF)?;
    if state.files.len() > MOST_FILES {
        return Err(format!("This link holds more than {MOST_FILES} files, so it was not opened."));
    }
    Ok(state)
}

const UNSUPPORTED: &str =
    "This browser is too old for links with manifests in them: it has no compression streams.";

const CUT_OFF: &str = "This link is damaged: a part of it is missing or was changed on the way. Ask for it again, \
                       or for the files.";

/// `v1=…` as version and text.
fn split(fragment: &str) -> Option<(u32, &str)> {
    let (version, text) = fragment.strip_prefix('v')?.split_once('=')?;
    let digits =
        !version.is_empty() && version.len() <= 9 && version.bytes().all(|byte| byte.is_ascii_digit());
    Some((version.parse().ok().filter(|version| digits && *version > 0)?, text))
}
