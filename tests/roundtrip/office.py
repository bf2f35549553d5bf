"""Filling in by LibreOffice, which recalculates; it runs by itself and is told what to do by `lathe.py`."""

import json
import shutil
import subprocess
import sys


class Office:
    """A LibreOffice of this script's own, with a profile of its own."""

    def __init__(self, folder):
        folder.mkdir(parents=True)
        self.folder, self.pipe = folder, f"tdp-roundtrip-{folder.stat().st_ino}"
        program = shutil.which("soffice") or sys.exit("LibreOffice (soffice) is not there: --without-office does without")
        self.python = next((p for p in (sys.executable, "/usr/bin/python3") if _knows_uno(p)), None)
        self.python or sys.exit("no Python here knows uno (package python3-uno): --without-office does without")
        accept = f"--accept=pipe,name={self.pipe};urp"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        flags = ["--headless", "--norestore", "--nologo", profile, accept]
        self.process = subprocess.Popen([program, *flags], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def fill(self, jobs, place, sort):
        """Fills forms in and saves them in every way; returns the names of the folders below `place`."""
        kinds = {"LibreOffice xlsx": "Calc MS Excel 2007 XML", "LibreOffice ods": "calc8",
                 "LibreOffice xls": "MS Excel 97"}
        orders = [] if not sort else [{"folder": "LibreOffice sorted", "filter": kinds["LibreOffice xlsx"], "sort": True}]
        saves = [{"folder": name, "filter": filter, "sort": False} for name, filter in kinds.items()] + orders
        for save in saves:
            (place / save["folder"]).mkdir(parents=True, exist_ok=True)
        tasks = [{
            "blank": str(blank.resolve()), "writes": writes,
            "heading": form.heading, "may_sort": not form.book.worksheets[1].protection.sort,
            "saves": [save | {"target": str(place / save["folder"] / blank.with_suffix(ending(save)).name)} for save in saves],
        } for blank, writes, form in jobs]
        order = self.folder / "jobs.json"
        order.write_text(json.dumps({"pipe": self.pipe, "tasks": tasks}))
        script = __file__.replace("office.py", "lathe.py")
        subprocess.run([self.python, script, order], check=True)
        return [save["folder"] for save in saves]

    def close(self):
        """Ends this LibreOffice; it has nothing to save."""
        subprocess.run([self.python, __file__.replace("office.py", "lathe.py"), "end", self.pipe], check=True)
        self.process.wait()


def ending(save):
    """The extension of what is saved."""
    return {"calc8": ".ods", "MS Excel 97": ".xls"}.get(save["filter"], ".xlsx")


def _knows_uno(python):
    return subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0
