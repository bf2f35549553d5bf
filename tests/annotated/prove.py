#!/usr/bin/env python3
"""Proves on whole workbooks what `tdp validate --annotate` promises, with programs that are not ours.

    cargo build && pip install openpyxl XlsxWriter openxml-audit && python3 tests/annotated/prove.py

Needs LibreOffice (`soffice`). Options: --tdp PROGRAM, --samples FOLDER (cities, default tests/samples and
examples), --rich SCRIPT (a script that writes rich.xlsx where it is run; repeatable), --keep FOLDER (keeps the work).
Prints the figures and every difference; exit code 1 where there is one.

The workbooks: each file of the sample cities; the same re-saved by LibreOffice; the same written anew with what wards
add to their files (see `enriched.py`); what the scripts of --rich write. Of each copy: the parts that may not change
are compared byte for byte, those that may are compared without what was put in; openxml-audit finds nothing new;
LibreOffice opens it; openpyxl reads the marks, notes, list and links that `validate --format json` calls for, and what
the ward had; it is annotated again, as it is and re-saved by LibreOffice; a cell is mended and the rest stays.
"""

import argparse
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import warnings
import zipfile

import openpyxl
import openxml_audit

import enriched

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# The parts that may change, written down and not derived: contents, what relates to them, styles; a sheet, what
# relates to it, its notes and their boxes. Everything else must be there byte for byte.
MAY_CHANGE = [
    r"\[Content_Types\]\.xml",
    r"xl/workbook\.xml",
    r"xl/_rels/workbook\.xml\.rels",
    r"xl/styles\.xml",
    r"xl/worksheets/sheet\d+\.xml",
    r"xl/worksheets/_rels/sheet\d+\.xml\.rels",
    r"xl/comments\d+\.xml",
    r"xl/drawings/vmlDrawing\d+\.vml",
]
# The parts that may be new.
MAY_BE_NEW = [
    r"xl/worksheets/can-sua1\.xml",
    r"xl/worksheets/_rels/sheet\d+\.xml\.rels",
    r"xl/comments\d+\.xml",
    r"xl/drawings/vmlDrawing\d+\.vml",
    r"xl/styles\d*\.xml",
]
OPENING = "tdp · "
LINE = "Trang này do tdp lập"
THREADED = " (ô này đang có trao đổi nên không kèm ghi chú)"
MARKED_BY = re.compile(r'LEN\("tdp:(error|warning)"\)')

# What openpyxl cannot keep is not saved by it.
warnings.filterwarnings("ignore", module="openpyxl")

counts = collections.Counter()
faults = []


def fault(where, what):
    faults.append(f"{where}: {what}")


def matches(patterns, path):
    return any(re.fullmatch(pattern, path) for pattern in patterns)


def parts(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def validate(tdp, workspace, arguments):
    """Runs the program in a workspace and returns what it found, by file."""
    run = subprocess.run([tdp, "validate", "--format", "json", *arguments], cwd=workspace, capture_output=True)
    if run.returncode not in (0, 1):
        raise SystemExit(f"{workspace}: {run.stderr.decode()}")
    told = json.loads(run.stdout)
    found = {file["path"]: [] for file in told["files"]}
    for finding in told["findings"]:
        if finding["file"] is not None:
            found[finding["file"]].append(finding)
    return found


def resaved(files, folder, kind="xlsx"):
    """Converts files by LibreOffice; returns what came of each, in order."""
    if not files:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation=file://{folder.parent}/profile"
    made = []
    # Of two files of one name one would come in place of the other.
    for index, file in enumerate(files):
        shutil.copy(file, folder.parent / f"in-{index}{file.suffix}")
    names = [str(folder.parent / f"in-{index}{file.suffix}") for index, file in enumerate(files)]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *names],
        capture_output=True,
        check=False,
        timeout=900,
    )
    for index, name in enumerate(names):
        pathlib.Path(name).unlink()
        made.append(folder / f"in-{index}.{kind}")
    return made


# What was put into parts that may change, taken out again.


