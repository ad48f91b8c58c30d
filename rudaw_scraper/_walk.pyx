# cython: language_level=3, boundscheck=False, wraparound=False, binding=False
"""The walks over a page's tree, for a C compiler: the same results as ``walk_plain.py``.

They read libxml2's nodes through lxml's public C interface, and make Python objects of what they return only.
"""

from unicodedata import normalize

cimport lxml.includes.etreepublic as cetree
from cpython.bytes cimport PyBytes_FromStringAndSize
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.stdlib cimport calloc, free, realloc
from libc.string cimport memset, strcmp, strlen, strncmp, strstr
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport _Document, _Element
from lxml.includes.tree cimport xmlAttr, xmlNode

from rudaw_scraper import walk_tables as tables
from rudaw_scraper.text import INVISIBLE_EDGES

cetree.import_lxml__etree()

cdef enum:
    INLINE = 1
    BREAK = 2
    PICTURE = 4
    BLOCK = 8
    SKIPPED = 16
    NOTED = 32
    LINK = 64
    STYLE = 128
    CLASS = 1
    ID = 2
    STYLED = 3
    HREF = 4
    SRC = 5
    ITEM = 6
    HIDDEN = 7
    TELLING_SHIFT = 8  # above it, the bits of tables.TELLING
    CACHE = 64  # names, a power of two
    SAME_BLOCK = 0
    NEW_BLOCK = 1
    BLANK_LINE = 2
    LARGEST_SPACER = 12  # pixels, as in walk_plain.py
    MOST_DIGITS = 3
    # Kinds of bytes in a text: its end, white space, the first of a character that may be white space or a stray,
    # what is never changed, and the first of other characters that normalization may change.
    END = 0
    SPACE = 1
    LEAD = 2
    PLAIN = 3
    OTHER = 4

cdef unsigned char[256] _BYTES
memset(_BYTES, PLAIN, 256)
for _code in range(0xCC, 0x100):
    if _code not in (0xD0, 0xD1, 0xDA):
        _BYTES[_code] = OTHER
for _code in (0xC2, 0xE1, 0xE2, 0xE3, 0xEF):
    _BYTES[_code] = LEAD
for _code in (*range(9, 14), *range(28, 33)):
    _BYTES[_code] = SPACE
_BYTES[0] = END

cdef str _INVISIBLE_EDGES = INVISIBLE_EDGES + " "
cdef bytes _LATER_LINK = tables.LATER_LINK.encode()
cdef tuple _LATER_PICTURES = tuple([part.encode() for part in tables.LATER_PICTURES])
cdef const unsigned char* _SPACER = b"spacer"
cdef dict _KINDS = {
    b"class": CLASS, b"id": ID, b"style": STYLED, b"href": HREF, b"src": SRC, b"itemprop": ITEM, b"hidden": HIDDEN,
}
cdef dict _FLAGS = {}
for _names, _flag in (
    (tables.INLINE, INLINE), (tables.BREAKS, BREAK), (tables.PICTURES, PICTURE), (tables.INVISIBLE, SKIPPED),
    (tables.NOTED, NOTED), (("a",), LINK), (("style",), STYLE),
    *(((_tag,), tables.bits_of(_tag) << TELLING_SHIFT) for _tag in tables.TELLING),
):
    for _name in _names:
        _FLAGS[_name.encode()] = _FLAGS.get(_name.encode(), 0) | _flag


cdef struct NameCache:
    const unsigned char* names[CACHE]
    int flags[CACHE]


cdef struct Words:
    unsigned long long lengths[256]  # for each first byte, the lengths of the words (modulo 64) as bits


cdef struct Level:
    xmlNode* block
    xmlNode* link
    int inside  # bits of the telling tags of the element and those around it
    int around  # the same for the block


cdef struct Buffer:  # a line's text in UTF-8, its white space folded
    char* data
    Py_ssize_t size, room
    bint spaced  # white space stands after what is in it
    bint unsure  # it may not be in normalization form C


