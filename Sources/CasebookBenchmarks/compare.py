#!/usr/bin/env python3
"""Runs Casebook beside other programs on one file of cases and prints ratios.

  swift build -c release --static-swift-stdlib
  .build/release/CasebookBenchmarks generate 1000000 > cases.jsonl
  Sources/CasebookBenchmarks/compare.py cases.jsonl

Peers that are not installed are left out: DuckDB (a Python package), ripgrep, jq, fzf, lnav and
VisiData. Each figure is the middle of several runs; a ratio under 1 means that Casebook is faster.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

WORD = "removed"


LIMIT = 300


def seconds(command, repeats):
    """The middle time of a command and its answer; nothing where it fails or takes too long."""
    times, answer = [], ""
    for _ in range(repeats):
        start = time.perf_counter()
        try:
            done = subprocess.run(command, shell=True, stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, text=True, executable="/bin/bash",
                                  stdin=subprocess.DEVNULL, timeout=LIMIT)
        except subprocess.TimeoutExpired:
            return None, ""
        # grep says 1 where nothing is found, which none of these is asked for.
        if done.returncode != 0:
            return None, ""
        times.append(time.perf_counter() - start)
        answer = done.stdout.strip()
        if times[0] > 20:
            break
    return statistics.median(times), answer


def measure(program, file, threads):
    """What CasebookBenchmarks tells, by name."""
    text = subprocess.run([program, "measure", file, "--threads", str(threads)],
                          stdout=subprocess.PIPE, text=True, check=True).stdout
    figures = {}
    for line in text.splitlines():
        name, _, value, _ = line.split("\t")
        figures[name] = float(value)
    return figures


DUCK_TABLES = """
create table events as select id, unnest(events, recursive := true) from cases;
create table texts as select id, lower(to_json(c)::varchar) as text from cases c;
"""
DUCK = [
    ("filter, status:removed", "select count(*) from cases where status = 'removed'"),
    ("filter, age:18..25", "select count(*) from cases where subject.age between 18 and 25"),
    ("filter, facility:county",
     "select count(distinct id) from events where facility ilike '%county%'"),
    ("filter, detainer.outcome:declined",
     "select count(distinct id) from events where type = 'detainer' and outcome = 'declined'"),
    ("filter, has:ice_arrest", "select count(distinct id) from events where type = 'ice_arrest'"),
    ("filter, count(detainer):>=1",
     "select count(*) from (select id from events where type = 'detainer' group by id)"),
    ("filter, status:removed detainer.outcome:declined facility:county",
     "select count(*) from cases where status = 'removed' and id in (select id from events where"
     " type = 'detainer' and outcome = 'declined') and id in (select id from events where"
     " facility ilike '%county%')"),
    ("facet, status", "select status, count(*) from cases group by 1 order by 2 desc"),
    ("facet, detainer.outcome",
     "select outcome, count(distinct id) from events where type = 'detainer' group by 1"
     " order by 2 desc"),
    ("facet, facility",
     "select facility, count(distinct id) from events group by 1 order by 2 desc"),
    ("order, ready, title", "select id from cases order by title limit 50"),
    ("order, ready, id", "select id from cases order by id limit 50"),
    ("order, ready, -detainer",
     "select id, min(date::varchar) d from events where type = 'detainer' group by id"
     " order by d desc limit 50"),
    ("align, key to picture",
     "select id, min(date::varchar) d, list(date::varchar) from events where id in (select id from"
     " events where type = 'detainer') group by id order by id limit 50"),
    ("rank, key to picture",
     "select a.id, min(b.d - a.d) gap from (select id, min(try_cast(date::varchar as date)) d from"
     " events where type = 'detainer' group by id) a join (select id, try_cast(date::varchar as"
     " date) d from events where type = 'jail_release') b on a.id = b.id and b.d >= a.d group by"
     " a.id order by gap limit 50"),
    ("pathways, key to picture",
     "select path, count(*) n from (select id, list(type order by date::varchar)[1:4] path from"
     " events where date is not null group by id) group by 1 order by n desc"),
    ("key, cold, frequent, 7 bytes", "select count(*) from texts where contains(text, '%s')" % WORD),
]


def duck(file, threads, repeats=5):
    """The times of DuckDB in memory, in milliseconds; nothing where it is not installed."""
    try:
        import duckdb
    except ImportError:
        return {}
    figures = {}
    times = []
    for _ in range(3):
        base = duckdb.connect(config={"threads": threads})
        start = time.perf_counter()
        base.execute("create table cases as select * from read_json('%s', "
                     "format='newline_delimited', maximum_object_size=67108864)" % file)
        times.append((time.perf_counter() - start) * 1000)
    figures["load, all"] = statistics.median(times)
    base.execute(DUCK_TABLES)
    for name, query in DUCK:
        times = []
        try:
            for _ in range(repeats):
                start = time.perf_counter()
                base.execute(query).fetchall()
                times.append((time.perf_counter() - start) * 1000)
        except duckdb.Error:
            continue
        figures[name] = statistics.median(times)
    return figures


def middle(runs):
    """The middle of each figure of several runs."""
    return {name: statistics.median(run[name] for run in runs if name in run)
            for name in runs[0]}


def programs(casebook, file):
    """Whole programs on the command line: name, the tool, our command, theirs."""
    count = "%s count '%s'" % (casebook, file)
    word = "%s -f %s" % (count, WORD)
    fresh = "--no-snapshot"
    return [
        ("a word, ripgrep", "rg", word, "rg -c -i %s '%s'" % (WORD, file)),
        ("a word, nothing kept, ripgrep", "rg", "%s %s" % (word, fresh),
         "rg -c -i %s '%s'" % (WORD, file)),
        ("a word, grep", "grep", word, "LC_ALL=C grep -c -i %s '%s'" % (WORD, file)),
        ("a word, fzf", "fzf", word, "fzf -i -e -f %s < '%s' | wc -l" % (WORD, file)),
        ("a field, jq", "jq", "%s -f status:removed" % count,
         "jq -c 'select(.status==\"removed\")|1' '%s' | wc -l" % file),
        ("a field, nothing kept, jq", "jq", "%s -f status:removed %s" % (count, fresh),
         "jq -c 'select(.status==\"removed\")|1' '%s' | wc -l" % file),
        # To lnav the cases are lines of text, for none begins with a time.
        ("a word, nothing kept, lnav", "lnav", "%s %s" % (word, fresh),
         "lnav -n -c ':filter-in %s' '%s' | wc -l" % (WORD, file)),
        ("open and count, nothing kept, VisiData", "vd", "%s %s" % (count, fresh),
         "vd -b -f jsonl '%s' -o /dev/null" % file),
        ("start and say the version, less", "less", "%s --version" % casebook, "less --version"),
    ]


def compare_programs(casebook, file, row):
    """Runs programs one after the other, each beside ours, and prints their rows."""
    with tempfile.TemporaryDirectory() as cache:
        # What is kept of the file is kept for these runs alone.
        os.environ["XDG_CACHE_HOME"] = cache
        if shutil.which(casebook) is None:
            print("%s is not built" % casebook, file=sys.stderr)
            return
        seconds("%s count '%s'" % (casebook, file), 1)
        mine = {}
        for name, tool, ours, theirs in programs(casebook, file):
            if shutil.which(tool) is None:
                print("%s is not installed" % tool, file=sys.stderr)
                continue
            if ours not in mine:
                mine[ours] = seconds(ours, 3)[0]
            their = seconds(theirs, 3)[0]
            if mine[ours] is None or their is None:
                print("%s: no figure, failed or more than %d s" % (name, LIMIT), file=sys.stderr)
                continue
            print(row % (name, mine[ours] * 1000, their * 1000, mine[ours] / their), flush=True)


def compare_engines(program, file, threads, row):
    """Runs ours and DuckDB in turn, so that what else the machine does falls on both."""
    ours, theirs = [], []
    for _ in range(2):
        ours.append(measure(program, file, threads))
        figures = duck(file, threads)
        if not figures:
            print("DuckDB is not installed", file=sys.stderr)
            return
        theirs.append(figures)
    ours, theirs = middle(ours), middle(theirs)
    for name, value in theirs.items():
        if name in ours:
            print(row % (name + ", DuckDB", ours[name], value, ours[name] / value), flush=True)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    release = os.path.join(here, "../../.build/release")
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("file")
    options.add_argument("--release", default=release, help="the folder of the built programs")
    options.add_argument("--threads", type=int, default=min(4, os.cpu_count() or 1))
    options.add_argument("--only", choices=["duckdb", "programs"])
    options = options.parse_args()
    file, release = os.path.abspath(options.file), os.path.abspath(options.release)
    row = "| %s | %.1f | %.1f | %.2f |"
    print("| what | Casebook, ms | peer, ms | ratio |\n|---|---|---|---|", flush=True)
    if options.only != "programs":
        compare_engines(os.path.join(release, "CasebookBenchmarks"), file, options.threads, row)
    if options.only != "duckdb":
        compare_programs(os.path.join(release, "casebook"), file, row)


main()
