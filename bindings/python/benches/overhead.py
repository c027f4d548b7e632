"""How much more a parse costs from Python than from Rust, and what a second thread brings.

    cargo build --release -p fenjie-benches --example loop
    target/python/venv/bin/python bindings/python/benches/overhead.py [FOLDER]…

The two sides take turns, so that both meet the same machine; each figure is the median of many rounds, with the
quartiles behind it. FOLDER has `.txt` files; without one, the example notices are read.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import fenjie

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[3]
LOOP = ROOT / "target/release/examples/loop"
ROUNDS = 41


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def told(name: str, shares: list[float]) -> None:
    """The median and the quartiles."""
    low, middle, high = statistics.quantiles(shares, n=4)
    print(f"{name:<28}{middle:6.3f}  ({low:.3f} to {high:.3f}, {len(shares)} rounds)")


def overhead(paths: list[Path], texts: list[str]) -> None:
    """The time from Python as a share of that from Rust."""
    command = [str(LOOP), *map(str, paths)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as rust:
        assert rust.stdin
        assert rust.stdout
        shares = []
        for _ in range(ROUNDS):
            rust.stdin.write("\n")
            rust.stdin.flush()
            there = int(rust.stdout.readline()) / 1e9
            here = timed(lambda: [fenjie.parse(text) for text in texts])
            shares.append(here / there)
        rust.stdin.close()
    told("Python / Rust", shares[1:])


def threads(texts: list[str]) -> None:
    """The time of one thread as a multiple of that of two, on a batch of some seconds."""
    batch = texts * max(1, 2_000_000 // sum(map(len, texts)))
    shares = []
    for _ in range(ROUNDS // 3):
        one = timed(lambda: fenjie.parse_many(batch, threads=1))
        two = timed(lambda: fenjie.parse_many(batch, threads=2))
        shares.append(one / two)
    told("one thread / two threads", shares)


def main() -> None:
    """Measure both on the same texts."""
    folders = [Path(name) for name in sys.argv[1:]] or [ROOT / "examples/notices"]
    paths = sorted(path for folder in folders for path in folder.glob("*.txt"))
    texts = [path.read_bytes().decode() for path in paths]
    print(f"{len(texts)} notices, {sum(len(text.encode()) for text in texts)} bytes")
    overhead(paths, texts)
    threads(texts)


if __name__ == "__main__":
    main()
