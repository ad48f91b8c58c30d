"""The generic reader: comment lists in many kinds of markup, and articles known by structure alone."""

from html import escape
from typing import Any

import pytest

from rudaw_scraper.any_dates import find_any_date, known_day
from rudaw_scraper.byline_names import names_in
from rudaw_scraper.comment_names import clean_name
from rudaw_scraper.errors import BadTime, EmptyPage, UnknownLayout
from rudaw_scraper.layouts.generic import read_any_page

TITLE = "Two hundred lime trees for the river path"
TEXT = [
    "The council of a small town decided on Monday to plant two hundred lime trees along the river before winter.",
    "Residents had asked for shade for years, because the path lies open to the sun from morning until the afternoon.",
    "The trees come from a nursery in the hills and were grown from seed; each costs as much as a bicycle.",
    "Work begins in October, and the road will stay open while the gardeners dig, unless the river rises as it did.",
]
META = "<p class='meta'>By Ann Wright | May 3, 2019</p>"
FETCHED = "2019-06-01T00:00:00Z"
URL = "https://town.example/river/limes"


def page(comments: str = "", head: str = "", meta: str = META, lang: str = "en") -> str:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    return (
        f"<!doctype html><html lang='{lang}'><head><title>{TITLE} - Town Post</title>{head}</head>"
        "<body class='single comments-open'><header><nav><ul><li><a href='/'>Home</a></li></ul></nav></header>"
        f"<div id='main'><article><h1>{TITLE}</h1>{meta}<div class='entry'>{body}</div></article>{comments}</div>"
        "<aside><h3>Recent Comments</h3><ul><li>Zed on <a href='/other#comment-9'>A story about another bridge</a></li>"
        "<li>Yves on <a href='/third#comment-2'>A story about a third bridge</a></li></ul></aside>"
        "<footer><p>(c) 2019 Town Post</p></footer></body></html>"
    )


def read(comments: str = "", **changes: Any) -> dict[str, Any]:
    return read_any_page(page(comments, **changes), url=URL, fetched_at=FETCHED)


THREE = [
    ("Dora", "I like limes."),
    ("Emil K.", "Too expensive, and the roots will break the wall."),
    ("fay_77", "Plums would be better; nobody eats limes, except for the bees."),
]


def three(row: str, before: str = "", after: str = "") -> str:
    """Three comments of 4, 5 and 6 May 2019, each by the pattern of a row."""
    rows = [row.format(a=escape(a), t=escape(t), d=day) for day, (a, t) in enumerate(THREE, start=4)]
    return before + "".join(rows) + after


