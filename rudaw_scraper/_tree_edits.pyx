# cython: language_level=3, boundscheck=False, wraparound=False, binding=False
"""Changes of a page's tree, and its markup, for a C compiler: what ``tree_plain.py`` does."""

from cpython.ref cimport PyObject
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.stdlib cimport free, realloc
from libc.string cimport memcpy, strcspn, strlen

from rudaw_scraper._nodes cimport RAW, SKIPPED, TEXT, VOID, Attribute, Node, following
from rudaw_scraper._tree cimport Element, name_of, new_break, text_after

cdef struct Markup:  # in UTF-8
    char* data
    size_t size, room


def prune(Element root not None, hidden):
    """See ``tree.prune``."""
    cdef Element element
    cdef Node* top = root.tree.first
    for element in hidden:
        if element is None:
            raise TypeError("None is no element")
        element.node.flags |= SKIPPED
    while top is not NULL:
        take_out(top)
        top = top.next


cdef void take_out(Node* top) noexcept:
    """Take the elements that are not shown out of another."""
    cdef Node* node = top
    cdef Node* before
    cdef Node* inner
    while node is not NULL:
        before, inner = NULL, node.first
        while inner is not NULL:
            if inner.flags & SKIPPED:
                if before is NULL:
                    node.first = inner.next
                else:
                    before.next = inner.next
            else:
                before = inner
            inner = inner.next
        node.last = before
        node = following(node, top)


def break_preformatted(Element pre not None):
    """See ``tree.break_preformatted``."""
    cdef Node* node = pre.node.first
    cdef Node* behind
    cdef size_t first
    while node is not NULL:
        if node.flags & TEXT:
            first = strcspn(node.text, b"\n")
            if first < node.size:
                behind = node.next
                node.next = new_break(pre.tree, node.parent)
                node.next.next = text_after(pre.tree, node, first + 1)
                node.next.next.next = behind
                if behind is NULL:
                    node.parent.last = node.next.next
                node.text[first], node.size = 0, first
        node = following(node, pre.node)


def markup_of(Element root not None, set emptied not None, set divisions not None):
    """See ``tree.markup_of``. Every attribute has its value as it is; lxml escapes addresses and omits some values."""
    cdef Markup markup
    markup.data, markup.size, markup.room = NULL, 0, 0
    try:
        write_element(&markup, root, emptied, divisions)
        return PyUnicode_DecodeUTF8(markup.data, markup.size, "replace")
    finally:
        free(markup.data)


cdef int write_element(Markup* markup, Element root, set emptied, set divisions) except -1:
    cdef Node* node = root.node
    cdef bint entered = True  # else it ends here
    while True:
        if node.flags & TEXT:
            if node.parent.flags & RAW:
                write(markup, node.text, node.size)
            else:
                write_escaped(markup, node.text, node.size, b"&<>")
        elif entered:
            if write_tag(markup, root, node, emptied, divisions):
                node = node.first
                continue
        else:
            write_end(markup, root, node, divisions)
        if node is root.node:
            return 0
        entered = node.next is not NULL
        node = node.next if entered else node.parent


cdef bint is_among(set elements, Node* node) except -1:
    return node.element is not NULL and <object> <PyObject*> node.element in elements


cdef str tag_of(Element root, Node* node, set divisions):
    return "div" if is_among(divisions, node) else name_of(node)


cdef bint write_tag(Markup* markup, Element root, Node* node, set emptied, set divisions) except -1:
    """Write a start tag, and the end tag where nothing stands between them; tell whether something does."""
    cdef Attribute* attribute = node.attributes
    cdef bytes tag = tag_of(root, node, divisions).encode()
    cdef bint is_empty = node.first is NULL
    if is_among(emptied, node):
        attribute, is_empty = NULL, True
    write(markup, b"<", 1)
    write(markup, tag, len(tag))
    while attribute is not NULL:
        write(markup, b" ", 1)
        write(markup, attribute.name, strlen(attribute.name))
        write(markup, b'="', 2)
        write_escaped(markup, attribute.value, strlen(attribute.value), b'&<>"')
        write(markup, b'"', 1)
        attribute = attribute.next
    write(markup, b">", 1)
    if is_empty and not node.flags & VOID:
        write_end(markup, root, node, divisions)
    return not is_empty


cdef int write_end(Markup* markup, Element root, Node* node, set divisions) except -1:
    cdef bytes tag = tag_of(root, node, divisions).encode()
    write(markup, b"</", 2)
    write(markup, tag, len(tag))
    write(markup, b">", 1)
    return 0


cdef int write(Markup* markup, const char* text, size_t size) except -1:
    cdef char* grown
    if markup.size + size > markup.room:
        markup.room = 2 * (markup.size + size) + 10_000
        grown = <char*> realloc(markup.data, markup.room)
        if grown is NULL:
            raise MemoryError
        markup.data = grown
    memcpy(markup.data + markup.size, text, size)
    markup.size += size
    return 0


cdef int write_escaped(Markup* markup, const char* text, size_t size, const char* special) except -1:
    cdef size_t at = 0, plain
    while at < size:
        plain = strcspn(text + at, special)
        write(markup, text + at, plain)
        at += plain
        if at < size:
            if text[at] == b"&":
                write(markup, b"&amp;", 5)
            elif text[at] == b"<":
                write(markup, b"&lt;", 4)
            elif text[at] == b">":
                write(markup, b"&gt;", 4)
            else:
                write(markup, b"&quot;", 6)
            at += 1
    return 0
