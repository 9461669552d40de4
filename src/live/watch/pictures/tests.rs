use std::path::PathBuf;
use std::time::Duration;

use super::*;

fn picture(frames: u64, bytes: usize) -> Picture {
    Picture { version: 0, number: 0, frames, about: String::new(), image: vec![0; bytes] }
}

fn numbers(pictures: &Pictures) -> Vec<u64> {
    pictures.all.iter().map(|picture| picture.number).collect()
}

#[test]
fn as_many_are_kept_as_there_is_memory_for() {
    let mut pictures = Pictures::new(100);
    assert!(pictures.newest().is_none() && pictures.at(1).is_none());
    for frames in 1..=9 {
        pictures.add(picture(frames, 30));
    }
    assert_eq!(numbers(&pictures), [7, 8, 9]);
    let at = |number| pictures.at(number).unwrap().number;
    assert_eq!([0, 7, 8, 9, 10, u64::MAX].map(at), [7, 7, 8, 9, 9, 9]);
    pictures.add(picture(10, 1000));
    assert_eq!(numbers(&pictures), [10], "the newest in any case");
    pictures.add(picture(11, 10));
    assert_eq!(numbers(&pictures), [11]);
    assert_eq!(pictures.bytes, 10);
}

#[test]
fn the_last_frame_said_again_takes_the_place_of_itself() {
    let mut pictures = Pictures::new(100);
    for (frames, bytes) in [(1, 20), (2, 20), (2, 30)] {
        pictures.add(picture(frames, bytes));
    }
    assert_eq!(numbers(&pictures), [1, 2]);
    assert_eq!((pictures.newest().unwrap().version, pictures.bytes), (3, 50));
    // pictures of no movie have no number that could be the same
    pictures.add(picture(0, 10));
    pictures.add(picture(0, 10));
    assert_eq!(numbers(&pictures), [1, 2, 3, 4]);
}

#[test]
fn what_is_known_is_json() {
    let shown = Shown {
        frames: 3,
        total: Some(9),
        time: Duration::from_millis(1500),
        path: PathBuf::from("a \"b\"\\\n\u{e9}.gif"),
        ended: Some("disk\tfull".into()),
        ..Shown::default()
    };
    let json = r#""frames":3,"total":9,"time":1.500000,"elapsed":0.000000,"fps":"","path":"a \"b\"\\\u000aé.gif","ended":"disk\u0009full""#;
    assert_eq!(about(&shown), json);
}

#[test]
fn pictures_are_the_frames() {
    let rgb: Vec<u8> = (0..5 * 7 * 3).map(|i| (i * 37 % 251) as u8).collect();
    let frame = Frame::from_rgb(5, 7, rgb);
    let webp = Picture::new(&frame, &Shown::new()).image;
    let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(webp)).unwrap();
    let mut pixels = vec![0; 5 * 7 * 3];
    decoder.read_image(&mut pixels).unwrap();
    assert!(pixels == frame.as_rgb());
    // what is too wide for a WebP
    let wide = Frame::new(16_385, 1);
    assert!(Picture::new(&wide, &Shown::new()).image.starts_with(b"\x89PNG"));
}
