"""Print how right the program is, field by field, over contents and styles.

python -m tests.pages.score                      all contents and captures, named styles and ten random ones
python -m tests.pages.score --random 100         more random styles
python -m tests.pages.score --vary 5             also five reduced pages of every content
python -m tests.pages.score -c english-dam -s td_text -v     one case, with every difference
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from tests.pages.capture import load_captures
from tests.pages.cases import judge, judge_capture
from tests.pages.compare import Difference
from tests.pages.store import load_all
from tests.pages.style import BY_NAME, NAMED, DomStyle, random_style
from tests.pages.vary import vary

Judge = Callable[[DomStyle | None], list[Difference]]
FIELDS = (
    "id", "url", "edition", "language", "section", "section_path", "layout", "headline", "byline", "authors",
    "date_published", "date_published_raw", "dateline", "body", "subheadings", "captions", "tags", "comments",
    "comment_count", "related", "latest_comments",
)  # fmt: skip


@dataclass
class Score:
    """Counts over the cases so far."""

    cases: int = 0
    exact: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    by_style: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_content: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    pairs: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    samples: dict[str, list[tuple[str, Difference]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, content: str, style: str, found: list[Difference]) -> None:
        """Count one case."""
        self.cases += 1
        fields_ = {difference.field for difference in found}
        self.exact += not fields_
        self.wrong.update(fields_)
        self.by_style[style].append(not fields_)
        self.by_content[content].append(not fields_)
        for name in fields_:
            self.pairs[name][style] += 1
        for difference in found:
            self.samples[difference.field].append((f"{content} / {style}", difference))


def subjects(with_captures: bool, variations: int = 0) -> Iterator[tuple[str, Judge]]:
    """Every content and every capture with the function that judges it in a style."""
    for content in load_all():
        yield content.name, partial(judge, content)
        for seed in range(variations):
            varied = vary(content, seed)
            yield varied.name, partial(judge, varied)
    if with_captures:
        for capture in load_captures():
            yield capture.name, partial(judge_capture, capture)


def run(styles: list[DomStyle | None], wanted: list[str], with_captures: bool = True, variations: int = 0) -> Score:
    """Judge every content in every style; an exception counts as all fields wrong."""
    score = Score()
    for name, judge_in in subjects(with_captures, variations):
        if wanted and not any(part in name for part in wanted):
            continue
        for style in styles:
            label = style.name if style else "(plain text)"
            try:
                found = judge_in(style)
            except Exception as error:
                kind = f"{type(error).__name__}: {error}"[:90]
                score.failed[kind] += 1
                found = [Difference(name_, name_, "a record", kind) for name_ in FIELDS]
            score.add(name, label, found)
    return score


def show(score: Score, seconds: float, samples: int) -> None:
    """Print the score, the worst first."""
    print(f"{score.exact} of {score.cases} cases exact ({score.exact / max(1, score.cases):.1%}), {seconds:.1f} s")
    for kind, count in score.failed.most_common(8):
        print(f"  raised {count} times  {kind}")
    right = {name: 1 - score.wrong[name] / max(1, score.cases) for name in FIELDS}
    print(f"mean over fields {sum(right.values()) / len(right):.4f}")
    print("\nfield               right   wrong in (cases)")
    for name in sorted({*FIELDS, *score.wrong}, key=lambda f: -score.wrong[f]):
        worst = ", ".join(f"{style} {count}" for style, count in score.pairs[name].most_common(5))
        print(f"  {name:18} {1 - score.wrong[name] / max(1, score.cases):6.1%}  {worst}")
    for title, table in (("style", score.by_style), ("content", score.by_content)):
        rows = sorted(table.items(), key=lambda row: sum(row[1]) / len(row[1]))
        print(f"\n{title}: exact cases, worst first")
        for name, hits in rows[:14]:
            print(f"  {sum(hits):4} of {len(hits):4}  {name}")
    for name, _ in score.wrong.most_common():
        for case, difference in score.samples[name][:samples]:
            print(f"\n[{case}] {difference}")


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-c", "--content", action="append", default=[], help="part of a content's name")
    parser.add_argument("-s", "--style", action="append", default=[], help="a style (named, random-N, or text)")
    parser.add_argument("--random", type=int, default=10, metavar="N", help="number of random styles")
    parser.add_argument("--vary", type=int, default=0, metavar="N", help="also N reduced pages of each content")
    parser.add_argument("--no-captures", action="store_true", help="only invented contents")
    parser.add_argument("-v", "--samples", type=int, nargs="?", const=99, default=1, help="differences shown per field")
    arguments = parser.parse_args()
    styles: list[DomStyle | None] = [None, *NAMED, *(random_style(seed) for seed in range(arguments.random))]
    if arguments.style:
        styles = [_style(name) for name in arguments.style]
    start = time.perf_counter()
    score = run(styles, arguments.content, not arguments.no_captures, arguments.vary)
    show(score, time.perf_counter() - start, arguments.samples)


def _style(name: str) -> DomStyle | None:
    if name == "text":
        return None
    return random_style(int(name.removeprefix("random-"))) if name.startswith("random-") else BY_NAME[name]


if __name__ == "__main__":
    main()
