//! Facts of Jobs, and of CronJobs, which make them.

use super::Fact;
use super::pod_facts;
use super::words::{count, scalar, seconds};
use crate::api::Object;

/// `1 completion`, for a Job whose spec is at a JSON pointer.
pub(super) fn summary(object: &Object, spec: &str) -> String {
    let completions = object.integer(&format!("{spec}/completions"));
    let parallel = object.integer(&format!("{spec}/parallelism")).unwrap_or(1);
    match completions {
        None if parallel > 1 => format!("{parallel} at a time"),
        Some(completions) if completions > 1 && parallel > 1 => {
            format!("{completions} runs, {parallel} at a time")
        }
        Some(completions) if completions > 1 => format!("{completions} runs"),
        _ => "runs once".to_owned(),
    }
}

/// Completions, retries, time limits and the Pod template.
pub(super) fn facts(object: &Object, spec: &str) -> Vec<Fact> {
    let number = |field: &str| object.integer(&format!("{spec}/{field}"));
    let retries = number("backoffLimit").unwrap_or(6).clamp(0, i64::from(u32::MAX));
    let mut facts = vec![
        ("Runs", summary(object, spec)),
        ("Retries", format!("at most {}", count(retries as usize, "time"))),
    ];
    if let Some(limit) = number("activeDeadlineSeconds") {
        facts.push(("Time limit", seconds(limit)));
    }
    if let Some(kept) = number("ttlSecondsAfterFinished") {
        facts.push(("Deleted", format!("{} after it has finished", seconds(kept))));
    }
    if let Some(policy) = object.at(&format!("{spec}/template/spec/restartPolicy")) {
        facts.push(("Restarts", scalar(policy)));
    }
    facts.extend(pod_facts::facts(object, &format!("{spec}/template/spec")));
    facts
}

/// A schedule in a few words, when it is one of the usual ones; else as it is written.
pub(super) fn when(schedule: &str) -> String {
    match schedule {
        "@hourly" => return "every hour".to_owned(),
        "@daily" | "@midnight" => return "00:00".to_owned(),
        "@weekly" => return "Sunday 00:00".to_owned(),
        "@monthly" => return "day 1, 00:00".to_owned(),
        _ => {}
    }
    let fields: Vec<&str> = schedule.split_whitespace().collect();
    let [minute, hour, day, month, weekday] = fields.as_slice() else { return schedule.to_owned() };
    let number = |field: &str, most: u8| field.parse::<u8>().ok().filter(|number| *number <= most);
    let every = |field: &str| field.strip_prefix("*/").and_then(|step| step.parse::<u8>().ok());
    let any_day = [day, month, weekday].iter().all(|field| **field == "*");
    let words = match (number(minute, 59), number(hour, 23)) {
        (Some(minute), Some(hour)) if any_day => Some(format!("{hour:02}:{minute:02}")),
        (Some(minute), Some(hour)) if *day == "*" && *month == "*" => {
            weekday_name(weekday).map(|name| format!("{name} {hour:02}:{minute:02}"))
        }
        (Some(minute), Some(hour)) if *month == "*" && *weekday == "*" => {
            number(day, 31).map(|day| format!("day {day}, {hour:02}:{minute:02}"))
        }
        (Some(0), None) if *hour == "*" && any_day => Some("every hour".to_owned()),
        (Some(minute), None) if *hour == "*" && any_day => Some(format!("every hour at :{minute:02}")),
        (Some(0), None) if any_day => every(hour).map(|step| format!("every {step} hours")),
        (None, None) if *hour == "*" && any_day => match (*minute, every(minute)) {
            ("*", _) | (_, Some(1)) => Some("every minute".to_owned()),
            (_, Some(step)) => Some(format!("every {step} minutes")),
            _ => None,
        },
        _ => None,
    };
    words.unwrap_or_else(|| schedule.to_owned())
}

fn weekday_name(field: &str) -> Option<&'static str> {
    Some(match field.to_ascii_lowercase().as_str() {
        "0" | "7" | "sun" => "Sunday",
        "1" | "mon" => "Monday",
        "2" | "tue" => "Tuesday",
        "3" | "wed" => "Wednesday",
        "4" | "thu" => "Thursday",
        "5" | "fri" => "Friday",
        "6" | "sat" => "Saturday",
        "1-5" | "mon-fri" => "Monday to Friday",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_schedules_are_said_in_words() {
        for (schedule, words) in [
            ("30 2 * * *", "02:30"),
            ("*/5 * * * *", "every 5 minutes"),
            ("* * * * *", "every minute"),
            ("0 * * * *", "every hour"),
            ("15 * * * *", "every hour at :15"),
            ("0 */6 * * *", "every 6 hours"),
            ("0 3 * * 0", "Sunday 03:00"),
            ("0 3 1 * *", "day 1, 03:00"),
            ("@daily", "00:00"),
            ("0 0 1,15 * *", "0 0 1,15 * *"),
            ("99 2 * * *", "99 2 * * *"),
            ("", ""),
        ] {
            assert_eq!(when(schedule), words);
        }
    }
}
