#!/usr/bin/env python3
"""Writes dates.tsv: which ticks matplotlib's AutoDateLocator takes, and what its ConciseDateFormatter writes beside them.

    python3 tests/data/make_dates.py

A line is a range in microseconds since 1970 (UTC), by how many minutes the clock is ahead of UTC, the ticks within (the first, then how
far each is from the one before, in microseconds, equal ones as `distance*count`), the labels, and what they leave out. Microseconds are
written as `12e3`.

Left out, since ours are other ones:
- ranges of less than ten seconds after 2039 or before 1900: matplotlib rounds dates to 20 microseconds there;
- years that are counted from year 1 where a range begins before the first multiple: 1, 1001, 2001;
- labels of ticks beyond the range, which matplotlib counts in when it says what labels leave out.
"""

import random
import sys
import warnings
from datetime import datetime, timedelta, timezone
from pathlib import Path

import matplotlib.dates as mdates

warnings.simplefilter("ignore")
UTC = timezone.utc
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICRO = timedelta(microseconds=1)
YEAR = 365.2425 * 86400


def micros(date):
    return (date - EPOCH) // MICRO


def short(number):
    """12000 as 12e3."""
    digits = str(number).rstrip("0") if number else "0"
    zeros = len(str(number)) - len(digits)
    return f"{digits}e{zeros}" if zeros > 2 else str(number)


def runs(numbers):
    """Distances, equal ones counted."""
    out = []
    for n in numbers:
        if out and out[-1][0] == n:
            out[-1][1] += 1
        else:
            out.append([n, 1])
    return ",".join(short(n) if count == 1 else f"{short(n)}*{count}" for n, count in out)


def line(lo, hi, minutes):
    tz = timezone(timedelta(minutes=minutes))
    locator = mdates.AutoDateLocator(tz=tz)
    begin, end = (EPOCH + lo * MICRO).astimezone(tz), (EPOCH + hi * MICRO).astimezone(tz)
    ticks = [t for t in locator.tick_values(begin, end)]
    at = [micros(mdates.num2date(t)) for t in ticks]
    seen = [k for k in range(len(at)) if lo <= at[k] <= hi]
    formatter = mdates.ConciseDateFormatter(locator, tz=tz)
    labels = formatter.format_ticks([ticks[k] for k in seen])
    at = [at[k] for k in seen]
    distances = [b - a for a, b in zip(at, at[1:])]
    return f"{short(lo)}\t{short(hi)}\t{minutes}\t{short(at[0])}\t{runs(distances)}\t{'|'.join(labels)}\t{formatter.get_offset()}"


def ranges():
    r = random.Random(12)
    second, day = 10**6, 86400 * 10**6

    def at(*date):
        return micros(datetime(*date, tzinfo=UTC))

    # whole units from whole moments, over ends of months, leap years and ends of centuries
    for start in [(1999, 12, 31), (2000, 2, 28), (2000, 1, 1), (1900, 2, 28), (2024, 1, 31), (2100, 2, 27), (2026, 3, 29), (1600, 2, 29)]:
        for days in [5, 6, 10, 11, 20, 21, 30, 31, 59, 60, 70, 71, 89, 90, 120, 150, 153, 180, 365, 366, 730, 1461]:
            yield at(*start), at(*start) + days * day, 0
    for seconds in [5, 9, 10, 11, 50, 51, 99, 100, 150, 299, 300, 301, 599, 600, 3000, 3600, 7200, 17999, 18000, 39600, 43200, 86400, 172800, 345600, 431999]:
        for start in [at(2023, 12, 31, 23, 59, 58), at(2024, 2, 28, 18), at(2026, 6, 15, 12, 30)]:
            yield start, start + seconds * second, 0
    for years in [5, 6, 10, 11, 20, 40, 50, 100, 101, 200, 399, 400, 500, 1000, 2000, 4000]:
        for start in [(1, 1, 1), (1200, 1, 1), (1969, 7, 20), (1999, 12, 31)]:
            yield at(*start), micros(datetime(start[0] + years, start[1], start[2], tzinfo=UTC)), 0
    yield at(1, 1, 1), at(9999, 12, 31, 23, 59, 59), 0
    # from five microseconds to nine thousand years
    while True:
        span = 10 ** r.uniform(-5.3, 11.4)
        if span < 10:
            lo = r.uniform(-60, 69) * YEAR
        elif span < 40 * YEAR:
            lo = r.uniform(-300, 400) * YEAR
        else:
            lo = r.uniform(-1960, 8000) * YEAR
        if lo + span > 8000 * YEAR:
            continue
        lo = int(lo * 1e6)
        yield lo, lo + int(span * 1e6), r.choice([0, 0, 0, 0, 60, 120, -300, 330, 345, -210])


def main():
    lines = []
    for lo, hi, minutes in ranges():
        tz = timezone(timedelta(minutes=minutes))
        years = ((EPOCH + hi * MICRO) - (EPOCH + lo * MICRO)).days / 365.2425
        if (EPOCH + lo * MICRO).astimezone(tz).year <= years / 5:
            continue
        lines.append(line(lo, hi, minutes))
        if len(lines) == 2600:
            break
    Path(__file__).with_name("dates.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "ranges", file=sys.stderr)


if __name__ == "__main__":
    main()