LISTS = {
    "ordered list with a meta line": three(
        "<li class='comment even depth-1' id='comment-{d}'><div class='comment-body'><div class='comment-author vcard'>"
        "<img class='avatar' src='x' alt='{a}'><cite class='fn'>{a}</cite> <span class='says'>says:</span></div>"
        "<div class='comment-meta'><a href='#comment-{d}'>May {d}, 2019 at 8:10 am</a></div><p>{t}</p>"
        "<div class='reply'><a rel='nofollow' href='#'>Reply</a></div></div></li>",
        "<div id='comments'><h2>3 Comments</h2><ol>",
        "</ol><div id='respond'><h3>Leave a Reply</h3><form><label>Name</label><input></form></div></div>",
    ),
    "articles with time elements": three(
        "<li id='comment-{d}' class='comment'><article><footer><b class='fn'>{a}</b> <span>says:</span>"
        "<a href='/river/limes#comment-{d}'><time datetime='2019-05-0{d}T10:00:00+02:00'>May {d}, 2019 at 10:00 am"
        "</time></a></footer><div class='comment-content'><p>{t}</p></div><a href='#'>Reply</a></article></li>",
        "<section><h2>3 thoughts on the trees</h2><ol>",
        "</ol></section>",
    ),
    "subject, writer, day of the week": three(
        "<div class='comment'><h3><a href='/comment/{d}#comment-{d}'>Limes {d}</a></h3><div class='submitted'>"
        "Submitted by {a} on Sat, 0{d}/05/2019 - 10:1{d}.</div><div class='content'><p>{t}</p></div>"
        "<ul><li><a href='/user/login'>Log in to post comments</a></li></ul></div>",
        "<div id='comments'><h2>Comments</h2>",
        "</div>",
    ),
    "table rows": three(
        "<tr><td><b>{a}</b></td><td>0{d}.05.2019 18:2{d}</td></tr><tr><td colspan=2>{t}</td></tr>",
        "<h3>Reader comments</h3><table>",
        "</table>",
    ),
    "definition list": three("<dt>{a}, {d} May 2019, 10:0{d}</dt><dd>{t}</dd>", "<h3>Comments</h3><dl>", "</dl>"),
    "flat paragraphs": three(
        "<p><strong>{a}</strong> | {d}/5/2019</p><p>{t}</p>", "<h4>3 comments</h4><div>", "</div>"
    ),
    "relative dates with the day in a title": three(
        "<div class='post'><div class='avatar'><img src='x'></div><div class='hd'><a href='/u/{d}'>{a}</a> "
        "<span title='2019-05-0{d}T12:00:00Z'>{d} weeks ago</span></div><div class='msg'><p>{t}</p></div>"
        "<div class='ft'><a href='#'>Like</a> <a href='#'>Report</a> <span>{d}</span></div></div>",
        "<div class='discussion'><h3>Join the discussion</h3>",
        "</div>",
    ),
    "name and date below the text, in German": three(
        "<div class='kommentar'><p class='txt'>{t}</p><p class='info'>von {a} am {d}. Mai 2019 um 10:0{d} Uhr</p>"
        "<a href='#'>Antworten</a></div>",
        "<div id='kommentare'><h3>Leserkommentare</h3>",
        "</div>",
    ),
    "days for machines only": three(
        "<div class='response'><span class='nick'>{a}</span><time datetime='2019-05-0{d}T10:00:00Z'></time>"
        "<div class='response__text'>{t}</div></div>",
        "<div class='responses'>",
        "</div>",
    ),
    "microdata": three(
        "<div itemprop='comment' itemscope itemtype='https://schema.org/Comment'><span itemprop='author'>{a}</span>"
        "<meta itemprop='dateCreated' content='2019-05-0{d}T10:00:00Z'><div itemprop='text'>{t}</div></div>"
    ),
    "French, in words": three(
        "<li><p>Par <strong>{a}</strong>, le {d} mai 2019 à 10:0{d}</p><div class='texte'>{t}</div>"
        "<a href='#'>Signaler</a></li>",
        "<h3>Vos réactions</h3><ul>",
        "</ul>",
    ),
    "names that say, text between name and day": three(
        "<dt id='c{d}'><a href='http://b.example/profile/{d}'>{a}</a> said...</dt><dd class='b'><p>{t}</p></dd>"
        "<dd><span><a href='/river/limes#c{d}'>5:1{d} PM, May 0{d}, 2019</a></span></dd>",
        "<div class='comments'><h4>3 comments:</h4><dl>",
        "</dl></div>",
    ),
    "a column with the writer's rank": three(
        "<tr><td><b>{a}</b><br>Posts: {d}5<br>Joined: Ju 20{d}1</td><td><div>0{d}.05.2019, 10:2{d}</div><div>{t}</div>"
        "</td></tr>",
        "<h2>Discussion</h2><table>",
        "</table>",
    ),
    "one block for all, with line breaks": three(
        "<b>{a}</b> schrieb am 0{d}.05.2019 10:2{d}:<br>{t}<br><br>", "<h3>Comments</h3><div>", "</div>"
    ),
    "name and day on the last line of the text": three("<p>{t}<br><i>{a}, 0{d}.05.2019</i></p>", "<h3>Comments</h3>"),
    "days in an attribute of the box": three(
        "<div class='c-item' data-date='2019-05-0{d}T10:00:00Z'><div><strong>{a}</strong></div><div>{t}</div></div>",
        "<div class='comment-list'>",
        "</div>",
    ),
    "names marked within a line that is marked too": three(
        "<li class='cmt'><div class='head'><span class='cmt-user'>Posted by<a href='/u/{d}'><span class='cmt-name'>{a}"
        "</span></a></span> <span class='cmt-date'>on<br>{d} May 2019 10:00</span></div><p class='cmt-text'>{t}</p>"
        "<ul><li><a class='report' href='#'>Report this comment</a></li></ul></li>",
        "<div id='dna-comments'><h2>Comments</h2><ol>",
        "</ol></div>",
    ),
    "subject as a heading in the text": three(
        "<div class='comment'><p class='commenter-name'>{a}</p><p class='time'>0{d}/05/2019 - 22:1{d}</p>"
        "<div class='comment-text'><h3><a href='/c/{d}'>Limes {d}</a></h3><div class='content'><p>{t}</p></div></div>"
        "</div>",
        "<div class='comment-wrapper'><h2>Comments</h2>",
        "</div>",
    ),
    "day of the week before the date, name behind it": three(
        "<div class='comment'><span class='by'>Sat, {d} May 2019 - 10:00 — {a} <span>(not verified)</span></span>"
        "<div class='content'><p>{t}</p></div></div>",
        "<div id='comments'><h2>Comments</h2>",
        "</div>",
    ),
    "the day on which the writer joined": three(
        "<div class='post'><dl class='profile'><dt><a class='username' href='/m/{d}'>{a}</a></dt><dd>Joined: Fri Jan "
        "1{d}, 2008 7:06 pm</dd></dl><div class='postbody'><h3>Re: Limes</h3><p class='author'>by <b>{a}</b> &raquo; "
        "May {d}, 2019 8:27 am</p><div class='content'>{t}</div></div></div>",
        "<h3>Discussion</h3><div>",
        "</div>",
    ),
    "an initial for a picture, a town beside the name": three(
        "<div class='css-{d}vg6'><div class='css-1'><div class='css-2'><span></span></div><div class='css-3'><span>{a}"
        "</span><span>Springfield</span></div><span>May {d}, 2019</span></div><p class='css-4'>{t}</p>"
        "<div class='css-5'><button>Reply</button><button>{d} Recommend</button></div></div>",
        "<div id='commentsContainer'><h3>Comments 3</h3><div>",
        "</div></div>",
    ),
    "names that are links within the page": three(
        "<div class='idc-c'><span><a>{d}</a></span><p class='idc-i'><a href='#'>{a}</a></p><p class='idc-d'>"
        "<a href='#c{d}'>· May {d}, 2019</a></p><div class='idc-c-t'>{t}</div><a href='#'>Reply</a></div>",
        "<h3>Comments (3)</h3>",
    ),
    "name and town below the text": three(
        "<div class='reader'><blockquote><p>{t}</p></blockquote><p class='sig'>- {a}, Old Mill, {d}/5/2019</p></div>",
        "<div id='readerComments'><h3>Comments (3)</h3>",
        "</div>",
    ),
    "permanent links with the day of the week, buttons above the name": three(
        "<li class='li-comment'><div class='wrap'><div class='pic'><a class='reply-link' href='/x?to={d}#respond'>"
        "Reply</a></div><div class='comment-content'><div class='meta'><cite>{a}</cite> "
        "<a href='http://old.example/limes.html#comment-{d}'>"
        "Someday, May {d} 2019</a></div><div class='words'><p>{t}</p></div></div></div></li>",
        "<div id='comments'><ol>",
        "</ol></div>",
    ),
    "number and day of the week before the date, name behind it, in French": three(
        "<dt id='c{d}'><a href='#c{d}'>{d}.</a> Le jeudi {d} mai 2019, 10:1{d} par {a}</dt><dd><p>{t}</p></dd>",
        "<div id='comments'><h3>Commentaires</h3><dl>",
        "</dl></div>",
    ),
    "whom they answer, and what they say of the writer": three(
        "<div class='post'><div class='who'><b class='username'>{a}</b><div>Join Date: Oct 2006</div>"
        "<div>Posts: 1{d}</div></div>"
        "<p>{d} May 2019, 10:00</p><p>In reply to <a href='#1'>the first</a> by zed</p><div class='message'>{t}</div>"
        "<p><a href='/abuse'>Complain about this comment</a> (Comment number 1{d})</p></div>",
        "<div id='comments'><h3>Comments</h3>",
        "</div>",
    ),
    "dots in the date, a hidden form, a rank beside the name, buttons in several elements": three(
        "<li><div style='display:none'><p>Write to <b>{a}</b></p></div><div><a href='/u/{d}'>{a}</a> <i>SUPER USER</i> "
        "<i>{d}2 fans</i></div><div>0{d}.may.2019 | 10:1{d}</div><h4>#{d}</h4><p>{t}</p>"
        "<p><a href='#'>Responder</a></p></li>",
        "<div id='comments'><h3>3 comments</h3><ol>",
        "</ol></div>",
    ),
    "name and colon before the text": three(
        "<div class='comment'><p><b>{a}</b>: {t}</p><p class='when'>2019-05-0{d} 10:00</p></div>", "<h3>Comments</h3>"
    ),
    "a clock time on a line of its own": three(
        "<li class='comment'><div>May {d}, 2019<br>1{d}:05 pm <a href='#c{d}'>Link</a></div>"
        "<div class='text'><p>{t}</p></div>"
        "<p>- <cite>{a}</cite></p></li>",
        "<h3>Comments</h3><ol>",
        "</ol>",
    ),
    "French, in May": three(
        "<div class='reaction'><p>Le {d} mai 2019 à 10h1{d}, {a} a écrit :</p><div class='texte'>{t}</div></div>",
        "<h3>Réactions</h3>",
    ),
    "classes without meaning": three(
        "<div class='k{d}'><i><u>{a}</u></i><i>2019-05-0{d} 10:00</i><div><div>{t}</div></div><b>+{d}</b></div>",
        "<div class='q'><h5>Comments (3)</h5>",
        "</div>",
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_author_day_and_text_of_each_comment(name: str) -> None:
    record = read(LISTS[name])
    got = [(c["position"], c["author"], c["date"], c["text"], c["reply_to"]) for c in record["comments"]]
    assert got == [(n, a, f"2019-05-0{n + 3}", t, None) for n, (a, t) in enumerate(THREE, start=1)]
    assert record["body"].split("\n\n") == TEXT


def test_comments_that_nothing_announces() -> None:
    talk = [
        ("yan", "Nice idea, but the path is narrow and the bikes will not get by when the trees are grown."),
        ("zoe", "No word about the old bench in the whole article, which is a pity for us who sit there."),
        ("abe", "I want plums and not limes, and so does everyone whom I have asked in the last few days."),
    ]
    rows = "".join(
        f"<div class='y'><span>{a}</span> <span>04.05.2019, 10:00</span><div>{t}</div></div>" for a, t in talk
    )
    record = read(f"<div class='x'>{rows}</div>")
    assert [(c["author"], c["date"], c["text"]) for c in record["comments"]] == [(a, "2019-05-04", t) for a, t in talk]


def test_replies_nested_in_what_they_answer() -> None:
    item = "<li class='comment depth-{n}'><p><cite>{a}</cite> <em>{d} May 2019</em></p><p>{t}</p>{inner}</li>"
    deep = item.format(n=3, a="Cem", d=6, t="Both of them.", inner="")
    middle = item.format(n=2, a="Bea", d=5, t="Which dog?", inner=f"<ul class='children'>{deep}</ul>")
    first = item.format(n=1, a="Ali", d=4, t="Good news for my dog.", inner=f"<ul class='children'>{middle}</ul>")
    last = item.format(n=1, a="Dov", d=7, t="And for my cat.", inner="")
    record = read(f"<div id='comments'><ol>{first}{last}</ol></div>")
    assert [(c["author"], c["text"], c["reply_to"]) for c in record["comments"]] == [
        ("Ali", "Good news for my dog.", None),
        ("Bea", "Which dog?", 1),
        ("Cem", "Both of them.", 2),
        ("Dov", "And for my cat.", None),
    ]


def test_a_single_comment() -> None:
    record = read(
        "<div id='comments'><h3>1 Comment</h3><div class='comment'><div class='comment__author'>bob</div>"
        "<div class='comment__date'>4 May 2019, 10:00</div><p class='comment__body'>Nice.<br>Really.</p></div></div>"
    )
    assert [(c["author"], c["date"], c["text"]) for c in record["comments"]] == [
        ("bob", "2019-05-04", "Nice.\nReally.")
    ]


def test_a_single_comment_in_markup_without_a_list() -> None:
    record = read(
        "<section class='mt-12'><h2>Comments</h2><p>1 comment</p><div class='divide'><div class='py-4'><div class='f'>"
        "<div class='h'><span class='bold'>bob</span><span class='gray'>4 May 2019</span></div><div class='mt'>"
        "<p>Nice.</p></div><div><button>Like</button><button>Reply</button></div></div></div></div></section>"
    )
    assert [(c["author"], c["date"], c["text"]) for c in record["comments"]] == [("bob", "2019-05-04", "Nice.")]


def test_words_said_twice_are_no_buttons() -> None:
    rows = "".join(
        f"<div class='c'><b class='name'>{a}</b><time>{d} May 2019</time><div class='text'>{t}</div>"
        "<a href='#'>Reply</a></div>"
        for d, a, t in ((4, "Ada", "Yes and no."), (5, "Ben", "+1"), (6, "Cem", "Yes and no."))
    )
    record = read(f"<div id='comments'>{rows}</div>")
    assert [(c["author"], c["text"]) for c in record["comments"]] == [
        ("Ada", "Yes and no."),
        ("Ben", "+1"),
        ("Cem", "Yes and no."),
    ]


def test_an_assent_among_other_words_is_said_too() -> None:
    rows = "".join(
        f"<div class='c'><b class='name'>{a}</b><i>{d} May 2019</i><div class='text'>{t}</div><span>+2</span></div>"
        for d, a, t in (
            (4, "Ada", "<p>+1</p><p>Limes, please.</p>"),
            (5, "Ben", "First line of it.<p>And a second.</p>"),
            (6, "Cem", "<p>No.</p>"),
        )
    )
    record = read(f"<div id='comments'>{rows}</div>")
    assert [c["text"] for c in record["comments"]] == ["+1\nLimes, please.", "First line of it.\nAnd a second.", "No."]


@pytest.mark.parametrize("line", ["{a} replied to <a href='#c'>comment from zed</a>", "#3 {a}"])
def test_whom_a_name_s_line_speaks_of_besides(line: str) -> None:
    rows = "".join(
        f"<div class='cm'><div>{line.format(a=a)} | May {d}, 2019</div><p>{t}</p></div>"
        for d, (a, t) in enumerate(THREE, start=4)
    )
    record = read(f"<h3>Comments</h3>{rows}")
    assert [c["author"] for c in record["comments"]] == [a for a, _ in THREE]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("14 juin 2013", "2013-06-14"),
        ("14 juillet 2013", "2013-07-14"),
        ("28.oct.2012", "2012-10-28"),
        ("2012. március 3.", "2012-03-03"),
        ("3. desember 2012", "2012-12-03"),
        ("3 lipnja 2012", "2012-06-03"),
        ("3. marraskuuta 2012", "2012-11-03"),
        ("14 Agustus 2013", "2013-08-14"),
    ],
)
def test_days_with_months_in_other_languages(printed: str, day: str) -> None:
    found = known_day(printed)
    assert found is not None
    assert found.isoformat() == day
    assert find_any_date(printed, "en") == (0, len(printed))


