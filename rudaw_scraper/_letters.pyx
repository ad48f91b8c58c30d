# cython: language_level=3, boundscheck=False, wraparound=False, binding=False
"""What ``letters.py`` tells of texts, for a C compiler: the same results as ``letters_plain.py``, by a table of folds.

The table is filled for 256 characters at a time, when the first of them is met.
"""

import unicodedata

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from libc.string cimport memset

from rudaw_scraper import letters_plain

cdef extern from "Python.h":
    int PyUnicode_KIND(object text)
    void* PyUnicode_DATA(object text)
    Py_ssize_t PyUnicode_GET_LENGTH(object text)
    unsigned int PyUnicode_READ(int kind, void* data, Py_ssize_t index)
    object PyUnicode_FromKindAndData(int kind, const void* data, Py_ssize_t size)
    int PyUnicode_2BYTE_KIND
    int Py_UNICODE_ISDECIMAL(unsigned int character)
    int Py_UNICODE_ISSPACE(unsigned int character)
    int Py_UNICODE_ISALNUM(unsigned int character)

cdef enum:
    DROPPED = 0
    SEPARATOR = 1
    SPECIAL = 2  # folds to several letters, or joins its neighbour
    STACK = 512  # characters
    MOST_WORDS = 16
    BASIS = 40389
    NEAR = 2  # characters between two numbers of a date
    YEAR = 4  # digits
    LONGEST_START = 12  # characters that are compared of a phrase
    UNSURE = 1  # what a letter of a word becomes can't be told by itself
    LONGEST_WORD = 24  # characters

ctypedef fused Character:
    unsigned char
    unsigned short
    unsigned int

cdef str _EDGES = letters_plain.INVISIBLE_EDGES + " "
cdef unsigned short[65536] _FOLDS
cdef unsigned char[256] _READY
memset(_READY, 0, 256)


cdef int fill(int page) except -1:
    cdef int code
    for code in range(page << 8, (page + 1) << 8):
        _FOLDS[code] = fold_of(chr(code))
    _READY[page] = 1
    return 0


cdef unsigned short fold_of(str char) except *:
    cdef str folded = letters_plain.folded(char)
    if not folded:
        return DROPPED
    if len(folded) > 1 or ord(folded) > 0xFFFF:
        return SPECIAL
    if 0x64B <= ord(char) <= 0x652 or ord(char) == 0x670:  # Arabic vowel signs: normalization joins them to nothing
        return SEPARATOR
    if unicodedata.category(char)[0] == "M" or unicodedata.category(folded)[0] == "M" or 0x1100 <= ord(char) < 0x1200:
        return SPECIAL
    return SEPARATOR if letters_plain.NOT_LETTERS.match(folded) else ord(folded)


cdef inline int fold_at(unsigned int code) except -1:
    if code > 0xFFFF:
        return SPECIAL
    if not _READY[code >> 8]:
        fill(code >> 8)
    return _FOLDS[code]


def letters_key(str text not None):
    """See ``letters.letters_key``."""
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), index, size = 0
    cdef int kind = PyUnicode_KIND(text), fold
    cdef void* data = PyUnicode_DATA(text)
    cdef unsigned short[STACK] small
    cdef unsigned short* key = small
    cdef bint parted = False
    if 2 * length > STACK:
        key = <unsigned short*> PyMem_Malloc(2 * length * sizeof(short))
        if key is NULL:
            raise MemoryError
    try:
        for index in range(length):
            fold = fold_at(PyUnicode_READ(kind, data, index))
            if fold > SPECIAL:
                if parted:
                    if size:
                        key[size] = 32
                        size += 1
                    parted = False
                key[size] = <unsigned short> fold
                size += 1
            elif fold == SEPARATOR:
                parted = True
            elif fold == SPECIAL:
                return letters_plain.letters_key(text)
        return PyUnicode_FromKindAndData(PyUnicode_2BYTE_KIND, key, size)
    finally:
        if key is not small:
            PyMem_Free(key)


