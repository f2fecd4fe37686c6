//! How wide a text is, so that labels never spill.
//!
//! The widths are those of DejaVu Sans, in hundredths of the font size, rounded up. It is the widest of the
//! faces in the page's font stack, so a text that fits here fits everywhere.

/// Widths from the space to the tilde, regular weight.
const REGULAR: [u8; 95] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64,
    62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98,
    64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];

/// Widths from the space to the tilde, bold weight.
const BOLD: [u8; 95] = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70,
    40, 40, 84, 84, 84, 59, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 86, 74, 86, 78, 73,
    69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105,
    72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
];

/// A way of writing that occurs in pictures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Face {
    /// The name on a card: 13, semibold.
    Title,
    /// The line of facts: 11.
    Fact,
    /// The kind on a card: 10.5.
    Caption,
    /// What a relation carries: 10.5.
    Label,
    /// What a mark says: 10.5, semibold.
    Mark,
    /// The title of a frame: 11, semibold.
    Frame,
}

impl Face {
    /// Size in tenths of a unit, and the table.
    const fn measure(self) -> (i32, &'static [u8; 95]) {
        match self {
            Self::Title => (130, &BOLD),
            Self::Fact => (110, &REGULAR),
            Self::Caption | Self::Label => (105, &REGULAR),
            Self::Mark => (105, &BOLD),
            Self::Frame => (110, &BOLD),
        }
    }
}

/// The width of a character in hundredths of the size.
fn advance(character: char, table: &[u8; 95]) -> i32 {
    match character {
        ' '..='~' => i32::from(table[(character as usize) - 0x20]),
        '·' => 38,
        '“' | '”' => 66,
        '→' => 84,
        '…' | '–' | '—' => 100,
        '\u{80}'..='\u{24f}' => 90,
        '\u{250}'..='\u{10ff}' => 125,
        // Ideographs, symbols and pictures are as wide as they are high, and some fallback faces are wider.
        _ => 140,
    }
}

/// The width of a text, in scene units, rounded up.
pub fn width(text: &str, face: Face) -> i32 {
    let (size, table) = face.measure();
    let sum: i32 = text.chars().fold(0, |sum, character| sum.saturating_add(advance(character, table)));
    (sum.min(1_000_000) * size + 999) / 1000
}

/// The text, or as much of its beginning as fits with an ellipsis.
pub fn cut(text: &str, face: Face, room: i32) -> String {
    if width(text, face) <= room {
        return text.to_owned();
    }
    let (size, table) = face.measure();
    let (mut sum, mut kept) = (100, String::new());
    for character in text.chars() {
        sum += advance(character, table);
        if (sum * size + 999) / 1000 > room {
            break;
        }
        kept.push(character);
    }
    let kept = kept.trim_end_matches([' ', '·', '-', '.']);
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_and_what_does_not_ends_in_an_ellipsis() {
        assert_eq!(cut("web", Face::Title, 100), "web");
        let cut_name = cut("recommendation-service-with-a-long-name", Face::Title, 100);
        assert!(cut_name.ends_with('…') && width(&cut_name, Face::Title) <= 100, "{cut_name}");
        let wide = cut("名前空間の長い名前", Face::Title, 60);
        assert!(wide.starts_with('名') && width(&wide, Face::Title) <= 60, "{wide}");
    }
}
