# cython: language_level=3, boundscheck=False, wraparound=False, binding=False
"""Reads most pages into the tree that libxml2 would make of them, in an eighth of lxml's time.

It knows what most markup is made of: tags with their attributes, texts with references, comments; what is implied,
and what closes what, for which it asks libxml2. At the first thing beyond that (text beside the body, a second
``<body>``, a reference without its semicolon, a tag that the page's end cuts …) it gives up: libxml2 reads the page.
"""

import ctypes
from html.entities import html5

from lxml import etree

from cpython.bytes cimport PyBytes_FromStringAndSize
from libc.string cimport memchr, memcmp, memcpy, memset, strcmp, strlen

from rudaw_scraper._nodes cimport (
    DEEPEST, MOST_TAGS, NODE_CHUNK, Attribute, Builder, Node, add, add_text, close_element, keep, new_element, note_sign,
    open_element, take
)

from rudaw_scraper import libxml2
from rudaw_scraper._nodes import ATTRIBUTE_KINDS, TAG_NAMES, TAG_NUMBERS

cdef extern from "libxml/HTMLparser.h" nogil:
    ctypedef unsigned char xmlChar
    ctypedef struct htmlElemDesc:
        char empty
        int dataMode

ctypedef const htmlElemDesc* (*TagLookup)(const xmlChar*) noexcept
ctypedef int (*OfName)(const xmlChar*) noexcept

cdef TagLookup tag_lookup = <TagLookup> <size_t> libxml2.address_of("htmlTagLookup")
cdef OfName is_boolean = <OfName> <size_t> libxml2.address_of("htmlIsBooleanAttr")
#: Whether lxml's parser is one whose trees were compared with these (tests/test_quick_parse.py).
cdef bint is_known = etree.LIBXML_VERSION[:2] == (2, 14)

cdef enum:
    ORDINARY = 100  # priority of most end tags
    SLOTS = 1024  # of a table of names, a power of two
    LONGEST_NAME = 31  # bytes
    MOST_ATTRIBUTES = 64
    SHORTEST_BARE = 2  # letters of a reference that may stand without its semicolon
    LONGEST_BARE = 6
    # What a character can be.
    SPACE = 1
    LETTER = 2
    DIGIT = 4
    IN_NAME = 8  # of a tag
    IN_ATTRIBUTE_NAME = 16
    # What a tag is, or what stands behind it.
    EMPTY = 1
    RAW_TEXT = 2
    TEXT_WITH_REFERENCES = 4
    IN_HEAD = 8  # implies a head
    STRANGE = 16  # left to libxml2

cdef struct Slot:
    const char* name
    size_t size
    int number

cdef Slot[SLOTS] tag_slots
cdef Slot[SLOTS] attribute_slots
cdef unsigned char[256] characters  # by byte
cdef unsigned char[MOST_TAGS][MOST_TAGS] closes  # the open tag, and the new one that closes it
cdef unsigned char[MOST_TAGS] ways  # of the tags
cdef int[MOST_TAGS] priorities  # an end tag closes what is open and of no higher one
cdef int HTML = TAG_NUMBERS["html"], HEAD = TAG_NUMBERS["head"], BODY = TAG_NUMBERS["body"]
cdef const char* NOTHING = b""
_NAMES = [name.encode() for name in TAG_NAMES]  # kept: the tables point into them
_ATTRIBUTES = [name.encode() for name in ATTRIBUTE_KINDS]
cdef dict _ENTITIES = {name.encode(): text.encode() for name, text in html5.items() if name.endswith(";")}
cdef set _BARE_ENTITIES = {name.encode() for name in html5 if not name.endswith(";")}


class _Named(ctypes.Structure):
    """The beginning of an xmlNode."""

    _fields_ = (
        ("_private", ctypes.c_void_p), ("type", ctypes.c_int), ("name", ctypes.c_char_p), ("rest", ctypes.c_void_p * 16)
    )


