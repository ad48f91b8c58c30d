"""Builds ``rudaw_scraper/_walk``, the compiled walk over a page's tree, where a C compiler is at hand.

Without one, or with RUDAW_PLAIN_WALK set in the environment, the package is built without it and works all the same:
``rudaw_scraper/walk_plain.py`` then does the work, more slowly.
"""

from __future__ import annotations

import os
import shutil
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = Path(__file__).resolve().parent / "rudaw_scraper"
MODULE = f"_walk{sysconfig.get_config_var('EXT_SUFFIX')}"


class CompiledWalk(BuildHookInterface[Any]):
    """Adds the compiled module to wheels, and to the package's folder for editable installs."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Build it, or say why not; ``build_data`` is told what goes into the wheel."""
        if self.target_name != "wheel":
            return
        try:
            if os.environ.get("RUDAW_PLAIN_WALK"):
                (PACKAGE / MODULE).unlink(missing_ok=True)
                return
            compile_walk()
        except (Exception, SystemExit) as error:  # compilers and their front ends fail in many ways
            (PACKAGE / MODULE).unlink(missing_ok=True)  # it may be an older one
            self.app.display_warning(f"rudaw_scraper is built without its compiled part, and will be slower: {error}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["artifacts"].append(f"rudaw_scraper/{MODULE}")


def compile_walk() -> None:
    """Compile the module into the package's folder. Raises whatever the compiler's front ends raise."""
    import lxml
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    with tempfile.TemporaryDirectory() as folder:
        walk = Extension(
            "rudaw_scraper._walk",
            [str(PACKAGE / "_walk.pyx")],
            include_dirs=lxml.get_include(),
            extra_compile_args=["-O2", "-g0", "-w"] if os.name == "posix" else [],
        )
        extensions = cythonize([walk], build_dir=folder, quiet=True)
        command = Distribution({"name": "rudaw-scraper", "ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = folder, folder
        command.ensure_finalized()
        command.run()
        fresh = PACKAGE / f"{MODULE}.part"  # a running program may have the old one open
        shutil.copyfile(Path(folder, "rudaw_scraper", MODULE), fresh)
        fresh.replace(PACKAGE / MODULE)
