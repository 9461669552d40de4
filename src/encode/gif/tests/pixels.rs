//! What the pictures look like.

use std::collections::BTreeSet;

use super::*;

#[test]
fn pictures_of_up_to_256_colours_are_exact() {
    let mut lcg = Lcg(1);
    for (width, height) in [(1, 1), (1, 9), (9, 1), (3, 5), (17, 31), (64, 48)] {
        let size = Size::new(width, height);
        for colors in [1, 2, 3, 4, 5, 17, 255, 256] {
            let frames: Vec<Frame> = (0..4).map(|_| random_frame(&mut lcg, size, 0, colors)).collect();
            assert_exact(&frames, 10);
        }
    }
}

#[test]
fn small_changes_are_exact_and_small() {
    let mut lcg = Lcg(2);
    let size = Size::new(61, 47);
    for colors in [2, 40, 250, 255, 256] {
        let mut frames = vec![random_frame(&mut lcg, size, 0, colors)];
        for _ in 0..60 {
            let mut next = frames[frames.len() - 1].clone();
            let (x, y) = (lcg.next(50), lcg.next(40));
            for _ in 0..1 + lcg.next(20) {
                let at = ((y + lcg.next(5)) * size.width + x + lcg.next(9)) as usize * 3;
                next.as_rgb_mut()[at..at + 3].copy_from_slice(&color(lcg.next(colors)));
            }
            frames.push(next);
        }
        let images = assert_exact(&frames, 25);
        assert!(images[1..].iter().all(|image| image.area <= 45 && !image.local), "{colors}");
    }
}

#[test]
fn colours_beyond_the_global_palette_get_a_palette_of_the_frame() {
    let mut lcg = Lcg(3);
    let size = Size::new(40, 30);
    // 200, then 40 more that still fit, then 100 that do not, of which 10 alone fit, then 256 at once, ..
    let kinds = [(0, 200), (200, 40), (240, 100), (330, 10), (1000, 256), (100, 140), (2000, 255)];
    let frames: Vec<Frame> = kinds.iter().map(|&(first, colors)| random_frame(&mut lcg, size, first, colors)).collect();
    let images = assert_exact(&frames, 10);
    let local: Vec<bool> = images.iter().map(|image| image.local).collect();
    assert_eq!(local, [false, false, true, false, true, false, true]);
}

#[test]
fn one_colour_too_many_costs_next_to_nothing() {
    let mut lcg = Lcg(4);
    let size = Size::new(64, 48);
    for colors in [257, 300] {
        let frames: Vec<Frame> = (0..4).map(|i| random_frame(&mut lcg, size, i * 5000, colors)).collect();
        let images = play(&encode(&frames, 10));
        assert_eq!(images.len(), 4);
        for (image, frame) in images.iter().zip(&frames) {
            assert!(psnr(&image.screen, frame) > 38.0, "{colors}: {}", psnr(&image.screen, frame));
        }
    }
}

#[test]
fn a_heatmap_is_close_and_its_background_and_axis_exact() {
    let size = Size::new(320, 240);
    let frames: Vec<Frame> = (0..8).map(|i| heatmap(size, i as f32 / 10.0)).collect();
    let images = play(&encode(&frames, 20));
    assert_eq!(images.len(), 8);
    for (image, frame) in images.iter().zip(&frames) {
        assert!(frame.as_rgb().chunks_exact(3).collect::<BTreeSet<_>>().len() > 1500);
        assert!(psnr(&image.screen, frame) > 46.0, "{}", psnr(&image.screen, frame));
        assert!(errors(&image.screen, frame).1 <= 16, "{}", errors(&image.screen, frame).1);
        for (got, want) in image.screen.as_rgb().chunks_exact(3).zip(frame.as_rgb().chunks_exact(3)) {
            assert!(got == want || (want != [255; 3] && want != [0; 3]), "{want:?} became {got:?}");
        }
    }
}

#[test]
fn errors_do_not_add_up_and_what_stays_does_not_flicker() {
    let size = Size::new(160, 120);
    let base = heatmap(size, 0.0);
    let mut lcg = Lcg(5);
    let mut frames = vec![base.clone()];
    for i in 0..40 {
        // blocks of another picture come and go
        let mut next = if i % 2 == 0 { base.clone() } else { frames[frames.len() - 1].clone() };
        let other = heatmap(size, 0.5);
        let (x, y) = (lcg.next(100) as usize, lcg.next(60) as usize);
        for row in y..y + 40 {
            let range = (row * 160 + x) * 3..(row * 160 + x + 50) * 3;
            next.as_rgb_mut()[range.clone()].copy_from_slice(&other.as_rgb()[range]);
        }
        frames.push(next);
    }
    let images = play(&encode(&frames, 20));
    assert_eq!(images.len(), frames.len());
    for i in 0..frames.len() {
        assert!(psnr(&images[i].screen, &frames[i]) > 42.0, "frame {i}: {}", psnr(&images[i].screen, &frames[i]));
        assert!(errors(&images[i].screen, &frames[i]).1 <= 16, "frame {i}");
        if i > 0 {
            let shown = images[i - 1].screen.as_rgb().chunks_exact(3).zip(images[i].screen.as_rgb().chunks_exact(3));
            let source = frames[i - 1].as_rgb().chunks_exact(3).zip(frames[i].as_rgb().chunks_exact(3));
            assert!(source.zip(shown).all(|((a, b), (c, d))| a != b || c == d), "frame {i} flickers");
        }
    }
}

