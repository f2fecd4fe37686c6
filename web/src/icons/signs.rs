//! Signs of the page itself.

use drydock_core::session::Severity;

/// What a sign says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// A ship in dock.
    Brand,
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// Worth knowing.
    Info,
    /// A suggestion.
    Hint,
    /// All is well.
    Check,
    /// Look for something.
    Search,
    /// Larger.
    Plus,
    /// Smaller.
    Minus,
    /// Everything on the screen.
    Fit,
    /// Away with it.
    Close,
    /// There is more below.
    Down,
    /// There is more to the right.
    Right,
    /// There is more to the left.
    Left,
    /// Day.
    Sun,
    /// Night.
    Moon,
    /// As the system says.
    Half,
    /// Pass it on.
    Share,
    /// Take it away.
    Export,
    /// As a list.
    List,
    /// Bring something out.
    Focus,
    /// Text.
    Text,
    /// Picture.
    Map,
    /// Everything about one thing.
    Inspect,
}

impl Sign {
    /// The sign of a severity.
    pub fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Info => Self::Info,
            Severity::Hint => Self::Hint,
        }
    }

    /// The stroke.
    pub fn path(self) -> &'static str {
        match self {
            Self::Brand => "M2 9.4h12l-1.7 4.4H3.7zM4.2 7.2h7.6M5.6 4.8h4.8M8 4.8V1.8l3.4 1.2L8 4.2",
            Self::Error => {
                "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6"
            }
            Self::Warning => "M8 2 14.4 13.5H1.6zM8 6.4v3.2M8 11.5v.1",
            Self::Info => "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0M8 7.4v3.8M8 4.8v.1",
            Self::Hint => {
                "M5.8 12h4.4M6.4 14.2h3.2M5.8 12c0-2-2-2.8-2-5.6a4.2 4.2 0 0 1 8.4 0c0 2.8-2 3.6-2 5.6"
            }
            Self::Check => "M2.8 8.6 6.2 12 13.2 4.4",
            Self::Search => "M2.2 6.800a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0M10.2 10.2 14 14",
            Self::Plus => "M8 3v10M3 8h10",
            Self::Minus => "M3 8h10",
            Self::Fit => {
                "M2 5.600V2h3.600M10.4 2H14v3.600M14 10.400V14h-3.600M5.6 14H2v-3.600M5.5 5.500h5v5h-5z"
            }
            Self::Close => "M3.8 3.800l8.4 8.400M12.2 3.800l-8.4 8.4",
            Self::Down => "M4 6l4 4 4-4",
            Self::Right => "M6 4l4 4-4 4",
            Self::Left => "M10 4 6 8l4 4",
            Self::Sun => {
                "M5 8a3 3 0 1 0 6 0a3 3 0 1 0-6 0M8 1.200v1.600M8 13.200v1.600M1.2 8h1.600M13.2 8h1.600M3.2 3.200l1.1 1.100M11.7 11.700l1.1 1.100M12.8 3.200l-1.1 1.100M4.3 11.700l-1.1 1.1"
            }
            Self::Moon => "M13.6 9.800A6 6 0 0 1 6.2 2.4 6 6 0 1 0 13.6 9.800z",
            Self::Half => "M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M8 2v12M10.5 3v10M12.6 4.600v6.8",
            Self::Share => "M8 10V2M5 4.6 8 1.800l3 2.800M4.6 7H3v7h10V7h-1.6",
            Self::Export => "M8 2v8M5 7.4 8 10.200l3-2.800M3 10.500V14h10v-3.5",
            Self::List => {
                "M2.4 3.600h.200M5.4 3.600h8.400M5.4 8h.200M8.4 8h5.400M5.4 12.400h.200M8.4 12.400h5.4"
            }
            Self::Focus => {
                "M5.6 8a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0M8 1.500v2.500M8 12v2.500M1.5 8H4M12 8h2.5"
            }
            Self::Text => "M3 3.500h10M3 6.500h6.500M3 9.500h8.500M3 12.500h5",
            Self::Map => {
                "M1.8 5.500h4.400v5H1.800zM9.8 2h4.400v4.400H9.800zM9.8 9.600h4.400V14H9.800zM6.2 8H8V4.200h1.800M8 8v3.800h1.8"
            }
            Self::Inspect => "M2.2 2.500h11.600v11H2.200zM5 5.800h6M5 8.400h6M5 11h3.4",
        }
    }
}