cdef inline int flags_of(xmlNode* node, NameCache* cache):
    # The names of a parsed document stand once in its dictionary: their addresses tell them apart.
    cdef size_t slot = (<size_t> node.name >> 2) % CACHE
    if cache.names[slot] != node.name:
        cache.names[slot] = node.name
        cache.flags[slot] = _FLAGS.get(PyBytes_FromStringAndSize(<char*> node.name, strlen(<char*> node.name)), 0)
    return cache.flags[slot]


cdef inline int kind_of(const unsigned char* name, NameCache* cache):
    """Return which attribute that may say something it is, 0 for others."""
    cdef size_t slot = (<size_t> name >> 2) % CACHE
    if cache.names[slot] != name:
        cache.names[slot] = name
        cache.flags[slot] = _KINDS.get(PyBytes_FromStringAndSize(<char*> name, strlen(<char*> name)), 0)
    return cache.flags[slot]


cdef size_t MIXER = 0x9E3779B1  # Fibonacci hashing


cdef struct Shown:  # how single elements are shown: a table with places between them
    xmlNode** nodes
    int* flags
    size_t size  # a power of two, 0 for none


cdef inline size_t place_of(Shown* shown, xmlNode* node) noexcept:
    """Return where the node stands in the table, or the free place where it would."""
    cdef size_t place = (<size_t> node >> 4) * MIXER >> 12 & (shown.size - 1)
    while shown.nodes[place] is not NULL and shown.nodes[place] is not node:
        place = (place + 1) & (shown.size - 1)
    return place


cdef int note_shown(Shown* shown, dict displays, set hidden) except -1:
    cdef _Element element
    cdef size_t place
    if not displays and not hidden:
        return 0
    shown.size = 64
    while shown.size < 2 * <size_t> (len(displays) + len(hidden)):
        shown.size *= 2
    shown.nodes = <xmlNode**> calloc(shown.size, sizeof(xmlNode*))
    shown.flags = <int*> calloc(shown.size, sizeof(int))
    if shown.nodes is NULL or shown.flags is NULL:
        raise MemoryError
    for element, as_block in displays.items():
        place = place_of(shown, element._c_node)
        shown.nodes[place], shown.flags[place] = element._c_node, BLOCK if as_block else INLINE
    for element in hidden:
        place = place_of(shown, element._c_node)
        shown.nodes[place], shown.flags[place] = element._c_node, SKIPPED
    return 0


cdef inline int flags_shown(xmlNode* node, NameCache* cache, Shown* shown):
    cdef int flags = flags_of(node, cache)
    cdef size_t place
    if shown.size:
        place = place_of(shown, node)
        if shown.nodes[place] is node:
            flags = (flags & ~INLINE) | shown.flags[place]
    return flags


cdef inline bint is_blank(const unsigned char* text) noexcept:
    cdef Py_ssize_t step = 1
    while step:
        if text[0] < 0x80:
            step = text[0] == 32 or 9 <= text[0] <= 13 or 28 <= text[0] <= 31
        else:
            step = space_at(text)
        text += step
    return text[0] == 0


cdef inline Py_ssize_t space_at(const unsigned char* text) noexcept:
    """Return how many bytes a character of white space other than ASCII's takes, 0 for others; as str.isspace()."""
    if text[0] == 0xC2:
        return 2 if text[1] == 0x85 or text[1] == 0xA0 else 0
    if text[0] == 0xE2 and text[1] == 0x80:
        return 3 if 0x80 <= text[2] <= 0x8A or text[2] == 0xA8 or text[2] == 0xA9 or text[2] == 0xAF else 0
    if text[0] == 0xE2 and text[1] == 0x81:
        return 3 if text[2] == 0x9F else 0
    if text[0] == 0xE1 and text[1] == 0x9A:
        return 3 if text[2] == 0x80 else 0
    if text[0] == 0xE3 and text[1] == 0x80:
        return 3 if text[2] == 0x80 else 0
    return 0


