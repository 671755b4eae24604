/* Sums over a word or a name: what the pieces of a word weigh together (pieces.py), and the likeliest way to give the
 * words of a name their places (order.py). */
#include "_word.h"
#include <math.h>
#include <stddef.h>
#include <string.h>

/* ---- Sums: what the pieces of a word weigh together ---- */

#define COLUMNS 4 /* the most weights of a piece */
#define LONGEST 8 /* letters of a piece */

typedef struct {
    uint64_t first, rest; /* the letters, sixteen bits each; 0: no piece */
    double weights[COLUMNS];
} Piece;

typedef struct {
    PyObject_HEAD
    Piece *pieces;
    size_t room; /* a power of two */
    int columns;
} Sums;

static Piece *piece_at(const Sums *self, uint64_t first, uint64_t rest)
{
    uint64_t mixed = (first ^ rest * 0x2545F4914F6CDD1DULL) * 0x9E3779B97F4A7C15ULL;
    size_t at = (size_t)(mixed >> 32) & (self->room - 1);
    while (self->pieces[at].first && (self->pieces[at].first != first || self->pieces[at].rest != rest))
        at = (at + 1) & (self->room - 1);
    return self->pieces + at;
}

/* The key of some letters; 0 for what is no piece: none, too many, or letters beyond sixteen bits. */
static int piece_key(const Py_UCS4 *letters, Py_ssize_t size, uint64_t *key)
{
    key[0] = key[1] = 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        if (at == LONGEST || !letters[at] || letters[at] > 0xffff)
            return 0;
        key[at / 4] |= (uint64_t)letters[at] << 16 * (at % 4);
    }
    return size > 0;
}

/* A place for the weights of a piece; NULL where it has none: no window is so wide. */
static double *sums_put(Sums *self, PyObject *name)
{
    uint64_t key[2];
    Py_UCS4 letters[LONGEST];
    Py_ssize_t size = PyUnicode_GET_LENGTH(name);
    if (size > LONGEST)
        return NULL;
    for (Py_ssize_t at = 0; at < size; at++)
        letters[at] = PyUnicode_READ_CHAR(name, at);
    if (!piece_key(letters, size, key))
        return NULL;
    Piece *piece = piece_at(self, key[0], key[1]);
    piece->first = key[0];
    piece->rest = key[1];
    return piece->weights;
}

/* Room for so many pieces; -1 where there is none. */
static int sums_widen(Sums *self, size_t count)
{
    for (self->room = 64; self->room < 2 * count;)
        self->room *= 2;
    self->pieces = PyMem_Calloc(self->room, sizeof *self->pieces);
    return self->pieces ? 0 : (PyErr_NoMemory(), -1);
}

/* Take the pieces of a dictionary, each with a tuple of its weights; -1 with an error. */
static int sums_take(Sums *self, PyObject *pieces)
{
    PyObject *name, *weights;
    if (sums_widen(self, (size_t)PyDict_GET_SIZE(pieces)) < 0)
        return -1;
    for (Py_ssize_t next = 0; PyDict_Next(pieces, &next, &name, &weights);) {
        if (!PyUnicode_Check(name) || !PyTuple_Check(weights) || PyTuple_GET_SIZE(weights) != self->columns)
            return PyErr_SetString(PyExc_ValueError, "pieces with as many weights as columns"), -1;
        double *put = sums_put(self, name);
        for (int at = 0; put && at < self->columns; at++)
            put[at] = PyFloat_AsDouble(PyTuple_GET_ITEM(weights, at));
    }
    return PyErr_Occurred() ? -1 : 0;
}

#define DIGITS 15 /* signs of a number that is read as a whole one: it, and ten as often multiplied, are exact */

