//! Samples of what is said about 收訖明細.

use super::TERM;
use crate::domain::receipt::{ReceiptEvent, ReceiptRefusal};
use crate::domain::term::SchoolYear;

const YEAR: SchoolYear = SchoolYear(113);

samples!(refusals -> ReceiptRefusal {
    ReceiptRefusal::NoList { .. } => [ReceiptRefusal::NoList { year: TERM.year }],
    ReceiptRefusal::ChangedSince { .. } => [ReceiptRefusal::ChangedSince { year: YEAR }],
    ReceiptRefusal::WordsMissing => [ReceiptRefusal::WordsMissing],
    ReceiptRefusal::WordsTooLong { .. } => [ReceiptRefusal::WordsTooLong { count: 600, limit: 500 }],
    ReceiptRefusal::TooShort { .. } => [ReceiptRefusal::TooShort { earliest: super::now() }],
    ReceiptRefusal::NothingReported => [ReceiptRefusal::NothingReported],
});

samples!(events -> ReceiptEvent {
    ReceiptEvent::Confirmed { .. } => [ReceiptEvent::Confirmed { year: YEAR }],
    ReceiptEvent::Reported { .. } => [ReceiptEvent::Reported { year: YEAR }],
    ReceiptEvent::Replied { .. } => [ReceiptEvent::Replied { year: YEAR }],
    ReceiptEvent::DeadlineSet { .. } => [ReceiptEvent::DeadlineSet { year: YEAR }],
});