def without_marks(xml):
    """A sheet without what is put into it: conditions, the box part, the room made among priorities, the tab."""
    xml = re.sub(rb'<(\w+:)?conditionalFormatting [^>]*>(?:(?!</(\w+:)?conditionalFormatting).)*tdp:(?:error|warning)(?:(?!</(\w+:)?conditionalFormatting).)*</(\w+:)?conditionalFormatting>', b"", xml, flags=re.S)
    xml = re.sub(rb'<(\w+:)?legacyDrawing xmlns:r="[^"]*" r:id="tdp\d+"/>', b"", xml)
    xml = re.sub(rb'( priority=)"\d+"', rb'\1""', xml)
    return re.sub(rb' tabSelected="\w+"', b' tabSelected=""', xml)


def without_ours(path, xml):
    """A part that may change, without what is put into it."""
    if path == "xl/workbook.xml":
        xml = re.sub(rb'<(\w+:)?sheet xmlns:r="[^"]*" name="[^"]*" sheetId="\d+" r:id="tdp\d+"/>', b"", xml)
        xml = re.sub(rb' (localSheetId|activeTab|firstSheet)="\d+"', b"", xml)
    elif path.endswith(".rels"):
        xml = re.sub(rb'<(\w+:)?Relationship Id="tdp\d+"[^>]*/>', b"", xml)
    elif path == "[Content_Types].xml":
        xml = re.sub(rb'<Override PartName="/xl/(worksheets/can-sua|comments|drawings/vmlDrawing|styles)\d*\.\w+"[^>]*/>', b"", xml)
    elif path.startswith("xl/worksheets/"):
        xml = without_marks(xml)
    return xml


def styles_kept(before, after):
    """Whether every table of styles begins as it did, and what stands between them stayed."""
    table = re.compile(rb"<(fonts|fills|borders|cellXfs|dxfs)([^>]*?)(/>|>(.*?)</\1>)", re.S)
    old = {name: inside for name, _, _, inside in table.findall(before)}
    new = {name: inside for name, _, _, inside in table.findall(after)}
    outside = table.sub(b"", before) == table.sub(b"", after)
    return outside and all(new.get(name, b"").startswith(inside) for name, inside in old.items())


def compare_parts(where, source, copy):
    before, after = parts(source), parts(copy)
    for path, content in before.items():
        if path not in after:
            fault(where, f"{path} is gone")
        elif not matches(MAY_CHANGE, path):
            counts["parts compared byte for byte"] += 1
            if after[path] != content:
                fault(where, f"{path} is not what it was")
        elif path == "xl/styles.xml":
            counts["parts compared without what was put in"] += 1
            if not styles_kept(content, after[path]):
                fault(where, "styles are not kept")
        elif path.startswith(("xl/comments", "xl/drawings")):
            # What the ward wrote there is compared as openpyxl reads it.
            counts["parts with notes, compared by what they say"] += 1
        else:
            counts["parts compared without what was put in"] += 1
            if without_ours(path, after[path]) != without_ours(path, content):
                fault(where, f"{path} differs in more than the marks")
    for path in after.keys() - before.keys():
        counts["parts put in"] += 1
        if not matches(MAY_BE_NEW, path):
            fault(where, f"{path} is new")


def audit(path):
    """What is wrong with a package; that texts stand in the cells of the list instead of a table is advice."""
    result = openxml_audit.OpenXmlValidator(max_errors=0).validate(str(path))
    wrong = [error for error in result.errors if error.severity is openxml_audit.ValidationSeverity.ERROR]
    return collections.Counter(f"{error.part_uri} {error.description}" for error in wrong)


def compare_audits(where, before, after):
    counts["audit errors before"] += sum(before.values())
    counts["audit errors after"] += sum(after.values())
    # Of what was wrong before, as much may be wrong after: a place may be told otherwise, a kind may not be new.
    kinds = lambda errors: collections.Counter(re.sub(r"\d+", "#", error) for error in errors.elements())
    for error, count in (kinds(after) - kinds(before)).items():
        fault(where, f"audit, {count} new: {error}")


# What openpyxl reads.


