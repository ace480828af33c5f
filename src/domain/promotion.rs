//! A new term from the last one: where each class goes. In the second semester everybody stays; in a new
//! school year the name of a class goes up by one, and the third year leaves. Seats are kept.

use std::collections::BTreeMap;

use super::term::Term;

/// 高三: who has been in it leaves.
const LAST_GRADE: u8 = 3;
const HAN: [char; 3] = ['一', '二', '三'];
const DIGITS: [char; 3] = ['1', '2', '3'];
const WIDE_DIGITS: [char; 3] = ['１', '２', '３'];

/// What the name of a class says of where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    To(String),
    Leaves,
    /// The name does not show its grade.
    Unknown,
}

/// Where a class goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goes {
    To(String),
    /// Out of school: graduating them is another matter.
    Leaves,
}

/// A class of the old term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldClass {
    pub name: String,
    /// Who would move
    pub students: u32,
    /// The grade of most of them, where their 入學學年度 tells it
    pub grade: Option<u8>,
}

/// What has to be put right before anything is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoveProblem {
    /// Where it goes has to be said.
    Unmapped,
    /// Another class goes to the same name.
    Shared { with: String },
}

/// A class with where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassMove {
    pub class: OldClass,
    pub goes: Option<Goes>,
    pub problem: Option<MoveProblem>,
}

/// Old names with new ones; an empty one leaves. What is not named goes by its name.
pub type ClassMapping = BTreeMap<String, String>;

/// Why no term was started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PromotionRefusal {
    /// Neither the same school year nor the one after it.
    NotTheNext { from: Term, to: Term },
    /// Nobody has a class in the old term.
    NoStudents { from: Term },
    /// The mapping names a class that is not there.
    UnknownClass { class: String, from: Term },
    /// Where these go has to be said.
    Unmapped { classes: Vec<String> },
    /// Two classes would go to one.
    Shared { to: String, classes: [String; 2] },
    /// Other classes or students than were seen.
    ChangedMeanwhile { seen: u32, now: u32 },
}

/// # Errors
/// [`PromotionRefusal::NotTheNext`] for a term that does not follow, or lies more than a school year ahead.
pub fn require_follows(from: Term, to: Term) -> Result<(), PromotionRefusal> {
    let next_year = to.year == from.year.next();
    let same_year = to.year == from.year && to > from;
    if next_year || same_year {
        return Ok(());
    }
    Err(PromotionRefusal::NotTheNext { from, to })
}

/// What the name says: `一年1班`, `101`, `商一甲`, `高一忠`, `1年3班`.
pub fn suggest(name: &str) -> Suggestion {
    let letters: Vec<char> = name.chars().collect();
    let Some(place) = place_of_grade(&letters) else {
        return Suggestion::Unknown;
    };
    let next = [HAN, DIGITS, WIDE_DIGITS].into_iter().find_map(|row| {
        let grade = row.iter().position(|letter| *letter == letters[place])?;
        Some(row.get(grade + 1).copied())
    });
    match next {
        Some(Some(next)) => {
            let mut promoted = letters;
            promoted[place] = next;
            Suggestion::To(promoted.into_iter().collect())
        }
        Some(None) => Suggestion::Leaves,
        None => Suggestion::Unknown,
    }
}

fn is_grade(letter: char) -> bool {
    HAN.contains(&letter) || is_digit(letter)
}

fn is_digit(letter: char) -> bool {
    DIGITS.contains(&letter) || WIDE_DIGITS.contains(&letter)
}

/// Which letter is the grade, if the name shows it.
fn place_of_grade(letters: &[char]) -> Option<usize> {
    // 國中部 goes on to another school year than its name says.
    if letters.first() == Some(&'國') {
        return None;
    }
    // `一年…`, `1年…`, `高一…`, `高1…`
    let before_year = letters
        .windows(2)
        .position(|pair| is_grade(pair[0]) && pair[1] == '年')
        .filter(|place| *place == 0 || !letters[place - 1].is_numeric());
    let after_high = letters
        .windows(2)
        .position(|pair| pair[0] == '高' && is_grade(pair[1]))
        .map(|place| place + 1);
    // `101`, `101班`: three digits, the first of which is the grade.
    let digits = letters.iter().take_while(|letter| letter.is_numeric()).count();
    let three = (digits == 3 && letters.first().is_some_and(|first| is_digit(*first))).then_some(0);
    // `商一甲`, `資一2`: the first numeral that is written out.
    let written = || letters.iter().position(|letter| HAN.contains(letter));
    before_year.or(after_high).or(three).or_else(written)
}

