"""What it costs to build a program that draws one plot: grabframe beside plotters, in one run, in turn.

    python3 benches/compare/build.py [--rounds 3] [--units]

Each side is a package of its own in a temporary folder, built with `cargo build --release` into an empty folder. Prints medians: CPU
seconds (the comparable number: user and system, of cargo and all that it starts), seconds on the clock, how many crates were
compiled, the size of the stripped program, and the ratio of the CPU seconds to plotters'. `--units` builds grabframe once more, one
crate at a time, and prints where the seconds go.

Needs cargo, and a registry or its copy on this machine: what is downloaded is not counted.
"""
import argparse
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

CRATE = Path(__file__).resolve().parent.parent.parent

OURS = """
use grabframe::prelude::*;

fn main() -> grabframe::Result<()> {
    let mut fig = Figure::new();
    let ax = fig.add_axes();
    fig[ax].set_title("hello").plot([0.0, 1.0, 2.0], [0.0, 1.0, 0.5]);
    fig.save("hello.png")
}
"""

PLOTTERS = """
use plotters::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let area = BitMapBackend::new("hello.png", (640, 480)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption("hello", ("sans-serif", 20))
        .x_label_area_size(30)
        .y_label_area_size(40)
        .build_cartesian_2d(0.0..2.0, 0.0..1.0)?;
    chart.configure_mesh().draw()?;
    chart.draw_series(LineSeries::new([(0.0, 0.0), (1.0, 1.0), (2.0, 0.5)], &BLUE))?;
    area.present()?;
    Ok(())
}
"""

PATH = f'path = {json.dumps(str(CRATE))}'
SIDES = {
    "plotters 0.3.7": (f'plotters = "0.3.7"', PLOTTERS),
    "grabframe": (f"grabframe = {{ {PATH} }}", OURS),
    "grabframe, no default features": (f"grabframe = {{ {PATH}, default-features = false }}", OURS),
}


def package(folder, dependency, program):
    """A package that has only this to depend on, with its dependencies at hand."""
    (folder / "src").mkdir(parents=True)
    (folder / "src" / "main.rs").write_text(program)
    manifest = '[package]\nname = "hello"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n\n[dependencies]\n'
    (folder / "Cargo.toml").write_text(manifest + dependency + "\n")
    subprocess.run(["cargo", "fetch", "--quiet"], cwd=folder, check=True)


def build(folder, *more):
    """CPU seconds, seconds, crates compiled, bytes of the stripped program."""
    target = folder / "target"
    shutil.rmtree(target, ignore_errors=True)
    env = dict(os.environ, CARGO_TARGET_DIR=str(target))
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    said = subprocess.run(
        ["cargo", "build", "--release", "--offline", *more], cwd=folder, env=env, capture_output=True, text=True
    )
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if said.returncode:
        raise SystemExit(said.stderr)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    program = target / "release" / "hello"
    subprocess.run([program], cwd=folder, check=True)
    if not (folder / "hello.png").exists():
        raise SystemExit(f"{folder} drew nothing")
    subprocess.run(["strip", program], check=True)
    return cpu, seconds, len(re.findall(r"^ *Compiling ", said.stderr, re.M)) - 1, program.stat().st_size


def units(folder):
    """Where the seconds go: crates built one at a time, the costly ones first."""
    build(folder, "-j1", "--timings")
    report = max((folder / "target" / "cargo-timings").glob("cargo-timing-*.html"))
    found = json.loads(re.search(r"const UNIT_DATA = (\[.*?\]);\n", report.read_text(), re.S)[1])
    took = {}
    for unit in found:
        took[unit["name"]] = took.get(unit["name"], 0.0) + unit["duration"]
    print("\nseconds  crate (grabframe, one at a time)")
    rest = 0.0
    for name, seconds in sorted(took.items(), key=lambda item: -item[1]):
        if seconds < 0.5:
            rest += seconds
        else:
            print(f"{seconds:7.1f}  {name}")
    print(f"{rest:7.1f}  all others\n{sum(took.values()):7.1f}  together")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--units", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        took = {name: [] for name in SIDES}
        folders = {name: Path(root) / str(k) for k, name in enumerate(SIDES)}
        for name, (dependency, program) in SIDES.items():
            package(folders[name], dependency, program)
        for _ in range(args.rounds):
            for name in SIDES:
                took[name].append(build(folders[name]))
        print(f"{'':32} {'CPU s':>7} {'s':>7} {'crates':>7} {'MB':>6} {'ratio':>7}")
        base = None
        for name, rows in took.items():
            cpu, seconds, crates, size = (statistics.median(column) for column in zip(*rows))
            base = base or cpu
            print(f"{name:32} {cpu:7.1f} {seconds:7.1f} {crates:7.0f} {size / 1e6:6.2f} {cpu / base:6.2f}x")
        if args.units:
            units(folders["grabframe"])


main()
