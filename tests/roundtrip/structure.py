"""What makes a form a form, and has to be there still when it comes back."""

import re
import zipfile

import openpyxl

from fill import STAMPS
from form import Rule


def hold(report, blank, filled, leaving=()):
    """Holds that a form that came back still has what it had: sheets, printed words, rules, locks, filters, stamps."""
    before, after = openpyxl.load_workbook(blank), openpyxl.load_workbook(filled)
    what = f"{filled.parent.parent.name} {filled.parent.name} {filled.name}"
    report.check(f"{what}: sheets", after.sheetnames, before.sheetnames)
    report.check(f"{what}: stamps", stamps(filled), stamps(blank))
    for name in before.sheetnames:
        one, other = (of(book[name]) for book in (before, after))
        for key, value in ((key, value) for key, value in one.items() if key not in leaving):
            report.check(f"{what} {name}: {key}", other[key], value)


def stamps(path):
    """Returns the custom properties of a workbook."""
    with zipfile.ZipFile(path) as package:
        found = re.findall(r'name="(tdp[^"]*)".*?<vt:lpwstr[^>]*>(.*?)</vt:lpwstr>', package.read(STAMPS).decode())
    return dict(found)


def of(sheet):
    """Returns what of a sheet has to stay."""
    cells = [cell for row in sheet.iter_rows() for cell in row]
    rules = {}
    for validation in sheet.data_validations.dataValidation:
        for area in validation.sqref.ranges:
            for row in range(area.min_row, area.max_row + 1):
                for column in range(area.min_col, area.max_col + 1):
                    told = (validation.promptTitle, validation.prompt, validation.error)
                    rules[row, column] = (*_plain(Rule.of(validation), row), *(text or None for text in told))
    return {
        "printed words": {c.coordinate: c.value for c in cells if isinstance(c.value, str) and c.protection.locked},
        "formulas": {c.coordinate for c in cells if c.data_type == "f"},
        "locked cells": {c.coordinate for c in cells if c.protection.locked and (c.value is not None or c.has_style)},
        "rules": rules,
        "colours": sum(len(area.cells.ranges) * len(rules) for area, rules in sheet.conditional_formatting._cf_rules.items()) > 0,
        "protection": tuple(bool(getattr(sheet.protection, key)) for key in ("sheet", "sort", "autoFilter", "insertRows")),
        "filter": sheet.auto_filter.ref,
        "merged cells": sorted(str(area) for area in sheet.merged_cells.ranges),
        "panes": sheet.freeze_panes,
        "headings on every page": (sheet.print_title_rows or "").replace("$", ""),
        "paper": (sheet.page_setup.orientation or "portrait", int(sheet.page_setup.paperSize or 0)),
    }


def _plain(rule, row):
    """A rule without what only the way of writing tells apart: spaces and signs in a bound that is a formula."""
    bounds = tuple(str(bound).replace(" ", "").replace("$", "") if isinstance(bound, str) else bound
                   for bound in (rule.least, rule.most))
    return rule.kind, rule.words, *bounds
