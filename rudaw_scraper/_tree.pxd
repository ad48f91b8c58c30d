"""The nodes of a page's tree, as the walks over it read them."""

cdef enum:
    # What a node is; the first six say how an element of the tag is shown.
    INLINE = 1
    BREAK = 2
    PICTURE = 4
    BLOCK = 8  # by its style
    SKIPPED = 16  # never shown
    NOTED = 32
    LINK = 64
    STYLE = 128
    VOID = 256
    RAW = 512  # its text stands in the source as it is
    TEXT = 1024  # no element
    TELLING_SHIFT = 12  # above it, the bits of tables.TELLING
    # Attributes that may say something.
    CLASS = 1
    ID = 2
    STYLED = 3
    HREF = 4
    SRC = 5
    ITEM = 6
    HIDDEN = 7

cdef struct Attribute:
    Attribute* next
    const char* name
    const char* value  # UTF-8, "" for none
    int kind  # as above, 0 for others

cdef struct Node:  # an element or a text
    Node* parent
    Node* next
    Node* first  # of what is in it
    Node* last
    Attribute* attributes
    char* text  # UTF-8, the tag of an element
    size_t size  # of the text, in bytes
    int flags
    int tag  # the tag's number, 0 for unknown ones
    void* element  # the one Python object for it while there is one

cdef struct Sign:  # what may say something of an element: its tag, or one of its attributes
    Node* node
    Attribute* attribute  # NULL for the tag

cdef struct Chunk:
    Chunk* next
    size_t size
    size_t used

cdef struct Pool:  # memory that is freed with the tree
    Chunk* chunks

cdef class Tree:
    cdef Pool nodes, texts
    cdef Node* first
    cdef Sign* signs
    cdef size_t sign_count

cdef class Element:
    cdef Tree tree
    cdef Node* node

cdef Element element_of(Tree tree, Node* node)
cdef str name_of(Node* node)
cdef Node* new_break(Tree tree, Node* parent) except NULL
cdef Node* text_after(Tree tree, Node* text, size_t at) except NULL

cdef inline Node* following(Node* node, Node* top) noexcept:
    """Return the next node in page order within an element, NULL behind its end."""
    if node.first is not NULL:
        return node.first
    while node is not top and node.next is NULL:
        node = node.parent
    return NULL if node is top else node.next
