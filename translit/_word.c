/* The loops over the letters of one word, for machines with a compiler (see compiled.py): what the
 * rooms that use them do in Python as well; tests/test_word.py lays the two beside each other. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

#define FORMAT 1 /* as in compiled.py: a module of another source is passed over */
#define ROOM 256 /* letters of the longest word that is written here; longer ones are left to Python */

/* ---- Rules: replacements one after another, then each letter as its class, doubled ones once ---- */

typedef struct {
    uint64_t low, high; /* the letters of `find` as bits: a word that lacks one is not searched */
    int size, put_size;
    char find[16], put[16];
} Rule;

typedef struct {
    PyObject_HEAD
    Rule *rules;
    Py_ssize_t count;
    char classes[128]; /* 0: the letter is left out */
    char silent;       /* a class that parts doubled letters and is not written; 0: none */
} Rules;

static void mark(uint64_t *low, uint64_t *high, unsigned char letter)
{
    if (letter < 64)
        *low |= 1ULL << letter;
    else
        *high |= 1ULL << (letter - 64);
}

static int rule_from(Rule *rule, PyObject *pair)
{
    const char *find, *put;
    Py_ssize_t size, put_size;
    if (!PyArg_ParseTuple(pair, "s#s#", &find, &size, &put, &put_size))
        return -1;
    if (size < 1 || size > (Py_ssize_t)sizeof rule->find || put_size > (Py_ssize_t)sizeof rule->put) {
        PyErr_SetString(PyExc_ValueError, "a rule has one to sixteen letters");
        return -1;
    }
    memset(rule, 0, sizeof *rule);
    memcpy(rule->find, find, size);
    memcpy(rule->put, put, put_size);
    rule->size = (int)size;
    rule->put_size = (int)put_size;
    for (Py_ssize_t at = 0; at < size + put_size; at++) {
        unsigned char letter = (unsigned char)(at < size ? find[at] : put[at - size]);
        if (letter > 127) {
            PyErr_SetString(PyExc_ValueError, "a rule is of ASCII letters");
            return -1;
        }
        if (at < size)
            mark(&rule->low, &rule->high, letter);
    }
    return 0;
}

static PyObject *rules_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *pairs;
    const char *classes, *silent;
    Py_ssize_t size, silent_size;
    if (!PyArg_ParseTuple(args, "O!s#s#", &PyTuple_Type, &pairs, &classes, &size, &silent, &silent_size))
        return NULL;
    if (size != 128 || silent_size > 1)
        return PyErr_Format(PyExc_ValueError, "a class for each of 128 letters, one of them silent");
    Rules *self = (Rules *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    memcpy(self->classes, classes, 128);
    self->silent = silent_size ? silent[0] : 0;
    self->count = PyTuple_GET_SIZE(pairs);
    self->rules = PyMem_Malloc((self->count + 1) * sizeof(Rule));
    if (!self->rules) {
        Py_DECREF(self);
        return PyErr_NoMemory();
    }
    for (Py_ssize_t at = 0; at < self->count; at++)
        if (rule_from(&self->rules[at], PyTuple_GET_ITEM(pairs, at)) < 0) {
            Py_DECREF(self);
            return NULL;
        }
    return (PyObject *)self;
}

