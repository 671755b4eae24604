/* How far two spellings are apart: by their sounds (arabic/near.py), by their letters (national.py). */
#include "_word.h"
#include <stddef.h>

/* ---- Apart: how far two folded spellings are apart, by the sounds that they stand for ---- */

#define GRAPHS 512 /* slots for letters that are said as others, a power of two */
#define GRAPH 3    /* the most of them that are said together */
#define SAID 4     /* sounds that some letters stand for, at most */
#define KINDS 64   /* sounds with a cost of their own, at most */

typedef struct { /* letters, and the sounds they stand for: as a rule, and before a vowel */
    uint64_t letters;
    Py_UCS4 sounds[2][SAID];
} Graph;

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    uint8_t codes[LETTERS];   /* the number of each sound that has a cost of its own; 0: none */
    uint8_t vocal[LETTERS];   /* letters before which a glide is a consonant */
    uint8_t heads[LETTERS];   /* letters that begin a graph of several */
    double costs[KINDS][KINDS];
    double alone[KINDS];      /* what each sound costs that the other spelling has not */
    double other, paired, faint; /* any two others; the second of two vowels; a sound hardly heard at the end */
    uint8_t seconds[KINDS][KINDS]; /* two vowels that are heard as one */
    uint8_t faints[KINDS];
    int kinds, graphs;
    Graph table[GRAPHS];
} Apart;

typedef struct { /* a spelling as it is said: sounds, their numbers, what each costs alone; letters that stand double */
    Py_UCS4 sounds[2 * ROOM];
    uint8_t codes[2 * ROOM];
    double alone[2 * ROOM];
    int size, doubled;
} Said;

static Graph *graph_at(Apart *self, uint64_t letters)
{
    size_t at = (size_t)((letters ^ letters >> 23) * 0x9E3779B97F4A7C15ULL >> 40) & (GRAPHS - 1);
    while (self->table[at].letters && self->table[at].letters != letters)
        at = (at + 1) & (GRAPHS - 1);
    return self->table + at;
}

/* The number of a sound, a new one if it has none; 0 with an error. */
static int kind_of(Apart *self, Py_UCS4 sound)
{
    if (sound < LETTERS && !self->codes[sound] && self->kinds < KINDS) {
        self->alone[self->kinds] = self->alone[0];
        self->codes[sound] = (uint8_t)self->kinds++;
    }
    if (sound >= LETTERS || !self->codes[sound])
        return PyErr_SetString(PyExc_ValueError, "too many sounds"), 0;
    return self->codes[sound];
}

/* Learn what letters are said as: a text of up to three, and two texts of sounds. */
static int apart_learn(Apart *self, PyObject *letters, PyObject *puts)
{
    Graph graph = {0, {{0}}};
    PyObject *put[2];
    if (!PyUnicode_Check(letters) || !PyArg_ParseTuple(puts, "UU", put, put + 1))
        return PyErr_Occurred() ? -1 : (PyErr_SetString(PyExc_ValueError, "letters and their sounds"), -1);
    Py_ssize_t size = PyUnicode_GET_LENGTH(letters);
    for (Py_ssize_t at = 0; at < size; at++)
        graph.letters = graph.letters << 21 | PyUnicode_READ_CHAR(letters, at);
    Graph *found = graph_at(self, graph.letters);
    if (size < 1 || size > GRAPH || found->letters || 2 * ++self->graphs > GRAPHS ||
        PyUnicode_READ_CHAR(letters, 0) >= LETTERS)
        return PyErr_SetString(PyExc_ValueError, "one to three letters, each graph once"), -1;
    for (int way = 0; way < 2; way++) {
        if (PyUnicode_GET_LENGTH(put[way]) >= SAID)
            return PyErr_SetString(PyExc_ValueError, "up to three sounds"), -1;
        for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(put[way]); at++)
            graph.sounds[way][at] = PyUnicode_READ_CHAR(put[way], at);
    }
    self->heads[PyUnicode_READ_CHAR(letters, 0)] |= size > 1;
    *found = graph;
    return 0;
}

/* A spelling as it is said; 0 where it is too long. */
static int said(Apart *self, PyObject *word, Said *found)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(word);
    Py_UCS4 text[ROOM + GRAPH] = {0}, last = 0;
    found->size = found->doubled = 0;
    if (size > ROOM)
        return 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        text[at] = PyUnicode_READ_CHAR(word, at);
        if (text[at] >= LETTERS)
            return 0;
        found->doubled += at && text[at] == text[at - 1];
    }
    int arabic = size && text[size - 1] > 0x600; /* its letters are its sounds */
    for (Py_ssize_t at = 0, wide; at < size && found->size < 2 * ROOM - SAID; at += wide) {
        Py_UCS4 own[SAID] = {text[at]};
        const Py_UCS4 *sounds = own;
        uint64_t letters = 0;
        wide = 1;
        for (int many = arabic ? 0 : self->heads[text[at]] ? GRAPH : 1; many && sounds == own; many--) {
            letters = 0;
            for (int one = 0; one < many; one++)
                letters = letters << 21 | text[at + one];
            const Graph *graph = at + many <= size ? graph_at(self, letters) : NULL;
            if (graph && graph->letters) {
                sounds = graph->sounds[(at || many > 1) && self->vocal[text[at + many]]];
                wide = many;
            }
        }
        for (; *sounds; sounds++)
            if (arabic || *sounds != last) {
                found->sounds[found->size++] = last = *sounds;
            }
    }
    for (int at = 0; at < found->size; at++) {
        uint8_t code = found->codes[at] = found->sounds[at] < LETTERS ? self->codes[found->sounds[at]] : 0;
        found->alone[at] = at && self->seconds[found->codes[at - 1]][code] ? self->paired : self->alone[code];
        if (at == found->size - 1 && self->faints[code])
            found->alone[at] = self->faint;
    }
    return 1;
}

