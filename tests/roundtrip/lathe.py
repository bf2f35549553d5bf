"""Run by a Python that knows uno: opens forms in a LibreOffice that waits at a pipe, fills them in, sorts, saves."""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException
from com.sun.star.table import TableSortField


def desktop(pipe):
    """Returns the LibreOffice at a pipe, as soon as it is there."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(600):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            time.sleep(0.1)
    raise RuntimeError("LibreOffice does not answer")


def with_value(name, value):
    """A named property."""
    return PropertyValue(Name=name, Value=value)


def sort_by_name(sheet, heading, may_sort):
    """Sorts the rows below the numbers of columns by the names of units, from Z to A, as somebody does by the filter's
    arrow; a cell that is locked forbids it."""
    row = next(row for row in range(heading, 40) if sheet.getCellByPosition(0, row).String == "(1)") + 1
    last = row
    while sheet.getCellByPosition(1, last).String:
        last += 1
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    area = sheet.getCellRangeByPosition(0, row, cursor.RangeAddress.EndColumn, last - 1)
    field = TableSortField(Field=2, IsAscending=False, IsCaseSensitive=False)
    before = [sheet.getCellByPosition(2, at).String for at in range(row, last)]
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    area.sort((with_value("SortFields", fields), with_value("ContainsHeader", False)))
    after = [sheet.getCellByPosition(2, at).String for at in range(row, last)]
    if len(before) > 1 and ((before != after) != may_sort or sorted(before) != sorted(after)):
        raise AssertionError(f"rows that may {'' if may_sort else 'not '}be sorted: {before} {after}")


def do(office, task):
    """Fills one form in and saves it."""
    book = office.loadComponentFromURL(uno.systemPathToFileUrl(task["blank"]), "_blank", 0, (with_value("Hidden", True),))
    for name, cells in task["writes"].items():
        sheet = book.Sheets.getByName(name)
        for ref, value in cells.items():
            cell = sheet.getCellRangeByName(ref)
            if isinstance(value, str):
                cell.setString(value)
            else:
                cell.setValue(value)
    book.calculateAll()
    for save in task["saves"]:
        if save["sort"]:
            sort_by_name(book.Sheets.getByIndex(1), task["heading"], task["may_sort"])
        book.storeToURL(uno.systemPathToFileUrl(save["target"]), (with_value("FilterName", save["filter"]),))
    book.close(True)


if sys.argv[1] == "end":
    try:
        desktop(sys.argv[2]).terminate()
    except DisposedException:
        pass
else:
    with open(sys.argv[1], encoding="utf-8") as orders:
        wanted = json.load(orders)
    waiting = desktop(wanted["pipe"])
    for wanted_task in wanted["tasks"]:
        do(waiting, wanted_task)
