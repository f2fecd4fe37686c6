//! Formats that are recognised by their lines.

use super::Foreign;

/// Recognises other formats by their lines. A text with lines such as `kind: Pod` is a manifest, however
/// broken.
pub(super) fn of_lines(text: &str) -> Option<Foreign> {
    if text.lines().any(|line| line.starts_with("```")) {
        return Some(Foreign::Markdown);
    }
    // A command may have a manifest in its lines below.
    let is_code = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
    if text.lines().find(is_code).is_some_and(|line| is_command(line) && !looks_like_key(line)) {
        return Some(Foreign::Shell);
    }
    let is_manifest = |line: &str| line.starts_with("apiVersion:") || line.starts_with("kind:");
    if text.lines().any(is_manifest) {
        return None;
    }
    let mut lines = text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    if first.starts_with("#!") {
        return Some(Foreign::Shell);
    }
    if first.trim_start().starts_with('<') {
        return Some(Foreign::Markup);
    }
    let all: Vec<&str> =
        text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).take(200).collect();
    let code: Vec<&str> = all.iter().copied().filter(|line| !line.trim_start().starts_with('#')).collect();
    let share = |test: &dyn Fn(&str) -> bool| {
        let hits = code.iter().filter(|line| test(line)).count();
        hits > 0 && hits * 2 >= code.len()
    };
    if code.iter().any(|line| line.starts_with("FROM ")) && code.iter().any(|line| is_instruction(line)) {
        return Some(Foreign::Dockerfile);
    }
    if share(&|line| is_assignment(line)) {
        return Some(Foreign::Environment);
    }
    if code.iter().any(|line| line.starts_with('[') && line.ends_with(']'))
        && code.iter().any(|line| line.contains(" = ") || line.contains('='))
    {
        return Some(Foreign::Toml);
    }
    if share(&|line| is_command(line)) {
        return Some(Foreign::Shell);
    }
    let heading = |line: &&str| line.starts_with("# ") || line.starts_with("## ");
    let keys = code.iter().any(|line| looks_like_key(line));
    if !keys && all.iter().filter(|line| heading(line)).count() > 1 {
        return Some(Foreign::Markdown);
    }
    let drawn = |line: &&str| line.contains(|character| ('\u{2500}'..='\u{257f}').contains(&character));
    let program = code.first().is_some_and(|line| {
        ["import ", "from ", "package ", "def ", "func "].iter().any(|word| line.starts_with(word))
    });
    let prose = |line: &str| line.split(' ').count() > 3 && !looks_like_key(line);
    let text = !keys && (code.len() > 2 || share(&prose));
    (text || program || all.iter().any(drawn)).then_some(Foreign::Text)
}

/// Whether a line is an instruction of a Dockerfile.
fn is_instruction(line: &str) -> bool {
    const WORDS: [&str; 12] = [
        "RUN ",
        "CMD ",
        "COPY ",
        "ADD ",
        "WORKDIR ",
        "ENTRYPOINT ",
        "EXPOSE ",
        "ENV ",
        "ARG ",
        "USER ",
        "LABEL ",
        "VOLUME ",
    ];
    WORDS.iter().any(|word| line.starts_with(word))
}

/// Whether a line is `NAME=value`.
fn is_assignment(line: &str) -> bool {
    let line = line.strip_prefix("export ").unwrap_or(line);
    line.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    })
}

/// Whether a line looks like a command.
fn is_command(line: &str) -> bool {
    const WORDS: [&str; 22] = [
        "kubectl", "helm", "docker", "echo", "cat", "cd", "curl", "set", "export", "if", "fi", "for", "done",
        "while", "sudo", "apt-get", "git", "make", "kind", "minikube", "source", "$",
    ];
    let word = line.split_whitespace().next().unwrap_or("");
    WORDS.contains(&word)
}

/// Whether a line looks like `key:` or `key: value`.
fn looks_like_key(line: &str) -> bool {
    let content = line.trim_start().trim_start_matches("- ");
    let key = content.split(": ").next().unwrap_or("").trim_end_matches(':');
    let colon = content.contains(": ") || content.ends_with(':');
    colon && !key.is_empty() && !key.contains(' ')
}
