"""``python -m rudaw_scraper`` is the command ``rudaw``."""

from rudaw_scraper.cli import main

main(prog_name="rudaw")