cdef inline bint is_stray(const unsigned char* text) noexcept:
    """Tell whether a byte order mark or a noncharacter stands here: text.STRAYS."""
    return text[0] == 0xEF and (
        (text[1] == 0xBB and text[2] == 0xBF) or (text[1] == 0xBF and (text[2] == 0xBE or text[2] == 0xBF))
    )


cdef inline bint is_unsure(const unsigned char* text) noexcept:
    """Tell whether a character may be changed, or joined to the one before, by normalization form C.

    Surely not: ASCII, Latin letters with their marks, Cyrillic and Arabic letters, general punctuation.
    """
    if text[0] <= 0xCB or text[0] == 0xD0 or text[0] == 0xD1 or text[0] == 0xDA:
        return False
    if text[0] == 0xD8:
        return 0x90 <= text[1] <= 0x9A
    if text[0] == 0xD9:
        return 0x8B <= text[1] <= 0x9F or text[1] == 0xB0
    if text[0] == 0xDB:
        return 0x96 <= text[1] <= 0xAD
    return not (text[0] == 0xE2 and text[1] == 0x80)


cdef int append_folded(Buffer* line, const unsigned char* text) except -1:
    """Append a text, with runs of white space folded to one space and none at the line's start."""
    cdef Py_ssize_t length = strlen(<const char*> text), step, size = line.size
    cdef char* grown
    cdef int kind
    if line.size + length + 1 > line.room:
        line.room = 2 * (line.size + length) + 512
        grown = <char*> realloc(line.data, line.room)
        if grown is NULL:
            raise MemoryError
        line.data = grown
    while True:
        kind = _BYTES[text[0]]
        if kind == SPACE:
            line.spaced = True
            text += 1
            continue
        if kind == LEAD:
            step = space_at(text)
            if step:
                line.spaced = True
                text += step
                continue
            if is_stray(text):
                text += 3
                continue
        elif kind == END:
            break
        if line.spaced:
            line.spaced = False
            if size:
                line.data[size] = 32
                size += 1
        while True:  # up to the next space, or what may be one
            if kind != PLAIN:
                line.unsure |= is_unsure(text)
            line.data[size] = <char> text[0]
            size += 1
            text += 1
            kind = _BYTES[text[0]]
            if kind <= LEAD:
                break
    line.size = size
    return 0


cdef str take_line(Buffer* line):
    """Return the line's text and begin a new one."""
    cdef str text = PyUnicode_DecodeUTF8(line.data, line.size, "replace")
    cdef unsigned char first = <unsigned char> line.data[0] if line.size else 0
    if line.unsure:
        text = normalize("NFC", text)
    line.size, line.spaced, line.unsure = 0, False, False
    if (first == 0xC2 or first == 0xE2) and not text.strip(_INVISIBLE_EDGES):
        return ""
    return text


cdef int end_line(
    Buffer* line, list texts, list runs, list run, bint has_one, _Element element, object link
) except -1:
    """Note the text of a line that is whole, and its one text run if it has but one."""
    if has_one:
        runs.append((element, link))
    elif len(run) == 1:  # of texts that only something hidden parts
        runs[len(runs) - 1] = run[0][1:]
    texts.append(take_line(line))
    return 0


cdef inline str text_of(xmlNode* node, bint spaced):
    cdef str text = PyUnicode_DecodeUTF8(<char*> node.content, strlen(<char*> node.content), "replace")
    return " " + text if spaced else text


