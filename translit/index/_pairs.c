/* The loops of index/ over pairs of names, for machines with a compiler.
 *
 * `blocks` is blocks.py's, `posted`, `merged` and `paired` are postings.py's posted(), merged() and pairs_in(); `sifted` is sifting.py's, over sketches as
 * packing.py lays them out; tests/test_index.py lays the answers of both beside each other. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FORMAT 1 /* as in postings.py: a module of another source is passed over */

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

static PyObject *own_name, *near_name, *letter_name, *initial_name; /* names of attributes */

/* ---- numbers ---- */

/* Sort numbers by their bytes, the last first; those that all have alike are passed over. */
static int sort(uint64_t *numbers, Py_ssize_t size) {
    if (size < 64) { /* few: one by one */
        for (Py_ssize_t at = 1; at < size; at++) {
            uint64_t one = numbers[at];
            Py_ssize_t to = at;
            for (; to > 0 && numbers[to - 1] > one; to--)
                numbers[to] = numbers[to - 1];
            numbers[to] = one;
        }
        return 0;
    }
    uint64_t *room = malloc(size * sizeof *room), *from = numbers, *to = room;
    if (!room)
        return -1;
    for (int shift = 0; shift < 64; shift += 8) {
        size_t begins[256] = {0}, sum = 0;
        for (Py_ssize_t at = 0; at < size; at++)
            begins[from[at] >> shift & 255]++;
        if (begins[from[0] >> shift & 255] == (size_t)size)
            continue;
        for (int byte = 0; byte < 256; byte++) {
            size_t count = begins[byte];
            begins[byte] = sum;
            sum += count;
        }
        for (Py_ssize_t at = 0; at < size; at++)
            to[begins[from[at] >> shift & 255]++] = from[at];
        uint64_t *swap = from;
        from = to;
        to = swap;
    }
    if (from != numbers)
        memcpy(numbers, from, size * sizeof *numbers);
    free(room);
    return 0;
}

/* Numbers that grow as they are added to. */
typedef struct {
    uint64_t *numbers;
    Py_ssize_t size, room;
} Row;

