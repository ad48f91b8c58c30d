# cython: language_level=3, boundscheck=False, wraparound=False, binding=False
"""What ``byte_signs.py`` tells of a page's bytes, for a C compiler: one pass in place of several."""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_GET_SIZE
from libc.string cimport memchr, memcmp, memcpy, memset

cdef enum:
    WORD = 8  # bytes that are looked at together
    RUN = 16  # characters that are looked at one by one
    LONGEST_NUMBER = 1_000_000

cdef unsigned long long HIGH = 0x8080808080808080
cdef unsigned long long SPACES = 0x2020202020202020
cdef unsigned long long DELETES = 0x7F7F7F7F7F7F7F7F
cdef unsigned long long ONES = 0x0101010101010101

cdef unsigned char[256] _DIRTY  # 1 for the ASCII control characters that mean nothing to a reader
memset(_DIRTY, 0, 256)
for _code in (*range(0x09), 0x0B, *range(0x0C, 0x20), 0x7F):
    if _code != 0x0D:
        _DIRTY[_code] = 1


def is_clean(bytes content not None):
    """See ``byte_signs.is_clean``."""
    cdef const unsigned char* text = <const unsigned char*> PyBytes_AS_STRING(content)
    cdef const unsigned char* end = text + PyBytes_GET_SIZE(content)
    cdef unsigned long long word
    cdef int at
    cdef Py_ssize_t step
    while end - text >= WORD:
        memcpy(&word, text, WORD)
        if word & HIGH == 0:
            # The highest bit of a byte is left in these if it is below a space, or DEL (or another byte is).
            if ((word - SPACES) | ((word ^ DELETES) - ONES)) & HIGH:
                for at in range(WORD):
                    if _DIRTY[text[at]]:
                        return False
            text += WORD
            continue
        for at in range(RUN):  # others follow, mostly
            step = step_over(text, end)
            if step == 0:
                return False
            text += step
            if end - text < WORD:
                break
    while text < end:
        step = step_over(text, end)
        if step == 0:
            return False
        text += step
    return True


cdef inline Py_ssize_t step_over(const unsigned char* text, const unsigned char* end) noexcept:
    """Return the length of a character; 0 for a control character and for what is no UTF-8 (Unicode 16, table 3-7)."""
    cdef unsigned char first = text[0]
    cdef Py_ssize_t left = end - text
    if first < 0x80:
        return 0 if _DIRTY[first] else 1
    if first < 0xC2:
        return 0
    if first < 0xE0:
        return 2 if left > 1 and (text[1] & 0xC0) == 0x80 else 0
    if first < 0xF0:
        if left < 3 or (text[1] & 0xC0) != 0x80 or (text[2] & 0xC0) != 0x80:
            return 0
        if (first == 0xE0 and text[1] < 0xA0) or (first == 0xED and text[1] > 0x9F):
            return 0
        return 3
    if first > 0xF4 or left < 4:
        return 0
    if (text[1] & 0xC0) != 0x80 or (text[2] & 0xC0) != 0x80 or (text[3] & 0xC0) != 0x80:
        return 0
    if (first == 0xF0 and text[1] < 0x90) or (first == 0xF4 and text[1] > 0x8F):
        return 0
    return 4


def find(bytes content not None, bytes words not None):
    """See ``byte_signs.find``."""
    cdef const char* start = PyBytes_AS_STRING(content)
    cdef const char* wanted = PyBytes_AS_STRING(words)
    cdef Py_ssize_t length = PyBytes_GET_SIZE(words)
    cdef const char* last = start + PyBytes_GET_SIZE(content) - length  # the last place where they can begin
    cdef const char* at = start
    while at <= last:
        at = <const char*> memchr(at, <unsigned char> wanted[0], last - at + 1)
        if at is NULL:
            break
        if memcmp(at, wanted, length) == 0:
            return at - start
        at += 1
    return -1


def may_refer_to_control(bytes utf8 not None):
    """See ``byte_signs.may_refer_to_control``."""
    cdef const unsigned char* text = <const unsigned char*> PyBytes_AS_STRING(utf8)
    cdef const unsigned char* end = text + PyBytes_GET_SIZE(utf8)
    cdef unsigned int number, digit, base
    while text < end:
        text = <const unsigned char*> memchr(text, 38, end - text)
        if text is NULL:
            return False
        text += 1
        if text[0] != 35:  # the bytes end with a NUL that is not counted
            continue
        text += 1
        base = 10
        if text[0] == 88 or text[0] == 120:
            base = 16
            text += 1
        number = LONGEST_NUMBER  # no digit yet
        while True:
            if 48 <= text[0] <= 57:
                digit = text[0] - 48
            elif base == 16 and 97 <= (text[0] | 32) <= 102:
                digit = (text[0] | 32) - 87
            else:
                break
            number = digit if number >= LONGEST_NUMBER else number * base + digit
            text += 1
            if number >= 0xA0:
                break
        if 0x7F <= number < 0xA0 or (number < 0x20 and number != 9 and number != 10 and number != 13):
            return True
    return False