#[test]
fn noise_in_every_colour_keeps_its_white_and_black() {
    let mut lcg = Lcg(6);
    let size = Size::new(320, 240);
    let frames: Vec<Frame> = (0..3)
        .map(|_| {
            let mut frame = Frame::new(size.width, size.height);
            for (i, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate() {
                match i % 320 {
                    // white, and a black bar in the lower half
                    0..40 => {}
                    40..42 if i > 320 * 120 => pixel.fill(0),
                    40..42 => {}
                    _ => pixel.copy_from_slice(&[lcg.next(256) as u8, lcg.next(256) as u8, lcg.next(256) as u8]),
                }
            }
            frame
        })
        .collect();
    for (image, frame) in play(&encode(&frames, 20)).iter().zip(&frames) {
        // 255 places in a cube of 256 levels: a cell is 40 wide, of which the error's root mean square is 11.6
        assert!(psnr(&image.screen, frame) > 26.0, "{}", psnr(&image.screen, frame));
        assert!(errors(&image.screen, frame).1 <= 64);
        for (i, (got, want)) in image.screen.as_rgb().chunks_exact(3).zip(frame.as_rgb().chunks_exact(3)).enumerate() {
            assert!(i % 320 >= 42 || got == want, "pixel {i}: {want:?} became {got:?}");
        }
    }
}

#[test]
fn fuzz_of_sizes_colours_and_changes() {
    let mut lcg = Lcg(7);
    for round in 0..60 {
        let size = Size::new(1 + lcg.next(90), 1 + lcg.next(70));
        let mut frames: Vec<Frame> = Vec::new();
        let mut exact = true;
        for _ in 0..8 {
            let colors = [1, 2, 8, 100, 254, 255, 256, 257, 2000][lcg.next(9) as usize];
            let first = lcg.next(4) * 100;
            let mut next = random_frame(&mut lcg, size, first, colors);
            if let Some(last) = frames.last()
                && lcg.next(3) > 0
            {
                // only a part of the rows is new
                let rows = lcg.next(size.height + 1) as usize * size.width as usize * 3;
                next.as_rgb_mut()[..rows].copy_from_slice(&last.as_rgb()[..rows]);
            }
            let mut all: Vec<&[u8]> = next.as_rgb().chunks_exact(3).collect();
            all.sort_unstable();
            all.dedup();
            exact &= all.len() <= 256;
            frames.push(next);
        }
        let images = play(&encode(&frames, 10));
        for (i, (got, want)) in sampled(&images, 10.into(), frames.len()).iter().zip(&frames).enumerate() {
            assert!(if exact { got == want } else { psnr(got, want) > 25.0 }, "round {round}, frame {i}");
        }
    }
}

#[test]
fn a_background_stays_exact_among_many_colours_near_to_it() {
    let mut lcg = Lcg(11);
    let mut frame = Frame::new(320, 240);
    for pixel in frame.as_rgb_mut().chunks_exact_mut(3).skip(200) {
        pixel.fill_with(|| 240 + lcg.next(16) as u8);
    }
    let images = play(&encode(&[frame], 10));
    assert!(images[0].screen.as_rgb()[..200 * 3].iter().all(|&v| v == 255));
}

/// Dark blue, blue, green, yellow, red, dark red: a colormap with many colours far from one another.
fn rainbow(t: f32) -> [u8; 3] {
    [0.75, 0.5, 0.25].map(|middle| (255.0 * (1.5 - 4.0 * (t - middle).abs()).clamp(0.0, 1.0)) as u8)
}

#[test]
fn a_colorbar_beside_a_busy_picture_is_not_in_bands() {
    let mut lcg = Lcg(12);
    let mut frame = Frame::new(320, 256);
    for (i, pixel) in frame.as_rgb_mut().chunks_exact_mut(3).enumerate() {
        let (x, y) = ((i % 320) as f32, (i / 320) as f32);
        // the picture keeps to the middle of the colours, and has specks of any colour; the bar has all of them
        let color = match x as u32 {
            0..280 if lcg.next(40) == 0 => [lcg.next(256) as u8, lcg.next(256) as u8, lcg.next(256) as u8],
            0..280 => rainbow(0.5 + 0.3 * (x / 31.0).sin() * (y / 23.0).cos()),
            290..306 => rainbow(y / 255.0),
            _ => [255; 3],
        };
        pixel.copy_from_slice(&color);
    }
    let images = play(&encode(std::slice::from_ref(&frame), 10));
    let seen = images[0].screen.as_rgb().chunks_exact(3).zip(frame.as_rgb().chunks_exact(3));
    let off = |(a, b): (&[u8], &[u8])| a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0);
    let bar =
        seen.clone().enumerate().filter(|(i, _)| (290..306).contains(&(i % 320))).map(|(_, pair)| off(pair)).max();
    let specks = seen.map(off).max();
    assert!(bar <= Some(10), "bar: {bar:?}");
    assert!(specks <= Some(50), "specks: {specks:?}");
}
