"""Writes a ward's workbook anew with what wards add to theirs: notes, threaded comments, validations, charts, pictures,
buttons, protection, print settings, macros. Every cell keeps its place, so that the same is found in it."""

import io
import re
import struct
import zipfile
import zlib

import openpyxl
import xlsxwriter


def picture():
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", 20, 20, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress((b"\0" + b"\xff\0\0" * 20) * 20)) + chunk(b"IEND", b"")


def write(source, target, findings):
    """Writes the cells of `source` to `target`: the first cell of `findings` has a note of the ward, the second a
    threaded comment, as has a cell in which nothing is found."""
    old = openpyxl.load_workbook(source)
    new = xlsxwriter.Workbook(str(target))
    for sheet in old.worksheets:
        fill(new, sheet, [finding["cell"] for finding in findings if finding["sheet"] == sheet.title and finding["cell"]])
    side = new.add_worksheet("Danh mục")
    for row in range(5):
        side.write(row, 0, f"Mục {row}")
    side.add_table("C1:D4", {"columns": [{"header": "x"}, {"header": "y", "total_function": "sum"}], "total_row": 1})
    side.very_hidden()
    new.define_name("Muc", "='Danh mục'!$A$1:$A$5")
    chart = new.add_chart({"type": "line"})
    chart.add_series({"values": "='Danh mục'!$D$2:$D$3"})
    new.add_chartsheet("Biểu đồ").set_chart(chart)
    new.set_custom_property("nguoi-lap", "Phường")
    new.close()
    cells = list(dict.fromkeys(finding["cell"] for finding in findings if finding["sheet"] == old.worksheets[0].title and finding["cell"]))
    if len(cells) > 1:
        thread(target, cells[1])


def fill(new, sheet, cells):
    made = new.add_worksheet(sheet.title)
    made.sheet_state = sheet.sheet_state
    wraps = {"font_name": "Times New Roman", "font_size": 13, "border": 1, "text_wrap": True}
    for row in sheet.iter_rows():
        for cell in row:
            look = new.add_format({**wraps, "num_format": cell.number_format, "bold": bool(cell.font.b)})
            if cell.value is not None:
                value = cell.value
                if cell.data_type == "e":
                    made.write_formula(cell.coordinate, "=1/0", look, value)
                else:
                    made.write(cell.coordinate, value, look)
    for merged in sheet.merged_cells.ranges:
        # Written over: the value of the first cell stays.
        first = sheet.cell(merged.min_row, merged.min_col).value
        made.merge_range(str(merged), "" if first is None else first, new.add_format(wraps))
    right = sheet.max_column + 3
    for cell in cells[:1]:
        made.write_comment(cell, "Ghi chú của phường: <xem & sửa>", {"author": "Phường"})
    made.write_comment(0, right - 2, "Ghi chú ở ô không có gì phải sửa", {"author": "Phường", "visible": True})
    made.data_validation(4, 3, 40, 3, {"validate": "list", "source": "='Danh mục'!$A$1:$A$5", "input_title": "Chọn"})
    made.data_validation(4, 2, 40, 2, {"validate": "length", "criteria": "<", "value": 400, "error_message": "Sai"})
    made.conditional_format(4, 4, 40, 4, {"type": "data_bar", "data_bar_2010": True})
    made.conditional_format(4, 5, 40, 5, {"type": "icon_set", "icon_style": "3_arrows"})
    made.conditional_format(4, 3, 40, 3, {"type": "formula", "criteria": "=$D5>0.5", "format": new.add_format({"bg_color": "#FFC7CE"})})
    image = io.BytesIO(picture())
    made.insert_image(1, right, "logo.png", {"image_data": image})
    made.insert_textbox(8, right, "Hộp chữ")
    made.insert_button(20, right, {"caption": "Nút"})
    chart = new.add_chart({"type": "column"})
    chart.add_series({"values": [sheet.title, 4, 2, 9, 2]})
    made.insert_chart(1, right + 3, chart)
    made.add_sparkline(3, right, {"range": f"'{sheet.title}'!C5:C9"})
    made.protect("mk", {"format_cells": True})
    made.set_landscape()
    made.set_paper(9)
    made.repeat_rows(0, 3)
    made.fit_to_pages(1, 0)
    made.set_header('&L&"Times New Roman,Bold"UBND&R&P')
    made.freeze_panes(4, 2)
    made.print_area(0, 0, sheet.max_row, sheet.max_column)
    made.set_h_pagebreaks([20])
    made.set_background(io.BytesIO(picture()))


THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
ID = "{11111111-2222-3333-4444-555555555555}"
PERSON = "{99999999-2222-3333-4444-555555555555}"


def thread(path, cell):
    """Puts a threaded comment on a cell of the first sheet, and the note that Excel keeps for programs without them."""
    with zipfile.ZipFile(path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    related = parts["xl/worksheets/_rels/sheet1.xml.rels"].decode()
    notes = "xl/" + re.search(r'Target="\.\./(comments\d+\.xml)"', related).group(1)
    boxes = "xl/" + re.search(r'Target="\.\./(drawings/vmlDrawing\d+\.vml)" *', related).group(1)
    kind = "http://schemas.microsoft.com/office/2017/10/relationships"
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = related.replace(
        "</Relationships>",
        f'<Relationship Id="rIdT" Type="{kind}/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
    ).encode()
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdP" Type="{kind}/person" Target="persons/person.xml"/></Relationships>'.encode(),
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>'
        b'<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/></Types>',
    )
    parts["xl/threadedComments/threadedComment1.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<ThreadedComments xmlns="{THREADED}">'
        f'<threadedComment ref="{cell}" dT="2025-10-01T08:00:00.00" personId="{PERSON}" id="{ID}"><text>Xin xem lại</text></threadedComment></ThreadedComments>'
    ).encode()
    parts["xl/persons/person.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<personList xmlns="{THREADED}">'
        f'<person displayName="Phường" id="{PERSON}" userId="p" providerId="None"/></personList>'
    ).encode()
    content = parts[notes].decode()
    author = content.count("<author>")
    content = content.replace("</authors>", f"<author>tc={ID}</author></authors>")
    shown = f'<comment ref="{cell}" authorId="{author}" shapeId="0"><text><t>[Threaded comment]\n\nComment:\n    Xin xem lại</t></text></comment>'
    parts[notes] = content.replace("</commentList>", f"{shown}</commentList>").encode()
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
    column = openpyxl.utils.column_index_from_string(letters) - 1
    box = (
        f'<v:shape id="_x0000_s1900" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1">'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>2, 15, 2, 10, 4, 15, 6, 4</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{int(row) - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
    parts[boxes] = parts[boxes].decode().replace("</xml>", f"{box}</xml>").encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