def test_a_heading_that_counts_ten_comments() -> None:
    rows = "".join(
        f"<div class='x'><b>{a}</b> <i>{d} May 2019</i><p>{t}</p></div>" for d, (a, t) in enumerate(THREE, 4)
    )
    assert len(read(f"<h3>10 comments</h3><div>{rows}</div>")["comments"]) == 3


def test_names_alike_but_for_numbers_are_no_buttons() -> None:
    names = ("guest12", "guest7", "guest31", "Ada", "Ben")
    rows = "".join(
        f"<li><h3><a href='/u/{n}'>{a}</a></h3><p>{n} May 2019</p><div>The words of {a}.</div><p>Reply</p></li>"
        for n, a in enumerate(names, start=3)
    )
    record = read(f"<div id='comments'><h2>Comments</h2><ul>{rows}</ul></div>")
    assert [c["author"] for c in record["comments"]] == list(names)
    assert [c["text"] for c in record["comments"]] == [f"The words of {a}." for a in names]


def test_a_single_comment_in_a_definition_list() -> None:
    record = read("<h3>Comments</h3><dl id='c'><dt id='comment-1'>bob, 4 May 2019</dt><dd>Nice.</dd></dl>")
    assert [(c["author"], c["date"], c["text"]) for c in record["comments"]] == [("bob", "2019-05-04", "Nice.")]