def _fill_tables():
    cdef int number
    memset(tag_slots, 0, sizeof(tag_slots))
    memset(attribute_slots, 0, sizeof(attribute_slots))
    memset(closes, 0, sizeof(closes))
    for number in range(1, len(_NAMES)):
        put(tag_slots, _NAMES[number], number)
    for name in _ATTRIBUTES:
        put(attribute_slots, name, ATTRIBUTE_KINDS[name.decode()])
    for code in range(256):
        letter = chr(code)
        characters[code] = (
            (SPACE if letter in " \t\n\f\r" else 0)
            | (LETTER if letter.isascii() and letter.isalpha() else 0)
            | (DIGIT if letter.isascii() and letter.isdigit() else 0)
            | (IN_NAME if letter.isascii() and (letter.isalnum() or letter in "-_:.") else 0)
            | (IN_ATTRIBUTE_NAME if code >= 0x80 or (code > 0x20 and letter not in "\"'<>/=\x7f") else 0)
        )
    _ask_libxml2()


def _ask_libxml2():
    """Fill in which tag closes which, and which are empty or hold raw text."""
    cdef const htmlElemDesc* description
    cdef int number
    is_closed = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.POINTER(_Named))(
        libxml2.address_of("htmlAutoCloseTag")
    )
    new = _Named()
    parser = etree.HTMLParser()
    priorities[0] = ORDINARY  # of all unknown tags
    for number in range(1, len(_NAMES)):
        name = _NAMES[number]
        description = tag_lookup(<const xmlChar*> <char*> name)
        ways[number] = IN_HEAD if name in (b"script", b"style", b"meta", b"link", b"title", b"base") else 0
        priorities[number] = _PRIORITIES.get(name.decode(), ORDINARY)
        if name in (b"frame", b"frameset", b"noframes", b"listing"):  # the last closes others, but has no description
            ways[number] |= STRANGE
        if description is NULL:
            continue
        if description.empty:
            ways[number] |= EMPTY
        if description.dataMode:
            ways[number] |= (
                TEXT_WITH_REFERENCES if name in (b"title", b"textarea")
                else RAW_TEXT if name in (b"script", b"style", b"iframe")
                else STRANGE
            )
        new.name = name
        for other in range(1, len(_NAMES)):
            closes[other][number] = other != number and is_closed(None, _NAMES[other], ctypes.byref(new))
        if number not in (HTML, HEAD, BODY) and not description.empty and not description.dataMode:
            first = etree.fromstring(b"<body><%b><%b>" % (name, name), parser).find("body")
            closes[number][number] = len(first) > 1


_PRIORITIES = {
    "div": 150, "td": 160, "th": 160, "tr": 170, "thead": 180, "tbody": 180, "tfoot": 180, "table": 190, "head": 200,
    "body": 200, "html": 220,
}


cdef inline size_t slot_of(const char* name, size_t size) noexcept:
    cdef size_t sum = size, at
    for at in range(size):
        sum = sum * 31 + <unsigned char> name[at]
    return sum & (SLOTS - 1)


cdef put(Slot* slots, bytes name, int number):
    cdef size_t at = slot_of(name, len(name))
    while slots[at].name is not NULL:
        at = (at + 1) & (SLOTS - 1)
    slots[at].name, slots[at].size, slots[at].number = name, len(name), number


cdef inline Slot* find(Slot* slots, const char* name, size_t size) noexcept:
    cdef size_t at = slot_of(name, size)
    while slots[at].name is not NULL:
        if slots[at].size == size and memcmp(slots[at].name, name, size) == 0:
            return &slots[at]
        at = (at + 1) & (SLOTS - 1)
    return NULL


cdef struct Reader:
    Builder* builder
    const char* at
    const char* end
    bint has_head, has_body
    int state  # READ, or why it gave up


