//! Which revision is outstanding, which is held back, and what an answer means. No browser here.

/// So long may a request run before a newer text replaces it, in milliseconds. A shorter one is awaited: its
/// answer is nearly there, and a person who types fast still sees fresh problems.
const PATIENCE: f64 = 40.0;

/// What to do with a new text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Posting {
    /// Send it.
    Now,
    /// Ask again after so many milliseconds, or when an answer comes.
    Later(u32),
}

/// What to do after the worker's death.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Revival {
    /// Send the same text again.
    Resend,
    /// The text kills the engine every time: wait for another one.
    AwaitEdit,
}

/// The books.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The newest text.
    newest: u64,
    /// What was sent and is not answered, and when it was sent.
    outstanding: Option<(u64, f64)>,
    /// The newest text waits.
    held: bool,
    /// The revision at which the worker died last, and how often.
    deaths: (u64, u32),
}

impl Ledger {
    /// The text has changed.
    pub fn changed(&mut self, revision: u64, now: f64) -> Posting {
        self.newest = revision;
        self.held = true;
        self.due(now)
    }

    /// Whether what is held can go now.
    pub fn due(&self, now: f64) -> Posting {
        match self.outstanding {
            Some((_, since)) if now - since < PATIENCE => {
                Posting::Later((PATIENCE - (now - since)).ceil() as u32)
            }
            _ => Posting::Now,
        }
    }

    /// A request for the newest text was sent.
    pub fn sent(&mut self, now: f64) {
        self.held = false;
        self.outstanding = Some((self.newest, now));
    }

    /// A picture has come. Whether the request that is outstanding is answered with it.
    pub fn drawn(&mut self, revision: u64) -> bool {
        let answered = self.outstanding.is_some_and(|(outstanding, _)| revision >= outstanding);
        if answered {
            self.outstanding = None;
        }
        answered
    }

    /// Whether a newer text waits to be sent.
    pub fn holds(&self) -> bool {
        self.held
    }

    /// Whether something is outstanding.
    pub fn waits(&self) -> bool {
        self.outstanding.is_some()
    }

    /// The revision of the newest text.
    pub fn newest(&self) -> u64 {
        self.newest
    }

    /// The worker is dead.
    pub fn died(&mut self) -> Revival {
        self.outstanding = None;
        self.deaths =
            if self.deaths.0 == self.newest { (self.newest, self.deaths.1 + 1) } else { (self.newest, 1) };
        if self.deaths.1 > 2 { Revival::AwaitEdit } else { Revival::Resend }
    }

    /// A person gave up waiting.
    pub fn cancelled(&mut self) {
        self.outstanding = None;
        self.held = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_text_is_sent_at_once() {
        assert_eq!(Ledger::default().changed(1, 0.0), Posting::Now);
    }

    #[test]
    fn a_text_waits_for_a_young_request_and_replaces_an_old_one() {
        let mut ledger = Ledger::default();
        ledger.changed(1, 0.0);
        ledger.sent(0.0);
        assert_eq!(ledger.changed(2, 10.0), Posting::Later(30));
        assert_eq!(ledger.changed(3, 41.0), Posting::Now);
    }

    #[test]
    fn only_the_newest_of_the_held_texts_is_sent() {
        let mut ledger = Ledger::default();
        ledger.changed(1, 0.0);
        ledger.sent(0.0);
        ledger.changed(2, 5.0);
        ledger.changed(3, 6.0);
        assert!(ledger.drawn(1) && ledger.holds());
        ledger.sent(9.0);
        assert!(!ledger.holds() && !ledger.drawn(2) && ledger.drawn(3));
    }

    #[test]
    fn an_answer_to_a_replaced_request_settles_nothing() {
        let mut ledger = Ledger::default();
        ledger.changed(1, 0.0);
        ledger.sent(0.0);
        ledger.changed(2, 50.0);
        ledger.sent(50.0);
        assert!(!ledger.drawn(1) && ledger.waits());
    }

    #[test]
    fn a_text_that_kills_the_engine_is_not_sent_for_ever() {
        let mut ledger = Ledger::default();
        ledger.changed(1, 0.0);
        let revivals = [ledger.died(), ledger.died(), ledger.died()];
        assert_eq!(revivals, [Revival::Resend, Revival::Resend, Revival::AwaitEdit]);
        ledger.changed(2, 0.0);
        assert_eq!(ledger.died(), Revival::Resend);
    }
}
