"""Settings of Scrapy that differ from its defaults, each with its reason."""

from rudaw_scraper import __version__

BOT_NAME = "rudaw_scraper"
SPIDER_MODULES = ["rudaw_scraper.spiders"]
NEWSPIDER_MODULE = "rudaw_scraper.spiders"

# Who we are. Put the address of a page or a mailbox where the site's people can reach you into RUDAW_CONTACT
# (or use `rudaw crawl --contact …`); it is sent with every request.
RUDAW_CONTACT = ""
USER_AGENT = f"rudaw_scraper/{__version__} (research crawler)"

# Where the runs go: RUDAW_OUTPUT/<edition or all>/<UTC start>/
RUDAW_OUTPUT = "output"

# Politeness: one request at a time, a second apart, slower when the site is slow.
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0.0  # a pause is as long as it says; Scrapy's own may be half of it
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_REQUESTS = 1  # there is one domain; more would only queue up behind the delay, and hold up a shutdown
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0

# Limits. The largest article page seen was 0.6 MB (the English front page of 2026).
DOWNLOAD_MAXSIZE = 4 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0  # a page that is too large is refused with a line of its own
DOWNLOAD_TIMEOUT = 20  # seconds for the whole page, so that one that trickles in ends as well
REDIRECT_MAX_TIMES = 5  # a loop is cut off early

# A page that failed is tried three times more, after 0.5, 1 and 2 seconds. The site may ask for more patience with
# Retry-After, up to a quarter of an hour; if it asks for more, the run ends and the next one goes on. Answers 429
# without it hold everything up for 1, 2 and 4 seconds.
RETRY_TIMES = 3
RUDAW_RETRY_PAUSE = 0.5
RUDAW_TOO_MANY_PAUSE = 1.0
RUDAW_LONGEST_WAIT = 900.0

# Work that brings nothing here, a quarter of the CPU time of a crawl: Scrapy starts this many tasks for each page
# (our pipelines wait for nothing), and reads the source of callbacks again and again to look for a mistake in them.
CONCURRENT_ITEMS = 1
WARN_ON_GENERATOR_RETURN_VALUE = False

# Safety: certificates are checked (Scrapy's default is not to), and there is no door into the process.
DOWNLOAD_VERIFY_CERTIFICATES = True
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
METAREFRESH_ENABLED = False  # the page does not decide where the crawler goes
COOKIES_ENABLED = False

# No Accept-Language: the default, English, could sway a site in five languages.
DEFAULT_REQUEST_HEADERS = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}

EXTENSIONS = {
    "rudaw_scraper.run.Run": 100,
    "rudaw_scraper.pace.Pace": 150,
    "rudaw_scraper.save_warc.SaveWarc": 200,
    "rudaw_scraper.progress.ProgressBar": 500,
}
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # StayOnSite is stricter
    "rudaw_scraper.middlewares.StayOnSite": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # a site in trouble allows it everything
    "rudaw_scraper.robots.ObeyRobots": 100,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,  # there is no password
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # asks again at once, and ignores Retry-After
    "rudaw_scraper.retries.RetryLater": 550,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,  # takes torn data for whole
    "rudaw_scraper.unpacking.Unpack": 590,
    "rudaw_scraper.middlewares.PublicNames": 760,  # behind Scrapy's own that chooses a proxy
}
SPIDER_MIDDLEWARES = {"scrapy.spidermiddlewares.depth.DepthMiddleware": None}  # nothing asks how deep a page lies
ITEM_PIPELINES = {
    "rudaw_scraper.pipelines.ReadPage": 100,
    "rudaw_scraper.pipelines.DropDuplicates": 200,
    "rudaw_scraper.pipelines.NormaliseDates": 300,
    "rudaw_scraper.pipelines.KeepRange": 320,
    "rudaw_scraper.pipelines.DropUnchanged": 340,
    "rudaw_scraper.pipelines.FindQuotes": 400,
    "rudaw_scraper.pipelines.ValidateRecord": 500,
    "rudaw_scraper.pipelines.WriteArticle": 600,
}

LOG_LEVEL = "INFO"
LOG_FORMATTER = "rudaw_scraper.logs.OneLine"
FEED_EXPORT_ENCODING = "utf-8"  # for `scrapy crawl rudaw -O -:jsonl`; the real output is WriteArticle's
