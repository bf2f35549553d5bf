"""The plans that forms are made for: both that are shipped, and one with every kind of criterion."""

import csv
import subprocess
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

REGISTER = "code,name,kind,parent,area,aliases,valid_from,valid_to,succeeds\n"


@dataclass
class Plan:
    """A workspace, and what its files say, read without tdp."""

    name: str
    folder: Path
    tdp: Path
    agency: str
    criteria: dict = field(default_factory=dict)
    units: dict = field(default_factory=dict)
    as_of: object = None

    def run(self, *arguments):
        """Runs tdp in the workspace; a run that could not be done is an error of this script."""
        command = [self.tdp, "-C", self.folder, "-q", "--lang", "vi", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.returncode, done.stdout

    def ward_of(self, code):
        """Returns the code of the ward to which a unit belongs: a ward is its own."""
        unit = self.units[code]
        return code if unit["kind"] in ("phường", "xã") else unit["parent"]

    def read(self):
        """Reads the criteria and the units."""
        plan = tomllib.loads((self.folder / "tdp.toml").read_text())["plan"]
        self.as_of = plan.get("deadline", plan["period"]["to"])
        (path,) = (self.folder / "criteria").glob("*.toml")
        criteria_set = tomllib.loads(path.read_text())
        for standard in criteria_set["standard"]:
            for criterion in standard["criterion"]:
                leaves = criterion.get("indicator", [criterion])
                for leaf in leaves:
                    subject = leaf.get("subject", criterion.get("subject", criteria_set.get("subject", "group")))
                    self.criteria[leaf["id"]] = leaf | {"subject": subject}
        with open(self.folder / "units.csv", encoding="utf-8") as register:
            self.units = {unit["code"]: unit for unit in csv.DictReader(register)}
        return self


def lai_chau(tdp, folder):
    """The plan of Lai Châu, with two wards."""
    _init(tdp, folder, "lai-chau-604")
    units = "LC,Thành phố Lai Châu,thành phố,,,,,,\n"
    for code, ward in (("03389", "Phường Đoàn Kết"), ("03403", "Xã Sùng Phài")):
        units += f"{code},{ward},{ward.split()[0].lower()},LC,,,,,\n"
        for number in range(1, 5):
            units += f"{code}.00{number},Tổ dân phố số {number},tổ dân phố,{code},,,,,\n"
        units += f"{code}.005,Bản Nà Khằm {code[-1]},bản,{code},,,,,\n"
    _register(folder, units)
    plan = (folder / "tdp.toml").read_text().replace("targets = { maintain = 35, new = 2 }", "")
    plan += '\n[[agency]]\nid = "cong-an"\nname = "Công an thành phố"\nappraises = ["6.*", "2.1"]\n'
    (folder / "tdp.toml").write_text(plan)
    return Plan("lai-chau-604", folder, tdp, "cong-an").read()


def da_nang(tdp, folder):
    """The plan of Đà Nẵng, whose criteria are about wards, agencies and the city."""
    _init(tdp, folder, "da-nang-71")
    units = "DN,Thành phố Đà Nẵng,thành phố,,,,,,\n"
    for code, ward in (("20194", "Phường Hòa Hiệp Bắc"), ("20195", "Phường Hòa Hiệp Nam"), ("20305", "Xã Hòa Liên")):
        units += f"{code},{ward},{ward.split()[0].lower()},DN,,,,,\n"
    _register(folder, units)
    with (folder / "tdp.toml").open("a") as plan:
        plan.write('\n[[agency]]\nid = "so-tnmt"\nname = "Sở Tài nguyên và Môi trường"\nappraises = ["3.2", "3.3"]\n')
    return Plan("da-nang-71", folder, tdp, "so-tnmt").read()


def every_kind(tdp, folder):
    """A plan of our own, with every kind of criterion and every key that changes what a form asks."""
    _init(tdp, folder, "lai-chau-604")
    (folder / "criteria" / "lai-chau-tdp-2023-08-07.toml").unlink()
    (folder / "criteria" / "moi-loai.toml").write_text((Path(__file__).parent / "every-kind.toml").read_text())
    plan = (folder / "tdp.toml").read_text().replace("targets = { maintain = 35, new = 2 }", "")
    plan = plan.replace("lai-chau-tdp@2023-08-07", "moi-loai@2025-01-01")
    plan += '\n[[agency]]\nid = "y-te"\nname = "Phòng Y tế"\nappraises = ["1.*", "2.*", "3.*"]\n'
    (folder / "tdp.toml").write_text(plan)
    units = "LC,Thành phố Lai Châu,thành phố,,,,,,\n03387,Phường Tân Phong,phường,LC,,,,,\n03409,Xã San Thàng,xã,LC,,,,,\n"
    units += "".join(f"03387.0{n:02},Tổ dân phố số {n},tổ dân phố,03387,,,,,\n" for n in range(1, 12))
    units += "".join(f"03409.0{n:02},Bản {name},bản,03409,,,,,\n" for n, name in enumerate(("Lùng Than", "Phan Lìn"), 1))
    _register(folder, units)
    return Plan("moi-loai", folder, tdp, "y-te").read()


def _init(tdp, folder, plan):
    subprocess.run([tdp, "-q", "init", folder, "--plan", plan], check=True, capture_output=True)


def _register(folder, units):
    (folder / "units.csv").write_text(REGISTER + units)
