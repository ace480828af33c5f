//! Which pictures stand for a film: such as stand alone, where there are enough of them. Programs that make
//! films hardly ever begin anew, so in a short one others join them, each with those that it needs.

use std::ops::Range;

use super::units::Role;
use crate::media::mp4::Placed;

/// As many as are seen at one glance.
const MOST: u64 = 12;
/// Nearer ones would bear the same time.
const APART_MILLIS: u64 = 1000;

/// A picture that stands for the film.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    /// When it is shown, from the start
    pub millis: u64,
    /// What has to be decoded for it, one after another; itself is the last. Bytes of the file
    pub run: Vec<Range<usize>>,
}

/// The pictures that stand alone, in the order of decoding: those that the file names, or any where it names
/// none that does.
pub(super) fn starts<'a>(placed: &'a [Placed], roles: &'a [Role]) -> impl Iterator<Item = usize> + 'a {
    let alone = |place: &usize| matches!(roles[*place], Role::Start | Role::Alone);
    let is_named = move |place: &usize| alone(place) && placed[*place].is_sync;
    let any_named = (0..placed.len()).any(|place| is_named(&place));
    (0..placed.len()).filter(move |place| alone(place) && (!any_named || placed[*place].is_sync))
}

/// At most twelve, and one for each second, as evenly spread over time as they allow. `longest`: so many
/// pictures may be decoded for one.
pub(super) fn choose(placed: &[Placed], roles: &[Role], longest: usize) -> Vec<Chosen> {
    let starts: Vec<usize> = starts(placed, roles).collect();
    let mut known: Vec<Candidate> = starts.iter().map(|start| Candidate::alone(*start)).collect();
    let most = most(placed);
    // Two thirds of them are enough: the others would cost more than they tell.
    if known.len() * 3 < most * 2 {
        known.extend(
            starts
                .iter()
                .flat_map(|start| behind(*start, placed, roles, longest)),
        );
    }
    known.sort_by_key(|candidate| placed[candidate.place].millis);
    let times: Vec<u64> = known.iter().map(|it| placed[it.place].millis).collect();
    let chosen = spread(&times, most).into_iter().map(|place| known[place]);
    chosen
        .map(|candidate| Chosen {
            millis: placed[candidate.place].millis,
            run: candidate.run(placed, roles),
        })
        .collect()
}

/// How many a film of this length needs.
fn most(placed: &[Placed]) -> usize {
    let times = || placed.iter().map(|picture| picture.millis);
    let length = times().max().unwrap_or(0) - times().min().unwrap_or(0);
    (length / APART_MILLIS + 1).min(MOST) as usize
}

#[derive(Clone, Copy)]
struct Candidate {
    start: usize,
    place: usize,
}

impl Candidate {
    fn alone(start: usize) -> Self {
        Self { start, place: start }
    }

    fn run(self, placed: &[Placed], roles: &[Role]) -> Vec<Range<usize>> {
        let needed = links(self.start, placed, roles).take_while(|place| *place <= self.place);
        std::iter::once(self.start)
            .chain(needed)
            .map(|place| placed[place].at.clone())
            .collect()
    }
}

/// The pictures behind a start that are needed further on, up to the next one that stands alone.
fn links<'a>(start: usize, placed: &'a [Placed], roles: &'a [Role]) -> impl Iterator<Item = usize> + 'a {
    let first = start + 1;
    let behind = first..placed.len();
    behind
        .take_while(|place| !matches!(roles[*place], Role::Start | Role::Alone))
        // What is shown before the start leans on what was before it.
        .filter(move |place| roles[*place] == Role::Link && placed[*place].millis >= placed[start].millis)
}

/// Others that can be had from this start. Where not everything begins anew, they may lean on what was before.
fn behind<'a>(
    start: usize,
    placed: &'a [Placed],
    roles: &'a [Role],
    longest: usize,
) -> impl Iterator<Item = Candidate> + 'a {
    let most = match roles[start] {
        Role::Start => longest.saturating_sub(1),
        _ => 0,
    };
    links(start, placed, roles)
        .take(most)
        .map(move |place| Candidate { start, place })
}

