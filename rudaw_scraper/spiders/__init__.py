"""The spiders: ``rudaw`` crawls a site from its listings, ``saved`` reads pages that are on disk."""
