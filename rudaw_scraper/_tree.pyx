# cython: language_level=3, boundscheck=False, wraparound=False, binding=False
"""A page's tree, for a C compiler: as ``tree_plain.py`` gives it.

Its nodes are small and lie close together; libxml2's have room for all that XML may need, and each is allocated for
itself. Most pages are read by ``_quick_parse.pyx``; of the others, libxml2 tells by calls what it reads. Python objects
are made of single nodes, when asked for, and offer that part of lxml's elements that the package uses.
"""

from cpython.bytes cimport PyBytes_FromStringAndSize
from cpython.unicode cimport PyUnicode_AsUTF8, PyUnicode_DecodeUTF8
from cython cimport final, freelist, no_gc
from libc.stdlib cimport free
from libc.string cimport memset, strcmp, strlen

from rudaw_scraper._nodes cimport (
    DEEPEST, NODE_CHUNK, TAG_FLAGS, TEXT, Attribute, Builder, Node, Pool, add_text, clear, close_element, following,
    give_back, keep, new_element, new_node, note_sign, open_element, take
)
from rudaw_scraper._quick_parse cimport NO_MEMORY, READ, read_quickly

from rudaw_scraper import libxml2
from rudaw_scraper._nodes import ATTRIBUTE_KINDS, TAG_NAMES, TAG_NUMBERS

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

ctypedef void* (*NewContext)(const htmlSAXHandler*, void*) noexcept
ctypedef void* (*ReadMemory)(void*, const char*, int, const char*, const char*, int) noexcept
ctypedef void (*OfContext)(void*) noexcept
ctypedef int (*OfName)(const xmlChar*) noexcept

cdef NewContext new_context = <NewContext> <size_t> libxml2.address_of("htmlNewSAXParserCtxt")
cdef ReadMemory read_memory = <ReadMemory> <size_t> libxml2.address_of("htmlCtxtReadMemory")
cdef OfContext free_context = <OfContext> <size_t> libxml2.address_of("htmlFreeParserCtxt")
cdef OfContext stop_parser = <OfContext> <size_t> libxml2.address_of("xmlStopParser")
cdef OfName is_boolean = <OfName> <size_t> libxml2.address_of("htmlIsBooleanAttr")

cdef enum:
    OPTIONS = (
        HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT
        | XML_PARSE_HUGE
    )
    PAGES = 256  # that one context parses; names once met stay in its memory
    CACHE = 512  # names, a power of two
    TOO_DEEP = NO_MEMORY + 1

cdef list _NAMES = TAG_NAMES
cdef dict _NUMBERS = {name.encode(): number for name, number in TAG_NUMBERS.items()}
cdef dict _KINDS = {name.encode(): kind for name, kind in ATTRIBUTE_KINDS.items()}
cdef const char* NOTHING = b""


cdef struct Known:  # names of the parser's dictionary, which holds each once: their addresses tell them apart
    const xmlChar* names[CACHE]
    int numbers[CACHE]


cdef Builder builder  # one at a time: whoever parses holds the interpreter's lock
cdef int failed = READ
cdef Known tags
cdef Known kinds
cdef void* context = NULL
cdef int pages = 0


cdef inline int number_of(Known* known, const xmlChar* name, dict numbers) noexcept:
    cdef size_t slot = ((<size_t> name >> 3) ^ (<size_t> name >> 12)) % CACHE
    if known.names[slot] != name:
        known.numbers[slot] = numbers.get(PyBytes_FromStringAndSize(<char*> name, strlen(<char*> name)), 0)
        known.names[slot] = name  # not before: there may be no memory for the bytes
    return known.numbers[slot]


cdef inline void fail(int why) noexcept:
    global failed
    failed = why
    stop_parser(context)


cdef bint add_element(const xmlChar* name, const xmlChar** given) noexcept:
    """Add an element, in which what follows will stand; tell whether there was memory."""
    cdef Attribute* attribute
    cdef Attribute** place
    cdef const xmlChar* value
    cdef int tag = number_of(&tags, name, _NUMBERS)
    cdef Node* node = new_element(&builder, tag, <const char*> name, strlen(<const char*> name))
    if node is NULL:
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
        attribute.value = NOTHING
        if value is not NULL:
            attribute.value = keep(&builder.texts, <const char*> value, strlen(<const char*> value))
        if attribute.name is NULL or attribute.value is NULL:
            return False
        if attribute.kind and not note_sign(&builder, node, attribute):
            return False
        place[0] = attribute
        place = &attribute.next
        given += 2
    open_element(&builder, node)
    return True


cdef void start_element(void* _, const xmlChar* name, const xmlChar** given) noexcept:
    if failed:
        return
    if builder.depth == DEEPEST:
        fail(TOO_DEEP)
    elif not add_element(name, given):
        fail(NO_MEMORY)


cdef void end_element(void* _, const xmlChar* name) noexcept:
    if not failed and builder.current is not NULL:
        close_element(&builder)


cdef void characters(void* _, const xmlChar* text, int size) noexcept:
    if failed or builder.current is NULL or size <= 0:
        return
    if not add_text(&builder, <const char*> text, size):
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
    """See ``tree.parse``."""
    cdef Tree tree = Tree.__new__(Tree)
    cdef int state = read_quickly(&builder, page)
    if state != READ and state != NO_MEMORY:
        clear(&builder)
        state = parse_with_libxml2(page)
    tree.nodes, tree.texts, tree.first = builder.nodes, builder.texts, builder.first
    tree.signs, tree.sign_count = builder.signs, builder.sign_count
    memset(&builder, 0, sizeof(builder))
    if state == NO_MEMORY:
        raise MemoryError
    return None if tree.first is NULL else element_of(tree, tree.first), state == TOO_DEEP


def is_read_quickly(bytes page not None):
    """Tell whether a page is read without libxml2."""
    cdef int state = read_quickly(&builder, page)
    clear(&builder)
    return state == READ


cdef int parse_with_libxml2(bytes page) except -1:
    global context, failed, pages
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
    failed = READ
    read_memory(context, page, size, NULL, b"UTF-8", OPTIONS)
    return failed


cdef inline str decoded(const char* text, size_t size):
    return PyUnicode_DecodeUTF8(text, size, "replace")


cdef str name_of(Node* node):
    return <str> _NAMES[node.tag] if node.tag else decoded(node.text, strlen(node.text))


cdef Node* unmade = NULL  # what the next element is made of


cdef Element element_of(Tree tree, Node* node):
    """Return the one Python object for an element."""
    global unmade
    cdef Element element
    if node.element is not NULL:
        return <Element> node.element
    unmade = node
    element = Element.__new__(Element)
    element.tree = tree
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
    node.parent, node.tag = parent, TAG_NUMBERS["br"]
    node.flags = TAG_FLAGS[node.tag]
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

    def __cinit__(self):
        global unmade
        if unmade is NULL:
            raise TypeError("elements are made by the parser alone")
        self.node, unmade = unmade, NULL

    def __dealloc__(self):
        if self.node is not NULL:
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
