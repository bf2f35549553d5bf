"""Filling in by openpyxl, which keeps formulas and computes nothing, so that their values are gone afterwards."""

import io
import zipfile

import openpyxl

STAMPS = "docProps/custom.xml"


def by_openpyxl(blank, writes, target):
    """Fills a form in. Old versions of openpyxl lose custom properties: those of the form are put back."""
    book = openpyxl.load_workbook(blank)
    for sheet, cells in writes.items():
        for ref, value in cells.items():
            book[sheet][ref] = value
    saved(book, blank, target)


def saved(book, blank, target):
    """Saves a workbook that was opened from `blank`, with its stamps."""
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    with zipfile.ZipFile(target) as package:
        if STAMPS in package.namelist():
            return
    with zipfile.ZipFile(blank) as package:
        stamps = package.read(STAMPS)
    kind = '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
    of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    link = f'<Relationship Id="rIdStamps" Type="{of}" Target="docProps/custom.xml"/>'
    rewritten(target, {
        "[Content_Types].xml": lambda part: part.replace(b"</Types>", kind.encode() + b"</Types>"),
        "_rels/.rels": lambda part: part.replace(b"</Relationships>", link.encode() + b"</Relationships>"),
    }, {STAMPS: stamps})


def rewritten(path, changes, added=None):
    """Changes parts of a package, each by a function from bytes to bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in package.namelist():
            part = package.read(name)
            changed.writestr(name, changes[name](part) if name in changes else part)
        for name, part in (added or {}).items():
            changed.writestr(name, part)
    path.write_bytes(out.getvalue())
