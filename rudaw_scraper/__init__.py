"""Turn pages of the Kurdish news site Rudaw into research data."""

__version__ = "0.1.0"
__all__ = ["Article", "NotAnArticle", "RudawError", "__version__", "extract_article", "load"]

from rudaw_scraper.compiled import choose_modules

choose_modules()

from rudaw_scraper.dataset.load import load
from rudaw_scraper.errors import NotAnArticle, RudawError
from rudaw_scraper.extract import extract_article
from rudaw_scraper.record import Article