cdef int read_quickly(Builder* builder, bytes page):
    """Make the tree of a page in UTF-8; say UNUSUAL where only libxml2 knows it: clear the builder then."""
    cdef Reader reader
    cdef const char* start = page
    if not is_known or strlen(start) != <size_t> len(page):
        return UNUSUAL
    if memchr(start, 13, len(page)) is not NULL:
        page = page.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    reader.builder, reader.at, reader.end = builder, page, <const char*> page + len(page)
    reader.has_head = reader.has_body = False
    reader.state = READ
    while reader.at < reader.end and reader.state == READ:
        if reader.at[0] != b"<":
            read_text(&reader)
        elif characters[<unsigned char> reader.at[1]] & LETTER:
            read_start_tag(&reader)
        elif reader.at[1] == b"/" and characters[<unsigned char> reader.at[2]] & LETTER:
            read_end_tag(&reader)
        elif reader.at[1] == b"!":
            skip_comment(&reader)
        else:
            reader.state = UNUSUAL
    if reader.state == READ and builder.first is NULL:
        return UNUSUAL
    return reader.state


cdef void skip_comment(Reader* reader) noexcept:
    """Pass over a comment, or the declaration of the type of document before all else."""
    cdef const char* at = reader.at + 2
    cdef const char* stop
    if at[0] == b"-" and at[1] == b"-":
        at += 2
        stop = at
        if at[0] != b">" and not (at[0] == b"-" and at[1] == b">"):
            while True:
                stop = <const char*> memchr(stop, b"-", reader.end - stop)
                if stop is NULL:
                    break
                if stop[1] == b"-":
                    if stop[2] == b">":
                        reader.at = stop + 3
                        return
                    if stop[2] == b"!":
                        break
                stop += 1
    elif reader.builder.first is NULL and (at[0] | 32) == b"d":
        stop = <const char*> memchr(at, b">", reader.end - at)
        if stop is not NULL:
            reader.at = stop + 1
            while at < stop:
                if at[0] == b"<" or at[0] == b"'":
                    reader.state = UNUSUAL
                at += 1
            return
    reader.state = UNUSUAL


cdef void read_text(Reader* reader) noexcept:
    """Read a text up to the next tag."""
    cdef const char* start = reader.at
    cdef const char* stop = <const char*> memchr(start, b"<", reader.end - start)
    cdef Node* current = reader.builder.current
    cdef const char* at = start
    if stop is NULL:
        stop = reader.end
    reader.at = stop
    if current is NULL or current.tag == HTML or current.tag == HEAD:
        while at < stop and characters[<unsigned char> at[0]] & SPACE:
            at += 1
        if at < stop:
            reader.state = UNUSUAL  # it may imply a body
        elif current is not NULL and not add_text(reader.builder, start, stop - start):
            reader.state = NO_MEMORY
        return
    add_with_references(reader, start, stop)


cdef void add_with_references(Reader* reader, const char* start, const char* stop) noexcept:
    cdef const char* at
    cdef char[16] meant
    cdef size_t size
    cdef Py_ssize_t length
    while start < stop:
        at = <const char*> memchr(start, b"&", stop - start)
        if at is NULL:
            at = stop
        if at > start and not add_text(reader.builder, start, at - start):
            reader.state = NO_MEMORY
            return
        if at == stop:
            return
        length = reference(at, meant, &size, False)
        if length < 0:
            reader.state = UNUSUAL
            return
        if not add_text(reader.builder, meant, size):
            reader.state = NO_MEMORY
            return
        start = at + length