static void rules_dealloc(Rules *self)
{
    PyMem_Free(self->rules);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* One replacement over a whole text, as str.replace does it; -1 where the text grows too long. */
static int replaced(const Rule *rule, char *text, int size)
{
    char made[ROOM];
    int to = 0, at = 0, hit = 0;
    while (at < size) {
        char *found = at + rule->size <= size ? memchr(text + at, rule->find[0], size - rule->size + 1 - at) : NULL;
        while (found && memcmp(found, rule->find, rule->size))
            found = memchr(found + 1, rule->find[0], text + size - rule->size + 1 - (found + 1));
        if (!found)
            break;
        int before = (int)(found - (text + at));
        if (to + before + rule->put_size + (size - at - before) > ROOM)
            return -1;
        memcpy(made + to, text + at, before);
        memcpy(made + to + before, rule->put, rule->put_size);
        to += before + rule->put_size;
        at += before + rule->size;
        hit = 1;
    }
    if (!hit)
        return size;
    memcpy(made + to, text + at, size - at);
    to += size - at;
    memcpy(text, made, to);
    return to;
}

/* A word by the rules; None for what is left to Python: not ASCII, too long, or with nothing left of it. */
static PyObject *rules_call(Rules *self, PyObject *args, PyObject *named)
{
    PyObject *word;
    if (!PyArg_ParseTuple(args, "U", &word))
        return NULL;
    Py_ssize_t length = PyUnicode_GET_LENGTH(word);
    if (!PyUnicode_IS_ASCII(word) || length > ROOM)
        Py_RETURN_NONE;
    char text[ROOM];
    int size = (int)length;
    memcpy(text, PyUnicode_1BYTE_DATA(word), size);
    uint64_t low = 0, high = 0;
    for (int at = 0; at < size; at++)
        mark(&low, &high, (unsigned char)text[at]);
    for (const Rule *rule = self->rules, *end = rule + self->count; rule < end; rule++) {
        if ((rule->low & ~low) | (rule->high & ~high))
            continue;
        size = replaced(rule, text, size);
        if (size < 0)
            Py_RETURN_NONE;
        for (int at = 0; at < rule->put_size; at++)
            mark(&low, &high, (unsigned char)rule->put[at]);
    }
    char last = 0, found[ROOM];
    int kept = 0, seen = 0;
    for (int at = 0; at < size; at++) {
        char letter = self->classes[(unsigned char)text[at]];
        if (!letter || letter == last)
            continue;
        seen = 1;
        last = letter;
        if (letter != self->silent)
            found[kept++] = letter;
    }
    if (!seen)
        Py_RETURN_NONE;
    return PyUnicode_FromStringAndSize(found, kept);
}

static PyTypeObject RulesType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Rules",
    .tp_basicsize = sizeof(Rules),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = rules_new,
    .tp_dealloc = (destructor)rules_dealloc,
    .tp_call = (ternaryfunc)rules_call,
    .tp_doc = "Rules(pairs, classes, silent): a word rewritten, its letters as classes.",
};

/* ---- Apart: the least cost of turning one row of sounds into another ---- */

typedef struct {
    PyObject_HEAD
    uint8_t codes[65536]; /* the number of each sound that has a cost of its own; 0: none */
    double *costs;        /* of each pair of numbers */
    int kinds;
    double other;         /* what any other pair costs */
} Apart;

static PyObject *apart_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *pairs, *name, *value;
    double other;
    if (!PyArg_ParseTuple(args, "O!d", &PyDict_Type, &pairs, &other))
        return NULL;
    Apart *self = (Apart *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->kinds = 1;
    self->other = other;
    Py_ssize_t at = 0;
    while (PyDict_Next(pairs, &at, &name, &value)) {
        if (!PyUnicode_Check(name) || PyUnicode_GET_LENGTH(name) != 2 || !PyFloat_Check(value)) {
            Py_DECREF(self);
            return PyErr_Format(PyExc_ValueError, "two sounds and what they cost");
        }
        for (int side = 0; side < 2; side++) {
            Py_UCS4 sound = PyUnicode_READ_CHAR(name, side);
            if (sound > 0xffff || self->kinds > 254) {
                Py_DECREF(self);
                return PyErr_Format(PyExc_ValueError, "too many sounds");
            }
            if (!self->codes[sound])
                self->codes[sound] = (uint8_t)self->kinds++;
        }
    }
    self->costs = PyMem_Malloc((size_t)self->kinds * self->kinds * sizeof(double));
    if (!self->costs) {
        Py_DECREF(self);
        return PyErr_NoMemory();
    }
    for (int pair = 0; pair < self->kinds * self->kinds; pair++)
        self->costs[pair] = other;
    at = 0;
    while (PyDict_Next(pairs, &at, &name, &value)) {
        int one = self->codes[PyUnicode_READ_CHAR(name, 0)], two = self->codes[PyUnicode_READ_CHAR(name, 1)];
        self->costs[one * self->kinds + two] = PyFloat_AS_DOUBLE(value);
    }
    return (PyObject *)self;
}

