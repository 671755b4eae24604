/* What the parts of the module `_atlas` share. */
#ifndef ATLAS_H
#define ATLAS_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#define ROOM 128 /* letters of the longest name that is worked on here; longer ones are left to Python */

#define POWER 0x01000193u /* of a letter's place in a sum; odd */
#define IN_ARABIC 4       /* a bit: the name is in Arabic script */

/* The names of an index, as its texts and bytes have them, a line for each. */

struct line { /* one name; those of the same consonants lie side by side */
    uint32_t at, sound;
    unsigned char size, heard, grade, shape; /* IN_ARABIC is one of the bits that are heard */
};

struct slot { /* the lines of some consonants, by the sum of these, or behind it; none: no end */
    uint32_t sum, first, end, size;
};

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *names, *places;
    uint32_t *name_at; /* where each name begins, and where all end */
    Py_ssize_t count, many, used;
    struct line *lines;
    unsigned char *sounds; /* those of the lines, the consonants before those of the first that has them */
    struct slot *slots;
    unsigned char *sieve; /* by the same sum: the highest grade of such places, and one; 0: none */
    uint32_t mask, sieve_mask;
} Names;

/* The sum of some letters, each by its place; and the same scattered, by which consonants are found. */
static inline uint32_t sum_of(const char *bones, Py_ssize_t size)
{
    uint32_t sum = 0, power = 1;
    for (Py_ssize_t at = 0; at < size; at++, power *= POWER)
        sum += (unsigned char)bones[at] * power;
    return sum;
}

static inline uint32_t scattered(uint32_t sum)
{
    sum = (sum ^ sum >> 16) * 0x7feb352du;
    return sum ^ sum >> 15;
}

/* _atlas_names.c */

extern PyTypeObject NamesType;

/* _atlas_search.c */

PyObject *names_call(PyObject *names, PyObject *const *args, size_t flags, PyObject *named);

/* _atlas_respelt.c */

extern PyTypeObject RespellerType;

/* _atlas_heard.c */

extern PyTypeObject HearerType;

/* _atlas_odds.c */

extern PyTypeObject OddsType;

#endif
