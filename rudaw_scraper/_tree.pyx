# cython: language_level=3, boundscheck=False, wraparound=False, binding=False
"""A page's tree, for a C compiler: as ``tree_plain.py`` gives it, parsed by the same parser.

lxml's parser, libxml2, tells what it reads by calls; here they make small nodes that lie close together, instead of
nodes of its own with all that XML may need, each allocated for itself. That takes half the time, and frees at once.
Python objects are made of single nodes, when asked for. What they offer is that part of lxml's elements that the
package uses.
"""

import ctypes

from lxml import etree

from cpython.bytes cimport PyBytes_FromStringAndSize
from cpython.ref cimport PyObject
from cpython.unicode cimport PyUnicode_AsUTF8, PyUnicode_DecodeUTF8
from cython cimport final, freelist, no_gc
from libc.stdlib cimport free, malloc, realloc
from libc.string cimport memcpy, memset, strcmp, strlen

from rudaw_scraper import walk_tables as tables

cdef extern from "libxml/HTMLparser.h" nogil:
    ctypedef unsigned char xmlChar
    ctypedef struct htmlSAXHandler:
        void (*startElement)(void*, const xmlChar*, const xmlChar**) noexcept
        void (*endElement)(void*, const xmlChar*) noexcept
        void (*characters)(void*, const xmlChar*, int) noexcept
        void (*ignorableWhitespace)(void*, const xmlChar*, int) noexcept
        void (*cdataBlock)(void*, const xmlChar*, int) noexcept
        unsigned int initialized
    cdef enum:
        HTML_PARSE_RECOVER
        HTML_PARSE_NONET
        HTML_PARSE_NOERROR
        HTML_PARSE_NOWARNING
        HTML_PARSE_COMPACT
        XML_PARSE_HUGE

# libxml2 as lxml brings it: its functions by name, so that there is but one copy of it.
ctypedef void* (*NewContext)(const htmlSAXHandler*, void*) noexcept
ctypedef void* (*ReadMemory)(void*, const char*, int, const char*, const char*, int) noexcept
ctypedef void (*OfContext)(void*) noexcept
ctypedef int (*OfName)(const xmlChar*) noexcept

cdef size_t address_of(library, str name) except 0:
    try:
        return <size_t> ctypes.cast(getattr(library, name), ctypes.c_void_p).value
    except AttributeError:
        raise ImportError(f"lxml does not offer {name}") from None


_PARSER_LIBRARY = ctypes.CDLL(etree.__file__)
cdef NewContext new_context = <NewContext> address_of(_PARSER_LIBRARY, "htmlNewSAXParserCtxt")
cdef ReadMemory read_memory = <ReadMemory> address_of(_PARSER_LIBRARY, "htmlCtxtReadMemory")
cdef OfContext free_context = <OfContext> address_of(_PARSER_LIBRARY, "htmlFreeParserCtxt")
cdef OfContext stop_parser = <OfContext> address_of(_PARSER_LIBRARY, "xmlStopParser")
cdef OfName is_boolean = <OfName> address_of(_PARSER_LIBRARY, "htmlIsBooleanAttr")

cdef enum:
    OPTIONS = (
        HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT
        | XML_PARSE_HUGE
    )
    DEEPEST = 2048  # elements in each other: the limit of lxml's parser
    PAGES = 256  # that one context parses; names once met stay in its memory
    NODE_CHUNK = 32_000  # bytes
    TEXT_CHUNK = 64_000
    CACHE = 512  # names, a power of two
    NO_MEMORY = 1
    TOO_DEEP = 2

_VOID = ("area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
         "source", "track", "wbr")
_RAW = ("script", "style")
_OTHERS = (
    "html", "body", "div", "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td",
    "th", "article", "section", "header", "footer", "main", "nav", "aside", "figure", "form", "input", "blockquote",
    "address", "center", "fieldset", "legend", "details", "summary", "option", "picture", "path", "g",
)
cdef dict _TAGS = {}  # a tag's name to its number
cdef list _NAMES = [None]
cdef int[512] _FLAGS
cdef dict _KINDS = {
    b"class": CLASS, b"id": ID, b"style": STYLED, b"href": HREF, b"src": SRC, b"itemprop": ITEM, b"hidden": HIDDEN,
}


