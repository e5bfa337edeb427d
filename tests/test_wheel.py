"""What is installed from a wheel works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (found,) = folder.glob("*.whl")
    return found


def test_the_wheel_carries_trees_styles_and_migrations(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for tree in (ROOT / "decision_trees").glob("*.yaml"):
        assert f"tshoot/decision_trees/{tree.name}" in names
    parts = ("tui/chat.tcss", "store/migrations/0001_cases.sql", "render/summary.schema.json")
    for part in (*parts, "decision_trees/glossary.yaml"):
        assert f"tshoot/{part}" in names
    for kind in ("tree", "test", "settings", "glossary", "translation"):
        assert f"tshoot/schema/{kind}.schema.json" in names  # where the first lines of the trees look for it
    assert not [name for name in names if name.startswith(("tests/", "docs/", "benchmarks/"))]


def test_installed_elsewhere_it_walks_a_tree(wheel: Path, tmp_path: Path) -> None:
    """A new environment sees this one's libraries, but nothing of the checkout."""
    place = tmp_path / "env"
    venv.create(place, with_pip=True, symlinks=True)
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True, timeout=300)
    packages = next(place.glob("**/site-packages"))
    libraries = Path(str(yaml.__file__)).parent.parent
    (packages / "libraries.pth").write_text(f"{libraries}\n")
    env = {**os.environ, "TSHOOT_STATE": str(tmp_path / "state"), "PYTHONPATH": ""}
    done = subprocess.run(
        [str(programs / "tshoot"), "run", "printer", "--plain"],
        input=b"/quit\n", capture_output=True, cwd=tmp_path, env=env, timeout=120, check=False,
    )  # fmt: skip
    assert b"Step 1" in done.stdout, done.stderr
    assert b"is saved as" in done.stdout
    code = "import tshoot; print(tshoot.__file__)"
    where = subprocess.run(
        [str(programs / "python"), "-c", code], capture_output=True, cwd=tmp_path, env=env, check=True
    )
    assert str(packages).encode() in where.stdout
