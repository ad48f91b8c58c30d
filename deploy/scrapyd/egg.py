"""Pack the installed rudaw_scraper into an egg, which Scrapyd's addversion.json takes: ``python egg.py rudaw.egg``."""

import sys
import zipfile
from pathlib import Path

import rudaw_scraper

PACKAGE = Path(rudaw_scraper.__file__).parent
FILES = (".py", ".json", ".toml", ".md", ".js", ".css", ".html", ".gz")


def main(egg: str) -> None:
    """Write the egg: the package as a zip file, with the entry point that Scrapyd looks for."""
    with zipfile.ZipFile(egg, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(PACKAGE.rglob("*")):
            if path.is_file() and path.suffix in FILES:
                archive.write(path, path.relative_to(PACKAGE.parent).as_posix())
        archive.writestr("EGG-INFO/PKG-INFO", f"Name: rudaw-scraper\nVersion: {rudaw_scraper.__version__}\n")
        archive.writestr("EGG-INFO/entry_points.txt", "[scrapy]\nsettings = rudaw_scraper.settings\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python egg.py FILE")
    main(sys.argv[1])