def _fill_tags():
    for names, flag in (
        (tables.INLINE, INLINE), (tables.BREAKS, BREAK), (tables.PICTURES, PICTURE), (tables.INVISIBLE, SKIPPED),
        (tables.NOTED, NOTED), (("a",), LINK), (("style",), STYLE), (_VOID, VOID), (_RAW, RAW), (_OTHERS, 0),
        *(((tag,), tables.bits_of(tag) << TELLING_SHIFT) for tag in tables.TELLING),
    ):
        for name in names:
            if name.encode() not in _TAGS:
                _TAGS[name.encode()] = len(_NAMES)
                _NAMES.append(name)
            _FLAGS[<int> _TAGS[name.encode()]] |= flag


memset(_FLAGS, 0, sizeof(_FLAGS))
_fill_tags()


cdef const char* EMPTY = b""


cdef struct Known:  # names of the parser's dictionary, which holds each once: their addresses tell them apart
    const xmlChar* names[CACHE]
    int numbers[CACHE]


cdef struct Builder:
    Pool nodes
    Pool texts
    Node* first  # beside the root, what follows it
    Node* last
    Node* current
    int depth
    int failed
    Sign* signs
    size_t sign_count
    size_t sign_room


cdef Builder builder
cdef Known tags
cdef Known kinds
cdef void* context = NULL
cdef int pages = 0


cdef void* take(Pool* pool, size_t size, size_t least) noexcept:
    """Return so many bytes, aligned as pointers; NULL for want of memory."""
    cdef Chunk* chunk = pool.chunks
    cdef void* taken
    size = (size + 7) & ~(<size_t> 7)
    if chunk is NULL or chunk.used + size > chunk.size:
        if size > least:
            least = size
        chunk = <Chunk*> malloc(sizeof(Chunk) + least)
        if chunk is NULL:
            return NULL
        chunk.next, chunk.size, chunk.used = pool.chunks, least, 0
        pool.chunks = chunk
    taken = <char*> chunk + sizeof(Chunk) + chunk.used
    chunk.used += size
    return taken


cdef void give_back(Pool* pool) noexcept:
    cdef Chunk* chunk
    while pool.chunks is not NULL:
        chunk = pool.chunks
        pool.chunks = chunk.next
        free(chunk)


cdef char* keep(Pool* pool, const char* text, size_t size) noexcept:
    """Return a copy of a text, ended by a zero."""
    cdef char* copy = <char*> take(pool, size + 1, TEXT_CHUNK)
    if copy is not NULL:
        memcpy(copy, text, size)
        copy[size] = 0
    return copy


cdef inline int number_of(Known* known, const xmlChar* name, dict numbers) noexcept:
    cdef size_t slot = ((<size_t> name >> 3) ^ (<size_t> name >> 12)) % CACHE
    if known.names[slot] != name:
        known.names[slot] = name
        known.numbers[slot] = numbers.get(PyBytes_FromStringAndSize(<char*> name, strlen(<char*> name)), 0)
    return known.numbers[slot]


cdef inline Node* new_node(Pool* pool) noexcept:
    cdef Node* node = <Node*> take(pool, sizeof(Node), NODE_CHUNK)
    if node is not NULL:
        memset(node, 0, sizeof(Node))
    return node


cdef inline void fail(int why) noexcept:
    builder.failed = why
    stop_parser(context)


cdef inline void add(Node* node) noexcept:
    node.parent = builder.current
    if builder.current is NULL:
        if builder.last is NULL:
            builder.first = node
        else:
            builder.last.next = node
        builder.last = node
        return
    if builder.current.last is NULL:
        builder.current.first = node
    else:
        builder.current.last.next = node
    builder.current.last = node


cdef bint note_sign(Node* node, Attribute* attribute) noexcept:
    cdef Sign* grown
    if builder.sign_count == builder.sign_room:
        builder.sign_room = 2 * builder.sign_room + 500
        grown = <Sign*> realloc(builder.signs, builder.sign_room * sizeof(Sign))
        if grown is NULL:
            return False
        builder.signs = grown
    builder.signs[builder.sign_count].node = node
    builder.signs[builder.sign_count].attribute = attribute
    builder.sign_count += 1
    return True


