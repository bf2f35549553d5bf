"""Answers that keep the rules, and the verdicts on them: exact fractions, nothing from tdp."""

import re
from fractions import Fraction
from math import ceil, floor

STATES = ("Hoàn thành", "Đang thực hiện", "Chưa thực hiện")
NOT_APPLICABLE = "Không áp dụng"


class Answers:
    """What each unit answers to each criterion that it is asked for; the choice turns with unit and criterion."""

    def __init__(self, plan, asked):
        self.plan, self.values, self.verdicts = plan, {}, {}
        parents = [(u, c) for u, c in asked if self.own(u, c) is False]
        for turn, (unit, id) in enumerate(parents + [pair for pair in asked if pair not in parents]):
            self._answer(turn * 7 + len(unit), unit, id)

    def own(self, unit, id):
        """Returns whether a unit is itself judged by a criterion: a ward may only give what its groups are held against."""
        kind = self.plan.units[unit]["kind"]
        level = "city" if kind == "thành phố" else "ward" if kind in ("phường", "xã") else "group"
        return level == self.plan.criteria[id]["subject"]

    def _answer(self, turn, unit, id):
        criterion = self.plan.criteria[id]
        kind, values = criterion["kind"], {}
        if criterion.get("not_applicable", "forbidden") != "forbidden" and turn % 5 == 0:
            values["exception"] = values["claim"] = NOT_APPLICABLE
            if kind == "task":
                values["figure"] = NOT_APPLICABLE
            verdict = "not-applicable"
        elif kind == "task":
            values["figure"] = values["claim"] = STATES[turn % 3]
            verdict = "achieved" if turn % 3 == 0 else self._not_yet(criterion)
        elif kind == "yes-no":
            achieved = turn % 3 != 1
            values["claim"] = "Đạt" if achieved else "Không đạt"
            verdict = "achieved" if achieved else self._not_yet(criterion)
        else:
            required = self._required(unit, id)
            if kind == "percent" and "part" in criterion:
                whole = self._whole(unit, criterion)
                part = self._part(turn, whole, required, criterion)
                values |= {"part": float(part), "whole": float(whole)}
                measured = part * 100 / whole
                values["percent"] = float(measured)
            else:
                measured = self._figure(turn, kind, required, criterion)
            values["figure"] = float(measured)
            verdict = "achieved" if holds(required, measured) else self._not_yet(criterion)
            if verdict != "not-due":
                values["claim"] = "Đạt" if verdict == "achieved" else "Không đạt"
            self.values[unit, id, "exact"] = measured
        if criterion.get("evidence", "optional") == "required":
            values["evidence"] = f"Biên bản số {turn}/BB"
        self.values[unit, id] = values
        if self.own(unit, id):
            self.verdicts[unit, id] = verdict

    def _not_yet(self, criterion):
        by = re.search(r"\d{4}-\d\d-\d\d", criterion["achieved"] if "achieved" in criterion else "")
        due = str(criterion.get("due", by[0] if by else ""))
        return "not-due" if due and due > str(self.plan.as_of) else "not-achieved"

    def _required(self, unit, id):
        criterion = self.plan.criteria[id]
        if criterion["kind"] == "points":
            return (">=", Fraction(str(criterion.get("floor", criterion["max"]))), None)
        kind = self.plan.units[unit]["kind"]
        cases = [case["achieved"] for case in criterion.get("case", []) if case["when"].get("unit_kind") == kind]
        text = (cases + [criterion["achieved"]])[0].replace("%", "")
        if text == ">= parent":
            ward = self.plan.ward_of(unit)
            return (">=", self.values[ward, id, "exact"] if ward != unit else Fraction(40), None)
        if ".." in text:
            least, most = text.split("..")
            return ("..", Fraction(least), Fraction(most))
        comparison, threshold = re.fullmatch(r"(>=|<=|>|<|=) *([\d.]+)", text).groups()
        return (comparison, Fraction(threshold), None)

    def _whole(self, unit, criterion):
        """The whole of a unit is one, wherever it is asked for; some are weighed in tonnes."""
        place = list(self.plan.units).index(unit)
        name = criterion["whole"]
        return Fraction(1000 + 37 * place, 8) if "tấn" in name else Fraction(20 * (3 + place) + len(name))

    def _part(self, turn, whole, required, criterion):
        exact = required[1] * whole / 100
        step = Fraction(1, 8) if whole.denominator > 1 else Fraction(1)
        at = (floor(exact / step) * step, ceil(exact / step) * step, exact - step, exact + 3 * step, whole)[turn % 5]
        at = round(at / step) * step
        return max(Fraction(0), at if criterion.get("may_exceed") else min(at, whole))

    def _figure(self, turn, kind, required, criterion):
        threshold = required[2] if required[0] == ".." and turn % 2 else required[1]
        step = Fraction(1) if kind == "count" else Fraction(1, 10)
        value = threshold + step * ((turn % 7) - 3)
        most = None if criterion.get("may_exceed") or kind in ("count", "amount") else Fraction(criterion.get("max", 100))
        return max(Fraction(0) if kind != "amount" else value, value if most is None else min(value, most))


def holds(required, measured):
    """Returns whether a value meets a requirement."""
    comparison, least, most = required
    if comparison == "..":
        return least <= measured <= most
    return {">=": measured >= least, "<=": measured <= least, ">": measured > least, "<": measured < least,
            "=": measured == least}[comparison]


def filled(form, answers, claims=True):
    """Returns what is written into which cell of a form: `{sheet: {cell: value}}`. An answer that the rules of the form
    do not let through is an error of the form."""
    writes = {}
    by_whole = {}
    for cell in form.cells:
        if cell.criterion not in answers.plan.criteria:
            by_whole[cell.unit, cell.criterion] = next(
                values["whole"] for (unit, *rest), values in answers.values.items()
                if unit == cell.unit and len(rest) == 1
                and answers.plan.criteria[rest[0]].get("whole") == cell.criterion and "whole" in values)
            value = by_whole[cell.unit, cell.criterion]
        else:
            values = answers.values[cell.unit, cell.criterion]
            value = values.get(cell.role)
            measured = answers.plan.criteria[cell.criterion]["kind"] not in ("yes-no", "task")
            if cell.role == "claim" and measured and "exception" not in values and not claims:
                value = None
        if value is None:
            continue
        if not cell.rule.allows(value):
            raise AssertionError(f"{form.path.name} {cell.sheet}!{cell.ref} forbids {value!r}: {cell.rule}")
        writes.setdefault(cell.sheet, {})[cell.ref] = value
    _within(form, writes)
    return writes


def _within(form, writes):
    """Holds that a part is within the whole that its rule names."""
    for cell in form.cells:
        value = writes.get(cell.sheet, {}).get(cell.ref)
        if value is not None and isinstance(cell.rule.most, str):
            whole = re.fullmatch(r"IF\(ISNUMBER\(([A-Z]+\d+)\),\1,1000000000000000\)", cell.rule.most)[1]
            if value > writes[cell.sheet][whole]:
                raise AssertionError(f"{form.path.name} {cell.sheet}!{cell.ref} forbids {value!r}: over {whole}")
