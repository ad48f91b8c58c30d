"""Builds the compiled parts of the package where a C compiler is at hand; it gives the same results without them.

Two kinds: ``rudaw_scraper/_*.pyx`` by Cython, beside which ``*_plain.py`` do the same in Python; and the modules of
:data:`NATIVE`, which mypyc compiles as they are. RUDAW_PLAIN in the environment says what to do without, here as when
the package is used: ``py`` the second kind, ``1`` both.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import sysconfig
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
PACKAGE = ROOT / "rudaw_scraper"
SUFFIX = sysconfig.get_config_var("EXT_SUFFIX")
CYTHON = sorted(PACKAGE.glob("*.pyx"))
# Types are checked elsewhere; without the stubs of other packages they are only less exact.
MYPY_OPTIONS = ["--config-file=", "--ignore-missing-imports", "--follow-untyped-imports", "--no-incremental"]
# What reads most pages. Left out: what handles JSON of any depth, as compiled recursion has no limit but the stack; and
# what users call and get, since compiled functions have no docstrings and compiled classes can't be copied as others.
NATIVE = [
    PACKAGE / f"{name}.py"
    for name in (
        *("addresses", "article_body", "article_head", "article_lists", "blocks", "body_end", "byline_dates"),
        *("bylines", "captions", "comment_dates", "comment_fields", "comments", "datelines", "document", "editions"),
        *("entries", "entry_words", "headings", "labels", "later_lists", "main_text", "markup", "outline"),
        *("reply_marks", "resumed_body", "sections", "share_bar", "shown_article", "side_boxes", "side_list"),
        *("subheadings", "tally", "text", "tree", "walk", "attributes", "byte_signs", "decoding", "letters"),
        *("plain_record", "validation"),
        *(f"dates/{name}" for name in ("context", "evidence", "fields", "find", "fold", "grammar", "moments")),
        *(f"dates/{name}" for name in ("normalise", "parse", "quick", "read", "region", "shapes")),
        *(f"layouts/{name}" for name in ("base", "choice", "classic", "nextjs", "signs", "skwid")),
        *(
            f"quotes/{name}"
            for name in ("capitals", "clauses", "context", "cues", "documents", "draft", "engine", "english")
        ),
        *(f"quotes/{name}" for name in ("languages", "loose", "marks", "names", "nounphrases", "ordered", "people")),
        *(
            f"quotes/{name}"
            for name in ("phrases", "positions", "readings", "registry", "spans", "subjects", "suffixes", "verb_first")
        ),
        "quotes/verdict",
        *(f"quotes/tables/{name}" for name in ("english", "first_names", "folding", "order", "rows")),
    )
]
COMPILED_FROM = PACKAGE / "_compiled_from.json"  # sums of their sources; see rudaw_scraper/compiled.py
SHARED = f"rudaw_scraper__mypyc{SUFFIX}"  # the code of all native modules; they themselves only lead to it
# Calls between native modules go straight, not by the linker's table; what only errors need is kept apart, so that
# what runs lies close together: behind a parse, most of it comes from slow memory.
FLAGS = ["-fvisibility=hidden", "-fno-semantic-interposition"]
ONLY_ERRORS = ("CPy_AddTraceback", "CPy_TypeErrorTraceback", "CPy_TypeError", "CPy_AttributeError")


class CompiledParts(BuildHookInterface[Any]):
    """Adds the compiled modules to wheels; for editable installs, puts them beside their sources."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build them, or say why not; ``build_data`` is told what goes into the wheel."""
        plain = os.environ.get("RUDAW_PLAIN")
        if self.target_name != "wheel" or plain == "1":
            return
        self.folder = Path(tempfile.mkdtemp(prefix="rudaw-build-"))
        names = self.compiled([] if plain else NATIVE)
        if names is None and not plain:
            names = self.compiled([])
        if names is None:
            return
        if version == "editable":
            put_beside_sources(self.folder, names)
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"].update({str(self.folder / name): name for name in names})

    def compiled(self, native: list[Path]) -> list[str] | None:
        """Return the paths of the compiled files, or ``None`` where the compilers or their front ends fail."""
        try:
            return compile_parts(self.folder, native)
        except (Exception, SystemExit) as error:  # they fail in many ways
            kind = "modules that mypyc compiles" if native else "modules that Cython compiles"
            self.app.display_warning(f"rudaw_scraper is built without the {kind}, and will be slower: {error!r}")
            return None

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatchling's
        """Remove what the wheel has taken in."""
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder, ignore_errors=True)


def compile_parts(folder: Path, native: list[Path]) -> list[str]:
    """Compile into a folder, and return the paths of the compiled files in it, as they are to be installed.

    Raises whatever the compiler's front ends raise.
    """
    import lxml
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    with contextlib.chdir(ROOT):
        modules = [
            Extension(
                f"rudaw_scraper.{source.stem}",
                [str(source.relative_to(ROOT))],
                include_dirs=lxml.get_include(),
                extra_compile_args=["-O3", "-g0", "-w"] if os.name == "posix" else [],
            )
            for source in CYTHON
        ]
        extensions = [*cythonize(modules, build_dir=str(folder / "c"), quiet=True), *native_extensions(folder, native)]
        command = Distribution({"name": "rudaw-scraper", "ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib, command.build_temp, command.parallel = str(folder), str(folder / "o"), os.cpu_count()
        command.ensure_finalized()
        command.run()
    sources = [*CYTHON, *native]
    return [
        *(source.relative_to(ROOT).with_suffix(SUFFIX).as_posix() for source in sources),
        *([SHARED] if native else []),
    ]


def native_extensions(folder: Path, native: list[Path]) -> list[Any]:
    """Return what is to be compiled of modules as mypyc translates them."""
    if not native:
        return []
    from mypyc.build import mypycify

    extensions = mypycify(
        [*MYPY_OPTIONS, *(str(source.relative_to(ROOT)) for source in native)],
        opt_level="3",
        debug_level="0",
        multi_file=True,
        target_dir=str(folder / "m"),
        group_name="rudaw_scraper",
    )
    if sys.platform == "linux":  # where it was measured; other compilers may not know the flags
        header = folder / "only_errors.h"
        cold = (f"__typeof__({name}) {name} __attribute__((cold));\n" for name in ONLY_ERRORS)
        header.write_text(f"#include <Python.h>\n#include <CPy.h>\n{''.join(cold)}", encoding="utf-8")
        for extension in extensions:
            if SHARED.startswith(extension.name):
                extension.extra_compile_args = [*extension.extra_compile_args, *FLAGS, "-include", str(header)]
    return extensions


def put_beside_sources(folder: Path, names: list[str]) -> None:
    """Put compiled files into the checkout, each at once: a running program may have an older one open."""
    COMPILED_FROM.unlink(missing_ok=True)
    for path in [*PACKAGE.rglob("*.so"), *PACKAGE.rglob("*.pyd"), *ROOT.glob("rudaw_scraper__mypyc*")]:
        if path.relative_to(ROOT).as_posix() not in names:
            path.unlink()  # Python would take it in place of its source
    for name in names:
        fresh = ROOT / f"{name}.part"
        shutil.copyfile(folder / name, fresh)
        fresh.replace(ROOT / name)
    if SHARED not in names:
        return  # no module that is also there in Python was compiled
    sums = {path.relative_to(PACKAGE).as_posix(): blake2b(path.read_bytes()).hexdigest() for path in NATIVE}
    COMPILED_FROM.write_text(json.dumps(sums), encoding="utf-8")
