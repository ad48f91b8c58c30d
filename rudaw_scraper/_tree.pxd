"""The elements of a page's tree, as the walks over it read them."""

from rudaw_scraper._nodes cimport Node, Pool, Sign

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
