/* Which pairs are not unlike at a glance: sifting.py, over sketches as packing.py lays them out. */
#include "_pairs.h"

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

PyObject *sifted(PyObject *self, PyObject *arguments) {
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