static int add(Row *row, uint64_t number) {
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

/* Bytes of the numbers in order, each once. */
static PyObject *in_order(uint64_t *numbers, Py_ssize_t size) {
    if (sort(numbers, size) < 0)
        return PyErr_NoMemory();
    Py_ssize_t kept = 0;
    for (Py_ssize_t at = 0; at < size; at++)
        if (!at || numbers[at] != numbers[kept - 1])
            numbers[kept++] = numbers[at];
    return PyBytes_FromStringAndSize((char *)numbers, kept * sizeof *numbers);
}

static PyObject *merged(PyObject *self, PyObject *parts) {
    PyObject *some = PySequence_Fast(parts, "parts must be a sequence"), *found = NULL;
    if (!some)
        return NULL;
    Row row = {0};
    for (Py_ssize_t at = 0; at < PySequence_Fast_GET_SIZE(some); at++) {
        Py_buffer part;
        if (PyObject_GetBuffer(PySequence_Fast_GET_ITEM(some, at), &part, PyBUF_SIMPLE) < 0)
            goto done;
        Py_ssize_t more = part.len / sizeof(uint64_t), room = row.size + more;
        uint64_t *wider = realloc(row.numbers, (room + 1) * sizeof *wider);
        if (wider) {
            row.numbers = wider;
            memcpy(wider + row.size, part.buf, more * sizeof *wider);
            row.size = room;
        }
        PyBuffer_Release(&part);
        if (!wider) {
            PyErr_NoMemory();
            goto done;
        }
    }
    found = in_order(row.numbers, row.size);
done:
    free(row.numbers);
    Py_DECREF(some);
    return found;
}

/* ---- blocks of a name ---- */

/* The number of a pair of faces, whichever is named first. */
static uint64_t together(uint64_t one, uint64_t other) {
    return ((one + other) * MIX + (one ^ other) * (MIX >> 7 | 1)) >> 20 & MASK;
}

static uint64_t single(uint64_t number) { return (number * MIX >> 20 & MASK) | ALONE; }

/* What blocks.py's Faces has, and what is told of the part beside it. */
typedef struct {
    uint64_t own[FACES], near[FACES], letter, rough;
    int own_size, near_size, initial, father;
} Part;

static int numbers_of(PyObject *faces, PyObject *name, uint64_t *found) {
    PyObject *some = PyObject_GetAttr(faces, name);
    int size = -1;
    if (some && PyTuple_Check(some) && PyTuple_GET_SIZE(some) <= FACES) {
        size = (int)PyTuple_GET_SIZE(some);
        for (int at = 0; at < size; at++)
            found[at] = PyLong_AsUnsignedLongLong(PyTuple_GET_ITEM(some, at));
    }
    Py_XDECREF(some);
    return PyErr_Occurred() ? -1 : size;
}

/* Open a part; 0 where it has too many faces. */
static int part_of(PyObject *told, Part *part) {
    PyObject *faces, *letter = NULL, *initial = NULL;
    unsigned long long rough;
    if (!PyArg_ParseTuple(told, "OpK", &faces, &part->father, &rough))
        return 0;
    part->rough = rough;
    part->own_size = numbers_of(faces, own_name, part->own);
    part->near_size = numbers_of(faces, near_name, part->near);
    letter = PyObject_GetAttr(faces, letter_name);
    initial = PyObject_GetAttr(faces, initial_name);
    if (letter && initial) {
        part->letter = PyLong_AsUnsignedLongLong(letter);
        part->initial = PyObject_IsTrue(initial);
    }
    Py_XDECREF(letter);
    Py_XDECREF(initial);
    return !PyErr_Occurred() && part->own_size > 0 && part->near_size >= 0;
}

/* The blocks of two parts together. */
static int pair_up(const Part *one, const Part *other, Row *pairs, Row *alone) {
    int full = !one->initial && !other->initial, tolerant = !one->father && !other->father, bad = 0;
    for (int at = 0; full && at < one->own_size; at++)
        for (int to = 0; to < other->own_size; to++)
            bad |= add(pairs, together(one->own[at], other->own[to]));
    if (full && tolerant) {
        for (int at = 0; at < one->near_size; at++)
            bad |= add(pairs, together(one->near[at], other->own[0]));
        for (int at = 0; at < other->near_size; at++)
            bad |= add(pairs, together(one->own[0], other->near[at]));
        bad |= add(pairs, together(one->rough, other->rough));
    }
    bad |= add(alone, single(together(other->own[0], one->letter)));
    bad |= add(alone, single(together(one->own[0], other->letter)));
    return bad;
}

/* A tuple of the numbers in order, each once. */
static PyObject *tuple_of(Row *row) {
    if (sort(row->numbers, row->size) < 0)
        return PyErr_NoMemory();
    Py_ssize_t kept = 0;
    for (Py_ssize_t at = 0; at < row->size; at++)
        if (!at || row->numbers[at] != row->numbers[kept - 1])
            row->numbers[kept++] = row->numbers[at];
    PyObject *found = PyTuple_New(kept);
    for (Py_ssize_t at = 0; found && at < kept; at++) {
        PyObject *number = PyLong_FromUnsignedLongLong(row->numbers[at]);
        if (!number)
            Py_CLEAR(found);
        else
            PyTuple_SET_ITEM(found, at, number);
    }
    return found;
}

static PyObject *blocks(PyObject *self, PyObject *arguments) {
    PyObject *told, *whole, *found = NULL;
    if (!PyArg_ParseTuple(arguments, "O!O!", &PyList_Type, &told, &PyTuple_Type, &whole))
        return NULL;
    int size = (int)PyList_GET_SIZE(told), bad = 0;
    Row pairs = {0}, alone = {0};
    Part *parts = malloc((size + 1) * sizeof *parts);
    if (!parts)
        return PyErr_NoMemory();
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(whole); at++)
        bad |= add(&pairs, PyLong_AsUnsignedLongLong(PyTuple_GET_ITEM(whole, at)));
    if (PyErr_Occurred())
        goto done;
    for (int at = 0; at < size; at++) {
        Part *one = parts + at;
        if (!part_of(PyList_GET_ITEM(told, at), one)) {
            if (!PyErr_Occurred())
                found = Py_NewRef(Py_None);
            goto done;
        }
        for (int face = 0; !one->initial && face < one->own_size; face++)
            bad |= add(&alone, single(one->own[face]));
        for (int before = 0; before < at; before++)
            bad |= pair_up(one, parts + before, &pairs, &alone);
    }
    if (size == 1) {
        for (int at = 0; at < parts->near_size; at++)
            bad |= add(&pairs, together(parts->near[at], 3));
        bad |= add(&pairs, together(parts->own[0], 3));
    }
    if (bad)
        PyErr_NoMemory();
    else
        found = Py_BuildValue("NN", tuple_of(&pairs), tuple_of(&alone));
done:
    free(parts);
    free(pairs.numbers);
    free(alone.numbers);
    return found;
}