def text_runs(_Element root not None, dict displays not None, set hidden not None):
    """See ``walk.text_runs``."""
    cdef _Document doc = root._doc
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    cdef xmlNode* left  # the element that ends here
    cdef xmlNode* current = NULL  # the block of the last line
    cdef xmlNode* block
    cdef xmlNode* link
    cdef Level* levels = NULL
    cdef Level* grown
    cdef Py_ssize_t depth = 0, room = 0
    cdef NameCache cache
    cdef int flags, gap = NEW_BLOCK
    cdef bint spaced = False
    cdef bint said = False, parted = False  # a text is the last thing, and something hidden stands after it
    cdef list runs = [], texts = [], gaps = [], blocks = [], arounds = [], pictures = []
    cdef list run = None  # of a line of several text runs
    cdef bint begun = False  # a line to which the next text may belong
    cdef xmlNode* only = NULL  # the one text of a line so far
    cdef bint only_spaced = False
    cdef _Element only_element = None
    cdef object only_link = None
    cdef Buffer line
    cdef Shown shown
    cdef _Element element
    cdef object linked
    cdef str text
    memset(&cache, 0, sizeof(cache))
    memset(&line, 0, sizeof(line))
    memset(&shown, 0, sizeof(shown))
    try:
        note_shown(&shown, displays, hidden)
        while node is not NULL:
            left = NULL
            if node.type == tree.XML_ELEMENT_NODE:
                flags = flags_shown(node, &cache, &shown)
                if flags & SKIPPED and node is not top:
                    parted = said
                else:
                    said = parted = False
                    if depth == room:
                        room = room * 2 + 64
                        grown = <Level*> realloc(levels, room * sizeof(Level))
                        if grown is NULL:
                            raise MemoryError
                        levels = grown
                    levels[depth].block = levels[depth - 1].block if depth and flags & INLINE else node
                    levels[depth].inside = (flags >> TELLING_SHIFT) | (levels[depth - 1].inside if depth else 0)
                    levels[depth].around = (
                        levels[depth - 1].around if depth and flags & INLINE else levels[depth].inside
                    )
                    levels[depth].link = node if flags & LINK else levels[depth - 1].link if depth else NULL
                    depth += 1
                    if node.children is not NULL:
                        node = node.children
                        continue
                    left = node
            elif (
                (node.type == tree.XML_TEXT_NODE or node.type == tree.XML_CDATA_SECTION_NODE)
                and node.content is not NULL
                and depth
            ):
                if is_blank(node.content):
                    spaced = True
                else:
                    block = levels[depth - 1].block
                    link = levels[depth - 1].link
                    if block is not current:
                        current, begun = block, False
                        gap = max(gap, NEW_BLOCK)
                    element = cetree.elementFactory(doc, node.parent)
                    linked = (
                        None if link is NULL else element if link is node.parent else cetree.elementFactory(doc, link)
                    )
                    if not begun:
                        if gaps:
                            end_line(&line, texts, runs, run, only is not NULL, only_element, only_link)
                        only, only_spaced, only_element, only_link = node, spaced, element, linked
                        gaps.append(gap)
                        blocks.append(cetree.elementFactory(doc, block))
                        arounds.append(levels[depth - 1].around)
                        begun, gap = True, SAME_BLOCK
                    else:
                        if only is not NULL:
                            run = [(text_of(only, only_spaced), only_element, only_link)]
                            runs.append(run)
                            only = NULL
                        text = text_of(node, spaced)
                        if parted:
                            text = run.pop()[0] + text
                        run.append((text, element, linked))
                    if spaced:
                        line.spaced = True
                    append_folded(&line, node.content)
                    said, parted, spaced = True, False, False
            while True:
                if left is not NULL:
                    said = parted = False
                    depth -= 1
                    flags = flags_of(left, &cache)
                    if flags & (BREAK | PICTURE) and depth:
                        block = levels[depth - 1].block
                        if block is not current:
                            current, begun = block, False
                            gap = max(gap, NEW_BLOCK)
                        if flags & PICTURE:
                            pictures.append((len(gaps), cetree.elementFactory(doc, left)))
                        elif begun:
                            begun, gap = False, SAME_BLOCK
                        elif gap == SAME_BLOCK:
                            gap = BLANK_LINE
                        spaced = True
                if node.next is not NULL:
                    node = node.next
                    break
                if not depth:  # what stands behind </html> is beside the root
                    node = NULL
                    break
                node = left = node.parent
        if gaps:
            end_line(&line, texts, runs, run, only is not NULL, only_element, only_link)
    finally:
        free(levels)
        free(line.data)
        free(shown.nodes)
        free(shown.flags)
    return runs, texts, gaps, blocks, arounds, pictures


