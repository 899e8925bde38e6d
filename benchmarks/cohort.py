"""`advisor cohort`, Parquet to Parquet, beside merely reading and writing the same file; whole processes.

The plain read and write is Polars' own, streamed as ours is. Memory is that of the process and its children.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl
import psutil

from benchmarks.made_up import table

PLAIN = "import polars, sys; polars.scan_parquet(sys.argv[1]).sink_parquet(sys.argv[2])"
CHUNK = 500_000


def measure(small: bool = False) -> str:
    """Return the times, their ratio and the peaks of memory, over a million rows."""
    return _beside_plain(1_000 if small else 1_000_000, 1 if small else 3)


def measure_large(small: bool = False) -> str:
    """Return the same over ten million rows."""
    return _beside_plain(1_000 if small else 10_000_000, 1)


def measure_narrow(small: bool = False) -> str:
    """Return the time and the peak of memory over 20 million rows of two columns, by one and four workers."""
    rows = 1_000 if small else 20_000_000
    told = []
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "narrow.parquet"
        given = pl.Series(["none", "regular", "when-needed", None] * (rows // 4))
        pl.select(place=pl.int_range(rows).cast(pl.String), contact=given).write_parquet(source)
        for workers in ("1", "4"):
            command = [sys.executable, "-m", "advisor.cli.main", "cohort", str(source)]
            seconds, peak = _run([*command, "-o", str(Path(folder) / "out.parquet"), "--workers", workers])
            told.append(
                f"{rows:,} rows of two columns, workers {workers}: {seconds:.1f} s, peak {peak:,.0f} MiB"
            )
    return "\n".join(told)


def _beside_plain(rows: int, times: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "answers.parquet"
        _write(source, rows)
        target = str(Path(folder) / "out.parquet")
        command = [sys.executable, "-m", "advisor.cli.main", "cohort", str(source), "-o", target]
        pairs = [
            (_run(command), _run([sys.executable, "-c", PLAIN, str(source), target])) for _ in range(times)
        ]
    ratios = sorted(ours[0] / plain[0] for ours, plain in pairs)
    ours, plain = min(pairs)[0], min(pair[1] for pair in pairs)
    return (
        f"advisor cohort, {rows:,} rows: {ours[0]:.1f} s, {rows / ours[0]:,.0f} cases/s, "
        f"peak {ours[1]:,.0f} MiB\n"
        f"plain read and write of the same file: {plain[0]:.1f} s, peak {plain[1]:,.0f} MiB\n"
        f"ratio, median of {len(ratios)} pairs: {ratios[len(ratios) // 2]:.2f}"
    )


def _write(path: Path, rows: int) -> None:
    parts = []
    for start in range(0, rows, CHUNK):
        parts.append(path.with_suffix(f".{start}"))
        table(min(CHUNK, rows - start), seed=start).write_parquet(parts[-1])
    pl.scan_parquet(parts).sink_parquet(path, row_group_size=CHUNK // 2)
    for part in parts:
        part.unlink()


def _run(command: list[str]) -> tuple[float, float]:
    """Return the seconds that a process takes and the most memory it and its children held, in MiB."""
    begun, peak = time.perf_counter(), 0
    process = psutil.Popen(command, stdout=subprocess.DEVNULL)
    while process.poll() is None:
        try:
            held = [each.memory_info().rss for each in (process, *process.children(recursive=True))]
        except psutil.Error:
            continue
        peak = max(peak, sum(held))
        time.sleep(0.02)
    assert process.returncode == 0
    return time.perf_counter() - begun, peak / 2**20
