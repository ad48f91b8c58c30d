"""The command line: what it prints, and its exit codes."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner, Result

from rudaw_scraper import __version__
from rudaw_scraper.cli import main, running
from rudaw_scraper.spiders.arguments import BadArgument
from rudaw_scraper.validation import problems
from rudaw_scraper.writer import WriteError
from tests.records import sound_record
from tests.small_site import article_page, rudaw

URL = "https://www.rudaw.net/english/kurdistan/070520183"
TIME = "2018-05-09T09:00:00Z"
CAPTURES = Path(__file__).parent.parent.parent / "shared" / "captures"
COMMANDS = sorted(main.commands)


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(article_page("Bridge opens"))
    return path


def test_version() -> None:
    assert run("--version").output == f"rudaw, version {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"rudaw {command} " in result.output.split("Examples:")[1]
    assert main.commands[command].help


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_help(command: str) -> None:
    for parameter in main.commands[command].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_extract_prints_the_record(page: Path) -> None:
    result = run("extract", page, "--url", URL, "--fetched-at", TIME)
    assert result.exit_code == 0
    record = json.loads(result.output)
    assert problems(record) == []
    assert (record["id"], record["headline"]) == ("english/kurdistan/070520183", "Bridge opens")
    assert record["fetched_at"] == TIME
    assert result.output.startswith('{\n  "schema_version": "1.0",\n')


def test_extract_prints_one_line_from_standard_input(page: Path) -> None:
    result = run("extract", "-", "--url", URL, "--fetched-at", TIME, "--jsonl", stdin=page.read_bytes())
    indented = run("extract", page, "--url", URL, "--fetched-at", TIME, "--indent")
    assert result.output.count("\n") == 1
    assert json.loads(result.output) == json.loads(indented.output)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "gives no article (EmptyPage): "), (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "gives no article (BinaryContent): ")],
)
def test_extract_says_why_there_is_no_article(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "page.html").write_bytes(content)
    result = run("extract", tmp_path / "page.html", "--url", URL)
    assert result.exit_code == 1
    assert words in result.stderr
    assert result.stdout == ""
    assert "standard input gives no article" in run("extract", "-", "--url", URL, stdin=content).stderr


def test_extract_names_wrong_usage(page: Path) -> None:
    for arguments, words in [
        ((page,), "Missing option '--url'"),
        ((page, "--url", "https://example.org/x"), "not an address of Rudaw"),
        ((page, "--url", URL, "--fetched-at", "yesterday"), "not a time: 'yesterday'"),
        ((page.with_name("missing.html"), "--url", URL), "missing.html cannot be read: No such file or directory"),
        ((page.parent, "--url", URL), "is a directory"),
    ]:
        result = run("extract", *arguments)
        assert result.exit_code == 2, result.output
        assert words in result.stderr
        assert "Traceback" not in result.output


@pytest.mark.skipif(not CAPTURES.is_dir(), reason="the captures lie beside the checkout only")
@pytest.mark.parametrize("name", sorted(path.stem for path in CAPTURES.glob("*.txt")))
def test_extract_of_a_real_capture_gives_a_valid_record(name: str) -> None:
    case = json.loads((CAPTURES / f"{name}.json").read_text(encoding="utf-8"))
    options = ["--url", case["url"], "--fetched-at", case["fetched_at"], "--content-type", case["content_type"]]
    record = json.loads(run("extract", CAPTURES / f"{name}.txt", *options).output)
    assert problems(record) == []
    assert record["headline"] == case["record"]["headline"]
    assert record["body"] == case["record"]["body"]


def write(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def test_validate_passes_what_is_sound(tmp_path: Path) -> None:
    second = sound_record() | {"content_sha256": "1" * 64}
    path = write(tmp_path / "articles.jsonl", sound_record(), second)
    result = run("validate", path)
    assert (result.exit_code, result.output) == (0, f"{path}: 2 records, sound\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the file is empty"),
        ("{}\n", '"schema_version" is a required property'),
        ('{"id": "x"', "the line does not end in a line feed"),
        ('{"id": "x"\n', "not JSON"),
        ("\n", "not JSON"),
        ('{"a": 1, "a": 2}\n', "a key occurs twice"),
        ("[" * 100_000 + "\n", "not JSON"),
        ("\xff\n", "not UTF-8: invalid start byte at byte 0"),
    ],
)
def test_validate_names_lines_that_are_no_records(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_bytes(text.encode("latin-1"))
    result = run("validate", path)
    assert result.exit_code == 1
    assert words in result.output


def test_validate_names_the_line_and_the_record(tmp_path: Path) -> None:
    bad = sound_record() | {"content_sha256": "2" * 64, "headline": "two  spaces"}
    result = run("validate", write(tmp_path / "a.jsonl", sound_record(), bad, sound_record()))
    assert result.exit_code == 1
    assert "3 records, 2 problems" in result.output
    rows = result.output.splitlines()[2:]
    assert rows[0].split(maxsplit=2)[:2] == ["2", "english/kurdistan/070520183"]
    assert "white space is not folded" in rows[0]
    assert rows[1].split(maxsplit=2)[:2] == ["3", "english/kurdistan/070520183"]
    assert "the same article with the same content as on line 1" in rows[1]


def test_validate_checks_the_form_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    line = json.dumps(sound_record(), ensure_ascii=False)
    path.write_bytes(b"\xef\xbb\xbf" + line.encode() + b"\r\n")
    output = run("validate", path).output
    assert "byte order mark" in output
    assert "CR LF instead of LF" in output
    path.write_text(json.dumps(sound_record()) + "\n")
    assert "\\u escapes instead of themselves" in run("validate", path).output


def test_validate_shows_the_first_problems_of_many(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("x\n" * 150)
    output = run("validate", path).output
    assert "150 records, 150 problems" in output
    assert output.endswith("... and 50 problems more\n")


def test_validate_shows_no_control_characters(tmp_path: Path) -> None:
    bad = sound_record() | {"id": "english/\x1b[31mred"}
    assert "\x1b" not in run("validate", write(tmp_path / "articles.jsonl", bad)).output


def test_validate_needs_files() -> None:
    assert run("validate").exit_code == 2
    assert "does not exist" in run("validate", "missing.jsonl").stderr


def test_schema_is_the_shipped_one() -> None:
    from rudaw_scraper.schema import load_schema

    assert json.loads(run("schema").output) == load_schema()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["crawl", "--site", "nowhere"], "site: 'nowhere' is neither an existing folder nor an address"),
        (["crawl", "--section", "a b"], "section: 'a b' is none"),
        (["saved", "missing.html"], "paths: 'missing.html' does not exist"),
    ],
)
def test_wrong_usage_of_a_crawl_is_exit_2(tmp_path: Path, arguments: list[str], words: str) -> None:
    result = rudaw(*arguments, cwd=tmp_path)
    assert result.returncode == 2, result.stderr
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--edition", "persian"], "'persian' is not one of 'english', 'sorani', 'kurmanci', 'arabic', 'turkish'"),
        (["--limit", "0"], "0 is not in the range x>=1"),
        (["--delay", "-1"], "-1.0 is not in the range"),
        (["--concurrency", "x"], "'x' is not a valid integer"),
        (["--nothing"], "No such option"),
    ],
)
def test_wrong_options_of_a_crawl(arguments: list[str], words: str) -> None:
    result = run("crawl", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_the_module_is_the_command(tmp_path: Path) -> None:
    result = rudaw("--version", cwd=tmp_path)
    assert result.stdout == f"rudaw, version {__version__}\n"


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (BadArgument("edition: x"), click.UsageError, "edition: x"),
        (WriteError("x cannot be written"), click.ClickException, "x cannot be written"),
        (KeyError("x\x1b[31m"), click.ClickException, "This program failed (KeyError: 'x\\x1b[31m')"),
    ],
)
def test_errors_before_a_crawl_are_sentences(error: Exception, kind: type[Exception], words: str) -> None:
    task: asyncio.Future[None] = asyncio.Future(loop=asyncio.new_event_loop())
    task.set_exception(error)
    process = SimpleNamespace(create_crawler=lambda name: None, crawl=lambda crawler: task, start=lambda: None)
    with pytest.raises(kind) as caught:
        running._crawl(process, "rudaw", {})  # type: ignore[arg-type]
    task.get_loop().close()
    assert type(caught.value) is kind
    assert words in str(caught.value)


def test_a_broken_site_table_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "site.json").write_text("{")
    result = rudaw("crawl", "--site", tmp_path, "--output", tmp_path / "out")
    assert result.returncode == 2
    assert "site.json cannot be read" in result.stderr
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
