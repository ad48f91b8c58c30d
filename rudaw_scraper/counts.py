"""The names under which a run is counted in Scrapy's statistics; those that end in a slash are continued."""

ARTICLES = "rudaw/articles"  # lines written
CHANGED = "rudaw/changed"  # of these: a further capture of an article that was written by an earlier run
UNCHANGED = "rudaw/unchanged"  # read again, and the same as before
KNOWN = "rudaw/known"  # listed, written by an earlier run, and not due to be read again
OUT_OF_RANGE = "rudaw/out_of_range"  # read, and not between --since and --until
LISTINGS = "rudaw/listings"
LISTED = "rudaw/listed/"  # by edition
EMPTY_EDITIONS = "rudaw/empty_editions"
START_FAILED = "rudaw/start_failed"
LISTING_FAILED = "rudaw/listing_failed"
REFUSED = "rudaw/refused/"  # by reason
EXPECTED = "rudaw/expected"  # refused as the folder that was crawled says it should be
REPEATED = "rudaw/repeated"  # refused for good in an earlier run, and listed still
FAULTS = "rudaw/faults"
OFFSITE = "rudaw/offsite"  # requests refused because they would leave the site
OFFSITE_LINKS = "rudaw/offsite_links"  # links in listings that lead away from the site, and are not followed
OFFSITE_KEPT = "rudaw/offsite_kept"  # the first of them, with why
LAYOUT = "rudaw/layouts/"  # by layout
FIELD = "rudaw/fields/"  # by field: articles that have it
FIELD_OF = "rudaw/fields_of/"  # by field: articles that could have it
SAME = "rudaw/same/"  # by field: articles that have the text of it which most have
SOURCES = "rudaw/sources/"  # by source of addresses: what became of it
WRITE_ERROR = "rudaw/write_error"
ASKED_TO_WAIT = "rudaw/asked_to_wait"
FOLDER = "rudaw/folder"
PROBLEMS = "rudaw/problems"
