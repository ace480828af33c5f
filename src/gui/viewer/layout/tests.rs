//! Layout by table, extremes included.

use super::*;

const SIGHT: Sight = Sight {
    width: 620.0,
    height: 500.0,
    pixels_per_point: 2.0,
};

fn size(width: f32, height: f32) -> PageSize {
    PageSize { width, height }
}

fn pages(pages: Vec<PageSize>) -> Outline {
    Outline::Pages {
        pages,
        active: Vec::new(),
    }
}

fn a4(count: usize) -> Outline {
    pages(vec![size(595.0, 842.0); count])
}

fn layout(outline: &Outline, zoom: Zoom) -> Layout {
    Layout::new(outline, SIGHT, zoom, Turn::default())
}

#[test]
fn pages_are_as_wide_as_the_pane_and_stand_one_under_the_other() {
    let layout = layout(&a4(3), Zoom::FitWidth);
    // 620 points less two gaps of 10, at two pixels per point
    assert_eq!(
        layout.page(0),
        Some(PageBox {
            width: 1200,
            height: 1698
        })
    );
    assert_eq!(layout.rect(1), Some([20.0, 20.0 + 1698.0 + 20.0, 1200.0, 1698.0]));
    assert_eq!(layout.content(), [1240.0, 20.0 + 3.0 * 1718.0]);
}

#[test]
fn every_magnification_by_table() {
    let picture = Outline::Picture {
        size: size(300.0, 200.0),
        has_alpha: false,
    };
    let large = Outline::Picture {
        size: size(6000.0, 3000.0),
        has_alpha: false,
    };
    for (what, outline, zoom, wanted) in [
        ("page in the pane", a4(1), Zoom::FitPage, (678, 960)),
        ("page at natural size", a4(1), Zoom::Natural(1.0), (1587, 2245)),
        ("page at the most", a4(1), Zoom::Natural(8.0), (12_693, 17_963)),
        (
            "a small picture stays small",
            picture.clone(),
            Zoom::FitWidth,
            (300, 200),
        ),
        ("a small picture, zoomed", picture, Zoom::Natural(2.0), (600, 400)),
        ("a large picture", large, Zoom::FitWidth, (1200, 600)),
        (
            "a strip is not blown up to the width",
            pages(vec![size(1.0, 14_400.0)]),
            Zoom::FitWidth,
            (11, 153_600),
        ),
        (
            "a strip fitted whole is still seen",
            pages(vec![size(1.0, 14_400.0)]),
            Zoom::FitPage,
            (8, 960),
        ),
        (
            "no size",
            pages(vec![size(0.0, f32::NAN)]),
            Zoom::FitWidth,
            (8, 11),
        ),
        (
            "a size without end",
            pages(vec![size(f32::INFINITY, -3.0)]),
            Zoom::Natural(8.0),
            (21, 8),
        ),
    ] {
        let page = layout(&outline, zoom).page(0).unwrap();
        assert_eq!((page.width, page.height), wanted, "{what}");
    }
}

#[test]
fn a_turned_page_is_fitted_by_its_height() {
    let lying = Layout::new(&a4(1), SIGHT, Zoom::FitWidth, Turn::default().next());
    let page = lying.page(0).unwrap();
    assert_eq!(page.height, 1200, "the page itself is still upright");
    assert_eq!(lying.rect(0), Some([20.0, 20.0, 1200.0, f64::from(page.width)]));
}

#[test]
fn the_page_at_a_height_is_found_among_extremes() {
    let mixed = pages(vec![
        size(595.0, 842.0),
        size(1.0, 14_400.0),
        size(14_400.0, 1.0),
        size(0.0, 0.0),
        size(842.0, 595.0),
    ]);
    let layout = layout(&mixed, Zoom::FitWidth);
    for page in 0..5 {
        let [_, top, _, height] = layout.rect(page).unwrap();
        assert_eq!(layout.page_at(top), page);
        assert_eq!(layout.page_at(top + height - 1.0), page);
        assert_eq!(layout.pages_between(top, top + height), page..page + 1);
        assert_eq!(
            layout.page_at(top + height),
            (page + 1).min(4),
            "the gap below {page}"
        );
    }
    assert_eq!(layout.page_at(-5.0), 0);
    assert_eq!(layout.page_at(1e12), 4);
    assert_eq!(layout.pages_between(0.0, 1e12), 0..5);
    assert_eq!(layout.pages_between(5.0, 5.0), 0..0);
}

#[test]
fn without_pages_nothing_is_found() {
    let layout = layout(&pages(Vec::new()), Zoom::FitWidth);
    assert_eq!(layout.pages_between(0.0, 1e9), 0..0);
    assert_eq!(layout.offset(Place::top_of(7)), [0.0, 0.0]);
    assert_eq!(layout.place([0.0, 10.0]), Place::default());
    assert_eq!(layout.current([0.0, 0.0]), 0);
}

