# cython: language_level=3, boundscheck=False, wraparound=False, binding=False
"""The walks over a page's tree, for a C compiler: the same results as ``walk_plain.py``.

They read the nodes of ``_tree.pyx``, and make Python objects of what they return only.
"""

from unicodedata import normalize

from cpython.bytes cimport PyBytes_FromStringAndSize
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.stdlib cimport free, realloc
from libc.string cimport memset, strcmp, strncmp, strstr

from rudaw_scraper._nodes cimport (
    BLOCK, BREAK, CLASS, HREF, ID, INLINE, ITEM, LINK, PICTURE, SKIPPED, SRC, STYLE, STYLED, TELLING_SHIFT, TEXT,
    Attribute, Node
)
from rudaw_scraper._tree cimport Element, Tree, element_of, name_of

from rudaw_scraper import walk_tables as tables
from rudaw_scraper.text import INVISIBLE_EDGES

cdef enum:
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


cdef struct Words:
    unsigned long long lengths[256]  # for each first byte, the lengths of the words (modulo 64) as bits


cdef struct Level:
    Node* block
    Node* link
    int inside  # bits of the telling tags of the element and those around it
    int around  # the same for the block


cdef struct Buffer:  # a line's text in UTF-8, its white space folded
    char* data
    Py_ssize_t size, room
    bint spaced  # white space stands after what is in it
    bint unsure  # it may not be in normalization form C


cdef int note_shown(dict displays, set hidden) except -1:
    """Note in the nodes how single elements are shown."""
    cdef Element element
    if None in displays or None in hidden:
        raise TypeError("None is no element")
    for element, as_block in displays.items():
        element.node.flags = (element.node.flags & ~INLINE) | (BLOCK if as_block else INLINE)
    for element in hidden:
        element.node.flags |= SKIPPED
    return 0


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


cdef int append_folded(Buffer* line, const unsigned char* text, Py_ssize_t length) except -1:
    """Append a text, with runs of white space folded to one space and none at the line's start."""
    cdef Py_ssize_t step, size = line.size
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
    Buffer* line, list texts, list runs, list run, bint has_one, Element element, object link
) except -1:
    """Note the text of a line that is whole, and its one text run if it has but one."""
    if has_one:
        runs.append((element, link))
    elif len(run) == 1:  # of texts that only something hidden parts
        runs[len(runs) - 1] = run[0][1:]
    texts.append(take_line(line))
    return 0


cdef inline str text_of(Node* node, bint spaced):
    cdef str text = PyUnicode_DecodeUTF8(node.text, node.size, "replace")
    return " " + text if spaced else text


def text_runs(Element root not None, dict displays not None, set hidden not None):
    """See ``walk.text_runs``."""
    cdef Tree tree = root.tree
    cdef Node* node = tree.first
    cdef Node* left  # the element that ends here
    cdef Node* current = NULL  # the block of the last line
    cdef Node* block
    cdef Node* link
    cdef Level* levels = NULL
    cdef Level* grown
    cdef Py_ssize_t depth = 0, room = 0
    cdef int flags, gap = NEW_BLOCK
    cdef bint spaced = False
    cdef bint said = False, parted = False  # a text is the last thing, and something hidden stands after it
    cdef list runs = [], texts = [], gaps = [], blocks = [], arounds = [], pictures = []
    cdef list run = None  # of a line of several text runs
    cdef bint begun = False  # a line to which the next text may belong
    cdef Node* only = NULL  # the one text of a line so far
    cdef bint only_spaced = False
    cdef Element only_element = None
    cdef object only_link = None
    cdef Buffer line
    cdef Element element
    cdef object linked
    cdef str text
    memset(&line, 0, sizeof(line))
    note_shown(displays, hidden)
    try:
        while node is not NULL:
            left = NULL
            flags = node.flags
            if not flags & TEXT:
                if flags & SKIPPED and node.parent is not NULL:
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
                    if node.first is not NULL:
                        node = node.first
                        continue
                    left = node
            elif is_blank(<const unsigned char*> node.text):
                spaced = True
            else:
                block = levels[depth - 1].block
                link = levels[depth - 1].link
                if block is not current:
                    current, begun = block, False
                    gap = max(gap, NEW_BLOCK)
                element = element_of(tree, node.parent)
                linked = None if link is NULL else element if link is node.parent else element_of(tree, link)
                if not begun:
                    if gaps:
                        end_line(&line, texts, runs, run, only is not NULL, only_element, only_link)
                    only, only_spaced, only_element, only_link = node, spaced, element, linked
                    gaps.append(gap)
                    blocks.append(element_of(tree, block))
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
                append_folded(&line, <const unsigned char*> node.text, node.size)
                said, parted, spaced = True, False, False
            while True:
                if left is not NULL:
                    said = parted = False
                    depth -= 1
                    flags = left.flags
                    if flags & (BREAK | PICTURE) and depth:
                        block = levels[depth - 1].block
                        if block is not current:
                            current, begun = block, False
                            gap = max(gap, NEW_BLOCK)
                        if flags & PICTURE:
                            pictures.append((len(gaps), element_of(tree, left)))
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
    return runs, texts, gaps, blocks, arounds, pictures