def signs(_Element root not None, set classes not None, set ids not None, tuple prefixes not None, read_style=None):
    """See ``walk.signs``."""
    cdef _Document doc = root._doc
    cdef xmlNode* node = root._c_node
    cdef xmlAttr* attribute
    cdef const char* value
    cdef NameCache cache, kinds
    cdef Words class_words, id_words
    cdef list found = []
    cdef set class_names = {word.encode() for word in classes}
    cdef set id_names = {word.encode() for word in ids}
    cdef tuple starts = tuple([prefix.encode() for prefix in prefixes])
    cdef bint described = False  # an itemprop has been seen
    cdef bint named = False, late = False  # a class or id has been seen, and after it a style that hides some
    cdef bint told
    cdef int flags, kind
    memset(&cache, 0, sizeof(cache))
    memset(&kinds, 0, sizeof(kinds))
    note_lengths(&class_words, class_names)
    note_lengths(&id_words, id_names)
    while node is not NULL:
        if node.type == tree.XML_ELEMENT_NODE:
            flags = flags_of(node, &cache)
            if flags & NOTED:
                found.append(((<bytes> <char*> node.name).decode(), "", cetree.elementFactory(doc, node)))
                if flags & STYLE and read_style is not None and read_style(found[len(found) - 1][2]):
                    late |= named
                    class_names = {word.encode() for word in classes}
                    id_names = {word.encode() for word in ids}
                    note_lengths(&class_words, class_names)
                    note_lengths(&id_words, id_names)
            attribute = node.properties
            while attribute is not NULL:
                kind = kind_of(attribute.name, &kinds)
                if kind:
                    value = b""
                    if attribute.children is not NULL and attribute.children.content is not NULL:
                        value = <const char*> attribute.children.content
                    if kind == CLASS:
                        named = True
                        told = has_word(value, class_names, &class_words)
                    elif kind == ID:
                        named = True
                        told = has_word(value, id_names, &id_words) or starts_with(value, starts)
                    elif kind == STYLED:
                        told = mentions_style(value)
                    elif kind == HREF:
                        told = flags & LINK and strstr(value, _LATER_LINK) is not NULL
                    elif kind == SRC:
                        told = names_later_picture(value) and strcmp(<const char*> node.name, "img") == 0
                    elif kind == ITEM:
                        told, described = not described, True
                    else:
                        told = True
                    if told:
                        found.append((
                            (<bytes> <const char*> attribute.name).decode(), value.decode("utf-8", "replace"),
                            cetree.elementFactory(doc, node),
                        ))
                attribute = attribute.next
            if node.children is not NULL:
                node = node.children
                continue
        while node.next is NULL and node.parent is not NULL and node.parent.type == tree.XML_ELEMENT_NODE:
            node = node.parent
        node = node.next  # also what stands beside the root, behind </html>
    return signs(root, classes, ids, prefixes) if late else found


cdef inline void note_lengths(Words* words, set names):
    cdef bytes name
    memset(words, 0, sizeof(Words))
    for name in names:
        words.lengths[<unsigned char> name[0]] |= <unsigned long long> 1 << (len(name) & 63)


cdef inline bint has_word(const char* value, set names, Words* words):
    """Tell whether one of the words of an attribute is among the names; first letters and lengths rule out most."""
    cdef const char* start
    cdef size_t length
    while value[0] != 0:
        while value[0] == 32 or 9 <= value[0] <= 13:
            value += 1
        start = value
        while value[0] != 0 and value[0] != 32 and not 9 <= value[0] <= 13:
            value += 1
        length = value - start
        if (
            length
            and words.lengths[<unsigned char> start[0]] >> (length & 63) & 1
            and PyBytes_FromStringAndSize(start, length) in names
        ):
            return True
    return False