/// Where every class goes, in the order of the classes.
pub fn moves(from: Term, to: Term, classes: &[OldClass], mapping: &ClassMapping) -> Vec<ClassMove> {
    let same_year = from.year == to.year;
    let mut moves: Vec<ClassMove> = classes
        .iter()
        .map(|class| {
            let goes = match mapping.get(&class.name).map(|name| name.trim()) {
                Some("") => Some(Goes::Leaves),
                Some(name) => Some(Goes::To(name.to_owned())),
                None if same_year => Some(Goes::To(class.name.clone())),
                None => by_itself(class),
            };
            let problem = goes.is_none().then_some(MoveProblem::Unmapped);
            ClassMove {
                class: class.clone(),
                goes,
                problem,
            }
        })
        .collect();
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for place in 0..moves.len() {
        let Some(Goes::To(name)) = moves[place].goes.clone() else {
            continue;
        };
        if let Some(first) = taken.get(&name).copied() {
            let (one, other) = (moves[first].class.name.clone(), moves[place].class.name.clone());
            moves[place].problem = Some(MoveProblem::Shared { with: one });
            moves[first]
                .problem
                .get_or_insert(MoveProblem::Shared { with: other });
        } else {
            taken.insert(name, place);
        }
    }
    moves
}

fn by_itself(class: &OldClass) -> Option<Goes> {
    match suggest(&class.name) {
        Suggestion::To(name) => Some(Goes::To(name)),
        Suggestion::Leaves => Some(Goes::Leaves),
        Suggestion::Unknown if class.grade.is_some_and(|grade| grade >= LAST_GRADE) => Some(Goes::Leaves),
        Suggestion::Unknown => None,
    }
}

