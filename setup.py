"""Put copies of the shipped knowledge, and of the index of its scenarios, into what is built.

All else about the package is in pyproject.toml. A checkout (`pip install -e`) has no copies.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithCopy(build_py):
    """Builds the modules, and has them make the copies."""

    def run(self) -> None:
        """Build; ends with an error if a copy cannot be made."""
        super().run()
        if not self.editable_mode:
            built = Path(self.build_lib).resolve()
            path = os.pathsep.join(filter(None, (str(built), os.environ.get("PYTHONPATH"))))
            code = (
                "import sys; from pathlib import Path; built = Path(sys.argv[1])\n"
                "from advisor.inference.cache import add_copy\nadd_copy(built)\n"
                "from advisor.scenarios.index_copy import add_copy\nadd_copy(built)\n"
            )
            subprocess.run(
                [sys.executable, "-c", code, str(built / "advisor")],
                cwd=built,
                env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
                check=True,
            )


setup(cmdclass={"build_py": BuildWithCopy})