def test_a_definition_of_several_parts() -> None:
    parts = "<dd>Nice.</dd><dd><p>And cheap.</p></dd>"
    record = read(f"<h3>Comments</h3><dl id='c'><dt id='comment-1'>bob, 4 May 2019</dt>{parts}</dl>")
    assert [(c["author"], c["text"]) for c in record["comments"]] == [("bob", "Nice.\nAnd cheap.")]


def test_words_in_an_inline_element_of_several_runs_are_the_marked_text() -> None:
    row = (
        "<li class='comment'><b class='author'>{a}</b> <i>May {d}, 2019</i><p><span class='comment-text'>{t} "
        "<em>So</em> <b>it is.</b></span></p><p>Erbil</p></li>"
    )
    record = read(three(row, "<ul class='comments'>", "</ul>"))
    assert [c["text"] for c in record["comments"]] == [f"{text} So it is." for _, text in THREE]


def test_the_name_of_a_comment_is_no_long_text() -> None:
    assert clean_name(f"posted by Ann{' , ' * 20}says:") == "Ann"
    assert clean_name(f"Ann{',' * 100_000}x") is None


def test_a_byline_of_any_length_gives_its_first_names() -> None:
    assert names_in(f"By Ann Wright and Bob Hill, {'senior ' * 20_000}x") == ["Ann Wright", "Bob Hill"]