def same_letters(str one not None, str other not None):
    """See ``letters.same_letters``."""
    cdef int kind = PyUnicode_KIND(one), other_kind = PyUnicode_KIND(other), fold, other_fold
    cdef void* data = PyUnicode_DATA(one)
    cdef void* other_data = PyUnicode_DATA(other)
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(one), other_length = PyUnicode_GET_LENGTH(other)
    cdef Py_ssize_t at = 0, other_at = 0
    cdef bint begun = False
    while True:
        fold = next_letter(kind, data, length, &at, begun)
        other_fold = next_letter(other_kind, other_data, other_length, &other_at, begun)
        if fold == SPECIAL or other_fold == SPECIAL:
            return letters_plain.same_letters(one, other)
        if fold != other_fold:  # what follows may be a mark that belongs to the letter
            if next_letter(kind, data, length, &at, True) == SPECIAL:
                return letters_plain.same_letters(one, other)
            if next_letter(other_kind, other_data, other_length, &other_at, True) == SPECIAL:
                return letters_plain.same_letters(one, other)
            return False
        if fold == DROPPED:
            return True
        begun = True


cdef int next_letter(int kind, void* data, Py_ssize_t length, Py_ssize_t* at, bint begun) except -1:
    """Return the next letter of a key: ``SEPARATOR`` for a space, ``DROPPED`` for the end; ``SPECIAL`` if unsure."""
    cdef int fold
    cdef bint parted = False
    while at[0] < length:
        fold = fold_at(PyUnicode_READ(kind, data, at[0]))
        if fold == SEPARATOR:
            parted = begun
        elif fold != DROPPED:
            if parted and fold != SPECIAL:
                return SEPARATOR  # and the letter is read again
            at[0] += 1
            return fold
        at[0] += 1
    return DROPPED


cdef inline bint is_unsure(unsigned int code) noexcept:
    """Tell whether a character may be changed, or joined to the one before, by normalization form C."""
    if code < 0x300 or 0x400 <= code < 0x483:
        return False
    if 0x600 <= code < 0x700:
        return 0x610 <= code <= 0x61A or 0x64B <= code <= 0x65F or code == 0x670 or 0x6D6 <= code <= 0x6ED
    return not 0x2002 <= code < 0x2040


cdef inline bint is_control(unsigned int code) noexcept:
    """Tell whether a character means nothing to a reader, and is no white space."""
    return (
        code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000
        or code == 0xFEFF or code == 0xFFFE or code == 0xFFFF
    )


def fold(str text not None):
    """See ``letters.fold``."""
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), index, size = 0
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef unsigned short[STACK] small
    cdef unsigned short* folded = small
    cdef unsigned int code
    cdef bint parted = False, unsure = False, changed = False
    cdef str result
    if kind == 4:
        return letters_plain.fold(text)
    if length > STACK:
        folded = <unsigned short*> PyMem_Malloc(length * sizeof(short))
        if folded is NULL:
            raise MemoryError
    try:
        for index in range(length):
            code = PyUnicode_READ(kind, data, index)
            if Py_UNICODE_ISSPACE(code):
                parted = True
                changed |= code != 32
            elif not is_control(code):
                if parted and size:
                    folded[size] = 32
                    size += 1
                parted = False
                unsure |= is_unsure(code)
                folded[size] = <unsigned short> code
                size += 1
        if size == length and not (changed or unsure) and folded[0] < 0xAD:
            return text
        result = PyUnicode_FromKindAndData(PyUnicode_2BYTE_KIND, folded, size)
    finally:
        if folded is not small:
            PyMem_Free(folded)
    if unsure:
        result = unicodedata.normalize("NFC", result)
    if size and result[0] >= "\xad" and not result.strip(_EDGES):
        return ""
    return result