def marks_of(sheet):
    """The cells marked on a sheet, with how."""
    marked = {}
    for ranges, rules in sheet.conditional_formatting._cf_rules.items():
        for rule in rules:
            found = MARKED_BY.search("".join(rule.formula or []))
            if found:
                for cells in ranges.sqref.ranges:
                    for row, column in cells.cells:
                        cell = f"{openpyxl.utils.get_column_letter(column)}{row}"
                        if cell in marked:
                            fault(sheet.title, f"{cell} is marked twice")
                        marked[cell] = found.group(1)
    return marked


def notes_of(sheet):
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}


def threads(path, notes):
    """The cells whose note is what Excel shows of a threaded comment to programs without them; such a program leaves
    the note alone, which is then one as any other."""
    if not any(name.startswith("xl/threadedComments/") for name in zipfile.ZipFile(path).namelist()):
        return set()
    return {place for place, text in notes.items() if text.startswith("[Threaded comment]")}


def plain(text):
    """A text without what a workbook cannot hold or would hide, and what stands for it."""
    return "".join(letter for letter in text or "" if unicodedata.category(letter) not in ("Cc", "Cf") and letter != "\ufffd")


def list_of(book):
    return [sheet for sheet in book.worksheets if str(sheet["A2"].value or "").startswith(LINE)]


def named(book, name):
    """The sheet of that name, however its letters are composed; of a CSV file the only one. Of a name in letters of old
    the program tells what people read, and the links of the list what is stored."""
    same = lambda text: unicodedata.normalize("NFC", text)
    sheets = [sheet for sheet in book.worksheets if sheet not in list_of(book)]
    if name is None:
        return sheets[0]
    stored = {name}
    for sheet in list_of(book):
        for row in sheet.iter_rows(min_row=5):
            if row[2].value == name and row[3].hyperlink:
                stored.add(re.fullmatch(r"'(.*)'![A-Z]+\d+", row[3].hyperlink.location).group(1).replace("''", "'"))
    return next((sheet for sheet in sheets if same(sheet.title) in map(same, stored)), None)


def put_zero(path, title, cell):
    """Puts the number 0 into a cell, and leaves every other byte of the package as it is."""
    content = parts(path)
    related = {one.Id: one.Target for one in openpyxl.packaging.relationship.get_dependents(zipfile.ZipFile(path), "xl/_rels/workbook.xml.rels")}
    sheet = next(entry for entry in openpyxl.xml.functions.fromstring(content["xl/workbook.xml"]).iter() if entry.tag.endswith("}sheet") and entry.get("name") == title)
    target = related[next(value for key, value in sheet.items() if key.endswith("}id"))].lstrip("/")
    part = target if target.startswith("xl/") else f"xl/{target}"
    put = rb'<\1c r="%s" s="\2"><\1v>0</\1v></\1c>' % cell.encode()
    place = rb'<(\w+:)?c r="%s"(?: [^>]*?\bs="(\d+)")?[^>]*>.*?</(?:\w+:)?c>' % cell.encode()
    content[part], count = re.subn(place, lambda found: found.expand(put).replace(b's=""', b""), content[part], count=1, flags=re.S)
    if count != 1:
        fault(path, f"{cell} is not there to be mended")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in content.items():
            package.writestr(name, text)


