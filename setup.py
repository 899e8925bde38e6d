"""Put a copy of the shipped knowledge, read and checked, into what is built: its first start is then quick.

All else about the package is in pyproject.toml. A checkout (`pip install -e`) has no copy.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithCopy(build_py):
    """Builds the modules, and has them make the copy."""

    def run(self) -> None:
        """Build; ends with an error if the copy cannot be made."""
        super().run()
        if not self.editable_mode:
            built = Path(self.build_lib).resolve()
            path = os.pathsep.join(filter(None, (str(built), os.environ.get("PYTHONPATH"))))
            code = "import sys; from pathlib import Path; from advisor.inference.cache import add_copy; "
            subprocess.run(
                [sys.executable, "-c", f"{code}add_copy(Path(sys.argv[1]))", str(built / "advisor")],
                cwd=built,
                env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
                check=True,
            )


setup(cmdclass={"build_py": BuildWithCopy})