cdef class LineLook:
    """See ``letters_plain.LineLook``."""

    cdef unsigned char[8192] starts  # two bits for each beginning of a phrase
    cdef unsigned int lengths  # bits: how long such beginnings are
    cdef unsigned int[MOST_WORDS] words  # their first four letters
    cdef int count
    cdef unsigned int initials  # bits: their first letters

    def __init__(self, phrases, words):
        cdef str phrase
        cdef int length
        cdef unsigned int slot
        memset(self.starts, 0, sizeof(self.starts))
        self.lengths = 0
        for phrase in phrases:
            slot, length = BASIS, min(len(phrase), LONGEST_START)
            for letter in phrase[:length]:
                slot = mixed(slot, ord(letter))
            self.starts[slot >> 3 & 0x1FFF] |= 1 << (slot & 7)
            self.starts[slot >> 19] |= 1 << (slot >> 16 & 7)
            self.lengths |= 1 << length
        self.count, self.initials = 0, 0
        for word in words:
            if self.count == MOST_WORDS or len(word) < 4:
                raise ValueError(f"more words than {MOST_WORDS}, or one of fewer than four letters: {word}")
            self.words[self.count] = int.from_bytes(word.lower().encode("ascii")[:4], "big")
            self.initials |= 1 << (self.words[self.count] >> 24 & 31)
            self.count += 1

    cdef inline bint begins(self, int size, unsigned int slot) noexcept:
        return (
            self.lengths >> size & 1
            and self.starts[slot >> 3 & 0x1FFF] >> (slot & 7) & 1
            and self.starts[slot >> 19] >> (slot >> 16 & 7) & 1
        )

    def signs(self, str text not None):
        """See ``letters_plain.LineLook.signs``."""
        cdef int kind = PyUnicode_KIND(text)
        cdef void* data = PyUnicode_DATA(text)
        cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text)
        if kind == 1:
            return self.signs_of(<unsigned char*> data, length)
        if kind == 2:
            return self.signs_of(<unsigned short*> data, length)
        return self.signs_of(<unsigned int*> data, length)

    cdef int signs_of(self, Character* text, Py_ssize_t length) except -1:
        cdef Py_ssize_t index
        cdef int fold, size = 0, found = 0
        cdef unsigned int slot = BASIS
        cdef bint parted = False
        cdef unsigned int code
        cdef unsigned int recent = 0  # the last four characters, if they are ASCII letters
        cdef int digits = 0, apart = NEAR + 1  # digits in a row; characters since what may part the numbers of a date
        for index in range(length):
            code = text[index]
            fold = fold_at(code)
            if fold > SPECIAL:
                if size < LONGEST_START:
                    if parted and size:
                        slot = mixed(slot, 32)
                        size += 1
                        found |= self.begins(size, slot)
                    if size < LONGEST_START:
                        slot = mixed(slot, fold)
                        size += 1
                        found |= self.begins(size, slot)
                    parted = False
                recent = (recent << 8) | fold if fold < 0x80 else 0
                if self.initials >> (recent >> 24 & 31) & 1:
                    found |= self.is_word(recent)
            elif fold == SEPARATOR:
                parted = True
                recent = 0
                if 48 <= code <= 57 or (code > 0x7F and Py_UNICODE_ISDECIMAL(code)):
                    digits += 1
                    found |= 2 if apart > NEAR else 6
                    if found == 7:
                        return found
                    apart += 1
                    continue
                if code == 0xA9:
                    found |= 1
                elif code == 46 or code == 47 or code == 45 or code == 43 or code == 58 or code == 0xFF1A:
                    apart = 0
            elif fold == SPECIAL:
                found |= 1
                if code > 0x7F and Py_UNICODE_ISDECIMAL(code):
                    found |= 6
            if digits:
                if digits == YEAR:
                    found |= 4
                digits = 0
            apart += 1
        return found | 4 if digits == YEAR else found

    cdef inline bint is_word(self, unsigned int recent) noexcept:
        cdef int at
        for at in range(self.count):
            if self.words[at] == recent:
                return True
        return False


cdef inline unsigned int mixed(unsigned int slot, unsigned int letter) noexcept:
    return (slot ^ letter) * 16777619  # as in the hash of Fowler, Noll and Vo


cdef class Folding:
    """See ``letters_plain.Folding``."""

    cdef unsigned short[65536] folds
    cdef unsigned char[256] ready
    cdef dict table
    cdef bint small

    def __init__(self, dict table not None, bint small):
        self.table = table
        self.small = small
        memset(self.ready, 0, 256)

    cdef int fill(self, int page) except -1:
        cdef int code
        cdef object folded
        for code in range(page << 8, (page + 1) << 8):
            folded = self.table.get(code, chr(code))
            if folded is not None and self.small:
                folded = folded.lower()
            if folded is None:
                self.folds[code] = DROPPED
            elif len(folded) == 1 and UNSURE < ord(folded) <= 0xFFFF and (code != 0x3A3 or not self.small):  # sigma: by its place
                self.folds[code] = ord(folded)
            else:
                self.folds[code] = UNSURE
        self.ready[page] = 1
        return 0

    cdef inline int at(self, unsigned int code) except -1:
        if code > 0xFFFF:
            return UNSURE
        if not self.ready[code >> 8]:
            self.fill(code >> 8)
        return self.folds[code]

    def fold(self, str text not None):
        """See ``letters_plain.Folding.fold``."""
        cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), index, size = 0
        cdef int kind = PyUnicode_KIND(text), letter
        cdef void* data = PyUnicode_DATA(text)
        cdef unsigned short[STACK] folded
        if length <= STACK:
            for index in range(length):
                letter = self.at(PyUnicode_READ(kind, data, index))
                if letter == UNSURE:
                    break
                if letter != DROPPED:
                    folded[size] = <unsigned short> letter
                    size += 1
            else:
                return PyUnicode_FromKindAndData(PyUnicode_2BYTE_KIND, folded, size)
        text = text.translate(self.table)
        return text.lower() if self.small else text


