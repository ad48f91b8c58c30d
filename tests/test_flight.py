"""The decoder of React's data stream, on byte strings written by hand."""

import base64
import json

import pytest

from rudaw_scraper.flight import decode_flight, decode_page, join_pushes, walk


def test_rows_of_json_are_values_by_their_id() -> None:
    stream = b'0:{"title":"Snow"}\n1:["a",1,true,null]\na:"text"\n'
    assert decode_flight(stream) == {"0": {"title": "Snow"}, "1": ["a", 1, True, None], "a": "text"}


def test_rows_that_load_code_give_hints_or_report_errors_are_left_out() -> None:
    stream = (
        b'1:I["123",["x.js"],"Page"]\n2:HL["/a.css","style"]\n3:E{"digest":"1"}\n:HL["/b.css","style"]\n4:{"a":1}\n'
    )
    assert decode_flight(stream) == {"4": {"a": 1}}


def test_a_text_row_has_as_many_bytes_as_it_says() -> None:
    text = "<p>ڕۆژ\nbaş</p>"  # 3 + 6 + 1 + 4 + 4 bytes = 18, hexadecimal 12; the line feed belongs to the text
    stream = b"5:T12," + text.encode() + b'6:{"body":"$5"}\n'
    assert len(text.encode()) == 0x12
    assert decode_flight(stream) == {"5": text, "6": {"body": text}}


def test_a_reference_stands_for_the_row_even_before_it_comes() -> None:
    stream = b'0:{"article":"$1","lazy":"$L2","later":"$@3"}\n1:{"id":7}\n2:["x"]\n3:"done"\n'
    assert decode_flight(stream)["0"] == {"article": {"id": 7}, "lazy": ["x"], "later": "done"}


def test_a_path_leads_into_a_row() -> None:
    stream = b'0:"$1:props:items:1"\n1:["$","div",null,{"items":["a","b"]}]\n2:"$1:props:items:9"\n3:"$1:props:none"\n'
    rows = decode_flight(stream)
    assert (rows["0"], rows["2"], rows["3"]) == ("b", None, None)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("$undefined", None),
        ("$NaN", None),
        ("$-0", 0),
        ("$$5 a barrel", "$5 a barrel"),
        ("$D2026-05-26T10:00:00.000Z", "2026-05-26T10:00:00.000Z"),
        ("$n12345678901234567890", 12345678901234567890),
        ("$Sreact.fragment", None),
        ("$F1", None),
        ("$99", None),
        ("5 $", "5 $"),
    ],
)
def test_strings_that_stand_for_something_else(given: str, meant: object) -> None:
    assert decode_flight(f"0:{json.dumps({'value': given})}\n")["0"] == {"value": meant}


def test_an_element_keeps_its_mark() -> None:
    assert decode_flight(b'0:["$","p",null,{"children":"Text"}]\n')["0"] == ["$", "p", None, {"children": "Text"}]


def test_rows_that_lead_to_themselves_end() -> None:
    rows = decode_flight(b'0:{"next":"$1"}\n1:{"next":"$0"}\n')
    assert rows["0"] == {"next": {"next": None}}


def test_a_price_in_a_text_row_is_no_reference() -> None:
    assert decode_flight(b'1:T4,$2.5\n0:{"a":"$1"}\n') == {"1": "$2.5", "0": {"a": "$2.5"}}


def test_what_is_cut_off_or_broken_is_left_out() -> None:
    assert decode_flight(b'0:{"a":1}\n1:{"b":') == {"0": {"a": 1}}
    assert decode_flight(b"0:{broken}\nnot a row\n2:[1]\n") == {"2": [1]}
    assert decode_flight(b"0:Tff,short text") == {"0": "short text"}
    assert decode_flight(b"") == {}


def test_deep_nesting_ends_without_an_error() -> None:
    assert "0" in decode_flight(b"0:" + b"[" * 500 + b"]" * 500 + b"\n")
    assert decode_flight(b"0:" + b"[" * 200_000 + b"]" * 200_000 + b"\n").get("0") is None


def _push(text: str) -> str:
    return f"self.__next_f.push({json.dumps([1, text])})"


def test_pushed_strings_are_joined_across_scripts() -> None:
    scripts = [
        "(self.__next_f=self.__next_f||[]).push([0])",
        _push('0:{"ti') + ";" + _push('tle":"Ba'),
        _push('ran"}\n'),
    ]
    assert join_pushes(scripts) == b'0:{"title":"Baran"}\n'


def test_a_string_that_breaks_off_gives_what_is_there() -> None:
    assert join_pushes([r'self.__next_f.push([1,"0:{\"a\":1}\n1:{\"b\":\u00e']) == b'0:{"a":1}\n1:{"b":'
    assert join_pushes([r'self.__next_f.push([1,"0:[1]\n' + "\\"]) == b"0:[1]\n"


def test_binary_chunks_and_halves_of_a_pair() -> None:
    binary = base64.b64encode(b"0:[1]\n").decode()
    assert join_pushes([f'self.__next_f.push([3,"{binary}"])']) == b"0:[1]\n"
    halves = [r'self.__next_f.push([1,"0:\"\ud83d"])', r'self.__next_f.push([1,"\ude00\"\n"])']
    assert decode_flight(join_pushes(halves)) == {"0": "😀"}


def test_calls_with_other_arguments_give_nothing() -> None:
    assert join_pushes(["self.__next_f.push([2,null])", "self.__next_f.push(1)", "push([1,'x'])"]) == b""


def test_the_object_of_an_older_page_is_a_value_too() -> None:
    assert decode_page(['{"props":{"pageProps":{"id":1}}}', "{not json"]) == [{"props": {"pageProps": {"id": 1}}}]


def test_walking_gives_each_object_once() -> None:
    shared = {"b": 1}
    assert list(walk([{"a": [shared, shared]}, shared])) == [{"a": [shared, shared]}, shared]
