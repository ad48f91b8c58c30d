# cython: language_level=3, boundscheck=False, wraparound=False
"""The two walks over a page's tree, for a C compiler: the same results as ``walk_plain.py``.

They read libxml2's nodes through lxml's public C interface, and make Python objects of what they return only.
"""

cimport lxml.includes.etreepublic as cetree
from cpython.bytes cimport PyBytes_FromStringAndSize
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.stdlib cimport free, realloc
from libc.string cimport memset, strcmp, strlen, strncmp, strstr
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport _Document, _Element
from lxml.includes.tree cimport xmlAttr, xmlNode

from rudaw_scraper import walk_tables as tables

cetree.import_lxml__etree()

cdef enum:
    INLINE = 1
    BREAK = 2
    PICTURE = 4
    BLOCK = 8
    SKIPPED = 16
    NOTED = 32
    LINK = 64
    CACHE = 64  # names, a power of two
    SAME_BLOCK = 0
    NEW_BLOCK = 1
    BLANK_LINE = 2

cdef dict _FLAGS = {}
for _names, _flag in (
    (tables.INLINE, INLINE), (tables.BREAKS, BREAK), (tables.PICTURES, PICTURE), (tables.INVISIBLE, SKIPPED),
    (tables.NOTED, NOTED), (("a",), LINK),
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


cdef inline int flags_of(xmlNode* node, NameCache* cache):
    # The names of a parsed document stand once in its dictionary: their addresses tell them apart.
    cdef size_t slot = (<size_t> node.name >> 2) % CACHE
    if cache.names[slot] != node.name:
        cache.names[slot] = node.name
        cache.flags[slot] = _FLAGS.get(PyBytes_FromStringAndSize(<char*> node.name, strlen(<char*> node.name)), 0)
    return cache.flags[slot]


cdef inline int flags_shown(xmlNode* node, NameCache* cache, dict shown):
    cdef int flags = flags_of(node, cache)
    if shown and (own := shown.get(<size_t> node)) is not None:
        flags = (flags & ~INLINE) | <int> own
    return flags


cdef inline bint is_blank(const unsigned char* text) noexcept:
    while text[0] == 32 or 9 <= text[0] <= 13 or 28 <= text[0] <= 31:
        text += 1
    return text[0] == 0


def text_runs(_Element root, dict displays, set hidden):
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
    cdef list runs = [], gaps = [], blocks = [], pictures = []
    cdef list run = None
    cdef dict shown = {}
    cdef _Element element
    cdef str text
    memset(&cache, 0, sizeof(cache))
    for element, as_block in displays.items():
        shown[<size_t> element._c_node] = BLOCK if as_block else INLINE
    for element in hidden:
        shown[<size_t> element._c_node] = SKIPPED
    try:
        while node is not NULL:
            left = NULL
            if node.type == tree.XML_ELEMENT_NODE:
                flags = flags_shown(node, &cache, shown)
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
                    levels[depth].link = node if flags & LINK else levels[depth - 1].link if depth else NULL
                    depth += 1
                    if node.children is not NULL:
                        node = node.children
                        continue
                    left = node
            elif (
                (node.type == tree.XML_TEXT_NODE or node.type == tree.XML_CDATA_SECTION_NODE)
                and node.content is not NULL
            ):
                if is_blank(node.content):
                    spaced = True
                else:
                    text = PyUnicode_DecodeUTF8(<char*> node.content, strlen(<char*> node.content), "replace")
                    if text.isspace():
                        spaced = True
                    else:
                        block = levels[depth - 1].block
                        link = levels[depth - 1].link
                        if block is not current:
                            current, run = block, None
                            gap = max(gap, NEW_BLOCK)
                        if run is None:
                            run = []
                            runs.append(run)
                            gaps.append(gap)
                            blocks.append(cetree.elementFactory(doc, block))
                            gap = SAME_BLOCK
                        if spaced:
                            text = " " + text
                        if parted:
                            text = run.pop()[0] + text
                        element = cetree.elementFactory(doc, node.parent)
                        run.append((
                            text,
                            element,
                            None if link is NULL
                            else element if link is node.parent
                            else cetree.elementFactory(doc, link),
                        ))
                        said, parted, spaced = True, False, False
            while True:
                if left is not NULL:
                    said = parted = False
                    depth -= 1
                    flags = flags_of(left, &cache)
                    if flags & (BREAK | PICTURE) and depth:
                        block = levels[depth - 1].block
                        if block is not current:
                            current, run = block, None
                            gap = max(gap, NEW_BLOCK)
                        if flags & PICTURE:
                            pictures.append((len(runs), cetree.elementFactory(doc, left)))
                        elif run is not None:
                            run, gap = None, SAME_BLOCK
                        elif gap == SAME_BLOCK:
                            gap = BLANK_LINE
                        spaced = True
                if node is top:
                    node = NULL
                    break
                if node.next is not NULL:
                    node = node.next
                    break
                node = left = node.parent
    finally:
        free(levels)
    return runs, gaps, blocks, pictures


def signs(_Element root, set classes, set ids, tuple prefixes):
    """See ``walk.signs``."""
    cdef _Document doc = root._doc
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    cdef xmlAttr* attribute
    cdef const char* name
    cdef const char* value
    cdef NameCache cache
    cdef Words class_words, id_words
    cdef list found = []
    cdef set class_names = {word.encode() for word in classes}
    cdef set id_names = {word.encode() for word in ids}
    cdef tuple starts = tuple([prefix.encode() for prefix in prefixes])
    memset(&cache, 0, sizeof(cache))
    note_lengths(&class_words, class_names)
    note_lengths(&id_words, id_names)
    while node is not NULL:
        if node.type == tree.XML_ELEMENT_NODE:
            if flags_of(node, &cache) & NOTED:
                found.append(((<bytes> <char*> node.name).decode(), "", cetree.elementFactory(doc, node)))
            attribute = node.properties
            while attribute is not NULL:
                name = <const char*> attribute.name
                value = b""
                if attribute.children is not NULL and attribute.children.content is not NULL:
                    value = <const char*> attribute.children.content
                if (
                    (
                        name[0] == b"c" and class_names and strcmp(name, "class") == 0
                        and has_word(value, class_names, &class_words)
                    )
                    or (name[0] == b"s" and strcmp(name, "style") == 0 and mentions_style(value))
                    or (name[0] == b"h" and strcmp(name, "hidden") == 0)
                    or (
                        name[0] == b"i" and strcmp(name, "id") == 0
                        and ((id_names and has_word(value, id_names, &id_words)) or starts_with(value, starts))
                    )
                ):
                    found.append((
                        (<bytes> name).decode(), value.decode("utf-8", "replace"), cetree.elementFactory(doc, node)
                    ))
                attribute = attribute.next
            if node.children is not NULL:
                node = node.children
                continue
        while node is not top and node.next is NULL:
            node = node.parent
        node = NULL if node is top else node.next
    return found


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
    return (
        strstr(value, "none") is not NULL or strstr(value, "hidden") is not NULL
        or strstr(value, "collapse") is not NULL or strstr(value, "display") is not NULL
        or strstr(value, "NONE") is not NULL or strstr(value, "HIDDEN") is not NULL
        or strstr(value, "DISPLAY") is not NULL
    )


cdef inline bint starts_with(const char* value, tuple prefixes):
    cdef bytes prefix
    for prefix in prefixes:
        if strncmp(value, prefix, len(prefix)) == 0:
            return True
    return False
