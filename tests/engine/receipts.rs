//! 收訖明細: a list comes from outside in columns that nobody promised, lines find the items that they are
//! about, the student compares and answers, the office sees and replies.

use licheng::domain::access::Right;
use licheng::domain::import::{RowProblem, RowWarning};
use licheng::domain::receipt::{Difference, LineVerdict, ReceiptRefusal, ReceiptStanding, VerdictKind};
use licheng::domain::refusal::Refusal;
use licheng::domain::roster::RosterKind;
use licheng::domain::roster_column::RosterColumn;
use licheng::domain::term::SchoolYear;
use licheng::engine::{
    Command, Engine, OpenTable, ReceiptCommand, ReceiptView, Roster, Session, TableSource, TableWatch,
};

use licheng::store::record::history::LineV1;
use licheng::store::record::{key, list};

use crate::filing::filed;
use crate::imports::{changes, problems, standings};
use crate::support::school::{School, at};

const YEAR: SchoolYear = SchoolYear(114);

/// A pasted table as the roster that the program takes it for.
fn read(school: &School, session: &Session, table: &str) -> Roster {
    let opened = OpenTable::open(&TableSource::Pasted(table), TableWatch::nobody()).unwrap();
    let guess = school
        .engine
        .guess_roster(session, &opened, RosterKind::Receipts)
        .unwrap();
    assert!(guess.missing().is_empty(), "{guess:?}");
    let read = Engine::read_roster(
        &opened,
        &guess.mapping,
        RosterKind::Receipts,
        TableWatch::nobody(),
    )
    .unwrap();
    assert!(read.wrong.is_empty(), "{:?}", read.wrong);
    read.roster
}

