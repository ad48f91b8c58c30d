"""Invented pages for tests: a model of what a page says, and many ways to say it in HTML.

Nothing in here uses the reader under test, so that what it expects is independent of what the reader does.
"""
