/* What the parts of the module `_pairs` share. */
#ifndef PAIRS_H
#define PAIRS_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* As in postings.py. */
#define PLACE_BITS 27
#define THIN ((uint64_t)1 << PLACE_BITS)
#define PLACE (THIN - 1)
#define SHIFT (PLACE_BITS + 1)
#define SHELF 6
#define SHELVES (1 << SHELF)
/* As in blocks.py. */
#define BITS 36
#define ALONE ((uint64_t)1 << (BITS - 1))
#define MASK (ALONE - 1)
#define MIX 0x9E3779B97F4A7C15ull
#define FACES 64 /* of a part; those of more are left to Python */
/* As in sketch.py and packing.py. */
#define ALIKE 0.5
#define SPELT 0.5
#define SPELT_BOTH 0.6
#define LEAST 3
#define LOOKS 64
#define LETTERS 64
#define KNOWN 1
#define FAMILY 2
/* As in sifting.py. */
#define LACKS_BITS 2
#define SLIPPED 4
#define PART_BITS 5
#define PARTS (1 << PART_BITS)

/* Numbers that grow as they are added to. */
typedef struct {
    uint64_t *numbers;
    Py_ssize_t size, room;
} Row;

static inline int add(Row *row, uint64_t number) {
    if (row->size == row->room) {
        Py_ssize_t room = row->room ? 2 * row->room : 1024;
        uint64_t *more = realloc(row->numbers, room * sizeof *more);
        if (!more)
            return -1;
        row->numbers = more;
        row->room = room;
    }
    row->numbers[row->size++] = number;
    return 0;
}

/* ---- _pairs_numbers.c: numbers in order ---- */

int sort(uint64_t *numbers, Py_ssize_t size);
PyObject *in_order(uint64_t *numbers, Py_ssize_t size);
PyObject *merged(PyObject *self, PyObject *parts);

/* ---- _pairs_blocks.c: the blocks of a name ---- */

extern PyObject *own_name, *near_name, *letter_name, *initial_name; /* names of attributes */
PyObject *blocks(PyObject *self, PyObject *arguments);
PyObject *posted(PyObject *self, PyObject *filed);

/* ---- _pairs_ranks.c: the pairs of a block ---- */

PyObject *paired(PyObject *self, PyObject *arguments);

/* ---- _pairs_sketches.c: which pairs are not unlike at a glance ---- */

PyObject *sifted(PyObject *self, PyObject *arguments);

#endif