fn hex(md5: &[u8; 16]) -> String {
    md5.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// MD5s of the outcome and of the activity that `filed` filed.
fn md5s(school: &School) -> (String, String) {
    let office = school.login("r1");
    let view = school.engine.receipts(&office, Some(YEAR)).unwrap();
    let entries = &view.students[0].entries;
    let of = |place: usize| hex(&entries[place].item.as_ref().unwrap().md5s[0]);
    (of(0), of(1))
}

fn own(school: &School) -> ReceiptView {
    let student = school.login("s1");
    school.engine.receipt(&student, None).unwrap().unwrap()
}

fn verdicts(view: &ReceiptView) -> Vec<LineVerdict> {
    view.entries.iter().map(|entry| entry.verdict.clone()).collect()
}

const HEADER: &str = "學年度\t學號\t資料類別\t課程代碼\t科目名稱\t名稱\t檔案雜湊值\n";

fn good_list(school: &School) -> String {
    let (outcome, activity) = md5s(school);
    format!(
        "{HEADER}114\ts1\t課程學習成果\t114550301H11101物理\t物理\t\t{outcome}\n\
         114\ts1\t競賽參與紀錄\t\t\t科展\t{activity}\n"
    )
}

#[test]
fn a_list_is_compared_line_by_line_and_the_same_file_twice_changes_nothing() {
    let school = filed();
    let (office, student) = (school.login("r1"), school.login("s1"));
    assert_eq!(
        school.engine.receipt(&student, None).unwrap(),
        None,
        "no list came yet"
    );
    let (_, activity) = md5s(&school);
    let table = format!(
        "{HEADER}114\ts1\t課程學習成果\t114550301H11101物理\t化學\t\t\n\
         114\ts1\t多元表現\t\t\t別的名稱\t{activity}\n\
         114\ts1\t多元表現\t\t\t不是我的\t\n"
    );
    let roster = read(&school, &office, &table);
    let preview = school.preview(&office, &roster);
    assert_eq!(standings(&preview), "NNN");
    assert_eq!(preview.rows[2].warnings, [RowWarning::NotFiled]);
    assert!(preview.rows[0].warnings.is_empty());
    school.import(&office, &roster);
    let view = own(&school);
    let name = || vec![Difference::Name];
    assert_eq!(
        verdicts(&view),
        [
            LineVerdict::Differs(name()),
            LineVerdict::Differs(name()),
            LineVerdict::NotMine
        ]
    );
    assert_eq!(
        (view.year, view.standing, view.off()),
        (YEAR, ReceiptStanding::Waiting, 3)
    );

    assert_eq!(standings(&school.preview(&office, &roster)), "UUU");
    let report = school.import(&office, &roster);
    assert_eq!(report.import, None, "nothing was written");

    // A corrected list changes the lines that are about the same items.
    let corrected = read(&school, &office, &good_list(&school));
    let preview = school.preview(&office, &corrected);
    assert_eq!(standings(&preview), "CC");
    assert!(
        changes(&preview, 0)
            .iter()
            .any(|change| change.contains("化學 → 物理"))
    );
    assert_eq!(preview.absent.len(), 1, "listed, never deleted");
    school.import(&office, &corrected);
    assert_eq!(own(&school).count(VerdictKind::NotMine), 1);
}

#[test]
fn received_stands_beside_filed_and_an_import_can_be_taken_back() {
    let school = filed();
    let office = school.login("r1");
    let roster = read(&school, &office, &good_list(&school));
    school.import(&office, &roster);
    assert_eq!(
        verdicts(&own(&school)),
        [LineVerdict::Matches, LineVerdict::Matches]
    );
    let selection = |school: &School| school.engine.selection(&school.login("s1"), Some(YEAR)).unwrap();
    let received = |school: &School| {
        let view = selection(school);
        let all = view.outcomes.iter().chain(&view.activities);
        all.filter(|one| one.received.is_some()).count()
    };
    assert_eq!(received(&school), 2);
    school.undo_last(&office).unwrap();
    assert_eq!(received(&school), 0);
    let student = school.login("s1");
    assert_eq!(school.engine.receipt(&student, None).unwrap(), None);
    assert!(selection(&school).filed().is_some(), "what was filed stays filed");
}

#[test]
fn what_a_list_lacks_is_said_and_what_was_filed_later_waits() {
    let school = filed();
    let office = school.login("r1");
    let (outcome, _) = md5s(&school);
    let table = format!("學號\t學年度\tMD5\ns1\t114\t{outcome}\n");
    school.import(&office, &read(&school, &office, &table));
    assert_eq!(
        verdicts(&own(&school)),
        [LineVerdict::Matches, LineVerdict::Missing],
        "files alone are enough to know an item"
    );
    assert_eq!(own(&school).off(), 1);
}

#[test]
fn students_confirm_or_report_and_the_office_replies() {
    let school = filed();
    let (office, student) = (school.login("r1"), school.login("s1"));
    let year = YEAR;
    let early = Command::Receipt(ReceiptCommand::Confirm { year, seen: [0; 32] });
    assert_eq!(
        school.refusal(&student, &early),
        ReceiptRefusal::NoList { year }.into()
    );
    let roster = read(&school, &office, &good_list(&school));
    school.import(&office, &roster);
    let seen = own(&school).fingerprint;
    let confirm = |seen| Command::Receipt(ReceiptCommand::Confirm { year, seen });
    let report = |words: &str| {
        Command::Receipt(ReceiptCommand::Report {
            year,
            seen,
            words: words.into(),
        })
    };
    assert_eq!(
        school.refusal(&student, &confirm([0; 32])),
        ReceiptRefusal::ChangedSince { year }.into(),
        "nobody confirms what they did not see"
    );
    assert_eq!(
        school.refusal(&student, &report("  ")),
        ReceiptRefusal::WordsMissing.into()
    );
    assert!(matches!(
        school.refusal(&student, &report(&"字".repeat(501))),
        Refusal::Receipt(ReceiptRefusal::WordsTooLong {
            count: 501,
            limit: 500
        })
    ));
    assert_eq!(
        school.refusal(&office, &confirm(seen)),
        Refusal::NoRight {
            right: Right::AnswerReceipt
        }
    );
    school.run(&student, &report("物理的檔案不對")).unwrap();
    assert_eq!(own(&school).standing, ReceiptStanding::Reported);

    let all = school.engine.receipts(&office, Some(year)).unwrap();
    assert_eq!(all.students.len(), 1, "only who has something to do with it");
    let answer = all.students[0].answer.clone().unwrap();
    assert_eq!(
        (answer.confirmed, answer.words.as_str()),
        (false, "物理的檔案不對")
    );
    let reply = |words: &str| {
        Command::Receipt(ReceiptCommand::Reply {
            student: all.students[0].student,
            year,
            words: words.into(),
        })
    };
    school.run(&office, &reply("已向全國資料庫更正")).unwrap();
    let view = own(&school);
    assert_eq!(view.standing, ReceiptStanding::Replied);
    let (_, by, words) = view.answer.unwrap().reply.unwrap();
    assert_eq!((by.as_str(), words.as_str()), ("註冊組", "已向全國資料庫更正"));

    school.run(&student, &confirm(seen)).unwrap();
    assert_eq!(own(&school).standing, ReceiptStanding::Confirmed);
    assert_eq!(
        school.refusal(&office, &reply("再說一次")),
        ReceiptRefusal::NothingReported.into()
    );
    // Another list that says something else asks again.
    let (_, activity) = md5s(&school);
    let other = format!("{HEADER}114\ts1\t多元表現\t\t\t改了名稱\t{activity}\n");
    school.clock.set(at("2026-01-22T09:00"));
    school.import(&office, &read(&school, &office, &other));
    assert_eq!(own(&school).standing, ReceiptStanding::Outdated);
    let history: Vec<(Vec<u8>, LineV1)> = school
        .engine
        .library()
        .read(|txn| list::<LineV1>(txn, &key::one(student.account.0)))
        .unwrap();
    let history = format!("{history:?}");
    for event in ["Reported", "Replied", "Confirmed"] {
        assert!(history.contains(event), "{event}: {history}");
    }
    assert!(
        !history.contains("檔案不對"),
        "typed words are not in the history"
    );
}

#[test]
fn three_whole_days_at_least() {
    let school = filed();
    let office = school.login("r1");
    school.import(&office, &read(&school, &office, &good_list(&school)));
    assert_eq!(own(&school).until, Some(at("2026-01-25T00:00")));
    let set = |until: &str| {
        Command::Receipt(ReceiptCommand::SetDeadline {
            year: YEAR,
            until: at(until),
        })
    };
    assert_eq!(
        school.refusal(&office, &set("2026-01-24T00:00")),
        ReceiptRefusal::TooShort {
            earliest: at("2026-01-25T00:00")
        }
        .into()
    );
    school.run(&office, &set("2026-02-01T00:00")).unwrap();
    assert_eq!(own(&school).until, Some(at("2026-02-01T00:00")));
    // Setting it does not stand in the way of taking the list back; a late answer is worth more than none.
    school.clock.set(at("2026-02-02T00:00"));
    let student = school.login("s1");
    let seen = own(&school).fingerprint;
    let confirm = Command::Receipt(ReceiptCommand::Confirm { year: YEAR, seen });
    school.run(&student, &confirm).unwrap();
    school.undo_last(&office).unwrap();
}

#[test]
fn rows_of_nobody_are_wrong_and_unclear_columns_are_asked_for() {
    let school = filed();
    let office = school.login("r1");
    let table = "學號\t學年度\t科目名稱\ns1\t114\t物理\nt1\t114\t物理\n999\t114\t物理\n";
    let roster = read(&school, &office, table);
    let preview = school.preview(&office, &roster);
    assert_eq!(standings(&preview), "NWW");
    assert_eq!(
        problems(&preview, 1),
        [RowProblem::NotAStudent { account: "t1".into() }]
    );
    assert_eq!(
        problems(&preview, 2),
        [RowProblem::UnknownStudent {
            account: "999".into()
        }]
    );
    // Headers of another year's layout: the program says what it does not know, a person maps it, and it is
    // remembered.
    let strange = "編號\t年\t收到的東西\ns1\t114\t物理\n";
    let opened = OpenTable::open(&TableSource::Pasted(strange), TableWatch::nobody()).unwrap();
    let kind = RosterKind::Receipts;
    let guess = school.engine.guess_roster(&office, &opened, kind).unwrap();
    assert!(guess.missing().contains(&RosterColumn::Account), "{guess:?}");
    let (mut mapping, _) = school
        .engine
        .guess_sheet(&office, &opened, kind, 0, Some(1))
        .unwrap();
    for (index, column) in [
        (0, RosterColumn::Account),
        (1, RosterColumn::Year),
        (2, RosterColumn::CourseName),
    ] {
        mapping.assign(index, Some(column));
    }
    let read = Engine::read_roster(&opened, &mapping, kind, TableWatch::nobody()).unwrap();
    assert_eq!(standings(&school.preview(&office, &read.roster)), "N");
    school
        .engine
        .remember_headers(&office, &opened, &mapping, kind)
        .unwrap();
    let again = school.engine.guess_roster(&office, &opened, kind).unwrap();
    assert!(again.is_sure(), "{again:?}");
}

#[test]
fn others_see_nothing_of_it() {
    let school = filed();
    let office = school.login("r1");
    school.import(&office, &read(&school, &office, &good_list(&school)));
    let right = Right::SeeReceipts;
    for account in ["t1", "a1"] {
        let session = school.login(account);
        let refused = school.engine.receipts(&session, Some(YEAR)).unwrap_err();
        assert!(
            format!("{refused:?}").contains(&format!("{right:?}")),
            "{account}: {refused:?}"
        );
    }
    let student = school.login("s2");
    assert!(school.engine.receipts(&student, Some(YEAR)).is_err());
    assert_eq!(
        school.engine.receipt(&student, None).unwrap(),
        None,
        "s2 filed nothing"
    );
}
