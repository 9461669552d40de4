//! Any bytes as a font, with any words in it.

use grabframe::prelude::*;

/// Words of many scripts, for what a font does with each.
pub const WORDS: [&str; 16] = [
    "速度与时间 v = 12.5 m/s",
    "日本語の図 カナ、グラフ。",
    "한국어 그래프",
    "سرعة الجسم 12.5 (m/s) بَعْدَ ٣ ثوان لا",
    "עקומת המהירות, גרף 3 (שָׁלוֹם)",
    "गति और समय क्षत्रिय हिन्दी कि",
    "ภาษาไทย น้ำ ที่นี่",
    "বাংলা ক্ষ স্ত্রী কো",
    "தமிழ் கௌ ஸ்ரீ",
    "မြန်မာ ကြွေ",
    "ខ្មែរ ស្ត្រី",
    "བོད་ཡིག སྐྱ",
    "ﷺ ﷽ \u{202e}abc\u{202c} \u{2067}א1\u{2069} \u{301}",
    "😀👩\u{200d}🔬🏳\u{fe0f}\u{200d}🌈🇨🇭☃\u{fe0f} 𝔘𠀋",
    "ffi AVATo e\u{302}\u{303} 一\u{301}\u{302}\u{303}",
    "ᠮᠣᠩᠭᠣᠯ ߒߞߏ ܫܠܡܐ ትግርኛ",
];

/// Whatever the bytes are, they are an error or a font, and whatever the words are, they are drawn, twice alike.
pub fn check(bytes: &[u8], words: &str) {
    let Ok(font) = Font::new(bytes) else { return };
    let _ = (font.name().len(), font.index(1));
    let mut fig = Figure::pixels(160, 120);
    fig.add_font(&font);
    let ax = fig.add_axes();
    fig[ax].set_title(words).set_ylabel(words).set_xlabel("12");
    fig[ax].add(Text::new(0.1, 0.2, words).axes_fraction().rotation(25.0));
    let pixels = fig.render().as_rgb().to_vec();
    let svg = fig.to_svg();
    // what is kept in the font changes nothing, nor does a font that has kept nothing
    assert_eq!(fig.render().as_rgb(), pixels);
    if bytes.len() < 300_000 {
        let again = Font::new(bytes).expect("it was one before");
        assert_eq!(fig.set_fonts(&[again]).to_svg(), svg);
    }
}