cdef Py_ssize_t reference(const char* at, char* meant, size_t* size, bint in_attribute) noexcept:
    """Put what a reference at an ampersand means, at most 16 bytes, and return its length, or -1 if that is unusual.

    An ampersand that begins none means itself.
    """
    cdef const char* start = at + 1
    cdef const char* stop = start
    cdef Py_ssize_t length
    cdef bytes found
    if start[0] == b"#":
        return numeric_reference(at, meant, size)
    while characters[<unsigned char> stop[0]] & (LETTER | DIGIT):
        stop += 1
    meant[0], size[0] = b"&", 1
    if stop == start:
        return 1
    if stop[0] == b";":
        if stop - start == 3 and memcmp(start, b"amp", 3) == 0:
            return 5
        if stop - start == 4 and memcmp(start, b"nbsp", 4) == 0:
            meant[0], meant[1], size[0] = <char> 0xC2, <char> 0xA0, 2
            return 6
        found = _ENTITIES.get(PyBytes_FromStringAndSize(start, stop - start + 1))
        if found is not None:
            if len(found) > stop - start + 2 or len(found) > 16:
                return -1
            size[0] = len(found)
            memcpy(meant, <const char*> found, size[0])
            return stop - start + 2
    if in_attribute:  # there, a name with more letters or "=" behind it is none
        if stop[0] == b"=" or stop[0] == b";":
            return 1
        return -1 if PyBytes_FromStringAndSize(start, stop - start) in _BARE_ENTITIES else 1
    for length in range(SHORTEST_BARE, min(LONGEST_BARE, stop - start) + 1):
        if PyBytes_FromStringAndSize(start, length) in _BARE_ENTITIES:
            return -1
    return 1


cdef Py_ssize_t numeric_reference(const char* at, char* meant, size_t* size) noexcept:
    cdef const char* digit = at + 2
    cdef unsigned int code = 0, value
    cdef unsigned int base = 10
    if (digit[0] | 32) == b"x":
        base, digit = 16, digit + 1
    while digit[0] != b";":
        value = <unsigned char> digit[0]
        if 48 <= value <= 57:
            value -= 48
        elif 97 <= (value | 32) <= 102:
            value = (value | 32) - 87
        else:
            return -1
        if value >= base:
            return -1
        code = code * base + value
        if code > 0xFFFD or digit - at > 10:
            return -1
        digit += 1
    if code < 0x80:
        if code < 0x20 or code == 0x7F:
            return -1
        meant[0], size[0] = <char> code, 1
    elif code < 0x800:
        if code < 0xA0:
            return -1
        meant[0], meant[1], size[0] = <char> (0xC0 | code >> 6), <char> (0x80 | code & 63), 2
    elif 0xD800 <= code < 0xE000 or 0xFDD0 <= code < 0xFDF0:
        return -1
    else:
        meant[0], meant[1] = <char> (0xE0 | code >> 12), <char> (0x80 | code >> 6 & 63)
        meant[2], size[0] = <char> (0x80 | code & 63), 3
    return digit + 1 - at


cdef inline size_t read_name(const char* at, int allowed, char* name) noexcept:
    """Put a name in small letters and return its length, 0 if it is too long."""
    cdef size_t size = 0
    cdef unsigned char letter = <unsigned char> at[0]
    while characters[letter] & allowed:
        if size == LONGEST_NAME:
            return 0
        name[size] = <char> (letter | 32 if 65 <= letter <= 90 else letter)
        size += 1
        letter = <unsigned char> at[size]
    return size


cdef inline const char* past_space(const char* at) noexcept:
    while characters[<unsigned char> at[0]] & SPACE:
        at += 1
    return at


cdef void read_start_tag(Reader* reader) noexcept:
    cdef Builder* builder = reader.builder
    cdef char[LONGEST_NAME + 1] name
    cdef size_t size = read_name(reader.at + 1, IN_NAME, name)
    cdef const char* at = reader.at + 1 + size
    cdef Slot* known = find(tag_slots, name, size)
    cdef int tag = 0 if known is NULL else known.number
    cdef Node* node
    cdef bint closed = False
    name[size] = 0
    reader.state = UNUSUAL
    if not size or not (characters[<unsigned char> at[0]] & SPACE or at[0] == b"/" or at[0] == b">"):
        return
    if ways[tag] & STRANGE or (not tag and tag_lookup(<xmlChar*> name) is not NULL):
        return
    node = new_element(builder, tag, name, size)
    if node is NULL:
        reader.state = NO_MEMORY
        return
    at = read_attributes(reader, node, at)
    if at is NULL:
        return
    if at[0] == b"/":
        closed = True
        at += 1
    reader.at = at + 1
    if not make_room(reader, tag) or builder.depth > DEEPEST - 50:
        return
    reader.state = READ
    if closed or ways[tag] & EMPTY:
        add(builder, node)
        return
    open_element(builder, node)
    if ways[tag] & (RAW_TEXT | TEXT_WITH_REFERENCES):
        read_raw_text(reader, name, size, ways[tag])


