"""Where articles are listed: a class for each kind of listing, all of which give the same :class:`Listing`."""

from rudaw_scraper.discovery.api import ListingApi
from rudaw_scraper.discovery.base import ArticleLink, Listing, NoListing, Source
from rudaw_scraper.discovery.feed import Feed
from rudaw_scraper.discovery.html import HtmlListing
from rudaw_scraper.discovery.sitemap import NewsSitemap

__all__ = ["FEED", "OPTIONAL", "SITEMAP", "ArticleLink", "HtmlListing", "Listing", "NoListing", "Source"]

FEED, SITEMAP = Feed(), NewsSitemap()
# Asked for at the beginning of a run, beside the site's pages, and used if the site has them.
OPTIONAL: tuple[Source, ...] = (ListingApi(), FEED, SITEMAP)
