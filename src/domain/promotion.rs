//! 升班: what a class is called in the next school year. Class names are free text (domain.md section 6),
//! so only the usual ways of naming a grade are recognised; others keep their name until a person says.

/// What becomes of a class in the next school year.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Promotion {
    /// The same class, one grade higher
    To(String),
    /// 高三: left out
    Graduates,
    /// No grade was recognised in the name: kept as it is, for a person to say.
    Unknown,
}

/// How a grade is written.
const CHINESE: [char; 3] = ['一', '二', '三'];
const DIGITS: [char; 3] = ['1', '2', '3'];
const FULL_WIDTH: [char; 3] = ['１', '２', '３'];

fn grade_of(letter: char) -> Option<(usize, [char; 3])> {
    [CHINESE, DIGITS, FULL_WIDTH].into_iter().find_map(|written| {
        let place = written.iter().position(|known| *known == letter)?;
        Some((place, written))
    })
}

/// The class in the next school year: `一年1班` → `二年1班`, `高一忠` → `高二忠`, `101` → `201`,
/// `商一甲` → `商二甲`; `三年2班` and `301` graduate.
pub fn promoted(class: &str) -> Promotion {
    let mut letters: Vec<char> = class.chars().collect();
    let Some(letter) = place_of_grade(&letters).and_then(|place| letters.get_mut(place)) else {
        return Promotion::Unknown;
    };
    let Some((grade, written)) = grade_of(*letter) else {
        return Promotion::Unknown;
    };
    match written.get(grade + 1) {
        None => Promotion::Graduates,
        Some(next) => {
            *letter = *next;
            Promotion::To(letters.into_iter().collect())
        }
    }
}

/// The place of the letter that says the grade.
fn place_of_grade(letters: &[char]) -> Option<usize> {
    let is_grade = |place: usize| letters.get(place).copied().and_then(grade_of).is_some();
    // 一年1班, 普通科二年3班
    if let Some(year) = letters.iter().position(|letter| *letter == '年') {
        return year.checked_sub(1).filter(|place| is_grade(*place));
    }
    // 高一忠, 高三
    if let Some(high) = letters.iter().position(|letter| *letter == '高')
        && is_grade(high + 1)
    {
        return Some(high + 1);
    }
    // 101, 312
    let is_number = |letter: &char| letter.is_ascii_digit() || ('０'..='９').contains(letter);
    if letters.len() == 3 && letters.iter().all(is_number) {
        return is_grade(0).then_some(0);
    }
    // 商一甲, 一忠, 資處三: the only Chinese number of the name
    let mut chinese = letters
        .iter()
        .enumerate()
        .filter(|(_, letter)| CHINESE.contains(letter));
    let (first, _) = chinese.next()?;
    chinese.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_move_up_as_schools_name_them() {
        for (class, next) in [
            ("一年1班", "二年1班"),
            ("二年12班", "三年12班"),
            ("1年3班", "2年3班"),
            ("１年３班", "２年３班"),
            ("普通科一年甲班", "普通科二年甲班"),
            ("高一忠", "高二忠"),
            ("商一甲", "商二甲"),
            ("資處二乙", "資處三乙"),
            ("一孝", "二孝"),
            ("101", "201"),
            ("212", "312"),
        ] {
            assert_eq!(promoted(class), Promotion::To(next.to_owned()), "{class}");
        }
        for class in ["三年1班", "301", "高三忠", "商三甲", "3年2班"] {
            assert_eq!(promoted(class), Promotion::Graduates, "{class}");
        }
        for class in ["忠班", "401", "1234", "", "一二甲", "國際班", "四年1班", "A01"] {
            assert_eq!(promoted(class), Promotion::Unknown, "{class}");
        }
    }
}