def test_links_to_the_same_comments_under_an_older_address() -> None:
    rows = "".join(
        f"<div><p>{a} <a href='http://old.example/a.html#c1'>replied to comment from zed</a> | May {d}, 2019</p>"
        f"<p>{t}</p></div>"
        for d, (a, t) in enumerate(THREE, start=4)
    )
    assert [c["author"] for c in read(f"<h3>Comments</h3>{rows}")["comments"]] == [a for a, _ in THREE]


def test_a_link_from_another_site_is_no_comment() -> None:
    rows = "".join(
        f"<li class='{kind}'><p>By <b class='fn'>{a}</b> on May {d}, 2019</p><p>{t}</p></li>"
        for d, (a, t), kind in zip((4, 5, 6), THREE, ("comment", "comment", "trackback"), strict=True)
    )
    record = read(f"<div id='comments'><ol>{rows}</ol></div>")
    assert [c["author"] for c in record["comments"]] == ["Dora", "Emil K."]


def test_a_date_amid_a_comment_s_sentence_is_not_its_date() -> None:
    talk = "In Hill Road there has been no light since March 3, 2009, and nobody cares."
    record = read(
        f"<div id='comments'><ul><li class='comment'><cite>Ada</cite><p>{talk}</p></li>"
        "<li class='comment'><cite>Ben</cite><p>Well said.</p></li></ul></div>"
    )
    assert [(c["author"], c["date_raw"], c["text"]) for c in record["comments"]] == [
        ("Ada", None, talk),
        ("Ben", None, "Well said."),
    ]


def test_an_answer_of_another_class_beside_the_others() -> None:
    rows = "".join(
        f"<div class='comment{kind}'><div><div class='h'><b>{a}</b> | <i>{d} May 2019</i></div></div>"
        f"<div class='body'><p>Words of {a} on the trees.</p></div></div>"
        for d, a, kind in ((4, "Ada", ""), (5, "Ben", ""), (5, "Cem", " comment-reply"), (6, "Dov", ""), (7, "Eva", ""))
    )
    record = read(f"<div id='comments'>{rows}</div>")
    assert [c["text"] for c in record["comments"]] == [
        f"Words of {a} on the trees." for a in ("Ada", "Ben", "Cem", "Dov", "Eva")
    ]


def test_words_said_by_two_of_five_are_no_buttons() -> None:
    rows = "".join(
        f"<li class='comment'><b>{a}</b> <i>{d} May 2019</i><p>{t}</p></li>"
        for d, a, t in zip(
            range(3, 8), "ABCDE", ("Well said, all of it.", "No.", "Why?", "Well said, all of it.", "Yes."), strict=True
        )
    )
    assert [c["text"] for c in read(f"<ol id='comments'>{rows}</ol>")["comments"]][3] == "Well said, all of it."


def test_replies_that_look_unlike_what_they_answer() -> None:
    one = "<p class='i'><a class='usr' href='/u'>{a}</a>, Hilltown, <span>{d} May 2019</span></p><p class='t'>{t}</p>"
    rows = "".join(
        f"<div class='item'>{one.format(a=a, d=d, t='Words of ' + a + ' on limes, and some more.')}"
        + (f"<div class='reply'>{one.format(a='Zed', d=9, t='No, plums.')}</div>" if a == "Ada" else "")
        + "</div>"
        for d, a in ((4, "Ada"), (5, "Ben"), (6, "Cem"), (7, "Dov"))
    )
    record = read(f"<div id='reader-comments'><h3>Comments</h3>{rows}</div>")
    assert [c["author"] for c in record["comments"]] == ["Ada", "Zed", "Ben", "Cem", "Dov"]


def test_a_chain_of_answers_does_not_climb_to_the_article() -> None:
    deep = "<div><div><b class='name'>Cem</b> <i>6 May 2019</i><p>Third.</p></div></div>"
    middle = f"<div><div><b class='name'>Bea</b> <i>5 May 2019</i><p>Second.</p>{deep}</div></div>"
    record = read(
        f"<div><h3>Comments</h3><div><b class='name'>Ali</b> <i>4 May 2019</i><p>First.</p>{middle}</div></div>"
    )
    assert [(c["author"], c["text"]) for c in record["comments"]] == [
        ("Ali", "First."),
        ("Bea", "Second."),
        ("Cem", "Third."),
    ]
    assert record["body"].split("\n\n") == TEXT


def test_the_day_of_the_week_tells_day_from_month() -> None:
    rows = "".join(
        f"<div class='comment'><p class='name'>{a}</p><p>{printed} - 10:00</p><div class='text'>{t}</div></div>"
        for (a, t), printed in zip(THREE, ("Mon, 02/04/2019", "Mon, 04/02/2019", "Lundi 04/02/2019"), strict=True)
    )
    old = page(f"<div id='comments'>{rows}</div>", meta="<p>By Ann Wright | January 2, 2019</p>")
    record = read_any_page(old, url=URL, fetched_at=FETCHED)
    assert [c["date"] for c in record["comments"]] == ["2019-02-04"] * 3


