#!/usr/bin/env python3
"""Writes the manual pages: `.ci/manual.py PROGRAM FOLDER`.

casebook(1) is made from the program's own description of its commands, casebook-case(5) and
casebook-filter(7) from the pages of the documentation, so none of them can differ from the program.
"""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ROOT / "Sources/CasebookCore/CasebookCore.docc"
MANUAL = {"CaseFiles": "casebook-case(5)", "FilterLanguage": "casebook-filter(7)"}
TOPIC = re.compile(r'names: \["([a-z-]+)".*?page: "(\w+)",\s*(section)?', re.S)


def topics():
    """The name of the help topic of each page."""
    table = (ROOT / "Sources/CasebookCLI/Help/HelpTopic.swift").read_text()
    return {page: name for name, page, section in TOPIC.findall(table) if not section}


def escape(text):
    """Text without special meaning to roff."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")


def line(text):
    """A line of text; a dot at its beginning would be a request."""
    return "\\&" + text if text.startswith((".", "'")) else text


def inline(text, links):
    """A piece of Markdown in roff: code in bold, links as the name of another page."""
    text = re.sub(r"<doc:(\w+)>", lambda m: links(m[1]), text.replace("\\|", "|"))
    parts = text.replace("``", "`").split("`")
    for index, part in enumerate(parts):
        if index % 2:
            parts[index] = "\\fB" + escape(part) + "\\fR"
        else:
            parts[index] = escape(part.replace("*", ""))
    return "".join(parts)


def cells(row):
    """The cells of a row of a table."""
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


def page(name, links):
    """The body of a documentation page, and its first sentence."""
    out, paragraph, header, code, summary = [], [], None, False, ""

    def flush():
        if paragraph:
            out.append(line(inline(" ".join(paragraph), links)))
            paragraph.clear()

    for raw in (PAGES / f"{name}.md").read_text().split("\n"):
        if raw.startswith("```"):
            flush()
            out.append(".EE\n.RE" if code else ".PP\n.RS 4\n.EX")
            code = not code
        elif code:
            out.append(line(escape(raw)))
        elif raw.startswith("# "):
            continue
        elif raw.startswith("#"):
            flush()
            level, text = raw.split(" ", 1)
            text = "Description" if text == "Overview" else text
            out.append(f".SH {escape(text.upper())}" if level == "##" else f".SS {escape(text)}")
        elif raw.startswith("|"):
            flush()
            row = cells(raw)
            if header is None:
                header = row
            elif not all(set(cell) <= set("-: ") for cell in row):
                first, rest = row[0].replace("` `", "`, `"), [cell for cell in row[1:] if cell]
                out.append(".TP\n" + line(inline(first, links)))
                out.append(line(inline("; ".join(rest), links)) if rest else "\\&")
        elif not raw.strip():
            flush()
            if header is not None or out and not out[-1].startswith((".SH", ".SS", ".PP")):
                out.append(".PP")
            header = None
        elif re.match(r"(- |\d+\. )", raw):
            flush()
            mark, text = raw.split(" ", 1)
            out.append(".IP " + ("\\(bu 2" if mark == "-" else f"{mark} 4"))
            paragraph.append(text)
        elif not summary and not out:
            summary = raw.strip()
        else:
            paragraph.append(raw.strip())
    flush()
    if out and not out[0].startswith(".SH"):
        out.insert(0, ".SH DESCRIPTION")
    return out, summary


def option(argument):
    """The names of an option as they are typed, with what it takes."""
    names = [
        ("-" if name["kind"] == "short" else "--") + name["name"]
        for name in argument.get("names", [])
    ]
    takes = argument["kind"] == "option"
    if argument["kind"] == "positional":
        return "\\fI" + escape(argument["valueName"]) + "\\fR"
    text = ", ".join("\\fB" + escape(name) + "\\fR" for name in names)
    return text + (" \\fI" + escape(argument["valueName"]) + "\\fR" if takes else "")


def arguments(command, shared):
    """The arguments of a command in roff, but for those that are described once for all."""
    out = []
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True) or signature(argument) in shared:
            continue
        text = argument.get("abstract", "")
        if argument.get("allValues"):
            text += f" One of {', '.join(argument['allValues'])}."
        if argument.get("defaultValue"):
            text += f" Default: {argument['defaultValue']}."
        out += [".TP", line(option(argument)), line(escape(text)) or "\\&"]
    return out


def signature(argument):
    """What makes two arguments of different commands the same."""
    parts = ("names", "valueName", "abstract", "allValues")
    return json.dumps([argument.get(part) for part in parts])


def program(path, links):
    """The page of the program."""
    ask = lambda *words: subprocess.run(
        [path, *words], check=True, capture_output=True, text=True
    ).stdout
    root = json.loads(ask("--experimental-dump-help"))["command"]
    commands = [c for c in root["subcommands"] if c["commandName"] != "help"]
    known = [{signature(a) for a in c.get("arguments", [])} for c in commands]
    shared = {s for s in set().union(*known) if sum(s in one for one in known) > 4}
    out = [
        ".SH SYNOPSIS",
        ".B casebook\n[\\fIPATH\\fR ...] [\\fB\\-f\\fR \\fIFILTER\\fR]\n.br",
        ".B casebook\n.I command\n[\\fIoption\\fR ...]\n.br",
        ".B casebook help\n.I topic",
        ".SH DESCRIPTION",
        line(escape(root["abstract"])),
        "A \\fIPATH\\fR is a folder, a file, or \\- for standard input. Without one, casebook opens the",
        "library of your settings or the built\\-in samples. Without a command it opens them on the",
        "screen, or in plain mode if there is no screen.",
        ".SH SHARED OPTIONS",
        "Most commands take these.",
    ]
    described = set()
    for command in commands:
        for argument in command.get("arguments", []):
            mark = signature(argument)
            if mark in shared and mark not in described and argument.get("shouldDisplay", True):
                described.add(mark)
                out += arguments({"arguments": [argument]}, set())
    out.append(".SH COMMANDS")
    for command in commands:
        out.append(f".SS casebook {escape(command['commandName'])}")
        out.append(line(escape(command["abstract"])))
        if command.get("discussion"):
            out += [".PP", line(escape(command["discussion"]))]
        out += arguments(command, shared)
        for inner in command.get("subcommands", []):
            if inner["commandName"] != "help":
                out += [".TP", f"\\fB{escape(inner['commandName'])}\\fR"]
                out.append(line(escape(inner["abstract"])))
    text, _ = page("CommandLine", links)
    for title, ending in (("ENVIRONMENT", "EXIT"), ("EXIT STATUS", "COMPLETION")):
        begin = out_index(text, title)
        if begin is not None:
            end = out_index(text, ending, begin + 1) or len(text)
            out += text[begin:end]
    out += [".SH HELP TOPICS", ".nf"]
    out += [line(escape(row)) for row in ask("help", "topics").splitlines()]
    out += [".fi", ".SH SEE ALSO", ".BR casebook\\-case (5),", ".BR casebook\\-filter (7)"]
    return out


def out_index(lines, title, start=0):
    """The index of the section whose heading begins so, or None."""
    for index in range(start, len(lines)):
        if lines[index].startswith(f".SH {title}"):
            return index
    return None


def main():
    path, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    names = topics()
    version = subprocess.run(
        [path, "--version"], check=True, capture_output=True, text=True
    ).stdout.strip()
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    day = datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc).strftime("%Y-%m-%d")

    def links(name):
        return MANUAL.get(name) or f"`casebook help {names.get(name, 'topics')}`"

    def write(name, section, summary, body):
        head = [
            f'.TH {name.upper().replace("-", chr(92) + "-")} {section} "{day}" "casebook {version}"',
            ".nh\n.ad l",
            f".SH NAME\n{escape(name)} \\- {escape(summary)}",
        ]
        (folder / f"{name}.{section}").write_text("\n".join(head + body) + "\n")

    write("casebook", 1, "browse cases as dated events with sources", program(path, links))
    see = [".SH SEE ALSO", ".BR casebook (1)"]
    body, _ = page("CaseFiles", links)
    write("casebook-case", 5, "the format of case files of casebook", body + see)
    body, _ = page("FilterLanguage", links)
    write("casebook-filter", 7, "the filter language of casebook", body + see)


if __name__ == "__main__":
    main()