cdef bint add_element(const xmlChar* name, const xmlChar** given) noexcept:
    """Add an element, in which what follows will stand; tell whether there was memory."""
    cdef Attribute* attribute
    cdef Attribute** place
    cdef const xmlChar* value
    cdef Node* node = new_node(&builder.nodes)
    if node is NULL:
        return False
    node.tag = number_of(&tags, name, _TAGS)
    node.flags = _FLAGS[node.tag]
    if not node.tag:
        node.text = keep(&builder.texts, <const char*> name, strlen(<const char*> name))
        if node.text is NULL:
            return False
    if node.flags & NOTED and not note_sign(node, NULL):
        return False
    place = &node.attributes
    while given is not NULL and given[0] is not NULL:
        attribute = <Attribute*> take(&builder.nodes, sizeof(Attribute), NODE_CHUNK)
        if attribute is NULL:
            return False
        value = given[1]
        if value is NULL and is_boolean(given[0]):
            value = given[0]
        attribute.next = NULL
        attribute.kind = number_of(&kinds, given[0], _KINDS)
        attribute.name = keep(&builder.texts, <const char*> given[0], strlen(<const char*> given[0]))
        attribute.value = EMPTY
        if value is not NULL:
            attribute.value = keep(&builder.texts, <const char*> value, strlen(<const char*> value))
        if attribute.name is NULL or attribute.value is NULL:
            return False
        if attribute.kind and not note_sign(node, attribute):
            return False
        place[0] = attribute
        place = &attribute.next
        given += 2
    add(node)
    builder.current = node
    return True


cdef bint add_text(const char* text, size_t size) noexcept:
    """Add a text, or add to the one before; tell whether there was memory."""
    cdef Node* node = builder.current.last
    cdef Chunk* chunk
    cdef char* start
    if node is NULL or not node.flags & TEXT:
        node = new_node(&builder.nodes)
        if node is NULL:
            return False
        node.flags, node.size = TEXT, size
        node.text = keep(&builder.texts, text, size)
        add(node)
        return node.text is not NULL
    chunk = builder.texts.chunks
    start = <char*> chunk + sizeof(Chunk)
    if node.text + ((node.size + 8) & ~(<size_t> 7)) == start + chunk.used:  # the last thing in it, as mostly
        chunk.used = node.text - start
    start = <char*> take(&builder.texts, node.size + size + 1, max(<size_t> TEXT_CHUNK, 2 * (node.size + size)))
    if start is NULL:
        return False
    if start is not node.text:
        memcpy(start, node.text, node.size)
        node.text = start
    memcpy(start + node.size, text, size)
    node.size += size
    node.text[node.size] = 0
    return True


cdef void start_element(void* _, const xmlChar* name, const xmlChar** given) noexcept:
    if builder.failed:
        return
    builder.depth += 1
    if builder.depth > DEEPEST:
        fail(TOO_DEEP)
    elif not add_element(name, given):
        fail(NO_MEMORY)


cdef void end_element(void* _, const xmlChar* name) noexcept:
    if not builder.failed and builder.current is not NULL:
        builder.current = builder.current.parent
        builder.depth -= 1


cdef void characters(void* _, const xmlChar* text, int size) noexcept:
    if not builder.failed and builder.current is not NULL and size > 0 and not add_text(<const char*> text, size):
        fail(NO_MEMORY)


cdef htmlSAXHandler handler
memset(&handler, 0, sizeof(handler))
handler.startElement = start_element
handler.endElement = end_element
handler.characters = handler.ignorableWhitespace = handler.cdataBlock = characters
handler.initialized = 1


@final
@no_gc
cdef class Tree:
    """The memory of a page's nodes; it lives as long as any :class:`Element` of it."""

    def __dealloc__(self):
        give_back(&self.nodes)
        give_back(&self.texts)
        free(self.signs)


def parse(bytes page not None):
    """See ``walk.parse``."""
    global context, pages
    cdef Tree tree = Tree.__new__(Tree)
    cdef int size = len(page)
    if context is NULL or pages >= PAGES:
        if context is not NULL:
            free_context(context)
        memset(&tags, 0, sizeof(tags))
        memset(&kinds, 0, sizeof(kinds))
        context, pages = new_context(&handler, NULL), 0
        if context is NULL:
            raise MemoryError
    pages += 1
    memset(&builder, 0, sizeof(builder))
    read_memory(context, page, size, NULL, b"UTF-8", OPTIONS)
    tree.nodes, tree.texts, tree.first = builder.nodes, builder.texts, builder.first
    tree.signs, tree.sign_count = builder.signs, builder.sign_count
    if builder.failed == NO_MEMORY:
        raise MemoryError
    return None if tree.first is NULL else element_of(tree, tree.first), builder.failed == TOO_DEEP