static void apart_dealloc(Apart *self)
{
    PyMem_Free(self->costs);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* The sounds of a word, their numbers, and what each costs that the other has not. */
static int sounds_of(Apart *self, PyObject *word, PyObject *weights, Py_UCS4 *sounds, uint8_t *codes, double *costs)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(word);
    if (PyList_GET_SIZE(weights) != size) {
        PyErr_SetString(PyExc_ValueError, "a weight for each sound");
        return -1;
    }
    for (Py_ssize_t at = 0; at < size; at++) {
        sounds[at] = PyUnicode_READ_CHAR(word, at);
        codes[at] = sounds[at] > 0xffff ? 0 : self->codes[sounds[at]];
        costs[at] = PyFloat_AsDouble(PyList_GET_ITEM(weights, at));
        if (costs[at] == -1.0 && PyErr_Occurred())
            return -1;
    }
    return 0;
}

static PyObject *apart_call(Apart *self, PyObject *args, PyObject *named)
{
    PyObject *left, *right, *losses, *gains;
    if (!PyArg_ParseTuple(args, "UUO!O!", &left, &right, &PyList_Type, &losses, &PyList_Type, &gains))
        return NULL;
    Py_ssize_t rows = PyUnicode_GET_LENGTH(left), columns = PyUnicode_GET_LENGTH(right);
    if (rows > ROOM || columns > ROOM)
        Py_RETURN_NONE;
    Py_UCS4 one[ROOM], two[ROOM];
    uint8_t ones[ROOM], twos[ROOM];
    double lost[ROOM], gained[ROOM], row[ROOM + 1];
    if (sounds_of(self, left, losses, one, ones, lost) < 0 || sounds_of(self, right, gains, two, twos, gained) < 0)
        return NULL;
    row[0] = 0.0;
    for (Py_ssize_t to = 0; to < columns; to++)
        row[to + 1] = row[to] + gained[to];
    for (Py_ssize_t at = 0; at < rows; at++) {
        const double *known = self->costs + ones[at] * self->kinds;
        double diagonal = row[0], loss = lost[at];
        row[0] = diagonal + loss;
        for (Py_ssize_t to = 0; to < columns; to++) {
            double cost = diagonal + (one[at] == two[to] ? 0.0 : known[twos[to]]);
            diagonal = row[to + 1];
            if (diagonal + loss < cost)
                cost = diagonal + loss;
            if (row[to] + gained[to] < cost)
                cost = row[to] + gained[to];
            row[to + 1] = cost;
        }
    }
    return PyFloat_FromDouble(row[columns]);
}

static PyTypeObject ApartType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Apart",
    .tp_basicsize = sizeof(Apart),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = apart_new,
    .tp_dealloc = (destructor)apart_dealloc,
    .tp_call = (ternaryfunc)apart_call,
    .tp_doc = "Apart(costs, other): the least cost of turning one row of sounds into another.",
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_word", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__word(void)
{
    if (PyType_Ready(&RulesType) < 0 || PyType_Ready(&ApartType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    if (!made)
        return NULL;
    if (PyModule_AddObjectRef(made, "Rules", (PyObject *)&RulesType) < 0 ||
        PyModule_AddObjectRef(made, "Apart", (PyObject *)&ApartType) < 0 ||
        PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0) {
        Py_DECREF(made);
        return NULL;
    }
    return made;
}
