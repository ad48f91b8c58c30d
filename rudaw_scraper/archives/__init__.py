"""Reading web archives: WARC, WET, ARC, WACZ and folders of saved pages, on one machine or a cluster."""
