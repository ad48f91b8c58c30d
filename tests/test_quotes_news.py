"""Quality on a set of invented news: stretch and speaker both right, with a floor that may only rise."""

from pathlib import Path

from benchmarks.quotes import measure, read_news

NEWS = Path(__file__).parent / "quotes" / "english_news.txt"
FLOOR = 0.96  # F1, all stretches


def test_stretches_and_speakers_of_invented_news() -> None:
    result = measure(read_news(NEWS.read_text(encoding="utf-8")))
    assert result.expected > 170
    assert result.f1 >= FLOOR, result