cdef const char* read_attributes(Reader* reader, Node* node, const char* at) noexcept:
    """Read the attributes of a tag and return where it ends, at "/>" or ">"; NULL if they are unusual."""
    cdef Builder* builder = reader.builder
    cdef Attribute** place = &node.attributes
    cdef Attribute* attribute
    cdef Slot* known
    cdef char[LONGEST_NAME + 1] name
    cdef size_t size
    cdef int count = 0
    cdef char quote
    cdef const char* stop
    while True:
        at = past_space(at)
        if at[0] == b">" or (at[0] == b"/" and at[1] == b">"):
            return at
        size = read_name(at, IN_ATTRIBUTE_NAME, name)
        count += 1
        if not size or count > MOST_ATTRIBUTES:
            return NULL
        at += size
        attribute = <Attribute*> take(&builder.nodes, sizeof(Attribute), NODE_CHUNK)
        if attribute is NULL:
            reader.state = NO_MEMORY
            return NULL
        known = find(attribute_slots, name, size)
        attribute.next, attribute.value = NULL, NOTHING
        if known is NULL:
            attribute.kind, attribute.name = 0, keep(&builder.texts, name, size)
        else:
            attribute.kind, attribute.name = known.number, known.name
        stop = past_space(at)
        if stop[0] == b"=":
            at = past_space(stop + 1)
            quote = at[0]
            if quote == b'"' or quote == b"'":
                at += 1
                stop = <const char*> memchr(at, quote, reader.end - at)
                if stop is NULL:
                    return NULL
                attribute.value = value_of(reader, at, stop)
                at = stop + 1
                if not (characters[<unsigned char> at[0]] & SPACE or at[0] == b">" or at[0] == b"/"):
                    return NULL
            else:
                stop = at
                while characters[<unsigned char> stop[0]] & IN_ATTRIBUTE_NAME or stop[0] == b"/" or stop[0] == b"=":
                    stop += 1
                if stop == at or not (characters[<unsigned char> stop[0]] & SPACE or stop[0] == b">"):
                    return NULL
                attribute.value = value_of(reader, at, stop)
                at = stop
        elif at[0] != b">" and at[0] != b"/" and stop == at:
            return NULL
        elif is_boolean(<const xmlChar*> attribute.name):
            attribute.value = attribute.name
        if attribute.name is NULL or attribute.value is NULL:
            return NULL
        if is_repeated(node.attributes, attribute.name):
            continue
        if attribute.kind and not note_sign(builder, node, attribute):
            return NULL
        place[0] = attribute
        place = &attribute.next


cdef bint is_repeated(Attribute* attribute, const char* name) noexcept:
    while attribute is not NULL:
        if strcmp(attribute.name, name) == 0:
            return True
        attribute = attribute.next
    return False


cdef const char* value_of(Reader* reader, const char* start, const char* stop) noexcept:
    """Return an attribute's value with its references read; NULL if one is unusual, or for want of memory."""
    cdef Builder* builder = reader.builder
    cdef const char* at = <const char*> memchr(start, b"&", stop - start)
    cdef char* value = keep(&builder.texts, start, stop - start)
    cdef char* end
    cdef char[16] meant
    cdef size_t size
    cdef Py_ssize_t length
    if value is NULL:
        reader.state = NO_MEMORY
        return NULL
    if at is NULL:
        return value
    end = value + (at - start)
    while at < stop:
        if at[0] != b"&":
            end[0] = at[0]
            end += 1
            at += 1
            continue
        length = reference(at, meant, &size, True)
        if length < 0 or at + length > stop:
            return NULL
        memcpy(end, meant, size)
        end += size
        at += length
    end[0] = 0
    return value


