/* How far two words are apart: the vowels of loops.py, the ruler and the symbols of near.py. */
#include "_loops.h"
#include <string.h>

/* ---- the vowels of loops.py ---- */

static int is_vowel(Py_UCS4 letter)
{
    return letter && letter < 128 && strchr("aeiouy", (int)letter);
}

static int is_vocal(PyObject *word, Py_ssize_t at)
{
    if (at >= PyUnicode_GET_LENGTH(word) || !is_vowel(PyUnicode_READ_CHAR(word, at)))
        return 0;
    int glides = PyUnicode_READ_CHAR(word, at) == 'y' && at + 1 < PyUnicode_GET_LENGTH(word);
    return !(glides && is_vowel(PyUnicode_READ_CHAR(word, at + 1)));
}

/* A group of vowels as one plain vowel. */
static char plain_vowel(PyObject *word, Py_ssize_t at, Py_ssize_t end)
{
    static const char *const pairs[] = {"ouu", "oou", "eei", "ayy", "aiy", "eiy", "eyy", "euu"};
    char first = (char)PyUnicode_READ_CHAR(word, at);
    char second = end - at == 2 ? (char)PyUnicode_READ_CHAR(word, at + 1) : 0;
    for (size_t one = 0; second && one < sizeof pairs / sizeof *pairs; one++)
        if (pairs[one][0] == first && pairs[one][1] == second)
            return pairs[one][2];
    if (end - at == 1 && first == 'y')
        return 'i';
    return first == 'o' ? 'u' : first;
}

PyObject *vowels(PyObject *module, PyObject *word)
{
    if (!PyUnicode_Check(word)) {
        PyErr_SetString(PyExc_TypeError, "a word");
        return NULL;
    }
    Py_ssize_t size = PyUnicode_GET_LENGTH(word), used = 0;
    PyObject *found = PyUnicode_New(size, 127);
    const Py_UCS4 none = 0xFFFFFFFF;
    Py_UCS4 last = none;
    for (Py_ssize_t at = 0; found && at < size;) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(word, at);
        char put = 'C';
        if (is_vocal(word, at)) {
            Py_ssize_t end = at + 1;
            while (is_vocal(word, end))
                end++;
            put = plain_vowel(word, at, end);
            at = end;
            last = none;
        } else {
            if (letter == last || (letter == 'h' && last && last < 128 && strchr("skgdtc", (int)last)))
                put = 0;
            last = letter;
            at++;
        }
        if (put)
            PyUnicode_1BYTE_DATA(found)[used++] = (Py_UCS1)put;
    }
    return found && PyUnicode_Resize(&found, used) < 0 ? NULL : found;
}

#define KINDS 6 /* of sounds in a pattern */

static int kind_of(Py_UCS4 letter)
{
    const char *kinds = "aeiuyC", *found = letter && letter < 128 ? strchr(kinds, (int)letter) : NULL;
    return found ? (int)(found - kinds) : -1;
}