/// # Errors
/// The first thing that has to be put right.
pub fn require_sound(moves: &[ClassMove]) -> Result<(), PromotionRefusal> {
    let unmapped: Vec<String> = moves
        .iter()
        .filter(|one| one.problem == Some(MoveProblem::Unmapped))
        .map(|one| one.class.name.clone())
        .collect();
    if !unmapped.is_empty() {
        return Err(PromotionRefusal::Unmapped { classes: unmapped });
    }
    for one in moves {
        if let (Some(MoveProblem::Shared { with }), Some(Goes::To(to))) = (&one.problem, &one.goes) {
            return Err(PromotionRefusal::Shared {
                to: to.clone(),
                classes: [one.class.name.clone(), with.clone()],
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::term::Semester;
    use proptest::prelude::*;

    const FROM: Term = Term::new(114, Semester::Second);

    fn class(name: &str, grade: Option<u8>) -> OldClass {
        OldClass {
            name: name.to_owned(),
            students: 30,
            grade,
        }
    }

    #[test]
    fn names_go_up_by_one() {
        for (name, next) in [
            ("一年1班", "二年1班"),
            ("一年 1 班", "二年 1 班"),
            ("二年三班", "三年三班"),
            ("一年級甲班", "二年級甲班"),
            ("1年3班", "2年3班"),
            ("101", "201"),
            ("212班", "312班"),
            ("１０１", "２０１"),
            ("商一甲", "商二甲"),
            ("資二乙", "資三乙"),
            ("汽一", "汽二"),
            ("高一忠", "高二忠"),
            ("高1忠", "高2忠"),
            ("普通科一年一班", "普通科二年一班"),
            ("商一二", "商二二"),
        ] {
            assert_eq!(suggest(name), Suggestion::To(next.to_owned()), "{name}");
        }
        for name in ["三年1班", "301", "商三甲", "高三忠", "3年12班"] {
            assert_eq!(suggest(name), Suggestion::Leaves, "{name}");
        }
        for name in ["", "忠班", "國一仁", "401", "1101", "S101", "甲", "11年1班"] {
            assert_eq!(suggest(name), Suggestion::Unknown, "{name}");
        }
    }

    proptest! {
        #[test]
        fn only_the_grade_changes(
            before in "[商資汽電機普通科]{0,3}",
            grade in 0usize..2,
            after in "[甲乙丙丁忠孝仁愛班]{0,3}",
        ) {
            let name = format!("{before}{}{after}", HAN[grade]);
            let next = format!("{before}{}{after}", HAN[grade + 1]);
            prop_assert_eq!(suggest(&name), Suggestion::To(next));
        }

        #[test]
        fn any_name_is_survived_and_different_ones_stay_different(names in proptest::collection::btree_set("\\PC{0,6}", 0..6)) {
            let promoted: Vec<String> = names
                .iter()
                .filter_map(|name| match suggest(name) {
                    Suggestion::To(next) => {
                        prop_assert_eq_len(name, &next);
                        Some(next)
                    }
                    _ => None,
                })
                .collect();
            let different: std::collections::BTreeSet<&String> = promoted.iter().collect();
            prop_assert_eq!(different.len(), promoted.len());
        }
    }

    fn prop_assert_eq_len(name: &str, next: &str) {
        assert_eq!(name.chars().count(), next.chars().count(), "{name} {next}");
    }

    #[test]
    fn a_second_semester_keeps_every_class() {
        let first = Term::new(114, Semester::First);
        let classes = [class("三年1班", Some(3)), class("忠班", None)];
        let moves = moves(first, first.next(), &classes, &ClassMapping::new());
        for (one, class) in moves.iter().zip(&classes) {
            assert_eq!(one.goes, Some(Goes::To(class.name.clone())));
        }
        assert_eq!(require_sound(&moves), Ok(()));
    }

    #[test]
    fn what_is_unclear_is_asked_and_what_collides_is_refused() {
        let classes = [
            class("一年1班", Some(1)),
            class("忠班", Some(1)),
            class("孝班", Some(3)),
            class("三年1班", Some(3)),
        ];
        let to = FROM.next();
        let plan = |pairs: &[(&str, &str)]| {
            let mapping = pairs
                .iter()
                .map(|(old, new)| ((*old).to_owned(), (*new).to_owned()))
                .collect();
            moves(FROM, to, &classes, &mapping)
        };
        let found = plan(&[]);
        assert_eq!(found[0].goes, Some(Goes::To("二年1班".into())));
        assert_eq!(
            (&found[1].goes, &found[1].problem),
            (&None, &Some(MoveProblem::Unmapped))
        );
        assert_eq!(
            (&found[2].goes, &found[3].goes),
            (&Some(Goes::Leaves), &Some(Goes::Leaves))
        );
        assert_eq!(
            require_sound(&found),
            Err(PromotionRefusal::Unmapped {
                classes: vec!["忠班".into()]
            })
        );
        let shared = plan(&[("忠班", " 二年1班 ")]);
        assert_eq!(
            shared[0].problem,
            Some(MoveProblem::Shared {
                with: "忠班".into()
            })
        );
        assert!(
            matches!(require_sound(&shared), Err(PromotionRefusal::Shared { to, .. }) if to == "二年1班")
        );
        let fine = plan(&[("忠班", "二年2班"), ("孝班", "四年1班"), ("一年1班", "")]);
        assert_eq!(fine[0].goes, Some(Goes::Leaves));
        assert_eq!(fine[2].goes, Some(Goes::To("四年1班".into())));
        assert_eq!(require_sound(&fine), Ok(()));
    }

    #[test]
    fn terms_follow_each_other() {
        let term = |year, number| Term::new(year, Semester::from_number(number).unwrap());
        for (from, to, fine) in [
            (term(114, 1), term(114, 2), true),
            (term(114, 2), term(115, 1), true),
            (term(114, 1), term(115, 1), true),
            (term(114, 2), term(114, 1), false),
            (term(114, 1), term(114, 1), false),
            (term(114, 1), term(116, 1), false),
            (term(115, 1), term(114, 2), false),
        ] {
            assert_eq!(require_follows(from, to).is_ok(), fine, "{from} {to}");
        }
    }
}
