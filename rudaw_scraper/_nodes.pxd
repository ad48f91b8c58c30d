"""The nodes of a page's tree, and how they are made."""

from libc.stdlib cimport free, malloc, realloc
from libc.string cimport memcpy, memset

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
    VOID = 256  # has no end tag if nothing is in it
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

    DEEPEST = 2048  # elements in each other: the limit of lxml's parser
    NODE_CHUNK = 32_000  # bytes
    TEXT_CHUNK = 64_000
    MOST_TAGS = 256

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
    char* text  # UTF-8; of an element of an unknown tag, its name
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

cdef struct Builder:  # a tree that is being made
    Pool nodes
    Pool texts
    Node* first  # beside the root, what follows it
    Node* last
    Node* current  # the element that is open
    int depth
    Sign* signs
    size_t sign_count
    size_t sign_room

cdef int[MOST_TAGS] TAG_FLAGS  # by the tag's number


cdef inline void* take(Pool* pool, size_t size, size_t least) noexcept:
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


cdef inline void give_back(Pool* pool) noexcept:
    cdef Chunk* chunk
    while pool.chunks is not NULL:
        chunk = pool.chunks
        pool.chunks = chunk.next
        free(chunk)


cdef inline void clear(Builder* builder) noexcept:
    """Free what was made."""
    give_back(&builder.nodes)
    give_back(&builder.texts)
    free(builder.signs)
    memset(builder, 0, sizeof(Builder))


cdef inline char* keep(Pool* pool, const char* text, size_t size) noexcept:
    """Return a copy of a text, ended by a zero."""
    cdef char* copy = <char*> take(pool, size + 1, TEXT_CHUNK)
    if copy is not NULL:
        memcpy(copy, text, size)
        copy[size] = 0
    return copy


cdef inline Node* new_node(Pool* pool) noexcept:
    cdef Node* node = <Node*> take(pool, sizeof(Node), NODE_CHUNK)
    if node is not NULL:
        memset(node, 0, sizeof(Node))
    return node


cdef inline void add(Builder* builder, Node* node) noexcept:
    """Put a node behind all that stands in the open element."""
    cdef Node* parent = builder.current
    node.parent = parent
    if parent is NULL:
        if builder.last is NULL:
            builder.first = node
        else:
            builder.last.next = node
        builder.last = node
        return
    if parent.last is NULL:
        parent.first = node
    else:
        parent.last.next = node
    parent.last = node


cdef inline bint note_sign(Builder* builder, Node* node, Attribute* attribute) noexcept:
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


cdef inline Node* new_element(Builder* builder, int tag, const char* name, size_t size) noexcept:
    """Return a new element that stands nowhere yet; NULL for want of memory. ``name`` is that of an unknown tag."""
    cdef Node* node = new_node(&builder.nodes)
    if node is NULL:
        return NULL
    node.tag, node.flags = tag, TAG_FLAGS[tag]
    if not tag:
        node.text = keep(&builder.texts, name, size)
        if node.text is NULL:
            return NULL
    if node.flags & NOTED and not note_sign(builder, node, NULL):
        return NULL
    return node


cdef inline void open_element(Builder* builder, Node* node) noexcept:
    """Add an element, in which what follows will stand."""
    add(builder, node)
    builder.current = node
    builder.depth += 1


cdef inline void close_element(Builder* builder) noexcept:
    builder.current = builder.current.parent
    builder.depth -= 1


cdef inline bint add_text(Builder* builder, const char* text, size_t size) noexcept:
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
        add(builder, node)
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


cdef inline Node* following(Node* node, Node* top) noexcept:
    """Return the next node in page order within an element, NULL behind its end."""
    if node.first is not NULL:
        return node.first
    while node is not top and node.next is NULL:
        node = node.parent
    return NULL if node is top else node.next