def signs(Element root not None, set classes not None, set ids not None, tuple prefixes not None, read_style=None):
    """See ``walk.signs``."""
    cdef Tree tree = root.tree
    cdef Node* node
    cdef Attribute* attribute
    cdef size_t at
    cdef int kind
    cdef Words class_words, id_words
    cdef list found = []
    cdef set class_names = {word.encode() for word in classes}
    cdef set id_names = {word.encode() for word in ids}
    cdef tuple starts = tuple([prefix.encode() for prefix in prefixes])
    cdef bint described = False  # an itemprop has been seen
    cdef bint named = False, late = False  # a class or id has been seen, and after it a style that hides some
    cdef bint told
    note_lengths(&class_words, class_names)
    note_lengths(&id_words, id_names)
    for at in range(tree.sign_count):
        node, attribute = tree.signs[at].node, tree.signs[at].attribute
        if attribute is NULL:
            found.append((name_of(node), "", element_of(tree, node)))
            if node.flags & STYLE and read_style is not None and read_style(found[len(found) - 1][2]):
                late |= named
                class_names = {word.encode() for word in classes}
                id_names = {word.encode() for word in ids}
                note_lengths(&class_words, class_names)
                note_lengths(&id_words, id_names)
            continue
        kind = attribute.kind
        if kind == CLASS:
            named = True
            told = has_word(attribute.value, class_names, &class_words)
        elif kind == ID:
            named = True
            told = has_word(attribute.value, id_names, &id_words) or starts_with(attribute.value, starts)
        elif kind == STYLED:
            told = mentions_style(attribute.value)
        elif kind == HREF:
            told = node.flags & LINK and strstr(attribute.value, _LATER_LINK) is not NULL
        elif kind == SRC:
            told = node.flags & PICTURE and names_later_picture(attribute.value) and name_of(node) == "img"
        elif kind == ITEM:
            told, described = not described, True
        else:
            told = True
        if told:
            found.append((
                (<bytes> attribute.name).decode(), attribute.value.decode("utf-8", "replace"), element_of(tree, node),
            ))
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


def ancestors(Element element not None):
    """See ``walk.ancestors``."""
    cdef list found = [element]
    cdef Node* node = element.node.parent
    while node is not NULL:
        found.append(element_of(element.tree, node))
        node = node.parent
    return found


def is_inside(Element element, Element box not None):
    """See ``walk.is_inside``."""
    cdef Node* node = NULL if element is None else element.node
    while node is not NULL:
        if node is box.node:
            return True
        node = node.parent
    return False


def look_of(Element element not None):
    """See ``walk.look_of``."""
    cdef Node* node = element.node
    cdef Attribute* attribute = node.attributes
    cdef str classes = ""
    while attribute is not NULL:
        if attribute.kind == CLASS:
            classes = attribute.value.decode("utf-8", "replace")
            break
        attribute = attribute.next
    return name_of(node), classes, "" if node.parent is NULL else name_of(node.parent)


def is_spacer(Element image not None):
    """See ``walk.is_spacer``."""
    cdef Attribute* attribute = image.node.attributes
    while attribute is not NULL:
        if strcmp(attribute.name, "width") == 0 or strcmp(attribute.name, "height") == 0:
            if is_small(<const unsigned char*> attribute.value):
                return True
        elif attribute.kind == SRC and is_spacers_name(<const unsigned char*> attribute.value):
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
