//! Calendar files (RFC 5545) for phones. Written here and not by a crate: it is a page of text, and the
//! crates put the clock of the computer into it.

use chrono::Duration;

use crate::domain::moment::Moment;

/// Bytes of a line, as the standard wants.
const LONGEST_LINE: usize = 75;

/// One date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for the same date for ever, so that a newer file replaces it
    pub uid: String,
    pub title: String,
    pub start: Moment,
    /// The first instant after it
    pub end: Moment,
    /// Empty: none
    pub description: String,
    /// Days before its end at which the phone speaks up
    pub alarm_days: Vec<u16>,
}

/// A calendar. `stamp`: when it was made; a phone takes the newest.
pub fn calendar(name: &str, stamp: Moment, events: &[Event]) -> String {
    let mut text = String::new();
    let mut line = |content: &str| fold(content, &mut text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//licheng//licheng//ZH-TW");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line(&format!("X-WR-CALNAME:{}", escaped(name)));
    line("X-WR-TIMEZONE:Asia/Taipei");
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", escaped(&event.uid)));
        line(&format!("DTSTAMP:{}", utc(stamp)));
        line(&format!("DTSTART:{}", utc(event.start)));
        line(&format!(
            "DTEND:{}",
            utc(event.end.max(event.start + Duration::minutes(1)))
        ));
        line(&format!("SUMMARY:{}", escaped(&event.title)));
        if !event.description.is_empty() {
            line(&format!("DESCRIPTION:{}", escaped(&event.description)));
        }
        // A window of weeks must not make its owner look busy.
        line("TRANSP:TRANSPARENT");
        for days in &event.alarm_days {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line(&format!("DESCRIPTION:{}", escaped(&event.title)));
            line(&format!("TRIGGER;RELATED=END:-P{days}D"));
            line("END:VALARM");
        }
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

fn utc(moment: Moment) -> String {
    moment.format("%Y%m%dT%H%M%SZ").to_string()
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Lines longer than 75 bytes go on in the next one, after a space; no letter is cut in two.
fn fold(content: &str, text: &mut String) {
    let mut length = 0;
    for letter in content.chars() {
        if length + letter.len_utf8() > LONGEST_LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::parse_moment;

    fn event() -> Event {
        Event {
            uid: "114-1-outcome@550301".into(),
            title: "課程學習成果上傳截止".into(),
            start: parse_moment("2026-02-03T23:30").unwrap(),
            end: parse_moment("2026-02-04T00:00").unwrap(),
            description: "送出認證; 逾期, 不能補\n請洽 C:\\教務處".into(),
            alarm_days: vec![7, 1],
        }
    }

    #[test]
    fn a_calendar_is_as_the_standard_wants() {
        let stamp = parse_moment("2026-01-05T08:00").unwrap();
        let text = calendar("學習歷程", stamp, &[event()]);
        let unfolded = text.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.split("\r\n").collect();
        assert_eq!(lines.first(), Some(&"BEGIN:VCALENDAR"));
        assert_eq!(lines[lines.len() - 2..], ["END:VCALENDAR", ""]);
        for line in [
            "X-WR-TIMEZONE:Asia/Taipei",
            "UID:114-1-outcome@550301",
            "DTSTAMP:20260105T000000Z",
            "DTSTART:20260203T153000Z",
            "DTEND:20260203T160000Z",
            "SUMMARY:課程學習成果上傳截止",
            "DESCRIPTION:送出認證\\; 逾期\\, 不能補\\n請洽 C:\\\\教務處",
            "TRIGGER;RELATED=END:-P7D",
            "TRIGGER;RELATED=END:-P1D",
        ] {
            assert!(lines.contains(&line), "{line} not in {text}");
        }
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        let long = Event {
            description: "一二三四五六七八九十".repeat(30),
            ..event()
        };
        let text = calendar("甲", long.start, std::slice::from_ref(&long));
        for line in text.split("\r\n") {
            assert!(line.len() <= LONGEST_LINE, "{line}");
        }
        assert!(text.replace("\r\n ", "").contains(&long.description));
    }

    #[test]
    fn an_end_before_its_start_still_makes_an_event() {
        let odd = Event {
            end: event().start,
            ..event()
        };
        assert!(calendar("甲", odd.start, &[odd]).contains("DTEND:20260203T153100Z"));
    }
}