static PyObject *posted(PyObject *self, PyObject *filed) {
    PyObject *some = PySequence_Fast(filed, "filed must be a sequence"), *found = NULL;
    Row shelves[SHELVES] = {{0}};
    if (!some)
        return NULL;
    for (Py_ssize_t at = 0; at < PySequence_Fast_GET_SIZE(some); at++) {
        PyObject *groups[2];
        unsigned long long low;
        if (!PyArg_ParseTuple(PySequence_Fast_GET_ITEM(some, at), "KO!O!", &low, &PyTuple_Type, groups,
                              &PyTuple_Type, groups + 1))
            goto done;
        for (int group = 0; group < 2; group++)
            for (Py_ssize_t to = 0; to < PyTuple_GET_SIZE(groups[group]); to++) {
                uint64_t block = PyLong_AsUnsignedLongLong(PyTuple_GET_ITEM(groups[group], to));
                if (PyErr_Occurred())
                    goto done;
                if (add(shelves + (block >> (BITS - SHELF) & (SHELVES - 1)), block << SHIFT | low) < 0) {
                    PyErr_NoMemory();
                    goto done;
                }
            }
    }
    found = PyList_New(SHELVES);
    for (int shelf = 0; found && shelf < SHELVES; shelf++) {
        Row *row = shelves + shelf;
        PyObject *one = PyBytes_FromStringAndSize((char *)row->numbers, row->size * sizeof *row->numbers);
        if (!one)
            Py_CLEAR(found);
        else
            PyList_SET_ITEM(found, shelf, one);
    }
done:
    for (int shelf = 0; shelf < SHELVES; shelf++)
        free(shelves[shelf].numbers);
    Py_DECREF(some);
    return found;
}

/* ---- pairs of a block ---- */

/* The pairs of a block's names, given as rank and thinness, near each other in rank. */
static int pair(Row *found, uint64_t *ranks, Py_ssize_t size, int company, int thin_only) {
    if (sort(ranks, size) < 0)
        return -1;
    for (Py_ssize_t at = 0; at < size; at++)
        for (Py_ssize_t to = at + 1; to < size && to <= at + company; to++)
            if (!thin_only || (ranks[at] | ranks[to]) & 1)
                if (add(found, (ranks[at] >> 1) << PLACE_BITS | ranks[to] >> 1) < 0)
                    return -1;
    return 0;
}

static PyObject *paired(PyObject *self, PyObject *arguments) {
    Py_buffer shelf, rank;
    int alone, crowd, company, rare;
    if (!PyArg_ParseTuple(arguments, "y*py*iii", &shelf, &alone, &rank, &crowd, &company, &rare))
        return NULL;
    const uint64_t *postings = shelf.buf;
    const uint32_t *ranks = rank.buf;
    Py_ssize_t size = shelf.len / sizeof *postings, names = rank.len / sizeof *ranks;
    uint64_t *run = malloc((crowd + 1) * sizeof *run);
    PyObject *told = NULL;
    Row found = {0};
    if (!run) {
        PyErr_NoMemory();
        goto done;
    }
    for (Py_ssize_t at = 0, end; at < size; at = end) {
        uint64_t block = postings[at] >> SHIFT;
        for (end = at + 1; end < size && postings[end] >> SHIFT == block; end++)
            ;
        if (end - at < 2 || end - at > crowd)
            continue;
        int thin = 0;
        for (Py_ssize_t to = at; to < end; to++) {
            uint64_t place = postings[to] & PLACE, is_thin = (postings[to] & THIN) != 0;
            if (place >= (uint64_t)names) {
                PyErr_SetString(PyExc_IndexError, "a posting of no name");
                goto done;
            }
            run[to - at] = (uint64_t)ranks[place] << 1 | is_thin;
            thin |= is_thin;
        }
        int thin_only = alone && end - at > rare;
        if ((!thin_only || thin) && pair(&found, run, end - at, company, thin_only) < 0) {
            PyErr_NoMemory();
            goto done;
        }
    }
    told = in_order(found.numbers, found.size);
done:
    free(run);
    free(found.numbers);
    PyBuffer_Release(&shelf);
    PyBuffer_Release(&rank);
    return told;
}

/* ---- sketches ---- */

typedef struct {
    const uint8_t *at;
    int size;
} Text;

typedef struct {
    const uint8_t *faces, *spellings;
    Text key;
    int faces_size, spellings_size, flags;
} Look;