/* The number in a cell, as Python reads it; -1 with an error, which the caller looks for. */
static double number_in(const char *cell, const char *stop)
{
    static const double tens[DIGITS] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14};
    const char *at = cell + (*cell == '-'), *first = at, *point = NULL;
    int64_t whole = 0;
    for (; at < stop && at - first < DIGITS && ((*at >= '0' && *at <= '9') || (*at == '.' && !point)); at++)
        if (*at == '.')
            point = at;
        else
            whole = 10 * whole + (*at - '0');
    if (at == stop && at > first && (!point || at - first > 1)) {
        double found = (double)whole / tens[point ? stop - point - 1 : 0];
        return *cell == '-' ? -found : found;
    }
    char text[64];
    size_t size = (size_t)(stop - cell);
    if (size >= sizeof text)
        return PyErr_SetString(PyExc_ValueError, "too long a number"), -1;
    memcpy(text, cell, size);
    text[size] = 0;
    return PyOS_string_to_double(text, NULL, NULL);
}

/* Take the pieces of a table as it stands, each with its weights, below the header; -1 with an error. */
static int sums_read(Sums *self, PyObject *table)
{
    const char *line = PyBytes_AS_STRING(table), *end = line + PyBytes_GET_SIZE(table), *stop;
    size_t lines = 1;
    for (const char *at = line; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        lines++;
    if (sums_widen(self, lines) < 0)
        return -1;
    line = (line = memchr(line, '\n', (size_t)(end - line))) ? line + 1 : end;
    for (; line < end; line = stop + 1) {
        if (!(stop = memchr(line, '\n', (size_t)(end - line))))
            stop = end;
        const char *last = stop > line && stop[-1] == '\r' ? stop - 1 : stop;
        if (line == last)
            continue;
        const char *cell = memchr(line, '\t', (size_t)(last - line));
        PyObject *name = PyUnicode_DecodeUTF8(line, (cell ? cell : last) - line, NULL);
        double *put = name ? sums_put(self, name) : NULL;
        Py_XDECREF(name);
        for (int at = 0; !PyErr_Occurred() && at < self->columns; at++) {
            if (!cell)
                return PyErr_SetString(PyExc_ValueError, "pieces with as many weights as columns"), -1;
            const char *next = memchr(cell + 1, '\t', (size_t)(last - cell - 1));
            double weight = number_in(cell + 1, next ? next : last);
            if (put)
                put[at] = weight;
            cell = next;
        }
        if (PyErr_Occurred())
            return -1;
    }
    return 0;
}

/* Sums(weights, columns): of a dictionary, or a table as it stands. */
static PyObject *sums_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *pieces;
    int columns;
    if (!PyArg_ParseTuple(args, "Oi", &pieces, &columns))
        return NULL;
    if (columns < 1 || columns > COLUMNS || (!PyDict_Check(pieces) && !PyBytes_Check(pieces)))
        return PyErr_Format(PyExc_ValueError, "pieces, and one to four columns");
    Sums *self = (Sums *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->columns = columns;
    if ((PyDict_Check(pieces) ? sums_take(self, pieces) : sums_read(self, pieces)) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static void sums_dealloc(Sums *self)
{
    PyMem_Free(self->pieces);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* Add what a piece weighs, the letters from one place to another. */
static void sums_add(const Sums *self, const Py_UCS4 *text, Py_ssize_t from, Py_ssize_t to, double *sums)
{
    uint64_t key[2];
    if (!piece_key(text + from, to - from, key))
        return;
    const Piece *piece = piece_at(self, key[0], key[1]);
    for (int at = 0; piece->first && at < self->columns; at++)
        sums[at] += piece->weights[at];
}

typedef struct { /* a word with its edges written "_", and the sums so far */
    Py_UCS4 few[ROOM], *text;
    Py_ssize_t size;
    double sums[COLUMNS];
} Asked;

/* What is asked: a word, sums to begin with, and two sizes of pieces. */
static int sums_asked(const Sums *self, PyObject *const *args, Py_ssize_t count, Asked *asked, Py_ssize_t *sizes)
{
    if (count != 4 || !PyUnicode_Check(args[0]) || !PyTuple_Check(args[1]) ||
        PyTuple_GET_SIZE(args[1]) != self->columns)
        return PyErr_SetString(PyExc_TypeError, "a word, a sum to begin with for each column, two sizes"), -1;
    for (int at = 0; at < self->columns; at++)
        asked->sums[at] = PyFloat_AsDouble(PyTuple_GET_ITEM(args[1], at));
    for (int at = 0; at < 2; at++)
        sizes[at] = PyLong_AsSsize_t(args[2 + at]);
    if (PyErr_Occurred())
        return -1;
    if (sizes[0] < 1 || sizes[0] > LONGEST || sizes[1] < 1 || sizes[1] > LONGEST)
        return PyErr_SetString(PyExc_ValueError, "pieces of one to eight letters"), -1;
    Py_ssize_t size = PyUnicode_GET_LENGTH(args[0]);
    asked->size = size + 2;
    asked->text = asked->size > ROOM ? PyMem_Malloc((size_t)asked->size * sizeof(Py_UCS4)) : asked->few;
    if (!asked->text)
        return PyErr_NoMemory(), -1;
    asked->text[0] = asked->text[size + 1] = '_';
    for (Py_ssize_t at = 0; at < size; at++)
        asked->text[at + 1] = PyUnicode_READ_CHAR(args[0], at);
    return 0;
}

static PyObject *sums_told(const Sums *self, Asked *asked)
{
    if (asked->text != asked->few)
        PyMem_Free(asked->text);
    PyObject *found = PyTuple_New(self->columns);
    for (int at = 0; found && at < self->columns; at++) {
        PyObject *sum = PyFloat_FromDouble(asked->sums[at]);
        if (!sum)
            Py_CLEAR(found);
        else
            PyTuple_SET_ITEM(found, at, sum);
    }
    return found;
}

static PyObject *sums_windows(Sums *self, PyObject *const *args, Py_ssize_t count)
{
    Asked asked;
    Py_ssize_t sizes[2];
    if (sums_asked(self, args, count, &asked, sizes) < 0)
        return NULL;
    Py_ssize_t wide = sizes[0], ends = sizes[1], size = asked.size;
    for (Py_ssize_t at = 0; at + wide <= size; at++)
        sums_add(self, asked.text, at, at + wide, asked.sums);
    if (size > ends + 1) {
        sums_add(self, asked.text, 0, ends, asked.sums);
        sums_add(self, asked.text, size - ends, size, asked.sums);
    }
    return sums_told(self, &asked);
}

static PyObject *sums_edges(Sums *self, PyObject *const *args, Py_ssize_t count)
{
    Asked asked;
    Py_ssize_t sizes[2];
    if (sums_asked(self, args, count, &asked, sizes) < 0)
        return NULL;
    Py_ssize_t last = sizes[0], first = sizes[1], size = asked.size;
    for (Py_ssize_t own = 2; own <= last && own <= size; own++)
        sums_add(self, asked.text, size - own, size, asked.sums);
    for (Py_ssize_t own = 3; own <= first && own <= size - 2; own++)
        sums_add(self, asked.text, 0, own, asked.sums);
    return sums_told(self, &asked);
}

static PyMethodDef sums_methods[] = {
    {"windows", (PyCFunction)(void (*)(void))sums_windows, METH_FASTCALL,
     "What so many letters at a time weigh, and the ends of a longer word."},
    {"edges", (PyCFunction)(void (*)(void))sums_edges, METH_FASTCALL, "What the endings and beginnings weigh."},
    {NULL, NULL, 0, NULL}};

PyTypeObject SumsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Sums",
    .tp_basicsize = sizeof(Sums),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = sums_new,
    .tp_dealloc = (destructor)sums_dealloc,
    .tp_methods = sums_methods,
    .tp_doc = "Sums(weights, columns): what the pieces of a word weigh together.",
};

/* ---- Odds: the likeliest of some ways to choose one worth of each of several ---- */

#define WAYS 32  /* the most ways */
#define PLACES 8 /* the most places of a way */

typedef struct {
    double worth;        /* of the way itself */
    int count, group;    /* of its places; ways of one group agree */
    int places[PLACES];  /* of the worths, all in one row */
} Way;

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    Way ways[WAYS];
    int count, wide; /* worths of each */
} Odds;

static PyObject *odds_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names);

static PyObject *odds_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *ways;
    int wide;
    if (!PyArg_ParseTuple(args, "O!i", &PyTuple_Type, &ways, &wide))
        return NULL;
    Odds *self = (Odds *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = odds_call;
    self->count = (int)PyTuple_GET_SIZE(ways);
    self->wide = wide;
    for (int at = 0; at < self->count; at++) {
        PyObject *places;
        Way *way = self->ways + at;
        if (self->count > WAYS || !PyArg_ParseTuple(PyTuple_GET_ITEM(ways, at), "dO!i", &way->worth, &PyTuple_Type,
                                                    &places, &way->group))
            goto wrong;
        way->count = (int)PyTuple_GET_SIZE(places);
        for (int one = 0; one < way->count; one++) {
            long place = way->count > PLACES ? -1 : PyLong_AsLong(PyTuple_GET_ITEM(places, one));
            if (place < 0 || place >= (long)wide * PLACES)
                goto wrong;
            way->places[one] = (int)place;
        }
    }
    if (self->count)
        return (PyObject *)self;
wrong:
    Py_DECREF(self);
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_ValueError, "one to 32 ways of up to eight places");
    return NULL;
}

