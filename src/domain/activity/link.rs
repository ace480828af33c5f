//! The one link of an item (domain.md section 3, Formats): an https address that anybody can follow.

/// The longest link that is taken, in characters.
pub const LONGEST_LINK: usize = 500;

/// Why a link is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LinkProblem {
    TooLong,
    /// http, ftp, file … or no scheme at all
    NotHttps,
    /// No host, spaces, several links
    Malformed,
    /// `https://name:password@…`
    CarriesPassword,
}

/// The link as it is kept; `None` for an empty field.
///
/// # Errors
/// The problem.
pub fn read(text: &str) -> Result<Option<String>, LinkProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.chars().count() > LONGEST_LINK {
        return Err(LinkProblem::TooLong);
    }
    let rest = match text.split_at_checked(8) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https://") => rest,
        _ => return Err(LinkProblem::NotHttps),
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') {
        return Err(LinkProblem::CarriesPassword);
    }
    let odd = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '<' | '>' | '"' | '\\' | '|' | '^' | '`')
    };
    if text.chars().any(odd) || holds_another(rest) || !is_host(host) {
        return Err(LinkProblem::Malformed);
    }
    Ok(Some(format!("https://{rest}")))
}

/// A second link behind a separator; one inside a path (a web archive's) is part of the address.
fn holds_another(rest: &str) -> bool {
    let lower = rest.to_ascii_lowercase();
    [',', ';', '，', '、', '；']
        .iter()
        .any(|mark| lower.contains(&format!("{mark}http")))
}

/// `name.tld`, with a port or without; names may be in Chinese.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    name.contains('.') && name.split('.').all(label) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_https_addresses_are_taken() {
        for good in [
            "https://example.org",
            " https://example.org/a?b=c#d ",
            "https://drive.example.com:8443/作品",
            "https://臺灣.example",
            "https://archive.example/web/https://example.org",
        ] {
            assert_eq!(read(good), Ok(Some(good.trim().to_owned())), "{good}");
        }
        assert_eq!(
            read("HTTPS://example.org"),
            Ok(Some("https://example.org".to_owned()))
        );
        assert_eq!(read("  "), Ok(None));
        for (bad, problem) in [
            ("http://example.org", LinkProblem::NotHttps),
            ("example.org", LinkProblem::NotHttps),
            ("作品連結", LinkProblem::NotHttps),
            ("javascript:alert(1)", LinkProblem::NotHttps),
            ("https://", LinkProblem::Malformed),
            ("https://localhost", LinkProblem::Malformed),
            ("https://a..b", LinkProblem::Malformed),
            ("https://example.org:99999", LinkProblem::Malformed),
            ("https://example.org/a b", LinkProblem::Malformed),
            ("https://example.org https://example.net", LinkProblem::Malformed),
            ("https://a.tw/1,https://b.tw/2", LinkProblem::Malformed),
            ("https://me:secret@example.org", LinkProblem::CarriesPassword),
        ] {
            assert_eq!(read(bad), Err(problem), "{bad}");
        }
        let long = format!("https://example.org/{}", "a".repeat(LONGEST_LINK));
        assert_eq!(read(&long), Err(LinkProblem::TooLong));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_judged(text in ".{0,60}") {
            if let Ok(Some(link)) = read(&text) {
                proptest::prop_assert!(link.starts_with("https://"));
                proptest::prop_assert_eq!(read(&link), Ok(Some(link.clone())));
            }
        }
    }
}
