"""One rule broken at a time, as programs let people do that do not hold them: exactly one finding, at its place."""

import json
import re
import shutil
import zipfile

import openpyxl

from fill import STAMPS, rewritten, saved


class Scene:
    """A form filled in well, of which one thing is to be spoilt."""

    def __init__(self, plan, forms, answers, place):
        self.plan, self.forms, self.answers, self.place = plan, forms, answers, place / "broken"
        self.form, self.well = forms[0], place / "by openpyxl"

    def file(self, name=None):
        """Returns the path of a form that is sent back."""
        return self.place / (name or self.form.path.name)

    def fresh(self):
        """Sends every form back filled in well."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.well, self.place)

    def edit(self, change):
        """Changes the workbook that is sent back, whatever its rules say."""
        book = openpyxl.load_workbook(self.file())
        change(book)
        saved(book, self.form.path, self.file())

    def put(self, cell, value):
        """Writes one value."""
        self.edit(lambda book: book[cell.sheet].__setitem__(cell.ref, value))

    def clear_claim(self, cell):
        """Clears the claim beside a value, which would contradict another value."""
        about = (cell.unit, cell.criterion, "claim")
        for claim in (claim for claim in self.form.cells if (claim.unit, claim.criterion, claim.role) == about):
            self.put(claim, None)

    def stamped(self, name, value):
        """Puts another value into a stamp."""
        found = re.compile(rf'(name="{name}".*?<vt:lpwstr[^>]*>).*?(</vt:lpwstr>)'.encode(), re.S)
        rewritten(self.file(), {STAMPS: lambda part: found.sub(rb"\g<1>" + value.encode() + rb"\g<2>", part)})

    def found(self):
        """Returns what is told of the form, in short."""
        _, out = self.plan.run("validate", "--format", "json", self.place)
        keys = ("code", "cell", "unit", "criterion")
        return sorted(" ".join(str(f[key] or "-") for key in keys) for f in json.loads(out)["findings"])

    def pick(self, role, **wanted):
        """Returns the first cell of a role whose criterion has these keys and whose unit gave a value there."""
        criteria = self.plan.criteria
        for cell in self.form.cells:
            criterion = criteria.get(cell.criterion)
            has = criterion and all(criterion.get(key, "") == value for key, value in wanted.items())
            values = self.answers.values.get((cell.unit, cell.criterion), {})
            if cell.role == role and has and role in values and "exception" not in values:
                return cell
        return None


# The role of the cell, what its criterion is like, what is written there, and what is to be told: {c} is the cell.
VALUES = [
    ("text in a cell for a number", "figure", {"kind": "count"}, "nhiều", "TDP201 {c} {u} {k}"),
    ("a bound in a cell for a number", "figure", {"kind": "amount"}, "trên 50", "TDP202 {c} {u} {k}"),
    ("a word outside the list", "claim", {"kind": "yes-no"}, "tốt", "TDP210 {c} {u} {k}"),
    ("a state outside the list", "figure", {"kind": "task"}, "đang họp", "TDP210 {c} {u} {k}"),
    ("a percentage over 100", "figure", {"kind": "percent", "may_exceed": "", "part": ""}, 100.5, "TDP208 {c} {u} {k}"),
    ("a negative count", "figure", {"kind": "count"}, -1, "TDP208 {c} {u} {k}"),
    ("a count with a fraction", "figure", {"kind": "count"}, 2.5, "TDP208 {c} {u} {k}"),
    ("points over the most", "figure", {"kind": "points"}, 5.5, "TDP208 {c} {u} {k}"),
    ("a part over its whole", "part", {"kind": "percent", "may_exceed": ""}, 99999, "TDP209 {c} {u} {k}"),
    ("a negative part", "part", {"kind": "percent"}, -1, "TDP208 {c} {u} {k}"),
    ("text in a part", "part", {"kind": "percent"}, "gần hết", "TDP201 {c} {u} {k}"),
    ("a blank part", "part", {"kind": "percent"}, None, "TDP116 {c} {u} {k}"),
    ("a blank count", "figure", {"kind": "count"}, None, "TDP116 {c} {u} {k}"),
    ("not applicable where that is forbidden", "claim", {"kind": "yes-no", "not_applicable": ""}, "Không áp dụng",
     "TDP211 {c} {u} {k}"),
]


def hold(report, plan, layout, forms, answers, place):
    """Holds what is told of a form that was spoilt in one way."""
    scene = Scene(plan, forms, answers, place)
    # What is wrong with a value is told alike in every plan: the one with every kind of criterion shows it.
    for what, role, wanted, value, expected in VALUES if plan.name == "moi-loai" else []:
        cell = scene.pick(role, **wanted)
        if cell is None or (layout == "list" and value is None):
            continue
        scene.fresh()
        scene.put(cell, value)
        if role != "claim":
            scene.clear_claim(cell)
        expected = expected.format(c=cell.ref, u=cell.unit, k=cell.criterion)
        report.check(f"{plan.name} {layout}: {what}", scene.found(), [expected])
    for spoil in {"matrix": MATRIX, "card": CARDS, "list": LISTS}[layout]:
        scene.fresh()
        expected = spoil(scene)
        if expected is not None:
            report.check(f"{plan.name} {layout}: {spoil.__doc__}", scene.found(), sorted(expected))


def other_plan(scene):
    """a form of another plan"""
    scene.stamped("tdp-plan", "99/KH-UBND")
    return ["TDP010 - - -"] + _nothing_else(scene)


def older_criteria(scene):
    """a form of an older version of the criteria, which the set does not map"""
    scene.stamped("tdp-criteria", "moi-loai@2001-01-01")
    return ["TDP010 - - -"] + _nothing_else(scene)


def older_mapped(scene):
    """a form of the older version of the criteria that the set amends and maps"""
    if scene.plan.name != "moi-loai":
        return None
    scene.stamped("tdp-criteria", "moi-loai@2020-01-01")
    older = lambda part: re.sub(rb"moi-loai@\d{4}-\d\d-\d\d", b"moi-loai@2020-01-01", part)
    with zipfile.ZipFile(scene.file()) as package:
        parts = [name for name in package.namelist() if name.startswith("xl/")]
    rewritten(scene.file(), dict.fromkeys(parts, older))
    return ["TDP010 - - -"]


def lost_stamps(scene):
    """a form that lost its stamps, with all it says above its table"""
    rewritten(scene.file(), {STAMPS: lambda part: part.replace(b"tdp-", b"xyz-")})
    return []


def two_forms(scene):
    """two forms of one ward with one value that differs"""
    cell = scene.pick("figure", kind="count")
    shutil.copy(scene.file(), scene.file("z " + scene.form.path.name))
    scene.put(cell, 77)
    scene.clear_claim(cell)
    return [f"TDP012 {cell.ref} {cell.unit} {cell.criterion}"]


def renamed_unit(scene):
    """a unit under another name, its code gone"""
    cell = scene.form.cells[0]
    row = re.sub(r"\D", "", cell.ref)

    def change(book):
        book[cell.sheet]["B" + row], book[cell.sheet]["C" + row] = None, "Tổ dân phố Không Có"
    scene.edit(change)
    return [f"TDP111 C{row} - -", f"TDP114 - {cell.unit} -"] if scene.plan.name != "da-nang-71" else None


def deleted_row(scene):
    """a row cleared away"""
    cell = scene.form.cells[0]
    row = int(re.sub(r"\D", "", cell.ref))
    scene.edit(lambda book: book[cell.sheet].delete_rows(row))
    return [f"TDP114 - {cell.unit} -"] if scene.plan.name == "moi-loai" else None


def doubled_row(scene):
    """a unit's code and name on the row of another"""
    units = list(dict.fromkeys(cell.unit for cell in scene.form.cells))
    if len(units) < 2 or scene.plan.name == "da-nang-71":
        return None
    rows = [int(re.sub(r"\D", "", next(c.ref for c in scene.form.cells if c.unit == unit))) for unit in units]

    def change(book):
        sheet = book[scene.form.cells[0].sheet]
        for column in (2, 3):
            sheet.cell(rows[1], column).value = sheet.cell(rows[0], column).value
    scene.edit(change)
    return [f"TDP113 C{rows[1]} {units[0]} -", f"TDP114 - {units[1]} -"]