/* How far two patterns are apart; below 0, with an error, where that cannot be said. */
double patterns_apart(PyObject *left, PyObject *right)
{
    static const double skips[KINDS] = {0.7, 0.4, 0.7, 0.8, 0.9, 1.0};
    static const double costs[KINDS][KINDS] = {
        {0.0, 0.2, 0.8, 1.0, 0.4, 2.0}, {0.2, 0.0, 0.2, 0.7, 0.3, 2.0}, {0.8, 0.2, 0.0, 1.2, 0.5, 2.0},
        {1.0, 0.7, 1.2, 0.0, 1.0, 2.0}, {0.4, 0.3, 0.5, 1.0, 0.0, 2.0}, {2.0, 2.0, 2.0, 2.0, 2.0, 0.0}};
    if (!PyUnicode_Check(left) || !PyUnicode_Check(right))
        return PyErr_SetString(PyExc_TypeError, "two patterns"), -1;
    Py_ssize_t one = PyUnicode_GET_LENGTH(left), other = PyUnicode_GET_LENGTH(right);
    double *row = PyMem_Malloc((size_t)(other + 1) * sizeof *row);
    if (!row)
        return PyErr_NoMemory(), -1;
    int strange = 0;
    row[0] = 0;
    for (Py_ssize_t at = 0; at < other; at++) {
        int kind = kind_of(PyUnicode_READ_CHAR(right, at));
        strange |= kind < 0;
        row[at + 1] = row[at] + skips[kind < 0 ? 0 : kind];
    }
    for (Py_ssize_t from = 0; from < one && !strange; from++) {
        int kind = kind_of(PyUnicode_READ_CHAR(left, from));
        if (kind < 0) {
            strange = 1;
            break;
        }
        double diagonal = row[0];
        row[0] += skips[kind];
        for (Py_ssize_t at = 1; at <= other; at++) {
            int beside = kind_of(PyUnicode_READ_CHAR(right, at - 1));
            double cost = diagonal + costs[kind][beside];
            diagonal = row[at];
            if (cost > diagonal + skips[kind])
                cost = diagonal + skips[kind];
            if (cost > row[at - 1] + skips[beside])
                cost = row[at - 1] + skips[beside];
            row[at] = cost;
        }
    }
    double found = row[other];
    PyMem_Free(row);
    return strange ? (PyErr_SetString(PyExc_KeyError, "a pattern has the letters aeiuy and C"), -1) : found;
}

PyObject *vowels_apart(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2)
        return PyErr_Format(PyExc_TypeError, "two patterns");
    double found = patterns_apart(args[0], args[1]);
    return found < 0 ? NULL : PyFloat_FromDouble(found);
}

/* ---- the distance of near.py ---- */

typedef struct {
    PyObject_HEAD
    double *costs, *gaps; /* of the symbols known, each beside each */
    Py_ssize_t known;
    double strange, unknown, hopeless;
} Ruler;

static int ruler_init(Ruler *self, PyObject *args, PyObject *kwargs)
{
    PyObject *costs, *gaps;
    if (self->costs) {
        PyErr_SetString(PyExc_TypeError, "made already");
        return -1;
    }
    if (!PyArg_ParseTuple(args, "O!O!ddd", &PyList_Type, &costs, &PyList_Type, &gaps, &self->strange, &self->unknown,
                          &self->hopeless))
        return -1;
    Py_ssize_t known = PyList_GET_SIZE(gaps);
    if (PyList_GET_SIZE(costs) != known)
        return PyErr_SetString(PyExc_ValueError, "as many rows as gaps"), -1;
    self->costs = PyMem_Calloc((size_t)(known * known + known + 1), sizeof *self->costs);
    if (!self->costs)
        return PyErr_NoMemory(), -1;
    self->gaps = self->costs + known * known;
    for (Py_ssize_t one = 0; one < known; one++) {
        PyObject *row = PyList_GET_ITEM(costs, one);
        if (!PyList_Check(row) || PyList_GET_SIZE(row) != known)
            return PyErr_SetString(PyExc_ValueError, "a row with a cost for each symbol"), -1;
        self->gaps[one] = PyFloat_AsDouble(PyList_GET_ITEM(gaps, one));
        for (Py_ssize_t other = 0; other < known; other++)
            self->costs[one * known + other] = PyFloat_AsDouble(PyList_GET_ITEM(row, other));
    }
    self->known = known;
    return PyErr_Occurred() ? -1 : 0;
}

