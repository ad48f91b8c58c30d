"""Quality on a set of invented news: stretch and speaker both right, with a floor that may only rise."""

from pathlib import Path

from benchmarks.quotes import length, measure, read_news

NEWS = Path(__file__).parent / "quotes" / "english_news.txt"
ORDINARY = Path(__file__).parent / "quotes" / "english_ordinary.txt"
FLOOR = 0.96  # F1, all stretches


def test_stretches_and_speakers_of_invented_news() -> None:
    result = measure(read_news(NEWS.read_text(encoding="utf-8")))
    assert result.expected > 170
    assert result.f1 >= FLOOR, result


def test_a_report_of_ordinary_density_is_read_without_error() -> None:
    stories = read_news(ORDINARY.read_text(encoding="utf-8"))
    result = measure(stories)
    assert (result.expected, result.found, result.right) == (10, 10, 10)
    assert 4500 < length(stories) < 4700