def dated(days: tuple[str, ...], meta: str, more: str = "", head: str = "") -> dict[str, Any]:
    rows = "".join(
        f"<div class='comment'><b class='name'>{a}</b> <i>{printed}</i><div class='text'>{t}</div></div>"
        for (a, t), printed in zip(THREE, days, strict=True)
    )
    return read(f"<div id='comments'>{rows}</div>{more}", meta=meta, head=head)


@pytest.mark.parametrize(
    ("days", "meta", "more"),
    [
        (("3/4/2019 9:10 AM", "3/13/2019 9:10 AM", "3/5/2019 9:10 AM"), "<p>By Ann Wright | March 3, 2019</p>", ""),
        (("03/4/19", "03/5/19", "04/5/19"), "<p>By Ann Wright | March 3, 2019</p>", ""),  # they follow the article
        (("3/4/2019", "3/5/2019", "3/6/2019"), "<p>By Ann Wright | March 3, 2019</p>", ""),
        (("3/4/2019", "3/5/2019", "3/6/2019"), "<p>By Ann Wright</p>", "<p>Archive 12/28/2018</p>"),
        (("Mara 3/4/2019", "3/5/2019", "3/6/2019"), "<p>By Ann Wright | 3/3/2019 8:00 AM EST</p>", ""),  # no Mardi
    ],
)
def test_month_before_day_in_comments(days: tuple[str, ...], meta: str, more: str) -> None:
    record = dated(days, meta, more)
    assert record["comments"][0]["date"] == "2019-03-04"
    assert record["comments"][0]["date"] < record["comments"][2]["date"]


@pytest.mark.parametrize(
    ("days", "meta", "head"),
    [
        (("May 4, 2019", "May 5, 2019", "May 6, 2019"), "<p>By Ann Wright | 3/5/2019</p>", ""),
        (("May 4, 2019", "May 5, 2019", "May 6, 2019"), "<p>By Ann Wright</p><p>8:10AM, 5/3/2019</p>", ""),
        (("1 hour ago",) * 3, "<p>By Ann Wright, 5/3/2019 8:10 AM EDT</p>", ""),
        (("1 hour ago",) * 3, "<p>Ann Wright</p><p>Publicerad: 2019-05-03 10:12</p>", ""),
        (("4.5.2019", "5.5.2019", "6.5.2019"), "<p>By Ann Wright, 3.5.2019</p>", ""),
        (("1 hour ago",) * 3, "<p>By Ann Wright, 3/5/2019</p>", "<meta property='og:locale' content='en_GB'>"),
    ],
)
def test_a_numeric_day_of_an_article(days: tuple[str, ...], meta: str, head: str) -> None:
    assert dated(days, meta, head=head)["date_published"] == "2019-05-03"


@pytest.mark.parametrize("name", ["post category-commentary", "responsive has-comments", "opinie"])
def test_an_article_whose_classes_speak_of_comments(name: str) -> None:
    old = page(meta="<div>Ann Wright | May 3, 2019</div>").replace("<article>", f"<article class='{name}'>")
    record = read_any_page(old, url=URL, fetched_at=FETCHED)
    assert (record["date_published"], record["authors"], record["comments"]) == ("2019-05-03", ["Ann Wright"], [])
    assert record["body"].split("\n\n") == TEXT


def test_a_day_above_the_headline_is_the_article_s() -> None:
    old = page("<div id='comments'><h3>Comments</h3></div>", meta="<p>Ann Wright</p>")
    old = old.replace("<h1>", "<span>Friday, May 3, 2019 8:00 AM UTC</span><h1>")
    assert read_any_page(old, url=URL, fetched_at=FETCHED)["date_published"] == "2019-05-03"


def test_comments_without_days() -> None:
    rows = "".join(f"<li class='comment'><h5 class='author'>{a}</h5><p>{t}</p></li>" for a, t in THREE)
    record = read(f"<ul id='comments'>{rows}</ul>")
    assert [(c["author"], c["date_raw"], c["text"]) for c in record["comments"]] == [(a, None, t) for a, t in THREE]


def test_comments_given_as_json_ld_alone() -> None:
    script = (
        '{"@type":"NewsArticle","headline":"Two hundred lime trees for the river path","author":[{"name":"Ann Wright"},'
        '{"@type":"Person","name":"Ben Other"}],"datePublished":"2019-05-03T23:30:00-05:00","comment":['
        '{"@type":"Comment","@id":"#1","author":{"name":"Ida"},"dateCreated":"2019-05-04","text":"First&amp;foremost"},'
        '{"@type":"Comment","author":"Jon","dateCreated":"2019-05-05","text":"Second","parentItem":{"@id":"#1"}}]}'
    )
    record = read(head=f"<script type='application/ld+json'>{script}</script>", meta="")
    assert [(c["author"], c["date"], c["text"], c["reply_to"]) for c in record["comments"]] == [
        ("Ida", "2019-05-04", "First&foremost", None),
        ("Jon", "2019-05-05", "Second", 1),
    ]
    assert record["authors"] == ["Ann Wright", "Ben Other"]
    assert record["date_published"] == "2019-05-03"  # as written: the other site's day, not Baghdad's


