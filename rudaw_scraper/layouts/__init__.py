"""The layouts the site has had, each with its reader, and the choice of the one a page is in."""
