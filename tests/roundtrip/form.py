"""A form as somebody who fills it in sees it: which cells are open, what is asked there, what may be written."""

import re
from dataclasses import dataclass

import openpyxl

HEADING = "TT"
# What stands over a column of a card or a list, and what is asked there.
ROLES = {
    "Số đạt": "part",
    "Tổng số": "whole",
    "Kết quả": "figure",
    "Tự đánh giá": "claim",
    "Minh chứng": "evidence",
    "Ghi chú": "note",
    "Kết quả thẩm định": "figure",
    "Thẩm định": "claim",
    "Ý kiến": "note",
}


@dataclass
class Rule:
    """What the form itself says may be written into a cell."""

    kind: str
    words: tuple = ()
    least: object = None
    most: object = None

    @staticmethod
    def of(validation):
        """Reads a data validation."""
        bound = lambda text: text if text is None or not re.fullmatch(r"-?[\d.]+(E[+]?\d+)?", text) else float(text)
        if validation.type == "list":
            return Rule("list", tuple(validation.formula1.strip('"').split(",")))
        if validation.type in ("whole", "decimal"):
            # LibreOffice writes a second bound even where the rule has none.
            between = validation.operator in (None, "between")
            least, most = bound(validation.formula1), bound(validation.formula2) if between else None
            if validation.operator == "greaterThan":
                return Rule(validation.type, (">",), least, most)
            if validation.operator not in (None, "between", "greaterThanOrEqual"):
                raise ValueError(f"a rule this script does not know: {validation.operator}")
            return Rule(validation.type, (), least, most)
        if validation.type == "custom" and validation.formula1 in ("FALSE", "FALSE()", "0"):
            return Rule("nothing")
        if validation.type in (None, "none"):
            return Rule("words")
        raise ValueError(f"a rule this script does not know: {validation.type} {validation.formula1}")

    def allows(self, value):
        """Returns whether the rule lets a value through; a bound that is a formula is looked at by whoever calls."""
        if self.kind in ("whole", "decimal"):
            if isinstance(value, str) or (self.kind == "whole" and value != int(value)):
                return False
            above = self.least is None or value > self.least or (">" not in self.words and value == self.least)
            return above and (not isinstance(self.most, float) or value <= self.most)
        return value in self.words if self.kind == "list" else self.kind == "words" and isinstance(value, str)


@dataclass
class Cell:
    """A cell to be filled in: the figure of one criterion, or the whole that several share."""

    sheet: str
    ref: str
    unit: str
    criterion: str
    role: str
    rule: Rule


class Form:
    """The cells of a form that are to be filled in."""

    def __init__(self, path, criteria):
        self.path, self.criteria = path, criteria
        self.book = openpyxl.load_workbook(path)
        self.cells = []
        for sheet in self.book.worksheets[1:]:
            self.heading = next(row for row in range(1, 40) if sheet.cell(row, 1).value == HEADING)
            self.rules = _rules(sheet)
            titles = " ".join(str(sheet.cell(row, 1).value or "") for row in range(1, self.heading))
            if "Mã đơn vị: " in titles:
                unit = re.search(r"Mã đơn vị: (\S+)", titles)[1]
                self._by_rows(sheet, lambda row, sheet=sheet, unit=unit: (unit, sheet.cell(row, 1).value))
            elif sheet.cell(self.heading, 5).value == "Số hiệu":
                self._by_rows(sheet, lambda row, sheet=sheet: (sheet.cell(row, 3).value, sheet.cell(row, 5).value))
            else:
                self._matrix(sheet)

    def at(self, unit, criterion, role):
        """Returns the cell of a role."""
        return next(c for c in self.cells if (c.unit, c.criterion, c.role) == (unit, criterion, role))

    def _open(self, sheet, row, column):
        cell = sheet.cell(row, column)
        rule = self.rules.get(cell.coordinate, Rule("words"))
        return None if cell.protection.locked or rule.kind == "nothing" else (cell.coordinate, rule)

    def _by_rows(self, sheet, about):
        for row in range(self.heading + 1, sheet.max_row + 1):
            unit, criterion = about(row)
            for column in range(1, sheet.max_column + 1):
                found = self._open(sheet, row, column) if criterion in self.criteria else None
                if found:
                    role = ROLES[sheet.cell(self.heading, column).value]
                    self.cells.append(Cell(sheet.title, found[0], unit, criterion, role, found[1]))

    def _matrix(self, sheet):
        numbers = next(row for row in range(self.heading, 40) if sheet.cell(row, 1).value == "(1)")
        merged = {ref: area.start_cell.value for area in sheet.merged_cells.ranges for ref in _inside(area)}
        text = lambda row, column: merged.get((row, column), sheet.cell(row, column).value)
        for column in range(4, sheet.max_column + 1):
            above = [str(text(row, column) or "") for row in range(self.heading, numbers)]
            id = re.match(r"(\d[\d.]*)\. ", above[1])
            criterion = id[1] if id else above[-1]
            role = "whole" if not id else _role(self.criteria[criterion], above[-1])
            for row in range(numbers + 1, sheet.max_row + 1):
                found = self._open(sheet, row, column) if sheet.cell(row, 2).value else None
                if found:
                    self.cells.append(Cell(sheet.title, found[0], sheet.cell(row, 2).value, criterion, role, found[1]))


def _role(criterion, heading):
    named = {criterion.get("part"): "part", criterion.get("whole"): "whole"}
    words = {"Đánh giá": "exception", "Minh chứng": "evidence", "Đạt/Không đạt": "claim"}
    return named.get(heading) or words.get(heading, "figure")


def _rules(sheet):
    rules = {}
    for validation in sheet.data_validations.dataValidation:
        rule = Rule.of(validation)
        for area in validation.sqref.ranges:
            for row, column in _inside(area):
                # A bound that names a cell is written for the first row.
                most = rule.most
                if isinstance(most, str):
                    most = re.sub(r"(?<=[A-Z])\d+(?=[,)])", lambda at: str(int(at[0]) + row - validation_row(validation)), most)
                rules[sheet.cell(row, column).coordinate] = Rule(rule.kind, rule.words, rule.least, most)
    return rules


def validation_row(validation):
    """Returns the first row that a rule is for."""
    return min(area.min_row for area in validation.sqref.ranges)


def _inside(area):
    return [(row, column) for row in range(area.min_row, area.max_row + 1) for column in range(area.min_col, area.max_col + 1)]
