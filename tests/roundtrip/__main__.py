"""Makes forms, fills them in with other programs, reads them back, and holds that they say what was meant.

Usage: python3 tests/roundtrip [--tdp PROGRAM] [--without-office] [--keep FOLDER]
"""

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

import broken
import office
import plans
import structure
from answers import Answers, filled
from fill import by_openpyxl
from form import Form

ROOT = Path(__file__).resolve().parent.parent.parent
PLANS = (plans.lai_chau, plans.da_nang, plans.every_kind)


class Report:
    """What was held, and what was not so."""

    def __init__(self):
        self.held, self.wrong = 0, []

    def check(self, what, found, expected):
        """Holds that two values are equal."""
        self.held += 1
        if found != expected:
            if isinstance(found, dict) and isinstance(expected, dict):
                differing = [key for key in found | expected if found.get(key) != expected.get(key)]
                found, expected = ({key: one.get(key) for key in differing} for one in (found, expected))
            self.wrong.append(f"{what}\n  found    {found}\n  expected {expected}")


def forms_of(plan, layout, folder):
    """Makes the forms of a layout and opens them."""
    flags = ["--agency", plan.agency] if layout == "list" else ["--layout", layout]
    plan.run("template", "-o", folder, *flags)
    return [Form(path, plan.criteria) for path in sorted(folder.glob("*.xlsx"))]


def read_back(plan, folder):
    """Returns exit codes, findings and the verdicts of what lies in a folder."""
    code, findings = plan.run("validate", "--format", "json", folder)
    scored, score = plan.run("score", "--format", "json", folder)
    findings, score = json.loads(findings), json.loads(score)
    verdicts = {(unit["code"], criterion["id"]): criterion["verdict"]
                for unit in score["units"] for criterion in unit["criteria"]}
    return (code, scored), findings, verdicts


def told(findings):
    """Returns findings in short."""
    return [" ".join(str(finding[key] or "-") for key in ("code", "cell", "unit", "criterion"))
            for finding in findings["findings"] if finding["code"] != "TDP404"]


def hold(report, what, plan, folder, answers, layout):
    """Holds that what came back in a folder has nothing wrong, and the verdicts that follow from the values put in."""
    codes, findings, verdicts = read_back(plan, folder)
    report.check(f"{what}: exit codes", codes, (0, 0))
    report.check(f"{what}: findings", told(findings), [])
    voice = "agency" if layout == "list" else "self"
    report.check(f"{what}: files", {(file["layout"], file["voice"]) for file in findings["files"]}, {(layout, voice)})
    judged = {key: verdict for key, verdict in answers.verdicts.items() if key in verdicts}
    report.check(f"{what}: verdicts", {key: verdicts[key] for key in judged}, judged)
    report.check(f"{what}: judges something", bool(judged), True)
    return findings["files"]


def round_trip(report, plan, layout, place, lathe):
    """Takes the forms of one layout out and home again, by every program."""
    forms = forms_of(plan, layout, place / "blank")
    asked = list(dict.fromkeys((c.unit, c.criterion) for f in forms for c in f.cells if c.criterion in plan.criteria))
    answers = Answers(plan, asked)
    report.check(f"{plan.name} {layout}: asks something", bool(asked), True)
    facts = {}
    for claims in (True, False):
        name = "by openpyxl" if claims else "by openpyxl without claims"
        for form in forms:
            by_openpyxl(form.path, filled(form, answers, claims), place / name / form.path.name)
            if claims:
                structure.hold(report, form.path, place / name / form.path.name)
        facts[name] = hold(report, f"{plan.name} {layout} {name}", plan, place / name, answers, layout)
    if layout == "matrix":
        # What the wards sent is shown to the agency: its list comes last.
        shutil.copytree(place / "by openpyxl", plan.folder / "submissions", dirs_exist_ok=True)
    if layout == "list":
        said = [cell.value for cell in forms[0].book.worksheets[1][forms[0].heading]]
        report.check(f"{plan.name}: the wards' own words are shown", "Tự đánh giá (để đối chiếu)" in said, True)
    if lathe:
        jobs = [(form.path, filled(form, answers), form) for form in forms]
        for name in lathe.fill(jobs, place, sort=layout == "matrix"):
            files = hold(report, f"{plan.name} {layout} by {name}", plan, place / name, answers, layout)
            count = lambda files: [(file["ward"], file["units"], file["facts"]) for file in files]
            report.check(f"{plan.name} {layout} by {name}: facts", count(files), count(facts["by openpyxl"]))
        for form in forms:
            # Panes belong to a window, and this LibreOffice has none.
            structure.hold(report, form.path, place / "LibreOffice xlsx" / form.path.name, leaving={"panes"})
    return forms, answers


def main():
    """Runs everything; the exit code is 1 where anything is not as it has to be."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--tdp", type=Path, default=ROOT / "target" / "debug" / "tdp")
    parser.add_argument("--without-office", action="store_true")
    parser.add_argument("--keep", type=Path)
    flags = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as temporary:
        root = (flags.keep or Path(temporary)).resolve()
        lathe = None if flags.without_office else office.Office(root / "office")
        for make in PLANS:
            plan = make(flags.tdp.resolve(), root / make.__name__)
            for layout in ("matrix", "card", "list"):
                forms, answers = round_trip(report, plan, layout, root / f"{plan.name} {layout}", lathe)
                broken.hold(report, plan, layout, forms, answers, root / f"{plan.name} {layout}")
                print(f"{plan.name} {layout}: {len(forms)} forms, {report.held} held, {len(report.wrong)} wrong", flush=True)
        if lathe:
            lathe.close()
    print("\n".join(report.wrong), end="\n" if report.wrong else "")
    return 1 if report.wrong else 0


sys.exit(main())