NO_COMMENTS = {
    "an empty form": "<div id='comments'><h3>Comments</h3><p>Be the first to comment</p><form></form></div>",
    "an empty section of comments, then short cards": "<div id='comments'><h3>Comments</h3><p>Be the first.</p></div>"
    + "".join(
        f"<div class='item'><b>Ann Wright</b> <i>{d} May 2019</i><p>A story on tree {d}.</p></div>" for d in range(1, 5)
    ),
    "an empty section of comments, then a list with its own heading": "<h3>Comments</h3><form></form><h3>More news</h3>"
    + "".join(
        f"<div class='item'><a href='/s{d}'>Tree {d}</a> <i>{d} May 2019</i><p>A story on tree {d}.</p></div>"
        for d in range(1, 5)
    ),
    "entries with headings that nothing announces": "<div class='k'>"
    + "".join(
        f"<div class='q'><i>{d} May 2019 10:0{d}</i><h3>Tree {d}</h3><p>The gardeners have dug the hole "
        f"for tree number {d} and planted it.</p><b>{name}</b></div>"
        for d, name in enumerate(("Ann Wright", "Ben Other", "Cem Kaya"), start=4)
    )
    + "</div>",
    "cards of other articles": "<div><h3>More stories</h3>"
    + "".join(
        f"<div class='card'><h4><a href='/s/{n}'>A story about a long bridge number {n}</a></h4>"
        f"<span>May {n}, 2019</span><p>A summary of the story about the bridge, which is long.</p></div>"
        for n in range(4, 8)
    )
    + "</div>",
    "short cards without any heading": "".join(
        f"<div class='p'><a href='/s/{n}'>Gardeners arrive</a><span>{n} May 2019</span>"
        f"<p>Words of a summary number {n} that are not so short at all, as summaries go.</p></div>"
        for n in range(4, 8)
    ),
    "posts of a network within the text": "".join(
        f"<blockquote class='network-post'><p>Words of a post number {n} that are not so short at all.</p>"
        f"— Name {n} (@name) <a href='https://net.example/s/{n}'>May {n}, 2019</a></blockquote>"
        for n in range(4, 8)
    ),
    "a live report": "<div class='liveblog'>"
    + "".join(
        f"<div class='p'><h4>Gardeners arrive</h4><span>{n} May 2019, 10:00</span><p>Words of an entry number {n} that "
        "are not so short at all.</p></div>"
        for n in range(4, 8)
    )
    + "</div>",
    "a report in parts by one writer": "<div class='parts'>"
    + "".join(
        f"<div><span>{n} May 2019, 10:00</span><b>Ann Wright</b><p>Words of part number {n} that are not so short at "
        "all, since much had happened.</p></div>"
        for n in range(4, 8)
    )
    + "</div>",
    "the latest comments of the whole site": "<div class='latest-comments'><h3>Latest comments</h3>"
    + "".join(
        f"<div class='comment'><b>Zed</b> <i>{n} May 2019</i><p>Words.</p>"
        f"<a href='/other/{n}#comment-{n}'>A story about another bridge</a></div>"
        for n in range(4, 8)
    )
    + "</div>",
    "a template": "<div id='comments'><div class='comment'><b class='author'>{{name}}</b><p>{{text}}</p></div></div>",
    "a list of days in the text": "<ul class='plan'><li>4 May 2019 digging</li><li>5 May 2019 planting</li></ul>",
    "a hidden template": "<div class='comment' style='display:none'><b>Name</b> 1/1/2019<p>Text</p></div>",
}


@pytest.mark.parametrize("name", NO_COMMENTS)
def test_what_is_no_comment(name: str) -> None:
    assert read(NO_COMMENTS[name])["comments"] == []


@pytest.mark.parametrize(
    ("meta", "byline", "authors"),
    [
        (META, "By Ann Wright", ["Ann Wright"]),
        ("<p>May 3, 2019 <a rel='author' href='/a'>Ann Wright</a></p>", "Ann Wright", ["Ann Wright"]),
        (
            "<span class='byline'>By <a>Ann Wright</a> and <a>Ben Other</a>, Staff Writers</span>",
            "By Ann Wright and Ben Other, Staff Writers",
            ["Ann Wright", "Ben Other"],
        ),
        ("<div>Von Ann Wright</div>", "Von Ann Wright", ["Ann Wright"]),
        ("<div class='c-author__name'>Ann Wright</div><time>3 May</time>", "Ann Wright", ["Ann Wright"]),
        ("<p>A river view</p>", None, []),
        ("<p class='byline'>By Ann Wright Staff Writer</p>", "By Ann Wright Staff Writer", ["Ann Wright"]),
        ("<p>By Ann Wright, AFP</p>", "By Ann Wright, AFP", ["Ann Wright"]),
        (f"<p>{TEXT[0]} <span class='author'>VON ANN WRIGHT</span></p>", "VON ANN WRIGHT", ["ANN WRIGHT"]),
        ("<p>Par Ann Wright, à Hilltown</p>", "Par Ann Wright, à Hilltown", ["Ann Wright"]),
        ("<p>By Ann Wright and Ben Other Jr.</p>", "By Ann Wright and Ben Other Jr.", ["Ann Wright", "Ben Other Jr."]),
        (
            "<div class='author'><b class='name'>Ann Wright</b><a href='mailto:a@x.example'>Send e-mail</a></div>",
            "Ann Wright",
            ["Ann Wright"],
        ),
    ],
)
def test_who_wrote_the_article(meta: str, byline: str | None, authors: list[str]) -> None:
    record = read(meta=meta)
    assert (record["byline"], record["authors"]) == (byline, authors)


