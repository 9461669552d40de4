//! The packets of a movie, as ffprobe or ffmpeg lists them.

/// The packets of the pictures, in the order of the file, which is that of decoding.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Packets {
    pub(super) list: Vec<Packet>,
    /// What times are counted in: a fraction of a second.
    pub(super) tick: (u32, u32),
    /// Whether these are all.
    pub(super) complete: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Packet {
    /// When it is shown, and when it is decoded, in ticks.
    pub(super) pts: Option<i64>,
    pub(super) dts: Option<i64>,
    pub(super) duration: i64,
    pub(super) size: u64,
    /// Whether decoding can begin here.
    pub(super) key: bool,
    /// Whether it is decoded and not shown: what an edit list cuts off.
    pub(super) hidden: bool,
}

impl Packet {
    /// Those of a list, whose lines are read so.
    pub(super) fn all(list: &str, read: fn(&str) -> Option<Self>) -> Vec<Self> {
        let mut all = Vec::new();
        for line in list.lines() {
            if let Some(packet) = read(line) {
                all.push(packet);
            }
        }
        all
    }

    /// A line of ffprobe's compact output: `pts=1024|dts=-512|duration=512|size=47|flags=K_`.
    pub(super) fn from_ffprobe(line: &str) -> Option<Self> {
        let get = |name: &str| line.split('|').find_map(|field| field.strip_prefix(name)?.strip_prefix('='));
        let number = |name: &str| get(name)?.parse::<i64>().ok();
        let flags = get("flags")?;
        Some(Self {
            pts: number("pts"),
            dts: number("dts"),
            duration: number("duration").unwrap_or(0),
            size: get("size")?.parse().ok()?,
            key: flags.contains('K'),
            hidden: flags.contains('D'),
        })
    }

    /// A line of ffmpeg's `framecrc`: stream, dts, pts, duration, size, checksum, and flags unless there is only the first.
    pub(super) fn from_framecrc(line: &str) -> Option<Self> {
        let mut fields = line.split(',').map(str::trim);
        let stamp = |text: Option<&str>| text?.parse::<i64>().map(|n| (n != i64::MIN).then_some(n)).ok();
        fields.next()?.parse::<u32>().ok()?;
        let (dts, pts) = (stamp(fields.next())?, stamp(fields.next())?);
        let (duration, size) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        let flags = fields.find_map(|field| u32::from_str_radix(field.strip_prefix("F=0x")?, 16).ok()).unwrap_or(1);
        Some(Self { pts, dts, duration, size, key: flags & 1 == 1, hidden: flags & 4 == 4 })
    }
}

#[cfg(test)]
mod tests;