/* apart(left, right): per sound; None for what is left to Python. */
static PyObject *apart_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Apart *self = (Apart *)callable;
    if (PyVectorcall_NARGS(flags) != 2 || names || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "two spellings");
    Said left, right;
    if (!said(self, args[0], &left) || !said(self, args[1], &right))
        Py_RETURN_NONE;
    double row[2 * ROOM + 1] = {0.0};
    for (int to = 0; to < right.size; to++)
        row[to + 1] = row[to] + right.alone[to];
    for (int at = 0; at < left.size; at++) {
        const double *known = self->costs[left.codes[at]];
        double diagonal = row[0], loss = left.alone[at];
        row[0] = diagonal + loss;
        for (int to = 0; to < right.size; to++) {
            double cost = diagonal + (left.sounds[at] == right.sounds[to] ? 0.0 : known[right.codes[to]]);
            diagonal = row[to + 1];
            if (diagonal + loss < cost)
                cost = diagonal + loss;
            if (row[to] + right.alone[to] < cost)
                cost = row[to] + right.alone[to];
            row[to + 1] = cost;
        }
    }
    int most = left.size > right.size ? left.size : right.size;
    double length = 0.005 * abs(left.doubled - right.doubled);
    return PyFloat_FromDouble((length + row[right.size]) / (most ? most : 1));
}

/* What two sounds cost, or one: the numbers of both, of a text. */
static int kinds_of(Apart *self, PyObject *name, Py_ssize_t many, int *kinds)
{
    if (!PyUnicode_Check(name) || PyUnicode_GET_LENGTH(name) != many)
        return PyErr_SetString(PyExc_ValueError, "sounds and what they cost"), -1;
    for (Py_ssize_t at = 0; at < many; at++)
        if (!(kinds[at] = kind_of(self, PyUnicode_READ_CHAR(name, at))))
            return -1;
    return 0;
}

static PyObject *apart_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *pairs, *table, *vocal, *alone, *seconds, *faints, *name, *value;
    double other, any, paired, faint;
    if (!PyArg_ParseTuple(args, "O!dO!UO!dO!dUd", &PyDict_Type, &pairs, &other, &PyDict_Type, &table, &vocal,
                          &PyDict_Type, &alone, &any, &PyTuple_Type, &seconds, &paired, &faints, &faint))
        return NULL;
    Apart *self = (Apart *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = apart_call;
    self->kinds = 1;
    self->other = other, self->paired = paired, self->faint = faint, self->alone[0] = any;
    for (int one = 0; one < KINDS * KINDS; one++)
        self->costs[one / KINDS][one % KINDS] = other;
    int kinds[2], fails = 0;
    Py_ssize_t at = 0;
    while (!fails && PyDict_Next(pairs, &at, &name, &value))
        if (!(fails = kinds_of(self, name, 2, kinds) < 0))
            self->costs[kinds[0]][kinds[1]] = PyFloat_AsDouble(value);
    at = 0;
    while (!fails && PyDict_Next(alone, &at, &name, &value))
        if (!(fails = kinds_of(self, name, 1, kinds) < 0))
            self->alone[kinds[0]] = PyFloat_AsDouble(value);
    for (at = 0; !fails && at < PyTuple_GET_SIZE(seconds); at++)
        if (!(fails = kinds_of(self, PyTuple_GET_ITEM(seconds, at), 2, kinds) < 0))
            self->seconds[kinds[0]][kinds[1]] = 1;
    for (at = 0; !fails && at < PyUnicode_GET_LENGTH(faints); at++)
        if (!(fails = !(kinds[0] = kind_of(self, PyUnicode_READ_CHAR(faints, at)))))
            self->faints[kinds[0]] = 1;
    for (at = 0; at < PyUnicode_GET_LENGTH(vocal); at++)
        self->vocal[PyUnicode_READ_CHAR(vocal, at) & (LETTERS - 1)] = 1;
    at = 0;
    while (!fails && PyDict_Next(table, &at, &name, &value))
        fails = apart_learn(self, name, value) < 0;
    if (fails || PyErr_Occurred())
        Py_CLEAR(self);
    return (PyObject *)self;
}

PyTypeObject ApartType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Apart",
    .tp_basicsize = sizeof(Apart),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Apart, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = apart_new,
    .tp_doc = "Apart(costs, …): how far two folded spellings are apart, per sound.",
};

/* ---- edits ---- */

/* edits(one, other): see `edits` in person/national.py; None for what is left to Python: words too long. */
PyObject *edits(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "two words");
    Py_ssize_t one = PyUnicode_GET_LENGTH(args[0]), other = PyUnicode_GET_LENGTH(args[1]);
    long row[ROOM + 1];
    if (other > ROOM)
        Py_RETURN_NONE;
    for (Py_ssize_t at = 0; at <= other; at++)
        row[at] = (long)at;
    for (Py_ssize_t at = 1; at <= one; at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(args[0], at - 1);
        long before = row[0];
        row[0] = (long)at;
        for (Py_ssize_t place = 1; place <= other; place++) {
            long changed = before + (letter != PyUnicode_READ_CHAR(args[1], place - 1));
            before = row[place];
            long least = row[place] < row[place - 1] ? row[place] + 1 : row[place - 1] + 1;
            row[place] = changed < least ? changed : least;
        }
    }
    PyObject *found = PyList_New(other + 1);
    for (Py_ssize_t at = 0; found && at <= other; at++) {
        PyObject *many = PyLong_FromLong(row[at]);
        if (many)
            PyList_SET_ITEM(found, at, many);
        else
            Py_CLEAR(found);
    }
    return found;
}