#[test]
fn a_place_survives_zooming_and_resizing() {
    let outline = a4(500);
    let place = layout(&outline, Zoom::FitWidth).place([0.0, 250_000.0]);
    for zoom in [
        Zoom::FitWidth,
        Zoom::FitPage,
        Zoom::Natural(0.5),
        Zoom::Natural(8.0),
    ] {
        let layout = layout(&outline, zoom);
        let again = layout.place(layout.offset(place));
        assert_eq!(again.page, place.page, "{zoom:?}");
        assert!((again.down - place.down).abs() < 1e-3, "{zoom:?}: {again:?}");
    }
    let shown = layout(&outline, Zoom::FitWidth);
    let offset = shown.offset(place);
    assert!((offset[1] - 250_000.0).abs() < 0.2, "{offset:?}");
}

#[test]
fn places_outside_the_document_are_drawn_in() {
    let layout = layout(&a4(2), Zoom::FitWidth);
    assert_eq!(layout.offset(Place::top_of(0)), [0.0, 0.0]);
    assert_eq!(layout.offset(Place::top_of(1))[1], 20.0 + 1698.0);
    let end = layout.content()[1] - 1000.0;
    assert_eq!(layout.offset(Place::top_of(900))[1], (20.0 + 1698.0_f64).min(end));
    let nowhere = Place {
        page: 0,
        down: f32::NAN,
        across: 9.0,
    };
    assert_eq!(layout.offset(nowhere), [0.0, 20.0]);
}

#[test]
fn what_is_under_the_pointer_stays_there_when_zoomed() {
    let outline = a4(20);
    let before = layout(&outline, Zoom::Natural(1.0));
    let offset = before.offset(Place {
        page: 3,
        down: 0.3,
        across: 0.5,
    });
    let at = [400.0, 120.0];
    let (page, point) = before.under(offset, at);
    let after = layout(&outline, Zoom::Natural(3.0));
    let offset = after.offset(after.place_with(page, point, at));
    let (page_after, point_after) = after.under(offset, at);
    assert_eq!(page_after, page);
    for axis in 0..2 {
        assert!(
            (point_after[axis] - point[axis]).abs() < 1e-3,
            "{point:?} {point_after:?}"
        );
    }
}

fn downs(layout: &Layout) -> Vec<f64> {
    let mut seen = vec![0.0];
    let mut offset = [0.0, 0.0];
    loop {
        let next = layout.pane_down(offset);
        if next == offset {
            return seen;
        }
        assert!(next[1] > offset[1], "never back: {next:?} after {offset:?}");
        // Nothing is skipped: what was below the pane is now in it, or was in it before.
        assert!(
            next[1] <= offset[1] + layout.view()[1],
            "{next:?} after {offset:?}"
        );
        seen.push(next[1]);
        offset = next;
    }
}

#[test]
fn pane_by_pane_shows_everything() {
    let tops = |layout: &Layout| -> Vec<f64> {
        (0..layout.page_count())
            .map(|page| layout.offset(Place::top_of(page))[1])
            .collect()
    };
    let whole = layout(&a4(5), Zoom::FitPage);
    assert_eq!(downs(&whole), tops(&whole), "page by page");
    let wide = layout(&a4(3), Zoom::FitWidth);
    let seen = downs(&wide);
    for top in tops(&wide) {
        assert!(seen.contains(&top), "the top of each page: {top} in {seen:?}");
    }
    for outline in [
        pages(vec![size(1.0, 14_400.0), size(100.0, 10.0), size(595.0, 842.0)]),
        pages(vec![size(100.0, 20.0); 40]),
    ] {
        let layout = layout(&outline, Zoom::FitWidth);
        let end = layout.content()[1] - layout.view()[1];
        assert_eq!(downs(&layout).last(), Some(&end));
        let mut offset = [0.0, end];
        while layout.pane_up(offset) != offset {
            let next = layout.pane_up(offset);
            assert!(next[1] < offset[1] && next[1] >= offset[1] - layout.view()[1]);
            offset = next;
        }
        assert_eq!(offset, [0.0, 0.0]);
    }
}

#[test]
fn the_current_page_is_the_one_looked_at() {
    let layout = layout(&a4(3), Zoom::FitPage);
    assert_eq!(layout.current([0.0, 0.0]), 0);
    assert_eq!(layout.current(layout.offset(Place::top_of(1))), 1);
    assert_eq!(layout.current(layout.offset(Place::top_of(2))), 2);
}