cdef inline bint mentions_style(const char* value) noexcept:
    cdef char first
    while value[0] != 0:
        first = value[0]
        if (
            (first == b"n" and strncmp(value, "none", 4) == 0)
            or (first == b"d" and strncmp(value, "display", 7) == 0)
            or (first == b"h" and strncmp(value, "hidden", 6) == 0)
            or (first == b"c" and strncmp(value, "collapse", 8) == 0)
            or (first == b"N" and strncmp(value, "NONE", 4) == 0)
            or (first == b"D" and strncmp(value, "DISPLAY", 7) == 0)
            or (first == b"H" and strncmp(value, "HIDDEN", 6) == 0)
        ):
            return True
        value += 1
    return False


cdef inline bint names_later_picture(const char* value):
    cdef bytes part
    for part in _LATER_PICTURES:
        if strstr(value, part) is not NULL:
            return True
    return False


cdef inline bint starts_with(const char* value, tuple prefixes):
    cdef bytes prefix
    for prefix in prefixes:
        if strncmp(value, prefix, len(prefix)) == 0:
            return True
    return False


def ancestors(_Element element not None):
    """See ``walk.ancestors``."""
    cdef list found = [element]
    cdef xmlNode* node = element._c_node.parent
    while node is not NULL and node.type == tree.XML_ELEMENT_NODE:
        found.append(cetree.elementFactory(element._doc, node))
        node = node.parent
    return found


def is_inside(_Element element, _Element box not None):
    """See ``walk.is_inside``."""
    cdef xmlNode* node = NULL if element is None else element._c_node
    while node is not NULL:
        if node is box._c_node:
            return True
        node = node.parent
    return False


def look_of(_Element element not None):
    """See ``walk.look_of``."""
    cdef xmlNode* node = element._c_node
    cdef const unsigned char* classes = b""
    cdef xmlAttr* attribute = node.properties
    while attribute is not NULL:
        if strcmp(<const char*> attribute.name, "class") == 0:
            if attribute.children is not NULL and attribute.children.content is not NULL:
                classes = attribute.children.content
            break
        attribute = attribute.next
    if node.parent is NULL or node.parent.type != tree.XML_ELEMENT_NODE:
        return name_of(node.name), name_of(classes), ""
    return name_of(node.name), name_of(classes), name_of(node.parent.name)


cdef inline str name_of(const unsigned char* text):
    return PyUnicode_DecodeUTF8(<char*> text, strlen(<char*> text), "strict")


def is_spacer(_Element image not None):
    """See ``walk.is_spacer``."""
    cdef xmlAttr* attribute = image._c_node.properties
    cdef const unsigned char* value
    cdef const char* name
    while attribute is not NULL:
        if attribute.children is not NULL and attribute.children.content is not NULL:
            value = attribute.children.content
            name = <const char*> attribute.name
            if strcmp(name, "width") == 0 or strcmp(name, "height") == 0:
                if is_small(value):
                    return True
            elif strcmp(name, "src") == 0 and is_spacers_name(value):
                return True
        attribute = attribute.next
    return False


cdef bint is_small(const unsigned char* size) noexcept:
    """Tell whether a width or height, in pixels, is that of a spacer."""
    cdef int pixels = 0, digits = 0
    while _BYTES[size[0]] == SPACE:
        size += 1
    while 48 <= size[0] <= 57 and digits <= MOST_DIGITS:
        pixels = 10 * pixels + size[0] - 48
        digits += 1
        size += 1
    if not digits or digits > MOST_DIGITS or pixels > LARGEST_SPACER:
        return False
    if size[0] == 112 and size[1] == 120:
        size += 2
    while _BYTES[size[0]] == SPACE:
        size += 1
    return size[0] == 0


cdef bint is_spacers_name(const unsigned char* address) noexcept:
    """Tell whether the last part of an address holds the word "spacer"."""
    cdef Py_ssize_t at = 0, matched = 0
    cdef bint found = False
    while address[at]:
        if address[at] == 47:
            found, matched = False, 0
        elif (address[at] | 32) == _SPACER[matched]:
            matched += 1
            if _SPACER[matched] == 0:
                found, matched = True, 0
        else:
            matched = 1 if (address[at] | 32) == _SPACER[0] else 0
        at += 1
    return found
