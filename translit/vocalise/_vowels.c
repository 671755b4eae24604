/* The likeliest vowels of a word (vowels.py), for machines with a compiler: what `Field.likeliest` does in
 * Python; tests/test_vocalise.py lays the two beside each other. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

#define FORMAT 2 /* as in vowels.py: a module of another source is passed over */
#define ROOM 40  /* letters of the longest word that is read here; longer ones are left to Python */
#define EDGES 3  /* the signs of an edge before a word and after it */
#define KINDS 256
#define HOPELESS 5.0

/* A mark and its line of bytes: the numbers of signs, then what each gains. */
typedef struct {
    PyObject *mark, *line;
} Slot;

typedef struct {
    PyObject_HEAD
    PyObject *names; /* the signs in their order */
    uint32_t *tags;  /* of the mark in each slot, 0 where there is none: so few that they stay near at hand */
    Slot *slots;
    size_t last; /* the number of the last slot; of all slots together a power of two */
    uint8_t weak[0x10000 / 8], servile[0x10000 / 8];
} Field;

typedef struct {
    const Field *field;
    int size;
    Py_UCS2 word[ROOM], text[ROOM + 2 * EDGES], weak[ROOM], stems[ROOM + 2 * EDGES];
} Word;

typedef struct {
    int count;
    uint8_t signs[KINDS];
    double gains[KINDS]; /* by the number of a sign */
} Row;

static int set_letters(uint8_t *bits, PyObject *letters)
{
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(letters); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(letters, at);
        if (letter > 0xffff) {
            PyErr_SetString(PyExc_ValueError, "a letter of more than two bytes");
            return -1;
        }
        bits[letter >> 3] |= (uint8_t)(1 << (letter & 7));
    }
    return 0;
}

static int is_in(const uint8_t *bits, Py_UCS2 letter)
{
    return bits[letter >> 3] >> (letter & 7) & 1;
}

static uint64_t hashed(uint64_t hash, Py_UCS4 letter)
{
    hash = (hash ^ letter) * 0x9E3779B97F4A7C15ULL;
    return hash ^ hash >> 29;
}

static uint32_t tag_of(uint64_t hash)
{
    uint32_t tag = (uint32_t)(hash >> 32);
    return tag ? tag : 1;
}

static int is_mark(PyObject *name, const Py_UCS2 *mark, int size)
{
    if (PyUnicode_GET_LENGTH(name) != size)
        return 0;
    for (int at = 0; at < size; at++)
        if (PyUnicode_READ_CHAR(name, at) != mark[at])
            return 0;
    return 1;
}

/* What a mark gives: the bytes of its line (borrowed), NULL where the table has none. */
static PyObject *line_of(const Field *field, const Py_UCS2 *mark, int size)
{
    uint64_t hash = 0;
    for (int at = 0; at < size; at++)
        hash = hashed(hash, mark[at]);
    uint32_t tag = tag_of(hash);
    for (size_t slot = hash & field->last; field->tags[slot]; slot = (slot + 1) & field->last)
        if (field->tags[slot] == tag && is_mark(field->slots[slot].mark, mark, size))
            return field->slots[slot].line;
    return NULL;
}

/* Put the lines of a table into slots, at most two thirds of which are taken. */
static int fill(Field *self, PyObject *weights)
{
    PyObject *mark, *line;
    Py_ssize_t at = 0;
    size_t count = 8;
    while (count * 2 < (size_t)PyDict_GET_SIZE(weights) * 3)
        count *= 2;
    self->last = count - 1;
    self->tags = PyMem_Calloc(count, sizeof *self->tags);
    self->slots = PyMem_Calloc(count, sizeof *self->slots);
    if (!self->tags || !self->slots) {
        PyErr_NoMemory();
        return -1;
    }
    while (PyDict_Next(weights, &at, &mark, &line)) {
        if (!PyUnicode_Check(mark) || !PyBytes_Check(line)) {
            PyErr_SetString(PyExc_TypeError, "a mark is text, its line of weights bytes");
            return -1;
        }
        uint64_t hash = 0;
        for (Py_ssize_t letter = 0; letter < PyUnicode_GET_LENGTH(mark); letter++)
            hash = hashed(hash, PyUnicode_READ_CHAR(mark, letter));
        size_t slot = hash & self->last;
        while (self->tags[slot])
            slot = (slot + 1) & self->last;
        self->tags[slot] = tag_of(hash);
        Py_INCREF(mark);
        Py_INCREF(line);
        self->slots[slot] = (Slot){mark, line};
    }
    return 0;
}

