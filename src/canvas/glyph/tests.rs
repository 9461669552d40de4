//! Pictures for looking at, and what must hold of them.

use super::*;
use crate::{
    geom::Size,
    text::{HAlign, VAlign},
};

const PT: f32 = 100.0 / 72.0;

fn anchor(x: f32, y: f32) -> Anchor {
    Anchor { at: Point::new(x, y), ha: HAlign::Left, va: VAlign::Baseline, angle: 0.0 }
}

/// Not a check: draws what a file lists, for comparing with other programs. `TEXT_SCENE` names the list, one text a
/// line (x, y, points, alignments, angle, text, tab separated), and `TEXT_PNG` the picture.
#[test]
fn draws_the_scene_that_is_asked_for() {
    let (Ok(scene), Ok(png)) = (std::env::var("TEXT_SCENE"), std::env::var("TEXT_PNG")) else { return };
    let scene = std::fs::read_to_string(scene).expect("scene");
    let mut lines = scene.lines();
    let number = |s: &str| s.parse::<f32>().expect("number");
    let size: Vec<u32> = lines.next().expect("size").split('\t').map(|s| s.parse().expect("size")).collect();
    let mut frame = Frame::new(size[0], size[1]);
    let mut cache = GlyphCache::default();
    for line in lines {
        let f: Vec<&str> = line.split('\t').collect();
        let ha = match f[3] {
            "left" => HAlign::Left,
            "center" => HAlign::Center,
            _ => HAlign::Right,
        };
        let va = match f[4] {
            "top" => VAlign::Top,
            "center" => VAlign::Center,
            "center_baseline" => VAlign::CenterBaseline,
            "baseline" => VAlign::Baseline,
            _ => VAlign::Bottom,
        };
        let text = f[6].replace("\\n", "\n");
        let layout = TextLayout::new(&text, number(f[2]) * PT);
        let anchor = Anchor { at: Point::new(number(f[0]), number(f[1])), ha, va, angle: number(f[5]) };
        draw_text(&mut frame, Clip::all(Size::new(size[0], size[1])), &mut cache, &layout, anchor, Color::BLACK);
        let b = bounds(&layout, anchor);
        eprintln!("BOUNDS\t{}\t{}\t{}\t{}", b.x0, b.y0, b.x1, b.y1);
    }
    let file = std::io::BufWriter::new(std::fs::File::create(png).expect("file"));
    let mut encoder = png::Encoder::new(file, frame.width(), frame.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().and_then(|mut w| w.write_image_data(frame.as_rgb())).expect("png");
}