cdef bint make_room(Reader* reader, int tag) noexcept:
    """Close what a new element closes, and open what it implies; say no where that is unusual."""
    cdef Builder* builder = reader.builder
    while builder.current is not NULL and closes[builder.current.tag][tag]:
        close_element(builder)
    if tag == HTML:
        return builder.first is NULL
    if builder.current is NULL:
        if builder.first is not NULL or not open_implied(reader, HTML):
            return False
    if tag == HEAD:
        if reader.has_head or reader.has_body or builder.depth != 1:
            return False
        reader.has_head = True
    elif tag == BODY:
        if reader.has_body:
            return False
        reader.has_body = True
    elif builder.depth <= 1 and ways[tag] & IN_HEAD:
        if not reader.has_head and not reader.has_body:
            reader.has_head = True
            return open_implied(reader, HEAD)
    elif not reader.has_body and builder.depth == 1:  # deeper, without a body, it is in the head
        reader.has_body = True
        return open_implied(reader, BODY)
    return True


cdef bint open_implied(Reader* reader, int tag) noexcept:
    cdef Node* node = new_element(reader.builder, tag, NOTHING, 0)
    if node is NULL:
        return False
    open_element(reader.builder, node)
    return True


cdef void read_raw_text(Reader* reader, const char* name, size_t size, int way) noexcept:
    """Read up to the end tag of that name."""
    cdef const char* start = reader.at
    cdef const char* stop = start
    cdef const char* escaped = NULL  # "<!--" in a script
    while True:
        stop = <const char*> memchr(stop, b"<", reader.end - stop)
        if stop is NULL:
            reader.state = UNUSUAL
            return
        if stop[1] == b"/" and is_named(stop + 2, name, size):
            break
        if way & RAW_TEXT and stop[1] == b"!":
            escaped = stop
        elif escaped is not NULL and is_named(stop + 1, name, size):
            reader.state = UNUSUAL  # in a comment in a script
            return
        stop += 1
    reader.at = stop
    if way & RAW_TEXT:
        if stop > start and not add_text(reader.builder, start, stop - start):
            reader.state = NO_MEMORY
    else:
        add_with_references(reader, start, stop)


cdef bint is_named(const char* at, const char* name, size_t size) noexcept:
    """Tell whether a tag's name stands there, in whatever case."""
    cdef size_t index
    for index in range(size):
        if (at[index] | 32) != name[index]:
            return False
    return characters[<unsigned char> at[size]] & SPACE or at[size] == b">" or at[size] == b"/"


cdef void read_end_tag(Reader* reader) noexcept:
    cdef Builder* builder = reader.builder
    cdef char[LONGEST_NAME + 1] name
    cdef size_t size = read_name(reader.at + 2, IN_NAME, name)
    cdef const char* at = reader.at + 2 + size
    cdef Slot* known = find(tag_slots, name, size)
    cdef int tag = 0 if known is NULL else known.number
    cdef Node* ended = builder.current
    cdef Node* current
    name[size] = 0
    at = past_space(at)
    if not size or at[0] != b">":
        reader.state = UNUSUAL
        return
    reader.at = at + 1
    while ended is not NULL and not is_of(ended, tag, name):
        ended = ended.parent
    if ended is NULL:
        reader.state = UNUSUAL if tag == HTML or tag == HEAD or tag == BODY else READ
        return
    current = builder.current
    while current is not ended:
        if priorities[current.tag] > priorities[tag]:
            return  # it would close too much
        current = current.parent
    while builder.current is not ended:
        close_element(builder)
    close_element(builder)


cdef inline bint is_of(Node* element, int tag, const char* name) noexcept:
    return element.tag == tag and (tag or strcmp(element.text, name) == 0)


_fill_tables()