static void field_dealloc(Field *self)
{
    for (size_t slot = 0; self->tags && self->slots && slot <= self->last; slot++) {
        Py_XDECREF(self->slots[slot].mark);
        Py_XDECREF(self->slots[slot].line);
    }
    PyMem_Free(self->tags);
    PyMem_Free(self->slots);
    Py_XDECREF(self->names);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *field_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *weights, *names, *weak, *servile;
    if (!PyArg_ParseTuple(args, "O!O!UU", &PyDict_Type, &weights, &PyTuple_Type, &names, &weak, &servile))
        return NULL;
    if (PyTuple_GET_SIZE(names) > KINDS)
        return PyErr_Format(PyExc_ValueError, "too many signs");
    Field *self = (Field *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    Py_INCREF(names);
    self->names = names;
    if (fill(self, weights) < 0 || set_letters(self->weak, weak) < 0 || set_letters(self->servile, servile) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

/* Add what a mark gives to every sign; those that the letter cannot bear are never asked for. */
static void add_mark(const Field *field, const Py_UCS2 *mark, int size, double *gains)
{
    PyObject *line = line_of(field, mark, size);
    if (!line)
        return;
    Py_ssize_t count = PyBytes_GET_SIZE(line) / 9;
    const uint8_t *signs = (const uint8_t *)PyBytes_AS_STRING(line);
    for (Py_ssize_t at = 0; at < count; at++) {
        double gain;
        memcpy(&gain, signs + count + at * sizeof gain, sizeof gain);
        gains[signs[at]] += gain;
    }
}

static int put_number(Py_UCS2 *to, int number)
{
    int size = 0;
    if (number > 9)
        to[size++] = (Py_UCS2)('0' + number / 10);
    to[size++] = (Py_UCS2)('0' + number % 10);
    return size;
}

static int put_letters(Py_UCS2 *to, const Py_UCS2 *letters, int size)
{
    memcpy(to, letters, size * sizeof *to);
    return size;
}

/* A slice of the text between its edges, with the number of letters before the one that is meant. */
static void add_slice(const Word *word, char head, const Py_UCS2 *from, int first, int last, double *gains)
{
    Py_UCS2 mark[8];
    int size = 0;
    if (head)
        mark[size++] = (Py_UCS2)head;
    size += put_letters(mark + size, from + first, last - first);
    add_mark(word->field, mark, size, gains);
}

/* The place of a letter with the whole shape of its word, and then perhaps the letter. */
static void add_shape(const Word *word, char head, int at, const Py_UCS2 *shape, int letter, double *gains)
{
    Py_UCS2 mark[ROOM + 4];
    int size = 0;
    mark[size++] = (Py_UCS2)head;
    size += put_number(mark + size, at);
    size += put_letters(mark + size, shape, word->size);
    if (letter)
        mark[size++] = word->word[at];
    add_mark(word->field, mark, size, gains);
}

static void add_place(const Word *word, int at, double *gains)
{
    Py_UCS2 mark[8];
    int size = 0;
    mark[size++] = 'l';
    mark[size++] = word->word[at];
    size += put_number(mark + size, at);
    size += put_number(mark + size, word->size);
    add_mark(word->field, mark, size, gains);
}

static void add_end(const Word *word, int at, double *gains)
{
    int left = word->size - at;
    Py_UCS2 mark[5] = {'e', word->word[at], (Py_UCS2)('0' + (left < 4 ? left : 4)),
                       word->stems[at + EDGES - 1], word->stems[at + EDGES + 1]};
    add_mark(word->field, mark, 5, gains);
}

/* What speaks for each sign of a letter: `marks` of vowels.py, in the same order. */
static void add_marks(const Word *word, int at, double *gains)
{
    const Py_UCS2 *text = word->text, *servile = word->stems + EDGES;
    int here = at + EDGES;
    add_slice(word, 0, text, here, here + 1, gains);
    add_slice(word, 0, text, here - 1, here + 1, gains);
    add_slice(word, 0, text, here, here + 2, gains);
    add_slice(word, '1', text, here - 1, here + 2, gains);
    add_slice(word, '2', text, here - 2, here + 1, gains);
    add_slice(word, '0', text, here, here + 3, gains);
    add_slice(word, '2', text, here - 2, here + 2, gains);
    add_slice(word, '1', text, here - 1, here + 3, gains);
    add_slice(word, '2', text, here - 2, here + 3, gains);
    add_slice(word, '0', text, here, here + 4, gains);
    add_slice(word, '3', text, here - 3, here + 1, gains);
    add_shape(word, 'W', at, word->weak, 0, gains);
    add_shape(word, 'S', at, servile, 0, gains);
    add_slice(word, 's', word->stems, here - 3, here + 4, gains);
    add_place(word, at, gains);
    add_end(word, at, gains);
    add_shape(word, 'S', at, servile, 1, gains);
    add_shape(word, 'w', at, word->word, 0, gains);
}

/* The signs that a letter may bear, each with its weight; hopeless ones fall. */
static void row_of(const Word *word, int at, PyObject *choices, Row *row)
{
    memset(row->gains, 0, sizeof row->gains);
    add_marks(word, at, row->gains);
    Py_ssize_t count = PyBytes_GET_SIZE(choices);
    const uint8_t *signs = (const uint8_t *)PyBytes_AS_STRING(choices);
    double top = row->gains[signs[0]];
    for (Py_ssize_t one = 1; one < count; one++)
        if (row->gains[signs[one]] > top)
            top = row->gains[signs[one]];
    row->count = 0;
    for (Py_ssize_t one = 0; one < count; one++)
        if (row->gains[signs[one]] > top - HOPELESS)
            row->signs[row->count++] = signs[one];
}

/* Add what a join gives to each pair of signs. */
static void add_join(const Field *field, const Py_UCS2 *mark, int size, int kinds, double *gains)
{
    PyObject *line = line_of(field, mark, size);
    if (!line)
        return;
    Py_ssize_t count = PyBytes_GET_SIZE(line) / 10;
    const uint8_t *signs = (const uint8_t *)PyBytes_AS_STRING(line);
    for (Py_ssize_t at = 0; at < count; at++) {
        double gain;
        memcpy(&gain, signs + 2 * count + at * sizeof gain, sizeof gain);
        gains[signs[2 * at] * kinds + signs[2 * at + 1]] += gain;
    }
}

/* What speaks for a sign after the sign before it: `joins` of vowels.py. */
static void add_joins(const Word *word, int at, int kinds, double *gains)
{
    Py_UCS2 before = word->word[at - 1], letter = word->word[at], kept = '#';
    if (at + 1 < word->size)
        kept = word->weak[at + 1];
    Py_UCS2 plain[] = {'J', letter}, shape[] = {'J', word->weak[at], kept}, whole[] = {'J', before, letter, kept};
    add_join(word->field, plain, 2, kinds, gains);
    add_join(word->field, shape, 3, kinds, gains);
    add_join(word->field, whole, 4, kinds, gains);
}

static int word_from(Word *word, Field *field, PyObject *text)
{
    word->field = field;
    word->size = (int)PyUnicode_GET_LENGTH(text);
    for (int at = 0; at < EDGES; at++)
        word->text[at] = word->stems[at] = word->text[EDGES + word->size + at] =
            word->stems[EDGES + word->size + at] = '#';
    for (int at = 0; at < word->size; at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(text, at);
        if (letter > 0xffff)
            return 0;
        word->word[at] = word->text[EDGES + at] = (Py_UCS2)letter;
        word->weak[at] = is_in(field->weak, (Py_UCS2)letter) ? (Py_UCS2)letter : '.';
        word->stems[EDGES + at] = is_in(field->servile, (Py_UCS2)letter) ? (Py_UCS2)letter : '.';
    }
    return 1;
}

/* The signs of a path that ends in `sign`, by the numbers of the signs that each was reached from. */
static PyObject *path_to(Field *field, int size, int sign, uint8_t from[ROOM][KINDS])
{
    PyObject *path = PyTuple_New(size);
    if (!path)
        return NULL;
    for (int at = size - 1; at >= 0; at--) {
        PyObject *name = PyTuple_GetItem(field->names, sign);
        if (!name) {
            Py_DECREF(path);
            return NULL;
        }
        Py_INCREF(name);
        PyTuple_SET_ITEM(path, at, name);
        sign = from[at][sign];
    }
    return path;
}

/* The likeliest signs of a word, each letter's among its choices (Viterbi); None for what is left to Python. */
static PyObject *field_call(Field *self, PyObject *args, PyObject *named)
{
    PyObject *text, *choices;
    if (!PyArg_ParseTuple(args, "UO!", &text, &PyTuple_Type, &choices))
        return NULL;
    int size = (int)PyUnicode_GET_LENGTH(text), kinds = (int)PyTuple_GET_SIZE(self->names);
    Word word;
    if (PyUnicode_GET_LENGTH(text) > ROOM || size < 1 || kinds > 32 || !word_from(&word, self, text))
        Py_RETURN_NONE;
    if (PyTuple_GET_SIZE(choices) != size)
        return PyErr_Format(PyExc_ValueError, "choices for each letter");
    Row row;
    uint8_t from[ROOM][KINDS];
    double best[KINDS];
    int last = 0;
    uint8_t before[KINDS];
    for (int at = 0; at < size; at++) {
        PyObject *signs = PyTuple_GET_ITEM(choices, at);
        if (!PyBytes_Check(signs) || !PyBytes_GET_SIZE(signs) || PyBytes_GET_SIZE(signs) > KINDS)
            return PyErr_Format(PyExc_ValueError, "choices are bytes");
        row_of(&word, at, signs, &row);
        double score[KINDS], gains[32 * 32];
        if (at) {
            memset(gains, 0, sizeof(double) * kinds * kinds);
            add_joins(&word, at, kinds, gains);
        }
        for (int one = 0; one < row.count; one++) {
            int sign = row.signs[one];
            double top = 0.0;
            int chosen = -1;
            for (int other = 0; at && other < last; other++) {
                double way = best[before[other]] + gains[before[other] * kinds + sign];
                if (chosen < 0 || way > top || (way == top && before[other] > chosen)) {
                    top = way;
                    chosen = before[other];
                }
            }
            score[sign] = at ? top + row.gains[sign] : row.gains[sign];
            from[at][sign] = (uint8_t)(chosen < 0 ? 0 : chosen);
        }
        last = row.count;
        memcpy(before, row.signs, last);
        for (int one = 0; one < last; one++)
            best[before[one]] = score[before[one]];
    }
    int end = before[0];
    for (int one = 1; one < last; one++)
        if (best[before[one]] > best[end])
            end = before[one];
    return path_to(self, size, end, from);
}

static PyTypeObject FieldType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.vocalise._vowels.Field",
    .tp_basicsize = sizeof(Field),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = field_new,
    .tp_dealloc = (destructor)field_dealloc,
    .tp_call = (ternaryfunc)field_call,
    .tp_doc = "Field(weights, names, weak, servile): the likeliest signs of a word.",
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_vowels", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__vowels(void)
{
    if (PyType_Ready(&FieldType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    if (!made)
        return NULL;
    if (PyModule_AddObjectRef(made, "Field", (PyObject *)&FieldType) < 0 ||
        PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0) {
        Py_DECREF(made);
        return NULL;
    }
    return made;
}