cdef class WordLook:
    """See ``letters_plain.WordLook``."""

    cdef Folding folding
    cdef unsigned char[8192] firsts, lasts  # a bit for each word that can begin, and (from its end) end a text
    cdef unsigned char[8192] edges  # a bit for each character that may stand around

    def __init__(self, firsts, lasts, str around not None, Folding folding not None):
        cdef unsigned int code
        cdef str word
        self.folding = folding
        memset(self.firsts, 0, sizeof(self.firsts))
        memset(self.lasts, 0, sizeof(self.lasts))
        memset(self.edges, 0, sizeof(self.edges))
        for word in firsts:
            set_bit(self.firsts, slot_of(word))
        for word in lasts:
            set_bit(self.lasts, slot_of(word[::-1]))
        for edge in around:
            code = ord(edge)
            if code <= 0xFFFF:
                set_bit(self.edges, code)

    cdef inline bint is_edge(self, unsigned int code) noexcept:
        return code <= 0xFFFF and has_bit(self.edges, code)

    def may_end(self, str text not None):
        """See ``letters_plain.WordLook.may_end``."""
        cdef int kind = PyUnicode_KIND(text), letter
        cdef void* data = PyUnicode_DATA(text)
        cdef Py_ssize_t end = PyUnicode_GET_LENGTH(text), index
        cdef unsigned int code, slot = BASIS
        while end > 0 and self.is_edge(PyUnicode_READ(kind, data, end - 1)):
            end -= 1
        if end > 0 and Py_UNICODE_ISDECIMAL(PyUnicode_READ(kind, data, end - 1)):
            return digits_may_end(kind, data, end)
        for index in range(end - 1, max(end - LONGEST_WORD, 0) - 1, -1):
            code = PyUnicode_READ(kind, data, index)
            if Py_UNICODE_ISSPACE(code):
                if index == end - 1:
                    return True
                break
            letter = self.folding.at(code)
            if letter == UNSURE or 48 <= letter <= 57 or code == 96:
                return True
            if letter != DROPPED:
                slot = mixed(slot, letter)
        return has_bit(self.lasts, slot >> 8 & 0xFFFF)

    def may_begin(self, str text not None):
        """See ``letters_plain.WordLook.may_begin``."""
        cdef int kind = PyUnicode_KIND(text), letter
        cdef void* data = PyUnicode_DATA(text)
        cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), start = 0, index
        cdef unsigned int code, slot = BASIS
        cdef bint begun = False
        while start < length and self.is_edge(PyUnicode_READ(kind, data, start)):
            start += 1
        for index in range(start, min(start + LONGEST_WORD, length)):
            code = PyUnicode_READ(kind, data, index)
            if Py_UNICODE_ISSPACE(code):
                if index == start:
                    return True
                break
            letter = self.folding.at(code)
            if letter == UNSURE or (not begun and 48 <= letter <= 57) or code == 96:
                return True
            if letter != DROPPED:
                begun = True
                if not Py_UNICODE_ISALNUM(letter) and has_bit(self.firsts, slot >> 8 & 0xFFFF):
                    return True
                slot = mixed(slot, letter)
        return has_bit(self.firsts, slot >> 8 & 0xFFFF)


cdef bint digits_may_end(int kind, void* data, Py_ssize_t end) noexcept:
    """Tell whether the digits before a place can end a date: not if they are a word, no year, and stand by no sign."""
    cdef Py_ssize_t start = end
    cdef unsigned int sign
    while start > 0 and Py_UNICODE_ISDECIMAL(PyUnicode_READ(kind, data, start - 1)):
        start -= 1
    if end - start == YEAR or (start > 0 and PyUnicode_READ(kind, data, start - 1) != 32):
        return True
    sign = PyUnicode_READ(kind, data, start - 2) if start > 1 else 0
    return sign == 47 or sign == 46 or sign == 45


cdef unsigned int slot_of(str word) except *:
    cdef unsigned int slot = BASIS
    for letter in word:
        slot = mixed(slot, ord(letter))
    return slot >> 8 & 0xFFFF


cdef inline void set_bit(unsigned char* bits, unsigned int place) noexcept:
    bits[place >> 3] |= 1 << (place & 7)


cdef inline bint has_bit(unsigned char* bits, unsigned int place) noexcept:
    return bits[place >> 3] >> (place & 7) & 1
