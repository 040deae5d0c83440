#!/usr/bin/env python3
"""Writes one small table in every kind of file that Casebook reads, for TableFileTests.

    python3 -m venv v && v/bin/pip install openpyxl pyarrow pyreadstat pandas
    v/bin/python Tests/Generators/table_files.py Tests/CasebookCoreTests/Files/TableFiles

The files are committed; this shows how they were made, by writers that share no code with Casebook.
`expected.csv` is what must come out of each, but for what the format itself cannot hold.
"""
import datetime as dt
import decimal
import os
import sqlite3
import sys
import zipfile

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq
import pyreadstat

ROWS = 40
TEXTS = ["Hartford", "Peñuelas", 'says "no"', "a, b", "two\nlines", "", None, " blank before", "Zürich"]


def rows():
    for number in range(ROWS):
        missing = number % 7 == 3
        yield {
            "id": f"p{number:03}",
            "text": TEXTS[number % len(TEXTS)],
            "code": None if missing else ["red", "green", "blue"][number % 3],
            "whole": None if missing else number * 1_000_003 - 20,
            "real": None if missing else number / 8 + 0.1,
            "flag": None if missing else number % 2 == 0,
            "day": None if missing else dt.date(1999, 12, 28) + dt.timedelta(days=number * 61),
            "moment": None if missing else dt.datetime(2024, 2, 28, 23, 59, 58) + dt.timedelta(hours=7 * number, seconds=number),
        }


def frame():
    return pd.DataFrame(rows())


def text_of(value):
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        text = value.isoformat(sep=" ")
        return text[:10] if text.endswith("00:00:00") else text
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value)


def expected(path):
    def cell(text):
        quoted = any(sign in text for sign in ',"\n\r') or text != text.strip(" ")
        return '"' + text.replace('"', '""') + '"' if quoted else text

    lines = [",".join(next(rows()).keys())]
    lines += [",".join(cell(text_of(value)) for value in row.values()) for row in rows()]
    with open(path, "w", newline="") as file:
        file.write("\n".join(lines) + "\n")


def arrow():
    columns = list(rows())
    fields = [
        ("id", pa.string()), ("text", pa.string()), ("code", pa.string()), ("whole", pa.int64()),
        ("real", pa.float64()), ("flag", pa.bool_()), ("day", pa.date32()), ("moment", pa.timestamp("us")),
    ]
    return pa.table({name: pa.array([row[name] or (None if row[name] == "" else row[name]) for row in columns], kind)
                     for name, kind in fields})


def parquet(folder):
    table = arrow()
    for codec in ["none", "snappy", "gzip", "brotli", "lz4", "zstd"]:
        pq.write_table(table, f"{folder}/codec-{codec}.parquet", compression=codec, row_group_size=16)
    pq.write_table(table, f"{folder}/pages-2.parquet", data_page_version="2.0", compression="zstd", data_page_size=64)
    pq.write_table(table, f"{folder}/plain.parquet", use_dictionary=False, compression="snappy", data_page_size=100)
    deltas = {"id": "DELTA_BYTE_ARRAY", "text": "DELTA_LENGTH_BYTE_ARRAY", "code": "DELTA_BYTE_ARRAY", "whole": "DELTA_BINARY_PACKED",
              "day": "DELTA_BINARY_PACKED", "moment": "DELTA_BINARY_PACKED", "real": "BYTE_STREAM_SPLIT", "flag": "RLE"}
    pq.write_table(table, f"{folder}/deltas.parquet", use_dictionary=False, column_encoding=deltas, data_page_version="2.0")
    pq.write_table(table, f"{folder}/int96.parquet", use_deprecated_int96_timestamps=True)
    pq.write_table(pa.table({
        "unsigned": pa.array([0, 2**32 - 1, None], pa.uint32()),
        "small": pa.array([-128, 127, 0], pa.int8()),
        "decimal": pa.array([decimal.Decimal("-12.50"), decimal.Decimal("0.05"), decimal.Decimal("99999999999999999999.99")], pa.decimal128(22, 2)),
        "millis": pa.array([dt.datetime(1969, 12, 31, 23, 59, 59, 250_000), None, dt.datetime(9999, 12, 31)], pa.timestamp("ms")),
        "time": pa.array([dt.time(1, 2, 3), dt.time(0, 0, 0, 5000), None], pa.time64("us")),
        "list": pa.array([[1, 2], [], None], pa.list_(pa.int32())),
        "last": pa.array(["a", "b", "c"]),
    }), f"{folder}/kinds.parquet")
    for codec in ["uncompressed", "lz4", "zstd"]:
        feather.write_feather(table, f"{folder}/codec-{codec}.feather", compression=codec, chunksize=16)
    coded = table.set_column(2, "code", table["code"].dictionary_encode())
    feather.write_feather(coded, f"{folder}/dictionary.feather", compression="zstd")


def workbook(folder):
    for name, epoch in [("workbook", None), ("workbook-1904", "1904")]:
        book = openpyxl.Workbook()
        if epoch:
            book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        sheet = book.active
        sheet.title = "FY2025"
        sheet.append(list(next(rows()).keys()))
        for row in rows():
            sheet.append([None if value == "" else value for value in row.values()])
        other = book.create_sheet("Notes")
        other["B3"] = "two empty rows above, one empty column before"
        hidden = book.create_sheet("Hidden")
        hidden["A1"] = "secret"
        hidden.sheet_state = "hidden"
        book.save(f"{folder}/{name}.xlsx")


def statistics(folder):
    data = frame()
    data["flag"] = data["flag"].map({True: 1.0, False: 0.0})
    labels = {"flag": {1: "TRUE", 0: "FALSE"}}
    data["text"] = data["text"].fillna("")
    data["code"] = data["code"].fillna("")
    pyreadstat.write_dta(data, f"{folder}/stata.dta", variable_value_labels=labels, version=15)
    pyreadstat.write_sav(data, f"{folder}/spss.sav", variable_value_labels=labels)
    pyreadstat.write_sav(data, f"{folder}/spss.zsav", variable_value_labels=labels, compress=True)
    # These two hold neither letters beyond ASCII nor, in the first, small letters in names.
    plain = data.assign(text=data["text"].str.replace("ñ", "n").str.replace("ü", "u").str.replace("\n", " "))
    pyreadstat.write_por(plain, f"{folder}/spss.por")
    pyreadstat.write_xport(plain, f"{folder}/sas.xpt", file_format_version=8)


def database(folder):
    path = f"{folder}/database.sqlite"
    if os.path.exists(path):
        os.remove(path)
    with sqlite3.connect(path) as connection:
        names = ", ".join(f'"{name}"' for name in next(rows()))
        connection.execute(f"create table stints ({names})")
        for row in rows():
            connection.execute(f"insert into stints values ({','.join('?' * len(row))})",
                               [text_of(value) or None if not isinstance(value, (int, float)) or isinstance(value, bool) else value
                                for value in row.values()])
        connection.execute('create view "a ""view""" as select id from stints where whole > 30000000')
    connection.close()


def archive(folder):
    with zipfile.ZipFile(f"{folder}/archive.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.write(f"{folder}/expected.csv", "2025/stints.csv")
        file.writestr("empty/", "")
        file.write(f"{folder}/workbook.xlsx", "nested.xlsx")


def main(folder):
    os.makedirs(folder, exist_ok=True)
    expected(f"{folder}/expected.csv")
    parquet(folder)
    workbook(folder)
    statistics(folder)
    database(folder)
    archive(folder)


main(*sys.argv[1:])