def compare_marks(where, copy, findings, ward_notes, threaded=frozenset()):
    """Compares what is marked, explained, listed and linked with what was found."""
    book = openpyxl.load_workbook(copy)
    called = collections.defaultdict(dict)
    worst = {"error": 0, "warning": 1, "note": 2}
    for finding in findings:
        if finding["cell"] is not None:
            cells = called[finding["sheet"]]
            told = cells.setdefault(finding["cell"], [])
            told.append(finding)
    seen = 0
    for name, cells in called.items():
        sheet = named(book, name)
        if sheet is None:
            fault(where, f"no sheet {name}")
            continue
        seen += 1
        marked = marks_of(sheet)
        expected = {}
        for cell, told in cells.items():
            severity = min((finding["severity"] for finding in told), key=worst.get)
            if severity != "note":
                expected[cell] = severity
        counts["cells marked"] += len(marked)
        if marked != expected:
            fault(where, f"marks of {name}: {sorted(set(marked.items()) ^ set(expected.items()))}")
        notes = notes_of(sheet)
        ours = {cell: text for cell, text in notes.items() if OPENING in text}
        counts["notes of tdp"] += len(ours)
        wanted = {cell for cell in cells if (sheet.title, cell) not in threaded}
        if set(ours) != wanted:
            fault(where, f"notes of {name}: {sorted(set(ours) ^ wanted)}")
        for cell, told in cells.items():
            for finding in told:
                text = ours.get(cell, "")
                if (sheet.title, cell) not in threaded and plain(finding["message"]) not in plain(text):
                    fault(where, f"the note on {cell} does not say {finding['message']}")
                if text.count(OPENING) > 1:
                    fault(where, f"the note on {cell} is doubled")
    for sheet in book.worksheets:
        # A cell without findings has no mark and no note.
        if sheet.title not in {found.title for name in called if (found := named(book, name))} and marks_of(sheet):
            fault(where, f"marks on {sheet.title}")
    for (name, cell), text in ward_notes.items():
        counts["notes of the ward"] += 1
        comment = book[name][cell].comment
        if comment is None or not (comment.text or "").startswith(text):
            fault(where, f"the ward's note on {name} {cell} is {comment and comment.text!r}, was {text!r}")
    lists = list_of(book)
    told = sum(str(cell.value or "").endswith(THREADED) for sheet in lists for cell in sheet["B"])
    counts["listed with a threaded comment"] += told
    if bool(told) != any(book[name] and cell in called.get(name, {}) for name, cell in threaded):
        fault(where, "what has a threaded comment is not told")
    if len(lists) != (1 if findings else 0):
        fault(where, f"{len(lists)} lists")
    for sheet in lists:
        compare_list(where, book, sheet, findings)


def compare_list(where, book, sheet, findings):
    if book.worksheets[0] is not sheet or book.active is not sheet:
        fault(where, "the list does not stand first and open")
    if findings and sheet.auto_filter.ref is None:
        fault(where, "the list has no filter")
    head = [cell.value for cell in sheet[4]]
    at = {name: head.index(name) for name in ("Chỗ cần sửa", "Cách sửa", "Trang tính", "Ô", "Tiêu chí", "Mức", "Mã")}
    rows = [row for row in sheet.iter_rows(min_row=5) if any(cell.value for cell in row)]
    listed = collections.Counter(
        (
            plain(row[at["Chỗ cần sửa"]].value),
            plain(row[at["Cách sửa"]].value).removesuffix(THREADED),
            row[at["Ô"]].value or None,
            row[at["Tiêu chí"]].value or None,
            row[at["Mã"]].value,
        )
        for row in rows
    )
    expected = collections.Counter(
        (plain(finding["message"]), plain(finding["help"]), finding["cell"], finding["criterion"], finding["code"]) for finding in findings
    )
    counts["rows of lists"] += len(rows)
    if listed != expected:
        fault(where, f"listed otherwise: {list((listed - expected) + (expected - listed))[:3]}")
    for row in rows:
        cell = row[at["Ô"]]
        if cell.value:
            counts["links"] += 1
            place = cell.hyperlink and cell.hyperlink.location
            target = re.fullmatch(r"'(.*)'!([A-Z]+\d+)", place or "")
            if not target or target.group(1).replace("''", "'") not in book.sheetnames or target.group(2) != cell.value:
                fault(where, f"the link of {cell.coordinate} leads to {place}")


def described(path):
    """What a ward's workbook holds besides cells, as openpyxl reads it."""
    book = openpyxl.load_workbook(path)
    told = {}
    for sheet in book.worksheets:
        if sheet in list_of(book):
            continue
        own_rules = sorted(
            str(ranges.sqref)
            for ranges, rules in sheet.conditional_formatting._cf_rules.items()
            for rule in rules
            if not MARKED_BY.search("".join(rule.formula or []))
        )
        told[sheet.title] = {
            "validations": sorted((str(one.sqref), one.type, one.formula1) for one in sheet.data_validations.dataValidation),
            "charts": len(sheet._charts),
            "images": len(sheet._images),
            "merges": sorted(str(merged) for merged in sheet.merged_cells.ranges),
            "conditions": own_rules,
            "protected": sheet.protection.sheet,
            "state": sheet.sheet_state,
            "cells": {
                cell.coordinate: (str(getattr(cell.value, "text", cell.value)), cell.number_format, cell.font.name, cell.fill.fgColor.rgb)
                for row in sheet.iter_rows()
                for cell in row
                if cell.value is not None
            },
            "print": (sheet.print_area, sheet.print_title_rows, sheet.page_setup.orientation, sheet.oddHeader.left.text),
        }
    return told