typedef struct {
    Text origin;
    Look looks[LOOKS];
    int size;
} Sketch;

static const uint8_t *text_at(const uint8_t *at, const uint8_t *end, Text *text) {
    if (at >= end || *at > end - at - 1)
        return NULL;
    *text = (Text){at + 1, *at};
    return at + 1 + *at;
}

/* Open a packed sketch; 0 where it is damaged. */
static int opened(const uint8_t *at, const uint8_t *end, Sketch *sketch) {
    if (!(at = text_at(at, end, &sketch->origin)) || at >= end || (sketch->size = *at++) > LOOKS)
        return 0;
    for (int number = 0; number < sketch->size; number++) {
        Look *look = sketch->looks + number;
        if (end - at < 2)
            return 0;
        look->flags = *at++;
        look->faces_size = *at++;
        look->faces = at;
        if (4 * look->faces_size > end - at || !(at = text_at(at + 4 * look->faces_size, end, &look->key)))
            return 0;
        if (at >= end)
            return 0;
        look->spellings_size = *at++;
        look->spellings = at;
        Text spelling;
        for (int count = 0; count < look->spellings_size; count++)
            if (!(at = text_at(at, end, &spelling)))
                return 0;
    }
    return 1;
}

/* The letters of a text. */
static int letters(Text text, uint32_t *found) {
    int size = 0;
    for (const uint8_t *at = text.at, *end = text.at + text.size; at < end && size < LETTERS; size++) {
        int more = *at < 0xC0 ? 0 : *at < 0xE0 ? 1 : *at < 0xF0 ? 2 : 3;
        uint32_t letter = more ? *at & (0x3F >> more) : *at;
        for (at++; more && at < end; more--)
            letter = letter << 6 | (*at++ & 0x3F);
        found[size] = letter;
    }
    return size;
}

static int same_text(Text a, Text b) { return a.size == b.size && !memcmp(a.at, b.at, a.size); }

static int share_face(const Look *a, const Look *b) {
    for (int one = 0; one < a->faces_size; one++)
        for (int other = 0; other < b->faces_size; other++)
            if (!memcmp(a->faces + 4 * one, b->faces + 4 * other, 4))
                return 1;
    return 0;
}

/* The looks of either name that share no face with one of the other's, as bits. */
static void left_over(const Sketch *a, const Sketch *b, uint64_t *alone, uint64_t *rest) {
    *alone = 0;
    *rest = b->size == 64 ? ~(uint64_t)0 : ((uint64_t)1 << b->size) - 1;
    for (int at = 0; at < a->size; at++) {
        int other = 0;
        for (; other < b->size; other++)
            if (*rest >> other & 1 && share_face(a->looks + at, b->looks + other))
                break;
        if (other < b->size)
            *rest &= ~((uint64_t)1 << other);
        else
            *alone |= (uint64_t)1 << at;
    }
}

/* How many letters must be put in, left out or changed to make one word of the other. */
static int changes(const uint32_t *a, int size, const uint32_t *b, int other) {
    int row[LETTERS + 1];
    for (int to = 0; to <= other; to++)
        row[to] = to;
    for (int at = 1; at <= size; at++) {
        int before = row[0];
        row[0] = at;
        for (int to = 1; to <= other; to++) {
            int least = before + (a[at - 1] != b[to - 1]);
            if (row[to] + 1 < least)
                least = row[to] + 1;
            if (row[to - 1] + 1 < least)
                least = row[to - 1] + 1;
            before = row[to];
            row[to] = least;
        }
    }
    return row[other];
}

/* How much of two words is alike. */
static double likeness(Text a, Text b) {
    uint32_t one[LETTERS], two[LETTERS];
    int size = letters(a, one), other = letters(b, two), most = size > other ? size : other;
    return most ? 1.0 - (double)changes(one, size, two, other) / (double)most : 1.0;
}

/* 1 for a part that is several words in all its spellings. */
static int several(const Look *look) {
    const uint8_t *at = look->spellings;
    for (int count = 0; count < look->spellings_size; count++, at += 1 + *at)
        if (!memchr(at + 1, ' ', *at) && !memchr(at + 1, '-', *at))
            return 0;
    return 1;
}