static void ruler_dealloc(Ruler *self)
{
    PyMem_Free(self->costs);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static double gap(const Ruler *self, Py_UCS4 symbol)
{
    return (Py_ssize_t)symbol < self->known ? self->gaps[symbol] : self->unknown;
}

/* How far two rows of symbols are apart, in nats per symbol; below 0 where memory ends. */
static double apart(const Ruler *self, PyObject *left, PyObject *right)
{
    Py_ssize_t one = PyUnicode_GET_LENGTH(left), other = PyUnicode_GET_LENGTH(right);
    int kind = PyUnicode_KIND(left), same = kind == (int)PyUnicode_KIND(right) && one == other;
    const void *first = PyUnicode_DATA(left), *second = PyUnicode_DATA(right);
    if (same && !memcmp(first, second, (size_t)(one * kind)))
        return 0;
    if (one > 2 * other + 2 || other > 2 * one + 2)
        return self->hopeless;
    double few[64], *row = other < 32 ? few : PyMem_Malloc(2 * (size_t)(other + 1) * sizeof *row);
    if (!row)
        return -1;
    double *gaps = row + other + 1;
    int breadth = PyUnicode_KIND(right);
    row[0] = 0;
    for (Py_ssize_t at = 1; at <= other; at++) {
        gaps[at] = gap(self, PyUnicode_READ(breadth, second, at - 1));
        row[at] = row[at - 1] + gaps[at];
    }
    for (Py_ssize_t from = 0; from < one; from++) {
        Py_UCS4 symbol = PyUnicode_READ(kind, first, from);
        double skip = gap(self, symbol), diagonal = row[0], before = diagonal + skip;
        const double *known = (Py_ssize_t)symbol < self->known ? self->costs + symbol * self->known : NULL;
        row[0] = before;
        for (Py_ssize_t at = 1; at <= other; at++) {
            Py_UCS4 beside = PyUnicode_READ(breadth, second, at - 1);
            double put = beside == symbol ? 0.0 : self->strange;
            if (known && (Py_ssize_t)beside < self->known)
                put = known[beside];
            double cost = diagonal + put;
            diagonal = row[at];
            if (diagonal + skip < cost)
                cost = diagonal + skip;
            before += gaps[at];
            if (before < cost)
                cost = before;
            row[at] = before = cost;
        }
    }
    double found = 2 * row[other] / (double)(one + other);
    if (row != few)
        PyMem_Free(row);
    return found;
}

static PyObject *ruler_apart(Ruler *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "two rows of symbols");
        return NULL;
    }
    double found = self->costs ? apart(self, args[0], args[1]) : -1;
    return found < 0 ? PyErr_NoMemory() : PyFloat_FromDouble(found);
}

static PyMethodDef ruler_methods[] = {
    {"apart", (PyCFunction)(void (*)(void))ruler_apart, METH_FASTCALL, "How far two rows of symbols are apart."},
    {NULL, NULL, 0, NULL}};

PyTypeObject RulerType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._loops.Ruler",
    .tp_basicsize = sizeof(Ruler),
    .tp_dealloc = (destructor)ruler_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Measures how far two rows of symbols are apart.",
    .tp_methods = ruler_methods,
    .tp_init = (initproc)ruler_init,
    .tp_new = PyType_GenericNew,
};

/* ---- the symbols of near.py ---- */

#define LONGEST 7 /* the most letters of a symbol */
#define OPENS (1ULL << 62) /* a vowel that begins a word is another symbol, and one that ends it */
#define ENDS (1ULL << 61)
#define SILENT 0x110000 /* the number of what is no symbol */
#define WORD 256

typedef struct {
    PyObject_HEAD
    PyObject *letters;     /* of each symbol its number, as a letter */
    Table graphs, numbers; /* the groups of letters that are one symbol; the numbers asked for before */
} Cutter;

static int is_edge(char letter)
{
    return letter && strchr("aeiouy", letter) != NULL;
}

static uint64_t graph_key(const char *text, Py_ssize_t size)
{
    uint64_t key = 0;
    while (size--)
        key = key << 8 | (uint8_t)text[size];
    return key;
}

static int cutter_init(Cutter *self, PyObject *args, PyObject *kwargs)
{
    PyObject *graphs, *letters;
    if (self->letters) {
        PyErr_SetString(PyExc_TypeError, "made already");
        return -1;
    }
    if (!PyArg_ParseTuple(args, "O!O!", &PyTuple_Type, &graphs, &PyDict_Type, &letters))
        return -1;
    if (table_widen(&self->graphs) < 0 || table_widen(&self->numbers) < 0)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(graphs); at++) {
        Py_ssize_t size;
        const char *graph = PyUnicode_AsUTF8AndSize(PyTuple_GET_ITEM(graphs, at), &size);
        if (!graph)
            return -1;
        if (size < 1 || size > LONGEST)
            return PyErr_SetString(PyExc_ValueError, "a symbol of one to seven letters"), -1;
        if (table_put(&self->graphs, graph_key(graph, size), (int32_t)size) < 0)
            return PyErr_NoMemory(), -1;
    }
    self->letters = Py_NewRef(letters);
    return 0;
}