def prove(tdp, workspace, title):
    """Annotates the files of a workspace and proves what is promised of each copy."""
    copies = workspace / "tra-lai"
    found = validate(tdp, workspace, ["--annotate", "tra-lai"])
    pairs = []
    for name, findings in found.items():
        source = workspace / "submissions" / name
        same, other = copies / name, copies / f"{name}.xlsx"
        copy = other if other.exists() else same
        where = f"{title}: {name}"
        counts["files"] += 1
        if not copy.exists():
            fault(where, "no copy")
            continue
        if not findings:
            counts["files with nothing to be mended"] += 1
            if source.read_bytes() != copy.read_bytes():
                fault(where, "nothing is to be mended and it is not the file itself")
            continue
        pairs.append((where, name, source, copy, findings))
    outside = workspace / "lo"
    opened = resaved([copy for _, _, _, copy, _ in pairs], outside / "pdf", "pdf")
    saved = resaved([copy for _, _, _, copy, _ in pairs], outside / "xlsx")
    for (where, name, source, copy, findings), pdf, office in zip(pairs, opened, saved):
        notes, threaded, own = {}, set(), source.suffix in (".xlsx", ".xlsm")
        if own:
            counts["patched"] += 1
            compare_parts(where, source, copy)
            compare_audits(where, audit(source), audit(copy))
            book = openpyxl.load_workbook(source)
            notes = {(sheet.title, cell): text for sheet in book.worksheets for cell, text in notes_of(sheet).items()}
            threaded = threads(source, notes)
            if described(source) != described(copy):
                fault(where, "validations, charts, pictures, merges, conditions, print settings or cells differ")
        else:
            counts["made anew"] += 1
            compare_audits(where, collections.Counter(), audit(copy))
        compare_marks(where, copy, findings, notes, threaded)
        if pdf.exists() and pdf.stat().st_size > 0:
            counts["opened by LibreOffice"] += 1
        else:
            fault(where, "LibreOffice does not open it")
        if not office.exists():
            fault(where, "LibreOffice does not save it")
    again(tdp, workspace, pairs, saved, title)
    mend(tdp, workspace, pairs, title)


def second(workspace, name, files):
    """Makes a workspace with the same plan and other files."""
    made = workspace.parent / f"{workspace.name}-{name}"
    shutil.copytree(workspace, made, ignore=shutil.ignore_patterns("submissions", "tra-lai", "lo", "*-lai"))
    (made / "submissions").mkdir()
    for name, file in files.items():
        shutil.copy(file, made / "submissions" / name)
    return made


def as_xlsx(name):
    return name if name.endswith((".xlsx", ".xlsm")) else f"{name}.xlsx"


def again(tdp, workspace, pairs, saved, title):
    """Annotates the copies again, as they are and re-saved by LibreOffice."""
    for kind, files in (
        ("as they are", {as_xlsx(name): copy for _, name, _, copy, _ in pairs}),
        ("re-saved by LibreOffice", {as_xlsx(name): file for (_, name, *_), file in zip(pairs, saved) if file.exists()}),
    ):
        made = second(workspace, "again" if kind == "as they are" else "again-office", files)
        found = validate(tdp, made, ["--annotate", "tra-lai"])
        for name, findings in found.items():
            where = f"{title}: {name}, {kind}, annotated again"
            copy = made / "tra-lai" / name
            counts[f"annotated again, {kind}"] += 1
            if kind == "as they are" and copy.read_bytes() == files[name].read_bytes():
                counts["annotated again to the same bytes"] += 1
            if findings:
                book = openpyxl.load_workbook(copy)
                notes = {(sheet.title, cell): text for sheet in book.worksheets for cell, text in notes_of(sheet).items()}
                compare_marks(where, copy, findings, {}, threads(copy, notes))
            if kind != "as they are":
                compare_audits(where, audit(files[name]), audit(copy))