/* 1 for parts that sound alike and of whose spellings two are at `least` so much alike. */
static int alike(const Look *one, const Look *other, double least) {
    if (likeness(one->key, other->key) < ALIKE)
        return 0;
    if (!least || several(one) || several(other))
        return 1;
    const uint8_t *at = one->spellings;
    for (int here = 0; here < one->spellings_size; here++, at += 1 + *at) {
        const uint8_t *to = other->spellings;
        for (int there = 0; there < other->spellings_size; there++, to += 1 + *to)
            if (likeness((Text){at + 1, *at}, (Text){to + 1, *to}) >= least)
                return 1;
    }
    return 0;
}

/* 1 for a part that is like none of some other looks'; an initial has no key and is like all. */
static int like_none(const Look *look, const Sketch *other, uint64_t some, double least) {
    if (!look->key.size)
        return 0;
    for (int at = 0; at < other->size; at++)
        if (some >> at & 1 && !other->looks[at].key.size)
            return 0;
    for (int at = 0; at < other->size; at++)
        if (some >> at & 1 && alike(look, other->looks + at, least))
            return 0;
    return 1;
}

static int count(uint64_t bits) {
    int found = 0;
    for (; bits; bits &= bits - 1)
        found++;
    return found;
}

static int unlike(const Sketch *a, const Sketch *b, uint64_t alone, uint64_t rest) {
    if (!same_text(a->origin, b->origin))
        return 0;
    int ours = count(alone) <= count(rest);
    const Sketch *one = ours ? a : b, *other = ours ? b : a;
    uint64_t fewer = ours ? alone : rest, more = ours ? rest : alone;
    double least = !a->origin.size ? 0.0 : count(fewer) == 1 ? SPELT : SPELT_BOTH;
    for (int at = 0; at < one->size; at++)
        if (fewer >> at & 1 && like_none(one->looks + at, other, more, least))
            return 1;
    return 0;
}

static int has_family(const Sketch *name, uint64_t some) {
    for (int at = 0; at < name->size; at++)
        if (some >> at & 1 && name->looks[at].flags & FAMILY)
            return 1;
    return 0;
}

/* 1 for two words that differ by at most a letter more, less or other, or two swapped. */
static int near_word(const uint32_t *a, int size, const uint32_t *b, int length) {
    if (size > length)
        return near_word(b, length, a, size);
    if (length - size > 1)
        return 0;
    int at = 0, end = 0;
    while (at < size && a[at] == b[at])
        at++;
    while (end < size - at && a[size - 1 - end] == b[length - 1 - end])
        end++;
    int left = size - at - end, right = length - at - end;
    return (left <= 1 && right <= 1) ||
           (left == 2 && right == 2 && a[at] == b[at + 1] && a[at + 1] == b[at]);
}

static int slip(const Look *one, const Look *two) {
    uint32_t ours[LETTERS], theirs[LETTERS];
    if (!one->key.size || !two->key.size)
        return 0;
    const uint8_t *at = one->spellings;
    for (int here = 0; here < one->spellings_size; here++) {
        Text text = {at + 1, *at};
        at += 1 + *at;
        int size = letters(text, ours);
        const uint8_t *to = two->spellings;
        for (int there = 0; there < two->spellings_size && size >= LEAST; there++) {
            Text other = {to + 1, *to};
            to += 1 + *to;
            int length = letters(other, theirs);
            if (length >= LEAST && near_word(ours, size, theirs, length))
                return 1;
        }
    }
    return 0;
}

static int spelt_alike(const Look *one, const Look *two) {
    const uint8_t *at = one->spellings;
    for (int here = 0; here < one->spellings_size; here++, at += 1 + *at) {
        const uint8_t *to = two->spellings;
        for (int there = 0; there < two->spellings_size; there++, to += 1 + *to)
            if (same_text((Text){at + 1, *at}, (Text){to + 1, *to}))
                return 1;
    }
    return 0;
}

/* The parts of two names that a slip keeps apart, as they are told; 0 where there are none. */
static int one_slip(const Sketch *a, const Sketch *b, uint64_t alone, uint64_t rest) {
    int ours = count(alone), theirs = count(rest), one = -1, two = -1;
    if (a->size < 2 || b->size < 2 || (ours > 1 && theirs > 1))
        return 0;
    if (alone && rest) {
        for (int at = 0; at < a->size; at++)
            for (int to = 0; alone >> at & 1 && to < b->size; to++)
                if (rest >> to & 1 && slip(a->looks + at, b->looks + to)) {
                    one = at, two = to;
                    goto found;
                }
        return 0;
    }
    for (int at = 0; at < a->size; at++)
        for (int to = 0; to < b->size; to++)
            if (!spelt_alike(a->looks + at, b->looks + to) && share_face(a->looks + at, b->looks + to)) {
                if (one >= 0)
                    return 0;
                one = at, two = to;
            }
    if (one < 0 || !slip(a->looks + one, b->looks + two))
        return 0;
found:
    return one < PARTS && two < PARTS ? SLIPPED | one << (LACKS_BITS + 1 + PART_BITS) | two << (LACKS_BITS + 1) : 0;
}

