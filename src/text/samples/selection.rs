//! Samples of what is said about selections.

use super::{TERM, origins};
use crate::domain::filing_layout::LayoutProblem;
use crate::domain::history::SelectionEvent;
use crate::domain::outcome::OutcomeState;
use crate::domain::selection::{NotSelectable, Part, SelectionRefusal, WhyLeft};
use crate::domain::term::SchoolYear;

const YEAR: SchoolYear = SchoolYear(113);

samples!(reasons -> NotSelectable {
    NotSelectable::State(_) => OutcomeState::ALL.map(NotSelectable::State),
    NotSelectable::Origin(_) => origins().into_iter().map(NotSelectable::Origin).collect::<Vec<_>>(),
    NotSelectable::OtherYear(_) => [NotSelectable::OtherYear(TERM)],
    NotSelectable::InTrash => [NotSelectable::InTrash],
    NotSelectable::Filed => [NotSelectable::Filed],
    NotSelectable::Withdrawn => [NotSelectable::Withdrawn],
});

samples!(layouts -> LayoutProblem {
    LayoutProblem::NoColumns => [LayoutProblem::NoColumns],
    LayoutProblem::Heading { .. } => [LayoutProblem::Heading { place: 3, limit: 60 }],
    LayoutProblem::FileName { .. } => [LayoutProblem::FileName { name: "../名冊".to_owned() }],
    LayoutProblem::SameName => [LayoutProblem::SameName],
    LayoutProblem::Fields => [LayoutProblem::Fields],
});

samples!(refusals -> SelectionRefusal {
    SelectionRefusal::NotSelectable { .. } => reasons()
        .into_iter()
        .map(|why| SelectionRefusal::NotSelectable { why, year: YEAR })
        .collect::<Vec<_>>(),
    SelectionRefusal::Full { .. } => Part::ALL.map(|part| SelectionRefusal::Full { part, year: YEAR, limit: 6 }),
    SelectionRefusal::OtherItems => [SelectionRefusal::OtherItems],
    SelectionRefusal::Layout(_) => layouts().into_iter().map(SelectionRefusal::Layout).collect::<Vec<_>>(),
    SelectionRefusal::NothingToFile { .. } => [SelectionRefusal::NothingToFile { year: YEAR }],
});

samples!(reasons_to_leave -> WhyLeft {
    WhyLeft::Returned => [WhyLeft::Returned],
    WhyLeft::Reopened => [WhyLeft::Reopened],
    WhyLeft::StateChanged => [WhyLeft::StateChanged],
});

samples!(events -> SelectionEvent {
    SelectionEvent::Ticked { .. } => [SelectionEvent::Ticked { year: YEAR }],
    SelectionEvent::Unticked { .. } => [SelectionEvent::Unticked { year: YEAR }],
    SelectionEvent::Ordered { .. } => Part::ALL.map(|part| SelectionEvent::Ordered { year: YEAR, part }),
    SelectionEvent::Confirmed { .. } =>
        [SelectionEvent::Confirmed { year: YEAR, outcomes: 6, activities: 10 }],
    SelectionEvent::Left { .. } => reasons_to_leave()
        .into_iter()
        .map(|why| SelectionEvent::Left { year: YEAR, why })
        .collect::<Vec<_>>(),
    SelectionEvent::CameBack { .. } => [SelectionEvent::CameBack { year: YEAR }],
    SelectionEvent::NoticesRead { .. } => [SelectionEvent::NoticesRead { year: YEAR }],
    SelectionEvent::LayoutSet => [SelectionEvent::LayoutSet],
    SelectionEvent::Filed { .. } => [SelectionEvent::Filed { year: YEAR, batch: 2 }],
});
