#!/usr/bin/env python3
"""The store's questions put to SQLite and pandas, on the same rows; prints the best of three, in seconds.

  ./entente synth 1000000 --seed 1 --out /tmp/made-up.tsv.gz
  python3 benchmarks/peers/aggregate.py /tmp/made-up.tsv.gz

pandas is left out, saying so, where it is not installed. Countries stand in for actors' codes.
"""

import csv
import gzip
import os
import sqlite3
import sys
import tempfile
import time

COLUMNS = ["Event Date", "Source Country", "Target Country", "CAMEO Code", "Intensity"]
MONTHS = """SELECT substr(day, 1, 7) AS month, source, target, count(*), sum(goldstein)
  FROM events GROUP BY month, source, target"""
DYADS = """SELECT source, target, count(*) AS n, sum(goldstein), avg(goldstein)
  FROM events WHERE source <> target GROUP BY source, target ORDER BY n DESC, source, target LIMIT 20"""
ONE = """SELECT substr(day, 1, 7) AS month, count(*), sum(goldstein) FROM events
  WHERE source = 'United States' AND target = 'Taiwan' GROUP BY month ORDER BY month"""


def best(work):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        rows = work()
        times.append(time.perf_counter() - start)
    return min(times), rows


def say(peer, what, seconds, rows):
    print(f"{peer:18} {what:24} {seconds:8.3f} s {rows:>9,} rows", flush=True)


def rows(file):
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(reader)
        places = [header.index(name) for name in COLUMNS]
        for row in reader:
            day, source, target, code, goldstein = (row[i] for i in places)
            yield day, source, target, code, float(goldstein)


def sqlite(file, indexed):
    name = "SQLite, indexed" if indexed else "SQLite"
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "events.sqlite")
    start = time.perf_counter()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE events (day TEXT, source TEXT, target TEXT, code TEXT, goldstein REAL)")
        db.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?)", rows(file))
        if indexed:
            db.execute("CREATE INDEX dyads ON events (source, target, day, goldstein)")
    say(name, "import of 5 columns", time.perf_counter() - start, db.execute("SELECT count(*) FROM events").fetchone()[0])
    for what, query in (("month and dyad", MONTHS), ("busiest dyads", DYADS), ("one dyad by month", ONE)):
        say(name, what, *best(lambda: len(db.execute(query).fetchall())))
    db.close()
    os.remove(path)
    os.rmdir(folder)


def pandas(file):
    try:
        import pandas as pd
    except ImportError:
        print("pandas is not installed: left out")
        return
    start = time.perf_counter()
    events = pd.read_csv(file, sep="\t", usecols=COLUMNS, dtype={"CAMEO Code": str}, quoting=csv.QUOTE_NONE,
                         keep_default_na=False)
    events.columns = ["day", "source", "code", "goldstein", "target"]
    say("pandas " + pd.__version__, "reading of 5 columns", time.perf_counter() - start, len(events))

    def months():
        keys = [events.day.str.slice(0, 7), events.source, events.target]
        return len(events.groupby(keys).goldstein.agg(["size", "sum"]))

    def dyads():
        apart = events[events.source != events.target]
        grouped = apart.groupby(["source", "target"]).goldstein.agg(["size", "sum", "mean"])
        return len(grouped.sort_values("size", ascending=False).head(20))

    def one():
        some = events[(events.source == "United States") & (events.target == "Taiwan")]
        return len(some.groupby(some.day.str.slice(0, 7)).goldstein.agg(["size", "sum"]))

    for what, work in (("month and dyad", months), ("busiest dyads", dyads), ("one dyad by month", one)):
        say("pandas " + pd.__version__, what, *best(work))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sqlite(sys.argv[1], False)
    sqlite(sys.argv[1], True)
    pandas(sys.argv[1])