/* What two sketches tell, -1 for names that are unlike. */
static int told_of(const Sketch *a, const Sketch *b) {
    uint64_t alone, rest;
    left_over(a, b, &alone, &rest);
    if (unlike(a, b, alone, rest))
        return -1;
    int lacks = !alone && has_family(b, rest) ? 1 : !rest && has_family(a, alone) ? 2 : 0;
    return lacks | one_slip(a, b, alone, rest);
}

static int sketch_at(const Py_buffer *body, const Py_buffer *begins, uint64_t place, Sketch *found) {
    const uint64_t *at = (const uint64_t *)begins->buf + place;
    if ((place + 2) * sizeof *at > (uint64_t)begins->len || at[1] > (uint64_t)body->len || at[0] > at[1])
        return 0;
    const uint8_t *start = body->buf;
    return opened(start + at[0], start + at[1], found);
}

static PyObject *sifted(PyObject *self, PyObject *arguments) {
    Py_buffer pairs, order, body, begins;
    if (!PyArg_ParseTuple(arguments, "y*y*y*y*", &pairs, &order, &body, &begins))
        return NULL;
    const uint64_t *numbers = pairs.buf;
    const uint32_t *places = order.buf;
    Py_ssize_t size = pairs.len / sizeof *numbers, names = order.len / sizeof *places, kept = 0;
    uint64_t *near = malloc((size + 1) * sizeof *near), last = UINT64_MAX;
    uint16_t *told = malloc((size + 1) * sizeof *told);
    Sketch *one = malloc(sizeof *one), *two = malloc(sizeof *two);
    PyObject *found = NULL;
    if (!near || !told || !one || !two) {
        PyErr_NoMemory();
        goto done;
    }
    for (Py_ssize_t at = 0; at < size; at++) {
        uint64_t first = numbers[at] >> PLACE_BITS, second = numbers[at] & PLACE;
        if (first >= (uint64_t)names || second >= (uint64_t)names)
            goto damaged;
        uint64_t a = places[first], b = places[second];
        if (a != last && !sketch_at(&body, &begins, a, one))
            goto damaged;
        last = a;
        if (!sketch_at(&body, &begins, b, two))
            goto damaged;
        int says = a < b ? told_of(one, two) : told_of(two, one);
        if (says >= 0) {
            near[kept] = a < b ? a << PLACE_BITS | b : b << PLACE_BITS | a;
            told[kept++] = (uint16_t)says;
        }
    }
    found = Py_BuildValue("y#y#", (char *)near, kept * (Py_ssize_t)sizeof *near, (char *)told,
                          kept * (Py_ssize_t)sizeof *told);
    goto done;
damaged:
    PyErr_SetString(PyExc_ValueError, "a sketch of the index is damaged; make the index anew");
done:
    free(near);
    free(told);
    free(one);
    free(two);
    PyBuffer_Release(&pairs);
    PyBuffer_Release(&order);
    PyBuffer_Release(&body);
    PyBuffer_Release(&begins);
    return found;
}

static PyMethodDef methods[] = {
    {"blocks", blocks, METH_VARARGS, "The blocks of a name, in pairs and alone; None where that is left to Python."},
    {"posted", posted, METH_O, "The postings of names, shelf by shelf, as bytes."},
    {"merged", merged, METH_O, "Numbers of several parts in order, each once, as bytes."},
    {"paired", paired, METH_VARARGS, "The pairs of names that share a block of a shelf, as bytes."},
    {"sifted", sifted, METH_VARARGS, "The pairs that are not unlike, and what their sketches tell, as bytes."},
    {NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_pairs", NULL, -1, methods};

PyMODINIT_FUNC PyInit__pairs(void) {
    own_name = PyUnicode_InternFromString("own");
    near_name = PyUnicode_InternFromString("near");
    letter_name = PyUnicode_InternFromString("letter");
    initial_name = PyUnicode_InternFromString("initial");
    if (!own_name || !near_name || !letter_name || !initial_name)
        return NULL;
    PyObject *made = PyModule_Create(&definition);
    if (made && PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0)
        Py_CLEAR(made);
    return made;
}
