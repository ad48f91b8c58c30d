"""Builds the compiled parts of the package (``rudaw_scraper/*.pyx``) where a C compiler is at hand.

Without one, or with RUDAW_PLAIN set in the environment, the package is built without them and works all the same:
``rudaw_scraper/*_plain.py`` then do the work, more slowly.
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
SOURCES = sorted(PACKAGE.glob("*.pyx"))
SUFFIX = sysconfig.get_config_var("EXT_SUFFIX")


class CompiledParts(BuildHookInterface[Any]):
    """Adds the compiled modules to wheels, and to the package's folder for editable installs."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Build them, or say why not; ``build_data`` is told what goes into the wheel."""
        if self.target_name != "wheel":
            return
        try:
            if os.environ.get("RUDAW_PLAIN"):
                remove_parts()
                return
            compile_parts()
        except (Exception, SystemExit) as error:  # compilers and their front ends fail in many ways
            remove_parts()
            self.app.display_warning(f"rudaw_scraper is built without its compiled parts, and will be slower: {error}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["artifacts"] += [f"rudaw_scraper/{source.stem}{SUFFIX}" for source in SOURCES]


def remove_parts() -> None:
    """Remove what an earlier build may have left: it may be older than its source."""
    for source in SOURCES:
        (PACKAGE / f"{source.stem}{SUFFIX}").unlink(missing_ok=True)


def compile_parts() -> None:
    """Compile the modules into the package's folder. Raises whatever the compiler's front ends raise."""
    import lxml
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    with tempfile.TemporaryDirectory() as folder:
        modules = [
            Extension(
                f"rudaw_scraper.{source.stem}",
                [str(source)],
                include_dirs=lxml.get_include(),
                extra_compile_args=["-O3", "-g0", "-w"] if os.name == "posix" else [],
            )
            for source in SOURCES
        ]
        extensions = cythonize(modules, build_dir=folder, quiet=True)
        command = Distribution({"name": "rudaw-scraper", "ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = folder, folder
        command.ensure_finalized()
        command.run()
        for source in SOURCES:
            name = f"{source.stem}{SUFFIX}"
            fresh = PACKAGE / f"{name}.part"  # a running program may have the old one open
            shutil.copyfile(Path(folder, "rudaw_scraper", name), fresh)
            fresh.replace(PACKAGE / name)
