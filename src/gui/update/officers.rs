//! 校內幹部紀錄: reading, reporting, answering, correcting.

use crate::domain::officer::OfficerLevel;
use crate::domain::officer_post::OfficerPost;
use crate::domain::roc;
use crate::engine::{Command, OfficerCommand, OfficerView, PostCorrection, Secret};
use crate::gui::effect::Effect;
use crate::gui::forms::TextField;
use crate::gui::kept_words::WordsOf;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::officers::{OfficerAction, OfficerQuestion, has_own, keeps};
use crate::gui::route::Page;
use crate::gui::state::{Asked, Purpose, State};
use crate::text::officer as words;
use crate::worker::{Request, Trouble};

use super::{kept_words, run, toast};

/// The fields of the form, in its order.
const FIELDS: [TextField; 6] = [
    TextField::PostStudent,
    TextField::PostUnit,
    TextField::PostName,
    TextField::PostFrom,
    TextField::PostUntil,
    TextField::PostWords,
];

pub(super) fn update(state: &mut State, action: OfficerAction) -> Vec<Effect> {
    match action {
        OfficerAction::Term(term) => state.officers.term = term,
        OfficerAction::Ask(question) => ask(state, question),
        OfficerAction::FormTerm(wanted) => {
            if let Some(Modal::Officer(OfficerQuestion::Edit { term, .. })) = &mut state.modal {
                *term = wanted;
            }
        }
        OfficerAction::Level(wanted) => {
            if let Some(Modal::Officer(OfficerQuestion::Edit { level, .. })) = &mut state.modal {
                *level = wanted;
            }
        }
        OfficerAction::AddFor(report) => {
            if let Some(term) = state.snapshot().map(|data| data.status.terms.outcome) {
                let question = OfficerQuestion::Edit {
                    post: None,
                    report: Some(report),
                    term,
                    level: OfficerLevel::Class,
                };
                ask(state, question);
            }
        }
        OfficerAction::Copy => return copy(state),
    }
    Vec::new()
}

/// Opens a question with what is known filled in.
fn ask(state: &mut State, question: OfficerQuestion) {
    for field in FIELDS {
        state.forms.set(field, "");
    }
    if let (OfficerQuestion::Edit { post, report, .. }, Some(view)) = (question, state.officers.view.ready())
    {
        let known = post
            .and_then(|id| view.post(id))
            .map(|post| (&post.student, Some(&post.post)));
        let reported = report
            .and_then(|id| view.report(id))
            .map(|report| (&report.student, None));
        if let Some((student, post)) = known.or(reported) {
            let mut filled = vec![(TextField::PostStudent, student.account.clone())];
            if let Some(post) = post {
                filled.extend([
                    (TextField::PostUnit, post.unit.clone()),
                    (TextField::PostName, post.post.clone()),
                    (TextField::PostFrom, words::day(post.from)),
                    (TextField::PostUntil, words::day(post.until)),
                ]);
            }
            for (field, text) in filled {
                state.forms.set(field, text);
            }
        }
    }
    if let Some(of) = WordsOf::of_officer(question) {
        let words = kept_words::begun(state, of);
        state.forms.set(TextField::PostWords, words);
    }
    state.said = None;
    state.modal = Some(Modal::Officer(question));
}

/// The post as it is typed; `None` while a date cannot be read.
pub fn typed(state: &State, question: OfficerQuestion) -> Option<OfficerPost> {
    let OfficerQuestion::Edit { term, level, .. } = question else {
        return None;
    };
    let text = |field| state.forms.text(field).to_owned();
    let day = |field| roc::parse_date(state.forms.text(field));
    Some(OfficerPost {
        term,
        unit: text(TextField::PostUnit),
        from: day(TextField::PostFrom)?,
        until: day(TextField::PostUntil)?,
        post: text(TextField::PostName),
        level,
    })
}

/// The open question was answered with yes. It stays until the engine has said yes too.
pub(super) fn confirm(state: &mut State, question: OfficerQuestion) -> Vec<Effect> {
    state.modal = Some(Modal::Officer(question));
    let Some(command) = command(state, question) else {
        return Vec::new();
    };
    run(state, Purpose::Officer, Command::Officer(command))
}

