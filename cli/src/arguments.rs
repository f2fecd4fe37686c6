//! The command line's words.

/// A command with its options and operands.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Arguments {
    /// The command; empty when there is none.
    pub(crate) command: String,
    /// `--format`; empty when it is not given.
    pub(crate) format: String,
    /// `--theme`; empty when it is not given.
    pub(crate) theme: String,
    /// Everything that is no option.
    pub(crate) operands: Vec<String>,
}

impl Arguments {
    /// Reads the words; an unknown option or a missing value is an error.
    pub(crate) fn parse(words: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut arguments = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            if word == "--" {
                arguments.operands.extend(words.by_ref());
            } else if word == "-h" || word == "--help" {
                "help".clone_into(&mut arguments.command);
            } else if let Some(option) = word.strip_prefix("--") {
                let (name, value) = match option.split_once('=') {
                    Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                    None => (option.to_owned(), words.next()),
                };
                let value = value.ok_or_else(|| format!("--{name} needs a value"))?;
                match name.as_str() {
                    "format" => arguments.format = value,
                    "theme" => arguments.theme = value,
                    _ => return Err(format!("there is no option --{name}")),
                }
            } else if arguments.command.is_empty() {
                arguments.command = word;
            } else {
                arguments.operands.push(word);
            }
        }
        Ok(arguments)
    }

    /// The format, one of `known`, of which the first is the default.
    pub(crate) fn format<'f>(&self, known: &[&'f str]) -> Result<&'f str, String> {
        if self.format.is_empty() {
            return known.first().copied().ok_or_else(String::new);
        }
        known.iter().copied().find(|format| *format == self.format).ok_or_else(|| {
            format!("{} has no format {:?}; there are {}", self.command, self.format, known.join(", "))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Arguments, String> {
        Arguments::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_may_stand_anywhere() {
        let arguments = parse("check a.yaml --format=json b.yaml").expect("they are right");
        assert_eq!(arguments.operands, ["a.yaml", "b.yaml"]);
        assert_eq!(arguments.format(&["text", "json"]), Ok("json"));
    }

    #[test]
    fn what_is_unknown_is_said() {
        assert_eq!(parse("check --loud yes"), Err("there is no option --loud".to_owned()));
        assert_eq!(parse("check --format"), Err("--format needs a value".to_owned()));
        let arguments = parse("check --format xml").expect("known only later");
        assert!(arguments.format(&["text", "json"]).is_err());
    }
}
