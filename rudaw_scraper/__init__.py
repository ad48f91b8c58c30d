"""Turn pages of the Kurdish news site Rudaw into research data."""

__version__ = "0.1.0"
