#!/usr/bin/env python3
"""Runs Casebook beside other programs on one file of cases and prints ratios.

  swift build -c release
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
import time

WORD = "removed"


def seconds(command, repeats=3):
    """The middle time of a command, and its answer; nothing where it fails."""
    times, answer = [], ""
    for _ in range(repeats):
        start = time.perf_counter()
        done = subprocess.run(command, shell=True, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True, executable="/bin/bash")
        times.append(time.perf_counter() - start)
        answer = done.stdout.strip()
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
    ("key, cold, frequent, 7 bytes", "select count(*) from texts where contains(text, '%s')" % WORD),
]


def duck(file, threads, repeats=5):
    """The times of DuckDB in memory, in milliseconds."""
    import duckdb
    base = duckdb.connect(config={"threads": threads})
    start = time.perf_counter()
    base.execute("create table cases as select * from read_json('%s', format='newline_delimited',"
                 " maximum_object_size=67108864)" % file)
    figures = {"load, all": (time.perf_counter() - start) * 1000}
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


def programs(casebook, file):
    """Whole programs on the command line: name, ours, theirs."""
    ours = "%s count %s -f %s" % (casebook, file, WORD)
    rows = [("a word, ripgrep", "rg", ours, "rg -c -i %s %s" % (WORD, file)),
            ("a word, grep", "grep", ours, "LC_ALL=C grep -c -i %s %s" % (WORD, file)),
            ("a word, fzf", "fzf", ours, "fzf -e -f %s < %s | wc -l" % (WORD, file)),
            ("a field, jq", "jq", "%s count %s -f status:removed" % (casebook, file),
             "jq -c 'select(.status==\"removed\")|1' %s | wc -l" % file),
            ("open and count, lnav", "lnav", "%s count %s" % (casebook, file),
             "lnav -n -c ';select count(*) from all_logs' %s" % file),
            ("open and count, VisiData", "vd", "%s count %s" % (casebook, file),
             "vd -b -f jsonl %s -o /dev/null" % file)]
    for name, tool, mine, theirs in rows:
        if shutil.which(tool) or tool == "grep":
            yield name, mine, theirs


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    release = os.path.join(here, "../../.build/release")
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("file")
    options.add_argument("--release", default=release, help="the folder of the built programs")
    options.add_argument("--threads", type=int, default=os.cpu_count())
    options.add_argument("--only", choices=["duckdb", "programs"])
    options = options.parse_args()
    row = "| %s | %.1f | %.1f | %.2f |"
    print("| what | Casebook, ms | peer, ms | ratio |\n|---|---|---|---|")
    if options.only != "programs":
        ours = measure(os.path.join(options.release, "CasebookBenchmarks"), options.file,
                       options.threads)
        try:
            theirs = duck(options.file, options.threads)
        except ImportError:
            theirs = {}
        for name, value in theirs.items():
            if name in ours:
                print(row % (name + ", DuckDB", ours[name], value, ours[name] / value), flush=True)
    if options.only != "duckdb":
        casebook = os.path.join(options.release, "casebook")
        for name, mine, theirs in programs(casebook, options.file):
            mine, theirs = seconds(mine)[0], seconds(theirs)[0]
            print(row % (name, mine * 1000, theirs * 1000, mine / theirs), flush=True)


main()
