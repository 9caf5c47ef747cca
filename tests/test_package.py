"""The package as a whole."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import parley

SOURCE = Path(parley.__file__).parent
ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", parley.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """Names are imported when they are first used."""
    assert getattr(parley, name).__module__.startswith("parley.")


def test_type_checkers_see_the_same_names() -> None:
    """The imports for type checkers are those of `__all__`, which is sorted."""
    tree = ast.parse((SOURCE / "__init__.py").read_text("utf-8"))
    seen = [alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert sorted(set(seen) - {"import_module", "TYPE_CHECKING"}) == sorted(parley.__all__)
    assert parley.__all__ == sorted(parley.__all__)
    assert dir(parley) == sorted([*parley.__all__, "__version__"])


def test_an_unknown_name_is_refused() -> None:
    """As by any module."""
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        parley.reed  # noqa: B018 - the access itself is what fails


def test_importing_it_loads_nothing_heavy() -> None:
    """Neither numbers nor model are loaded before something is read."""
    heavy = "{'numpy', 'onnxruntime', 'tokenizers', 'trafilatura', 'rich', 'click'}"
    code = f"import parley, sys; parley.Report, parley.Reading; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_command_loads_nothing_heavy_before_it_runs() -> None:
    """Whoever reads does not wait for the store, nor whoever asks for the model."""
    heavy = "{'numpy', 'onnxruntime', 'tokenizers', 'trafilatura', 'rich', 'sqlalchemy', 'starlette'}"
    code = f"import parley.cli, sys; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_room_is_a_package() -> None:
    """The check of the layers does not see folders without an `__init__.py`."""
    rooms = {path.parent for path in SOURCE.rglob("*.py")}
    assert [str(room.relative_to(SOURCE)) for room in rooms if not (room / "__init__.py").exists()] == []


def names(requirements: list[str]) -> set[str]:
    """The packages that are asked for."""
    return {re.split(r"[<>=~! ;\[]", line)[0] for line in requirements}


def test_everything_asked_for_is_pinned() -> None:
    """With a hash, and without a word about where it comes from: make lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = names(project["project"]["dependencies"])
    groups = [project["dependency-groups"][group] for group in ("test", "lint", "bench")]
    developing = asked | names([line for group in groups for line in group])
    for file, wanted in (("requirements.lock", asked), ("requirements-dev.lock", developing)):
        text = (ROOT / file).read_text("utf-8")
        pinned = re.findall(r"^([a-z0-9-]+)==\S+.*\\\n    --hash=sha256:", text, re.MULTILINE)
        assert wanted - set(pinned) == set()
        assert "://" not in text
        assert "--index" not in text