def mend(tdp, workspace, pairs, title):
    """Mends one cell of each copy and reads it again."""
    files, mended, before = {}, {}, {}
    key = lambda finding: (finding["code"], finding["cell"])
    for where, name, _, copy, _ in pairs:
        files[as_xlsx(name)] = copy
    made = second(workspace, "mended", files)
    first = validate(tdp, made, [])
    for name, findings in first.items():
        one = next((finding for finding in findings if finding["code"] in ("TDP201", "TDP202")), None)
        if one is None:
            continue
        path = made / "submissions" / name
        put_zero(path, named(openpyxl.load_workbook(path), one["sheet"]).title, one["cell"])
        mended[name], before[name] = one, {key(finding) for finding in findings}
    then = validate(tdp, made, [])
    for name, one in mended.items():
        where = f"{title}: {name}, {one['cell']} mended"
        counts["mended in one cell"] += 1
        found = {key(finding) for finding in then[name]}
        if key(one) in found:
            fault(where, "it is still found")
        # What is told of the same row, or only because of the fault, may go with it.
        gone = {entry for entry in before[name] - found if entry != key(one) and entry[1] != one["cell"]}
        counts["other findings that stayed"] += len(before[name] & found)
        counts["other findings that went"] += len(gone)
        counts["findings that came"] += len(found - before[name])
        if gone:
            print(f"note: {where}: also gone {sorted(map(str, gone))}")


def cities(samples):
    folders = samples or [ROOT / "tests/samples", ROOT / "examples"]
    return sorted(toml.parent for folder in folders for toml in pathlib.Path(folder).glob("*/tdp.toml"))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--tdp", default=str(ROOT / "target/debug/tdp"))
    arguments.add_argument("--samples", action="append")
    arguments.add_argument("--rich", action="append", default=[])
    arguments.add_argument("--keep")
    given = arguments.parse_args()
    work = pathlib.Path(given.keep or tempfile.mkdtemp(prefix="tdp-prove-"))
    work.mkdir(parents=True, exist_ok=True)
    for city in cities(given.samples):
        plain = work / city.name
        shutil.copytree(city, plain, ignore=shutil.ignore_patterns("expected*"))
        # The program tells names composed, however the disk spells them.
        for file in list((plain / "submissions").rglob("*")):
            file.rename(file.with_name(unicodedata.normalize("NFC", file.name)))
        sources = sorted(file for file in (plain / "submissions").rglob("*") if file.is_file())
        prove(given.tdp, plain, city.name)
        office = second(plain, "office", {})
        for source, file in zip(sources, resaved(sources, office / "lo/xlsx")):
            shutil.copy(file, office / "submissions" / f"{source.stem}.xlsx")
        shutil.rmtree(office / "lo")
        prove(given.tdp, office, f"{city.name}, re-saved by LibreOffice")
        rich = second(plain, "rich", {})
        found = validate(given.tdp, plain, [])
        for source in sources:
            if source.suffix == ".xlsx":
                name = str(source.relative_to(plain / "submissions"))
                enriched.write(source, rich / "submissions" / name, found[name])
        for number, script in enumerate(given.rich):
            subprocess.run([sys.executable, str(pathlib.Path(script).resolve())], cwd=rich / "submissions", check=True)
            (rich / "submissions/rich.xlsx").rename(rich / f"submissions/rich-{number}.xlsx")
            for other in (rich / "submissions").glob("*.png"):
                other.unlink()
        prove(given.tdp, rich, f"{city.name}, enriched")
    for name, count in sorted(counts.items()):
        print(f"{count:7} {name}")
    print(f"{len(faults):7} differences")
    for told in faults:
        print(f"  {told}")
    if not given.keep:
        shutil.rmtree(work)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