/* The number of the likeliest way and the share of all that agree with it. */
static PyObject *odds_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Odds *self = (Odds *)callable;
    double row[PLACES * PLACES], totals[WAYS], top = 0, all = 0, agreeing = 0;
    if (PyVectorcall_NARGS(flags) != 2 || names || !PyList_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "worths, and extras or None");
    PyObject *worths = args[0], *extras = args[1];
    int many = (int)PyList_GET_SIZE(worths), best = 0;
    if (many > PLACES || self->wide > PLACES || (extras != Py_None && (!PyList_Check(extras) ||
        PyList_GET_SIZE(extras) != self->count)))
        return PyErr_Format(PyExc_ValueError, "worths of up to eight, and as many extras as ways");
    for (int at = 0; at < many; at++) {
        PyObject *own = PyList_GET_ITEM(worths, at);
        if (!PyTuple_Check(own) || PyTuple_GET_SIZE(own) != self->wide)
            return PyErr_Format(PyExc_ValueError, "%d worths of each", self->wide);
        for (int one = 0; one < self->wide; one++)
            row[at * self->wide + one] = PyFloat_AsDouble(PyTuple_GET_ITEM(own, one));
    }
    for (int at = 0; at < self->count; at++) {
        const Way *way = self->ways + at;
        totals[at] = way->worth;
        for (int one = 0; one < way->count; one++) {
            if (way->places[one] >= many * self->wide)
                return PyErr_Format(PyExc_ValueError, "more places than worths");
            totals[at] += row[way->places[one]];
        }
        if (extras != Py_None)
            totals[at] += PyFloat_AsDouble(PyList_GET_ITEM(extras, at));
        top = !at || totals[at] > top ? totals[at] : top;
    }
    if (PyErr_Occurred())
        return NULL;
    for (int at = 0; at < self->count; at++) {
        totals[at] = exp(totals[at] - top);
        best = totals[at] > totals[best] ? at : best;
    }
    for (int at = 0; at < self->count; at++) {
        all += totals[at];
        if (self->ways[at].group == self->ways[best].group)
            agreeing += totals[at];
    }
    return Py_BuildValue("id", best, agreeing / all);
}

PyTypeObject OddsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Odds",
    .tp_basicsize = sizeof(Odds),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Odds, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = odds_new,
    .tp_doc = "Odds(ways, wide): the likeliest way to choose, and the share of those that agree with it.",
};