fn command(state: &State, question: OfficerQuestion) -> Option<OfficerCommand> {
    let view = state.officers.view.ready()?;
    let words = state.forms.text(TextField::PostWords).to_owned();
    let because = |report| PostCorrection {
        reason: words.clone(),
        report,
    };
    Some(match question {
        OfficerQuestion::Report(post) => OfficerCommand::Report { post, words },
        OfficerQuestion::Answer(report) => OfficerCommand::Answer {
            student: view.report(report)?.student_id,
            report,
            words,
        },
        OfficerQuestion::Edit {
            post: None, report, ..
        } => OfficerCommand::Add {
            student: state.forms.text(TextField::PostStudent).to_owned(),
            post: typed(state, question)?,
            correction: because(report),
        },
        OfficerQuestion::Edit {
            post: Some(post),
            report,
            ..
        } => {
            let seen = view.post(post)?;
            OfficerCommand::Correct {
                student: seen.student_id,
                post,
                seen: seen.post.clone(),
                to: typed(state, question)?,
                correction: because(report),
            }
        }
        OfficerQuestion::Remove { post, report } => {
            let seen = view.post(post)?;
            OfficerCommand::Remove {
                student: seen.student_id,
                post,
                seen: seen.post.clone(),
                correction: because(report),
            }
        }
    })
}

/// A command is done.
pub(super) fn ran(state: &mut State) -> Vec<Effect> {
    let Some(Modal::Officer(question)) = state.modal else {
        return reload(state);
    };
    state.modal = None;
    toast(state, words::done(question_kind(question)), None);
    let mut effects = reload(state);
    if let Some(of) = WordsOf::of_officer(question) {
        effects.extend(kept_words::done(state, of));
    }
    effects
}

const fn question_kind(question: OfficerQuestion) -> words::Done {
    match question {
        OfficerQuestion::Report(_) => words::Done::Reported,
        OfficerQuestion::Answer(_) => words::Done::Answered,
        OfficerQuestion::Edit { post: None, .. } => words::Done::Added,
        OfficerQuestion::Edit { post: Some(_), .. } => words::Done::Corrected,
        OfficerQuestion::Remove { .. } => words::Done::Removed,
    }
}

/// Whether the posts are wanted now: by student affairs always, for the count in the left column.
fn wanted(state: &State) -> bool {
    let Some(session) = &state.session else {
        return false;
    };
    let shown = matches!(state.route.page(), Some(Page::OfficerPosts(_)));
    keeps(session) || (shown && has_own(session))
}

/// Somebody came in, the page was opened, or the library changed.
pub(super) fn reload(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone().filter(|_| wanted(state)) else {
        return Vec::new();
    };
    if state.is_asked(|asked| *asked == Asked::Officers) {
        state.officers.again = true;
        return Vec::new();
    }
    if state.officers.view.ready().is_none() {
        state.officers.view = Loadable::Loading;
    }
    vec![state.send(Asked::Officers, Request::Officers { session })]
}

pub(super) fn answered(state: &mut State, view: OfficerView) -> Vec<Effect> {
    state.officers.view = Loadable::Ready(view);
    if std::mem::take(&mut state.officers.again) {
        return reload(state);
    }
    Vec::new()
}

pub(super) fn failed(state: &mut State, trouble: &Trouble) {
    state.officers.again = false;
    if state.officers.view.ready().is_none() {
        state.officers.view = Loadable::Failed(trouble.clone());
    }
}

/// The listed posts as a spreadsheet takes them: tabs between the cells.
fn copy(state: &mut State) -> Vec<Effect> {
    let shown = state.officers.shown(state.forms.text(TextField::SearchPosts));
    let count = shown.len();
    let mut text = words::COLUMNS.join("\t");
    for post in shown {
        let student = &post.student;
        let who = [&student.class, &student.seat, &student.account, &student.name];
        let cells = who.into_iter().cloned().chain(words::cells(&post.post));
        let cells = cells.map(|cell| cell.replace(['\t', '\n', '\r'], " "));
        text.push('\n');
        text.push_str(&cells.collect::<Vec<_>>().join("\t"));
    }
    toast(state, crate::text::imports::copied(count), None);
    vec![Effect::Copy(Secret::new(text))]
}