def test_readers_are_not_the_authors() -> None:
    rows = "".join(
        f"<li><b itemprop='author'>{a}</b> <i>{d} May 2019</i><p>{t}</p></li>" for d, (a, t) in enumerate(THREE, 4)
    )
    assert read(f"<div class='comment-stream'><ul>{rows}</ul></div>")["authors"] == ["Ann Wright"]


def test_an_author_whom_the_title_names() -> None:
    old = page().replace(f"<title>{TITLE} - Town Post", f"<title>{TITLE} - Ann Wright - Town Post")
    assert read_any_page(old, url=URL, fetched_at=FETCHED)["authors"] == ["Ann Wright"]


def test_a_person_shown_goes_before_a_desk_told_as_a_person() -> None:
    head = "<meta name='author' content='Valley News Team'>"
    assert read(head=head)["authors"] == ["Ann Wright"]
    assert read(head=head, meta="<p>May 3, 2019</p>")["authors"] == ["Valley News Team"]


def test_the_names_of_an_author_in_a_list() -> None:
    author = '{"@type":"Person","name":["By Ann Wright","By Ben Other"]}'
    node = f'{{"@type":"NewsArticle","headline":"{TITLE}","author":{author}}}'
    head = f"<script type='application/ld+json'>{node}</script>"
    assert read(head=head, meta="")["authors"] == ["Ann Wright", "Ben Other"]


def test_a_credit_of_a_picture_is_no_byline() -> None:
    meta = "<div class='by'><a href='/ann'>Ann Wright</a></div><p>Photo by Jo Doe / Town Post</p>"
    assert read(meta=meta)["authors"] == ["Ann Wright"]
    assert read(meta="<p>Photo by Jo Doe</p>")["authors"] == []


def test_a_headline_that_is_no_heading() -> None:
    cards = "".join(
        f"<div class='card'><h3><a href='/{n}'>Two hundred lime trees for the {place}</a></h3><p>May 1, 2019</p></div>"
        for n, place in enumerate(("hill", "market", "mill"))
    )
    body = "".join(f"<div>{text}</div>" for text in TEXT)
    old = (
        f"<html><head><title>{TITLE} | Town Post</title></head><body><div><a href='/'>Home</a> <i>{TITLE}</i></div>"
        f"<div class='t4'>{TITLE}</div><div>Ann Wright · 3 May 2019</div><div>{body}</div><div>{cards}</div>"
    )
    record = read_any_page(old, url=URL, fetched_at=FETCHED)
    assert (record["headline"], record["date_published"], record["authors"]) == (TITLE, "2019-05-03", ["Ann Wright"])
    assert record["body"].split("\n\n") == TEXT


def test_labels_of_advertisements_are_no_text() -> None:
    old = page().replace(f"<p>{TEXT[2]}", f"<p>Story continues below advertisement</p><p>Advertisement</p><p>{TEXT[2]}")
    assert read_any_page(old, url=URL, fetched_at=FETCHED)["body"].split("\n\n") == TEXT


def test_words_beside_a_picture_in_its_box_are_no_text() -> None:
    box = "<div class='story-image'><img src='x'><p>The river path in the spring, seen from the mill bridge.</p></div>"
    old = page().replace(f"<p>{TEXT[2]}", f"{box}<p>{TEXT[2]}")
    assert read_any_page(old, url=URL, fetched_at=FETCHED)["body"].split("\n\n") == TEXT


def test_a_person_shown_goes_before_a_house_told() -> None:
    author = '{"@type":"Organization","name":"Town Post"}'
    house = f'{{"@type":"NewsArticle","headline":"Two hundred lime trees","author":{author}}}'
    head = f"<script type='application/ld+json'>{house}</script>"
    assert read(head=head)["authors"] == ["Ann Wright"]
    assert read(head=head, meta="")["authors"] == ["Town Post"]


@pytest.mark.parametrize(
    ("head", "meta"),
    [
        ("<meta property='article:published_time' content='2019-05-03T08:00:00Z'>", ""),
        ("<meta name='date' content='2019-05-03'>", ""),
        ("", META),
        ("", "<p>Published: 3 May 2019</p>"),
        ("", "<time datetime='2019-05-03T08:00'>Friday</time>"),
    ],
)
def test_the_day_of_an_article(head: str, meta: str) -> None:
    assert read(head=head, meta=meta)["date_published"] == "2019-05-03"


def test_the_headline_is_the_page_s_without_the_site_s_name() -> None:
    assert read()["headline"] == TITLE
    no_heading = page().replace(f"<h1>{TITLE}</h1>", "")
    assert read_any_page(no_heading, url=URL, fetched_at=FETCHED)["headline"] == TITLE
    logo = page().replace("<header>", "<header><h1>Town Post</h1>")
    assert read_any_page(logo, url=URL, fetched_at=FETCHED)["headline"] == TITLE


def test_what_cannot_be_read() -> None:
    with pytest.raises(UnknownLayout):
        read_any_page("<html><body><h1>Not found</h1><p>Sorry.</p></body></html>", url=URL, fetched_at=FETCHED)
    with pytest.raises(EmptyPage):
        read_any_page("<html><body></body></html>", url=URL, fetched_at=FETCHED)
    with pytest.raises(BadTime):
        read_any_page(page(), url=URL, fetched_at="soon")
