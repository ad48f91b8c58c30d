from rudaw_scraper._nodes cimport Builder

cdef enum:
    READ = 0
    UNUSUAL = 1
    NO_MEMORY = 2

cdef int read_quickly(Builder* builder, bytes page)