/// Places of at most `most` times, as even as they allow. They come in order.
fn spread(times: &[u64], most: usize) -> Vec<usize> {
    let (Some(first), Some(last)) = (times.first(), times.last()) else {
        return Vec::new();
    };
    if times.len() <= most {
        return (0..times.len()).collect();
    }
    let (length, steps) = (u128::from(last - first), most.saturating_sub(1) as u128);
    let mut chosen: Vec<usize> = (0..=steps)
        .map(|step| {
            let wanted = first + u64::try_from(length * step / steps.max(1)).unwrap_or(0);
            let behind = times.partition_point(|time| *time < wanted);
            let distance = |place: usize| times.get(place).map(|time| time.abs_diff(wanted));
            match (behind.checked_sub(1).and_then(distance), distance(behind)) {
                (Some(before), Some(after)) if before < after => behind - 1,
                _ => behind,
            }
        })
        .collect();
    chosen.dedup();
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times_of(millis: Vec<u64>) -> Vec<u64> {
        spread(&millis, 12)
            .into_iter()
            .map(|place| millis[place])
            .collect()
    }

    #[test]
    fn few_pictures_are_all_taken_and_many_evenly() {
        assert_eq!(times_of(vec![0, 5, 9]), [0, 5, 9]);
        assert_eq!(times_of(Vec::new()), Vec::<u64>::new());
        let chosen = times_of((0..1200).map(|second| second * 1000).collect());
        assert_eq!(chosen.len(), 12);
        assert_eq!((chosen[0], chosen[1], chosen[11]), (0, 109_000, 1_199_000));
        // All at once and one far behind
        assert_eq!(
            times_of((0..100).chain([1_000_000]).collect()),
            [0, 99, 1_000_000]
        );
        assert_eq!(times_of(vec![7; 40]), [7]);
        assert_eq!(spread(&[0, 40, 80], 1), [0]);
    }

    /// In the order of decoding: a role, and the second when it is shown.
    fn chosen(pictures: &[(Role, u64)], longest: usize) -> Vec<(u64, usize)> {
        let roles: Vec<Role> = pictures.iter().map(|(role, _)| *role).collect();
        let placed: Vec<Placed> = (0..)
            .zip(pictures)
            .map(|(place, (role, second))| Placed {
                at: place..place + 1,
                millis: second * 1000,
                is_sync: matches!(role, Role::Start | Role::Alone),
            })
            .collect();
        let chosen = choose(&placed, &roles, longest);
        chosen
            .into_iter()
            .map(|it| (it.millis / 1000, it.run.len()))
            .collect()
    }

    #[test]
    fn where_hardly_any_stand_alone_others_come_with_what_they_need() {
        use Role::{Alone, End, Link, Start};
        let film = [(Start, 0), (Link, 2), (End, 1), (Link, 4), (End, 3)];
        assert_eq!(chosen(&film, 100), [(0, 1), (2, 2), (4, 3)]);
        assert_eq!(chosen(&film, 2), [(0, 1), (2, 2)], "a limit");
        assert_eq!(chosen(&film, 0), [(0, 1)]);
        // What leans on more than its start is left out.
        let open = [(Start, 0), (Alone, 4), (Link, 2), (Link, 6)];
        assert_eq!(chosen(&open, 100), [(0, 1), (4, 1)]);
        let leading = [(Start, 4), (Link, 2), (Link, 6)];
        assert_eq!(chosen(&leading, 100), [(4, 1), (6, 2)]);
        // Enough that stand alone
        let many: Vec<(Role, u64)> = (0..8)
            .flat_map(|at| [(Start, at * 10), (Link, at * 10 + 5)])
            .collect();
        assert!(chosen(&many, 100).iter().all(|(_, run)| *run == 1));
    }
}