def deleted_column(scene):
    """a column cleared away"""
    cell = scene.pick("claim", kind="yes-no")
    if cell is None:
        return None
    column = openpyxl.utils.cell.coordinate_from_string(cell.ref)[0]

    def change(book):
        sheet = book[cell.sheet]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        for row in range(scene.form.heading, sheet.max_row + 1):
            sheet[f"{column}{row}"].value = None
    scene.edit(change)
    return [f"TDP101 {{heading}} - {cell.criterion}".format(heading=f"A{scene.form.heading}")]


def wrong_ward(scene):
    """the form of one ward, filled in with the title of another"""
    if len(scene.forms) < 2:
        return None
    sheet = scene.form.cells[0].sheet
    other = scene.forms[1].book[scene.forms[1].cells[0].sheet]
    at, mine = None, openpyxl.load_workbook(scene.form.path)[sheet]
    for row in range(1, scene.form.heading):
        for column in range(1, 6):
            if re.search(r"\(mã ", str(mine.cell(row, column).value or "")):
                at = (row, column)
    if at is None:
        return None
    scene.edit(lambda book: setattr(book[sheet].cell(*at), "value", other.cell(*at).value))
    place = f"{openpyxl.utils.get_column_letter(at[1])}{at[0]}"
    return [f"TDP011 {place} - -"] + _nothing_else(scene)


def _nothing_else(scene):
    """What follows from a form that is not used: nothing came from its ward."""
    wards = {scene.plan.ward_of(cell.unit) for cell in scene.form.cells}
    return [f"TDP404 - {ward} -" for ward in wards if ward in scene.plan.units]


EVERY = [other_plan, older_criteria, older_mapped, lost_stamps]
MATRIX = [*EVERY, two_forms, renamed_unit, deleted_row, doubled_row, deleted_column, wrong_ward]
CARDS = [*EVERY, two_forms, wrong_ward]
LISTS = [*EVERY]