static void cutter_dealloc(Cutter *self)
{
    Table *tables[] = {&self->graphs, &self->numbers};
    for (int at = 0; at < 2; at++) {
        PyMem_Free(tables[at]->slots);
    }
    Py_XDECREF(self->letters);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* The number of a symbol, asked for once; NONE with an error. */
static int32_t number_of(Cutter *self, const char *text, Py_ssize_t size, uint64_t edges)
{
    uint64_t key = graph_key(text, size) | edges;
    int32_t number = table_get(&self->numbers, key);
    if (number != NONE)
        return number;
    char name[LONGEST + 3];
    int written = snprintf(name, sizeof name, "%s%.*s%s", edges & OPENS ? "^" : "", (int)size, text, edges & ENDS ? "$" : "");
    PyObject *graph = PyUnicode_FromStringAndSize(name, written);
    PyObject *letter = graph ? PyObject_GetItem(self->letters, graph) : NULL;
    Py_XDECREF(graph);
    if (letter && (!PyUnicode_Check(letter) || PyUnicode_GET_LENGTH(letter) > 1))
        PyErr_SetString(PyExc_TypeError, "one letter for a symbol, or none");
    else if (letter)
        number = PyUnicode_GET_LENGTH(letter) ? (int32_t)PyUnicode_READ_CHAR(letter, 0) : SILENT;
    Py_XDECREF(letter);
    if (number != NONE && table_put(&self->numbers, key, number) < 0)
        return PyErr_NoMemory(), NONE;
    return number;
}

/* A plain word as the numbers of its symbols, neighbours that are equal once; None for one too long.
 *
 * `start` letters before it are the article, one symbol. */
static PyObject *cutter_call(Cutter *self, PyObject *args, PyObject *kwargs)
{
    PyObject *word;
    Py_ssize_t start;
    if (!self->letters || !PyArg_ParseTuple(args, "Un", &word, &start))
        return self->letters ? NULL : (PyErr_SetString(PyExc_TypeError, "not made"), NULL);
    Py_ssize_t length = PyUnicode_GET_LENGTH(word), sizes[WORD], found = 0;
    if (!PyUnicode_IS_ASCII(word) || length >= WORD || start < 0 || start > length)
        Py_RETURN_NONE;
    const char *text = (const char *)PyUnicode_1BYTE_DATA(word);
    if (memchr(text, 0, (size_t)length))
        Py_RETURN_NONE;
    for (Py_ssize_t at = start; at < length; at += sizes[found++]) {
        Py_ssize_t size = length - at < LONGEST ? length - at : LONGEST;
        while (size > 1 && table_get(&self->graphs, graph_key(text + at, size)) == NONE)
            size--;
        sizes[found] = size;
    }
    Py_UCS4 numbers[WORD + 1];
    Py_ssize_t told = 0, at = start;
    for (Py_ssize_t graph = start ? -1 : 0; graph < found; graph++) {
        int32_t number;
        if (graph < 0)
            number = number_of(self, "al", 2, OPENS);
        else {
            uint64_t edges = 0;
            if (is_edge(text[at])) {
                if (graph == found - 1 && found > !start)
                    edges = ENDS;
                if (!graph && !start)
                    edges |= OPENS;
            }
            number = number_of(self, text + at, sizes[graph], edges);
            at += sizes[graph];
        }
        if (number == NONE)
            return NULL;
        if (number != SILENT && !(told && numbers[told - 1] == (Py_UCS4)number))
            numbers[told++] = (Py_UCS4)number;
    }
    return PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, numbers, told);
}

PyTypeObject CutterType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._loops.Cutter",
    .tp_basicsize = sizeof(Cutter),
    .tp_dealloc = (destructor)cutter_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Cuts a plain word into symbols and tells their numbers.",
    .tp_call = (ternaryfunc)cutter_call,
    .tp_init = (initproc)cutter_init,
    .tp_new = PyType_GenericNew,
};