cdef inline str decoded(const char* text, size_t size):
    return PyUnicode_DecodeUTF8(text, size, "replace")


cdef str name_of(Node* node):
    return <str> _NAMES[node.tag] if node.tag else decoded(node.text, strlen(node.text))


cdef Element element_of(Tree tree, Node* node):
    """Return the one Python object for an element."""
    cdef Element element
    if node.element is not NULL:
        return <Element> node.element
    element = Element.__new__(Element)
    element.tree, element.node = tree, node
    node.element = <void*> element
    return element


cdef Attribute* attribute_of(Node* node, str name):
    cdef const char* wanted = PyUnicode_AsUTF8(name)
    cdef Attribute* attribute = node.attributes
    while attribute is not NULL:
        if strcmp(attribute.name, wanted) == 0:
            return attribute
        attribute = attribute.next
    return NULL


cdef str texts_from(Node* node):
    """Return the text up to the next element; ``None`` for none."""
    cdef str text = None
    while node is not NULL and node.flags & TEXT:
        text = decoded(node.text, node.size) if text is None else text + decoded(node.text, node.size)
        node = node.next
    return text


cdef inline Node* element_from(Node* node) noexcept:
    while node is not NULL and node.flags & TEXT:
        node = node.next
    return node


cdef Node* new_break(Tree tree, Node* parent) except NULL:
    """Return a new ``<br>``."""
    cdef Node* node = new_node(&tree.nodes)
    if node is NULL:
        raise MemoryError
    node.parent, node.tag = parent, _TAGS[b"br"]
    node.flags = _FLAGS[node.tag]
    return node


cdef Node* text_after(Tree tree, Node* text, size_t at) except NULL:
    """Return a new text: the part of another that begins there."""
    cdef Node* node = new_node(&tree.nodes)
    if node is NULL:
        raise MemoryError
    node.parent, node.flags = text.parent, TEXT
    node.text, node.size = text.text + at, text.size - at
    return node


@final
@no_gc
@freelist(512)
cdef class Element:
    """An element of a page: the part of lxml's interface that the package uses, meaning the same.

    There is but one object for an element at a time; two are compared by identity.
    """

    def __dealloc__(self):
        self.node.element = NULL

    def __repr__(self):
        return f"<Element {self.tag}>"

    @property
    def tag(self):
        return name_of(self.node)

    @property
    def text(self):
        return texts_from(self.node.first)

    @property
    def tail(self):
        return texts_from(self.node.next)

    def get(self, str name not None, default=None):
        cdef Attribute* attribute = attribute_of(self.node, name)
        return default if attribute is NULL else decoded(attribute.value, strlen(attribute.value))

    def getparent(self):
        return None if self.node.parent is NULL else element_of(self.tree, self.node.parent)

    def getnext(self):
        cdef Node* node = element_from(self.node.next)
        return None if node is NULL else element_of(self.tree, node)

    def iterancestors(self, *wanted):
        cdef Node* node = self.node.parent
        cdef list found = []
        while node is not NULL:
            if not wanted or name_of(node) in wanted:
                found.append(element_of(self.tree, node))
            node = node.parent
        return iter(found)

    def __iter__(self):
        cdef Node* node = element_from(self.node.first)
        cdef list found = []
        while node is not NULL:
            found.append(element_of(self.tree, node))
            node = element_from(node.next)
        return iter(found)

    def iter(self, *wanted):
        cdef Elements found = Elements.__new__(Elements)
        found.tree, found.node, found.top = self.tree, self.node, self.node
        found.wanted = None if not wanted or "*" in wanted else wanted
        return found

    def itertext(self):
        cdef Node* node = self.node
        cdef list found = []
        while node is not NULL:
            if node.flags & TEXT:
                found.append(decoded(node.text, node.size))
            node = following(node, self.node)
        return iter(found)


@final
@no_gc
cdef class Elements:
    """The elements within one, itself the first, in page order."""

    cdef Tree tree
    cdef Node* node
    cdef Node* top
    cdef tuple wanted  # tags, None for all

    def __iter__(self):
        return self

    def __next__(self):
        cdef Node* node
        while self.node is not NULL:
            node = self.node
            self.node = following(node, self.top)
            if not node.flags & TEXT and (self.wanted is None or name_of(node) in self.wanted):
                return element_of(self.tree, node)
        raise StopIteration
