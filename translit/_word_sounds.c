/* How a word sounds: keys and folded spellings by rules that follow one another (keys.py, skeleton.py, near.py). */
#include "_word.h"
#include <stddef.h>
#include <string.h>

/* ---- Rules: replacements one after another, then each letter as its class, doubled ones once: either classes
 * that follow each other, or, where `twice` says which, letters before they become classes ---- */

typedef struct {
    uint64_t low, high; /* the letters of `find` as bits: a word that lacks one is not searched */
    int size, put_size;
    char find[16], put[16];
} Rule;

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    Rule *rules;
    Py_ssize_t count;
    char classes[128]; /* 0: the letter is left out */
    char silent;       /* a class that parts doubled letters and is not written; 0: none */
    char lettered;     /* are letters looked at for doubled ones, not classes? */
    char twice[128];   /* the letters that are written once where they are doubled */
    char edge;         /* what stands before and after a word, and in none; 0: nothing */
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

static PyObject *rules_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names);

static PyObject *rules_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *pairs;
    const char *classes, *silent, *twice = NULL, *edge = "";
    Py_ssize_t size, silent_size, twice_size = 0, edge_size = 0;
    if (!PyArg_ParseTuple(args, "O!s#s#|z#s#", &PyTuple_Type, &pairs, &classes, &size, &silent, &silent_size, &twice,
                          &twice_size, &edge, &edge_size))
        return NULL;
    if (size != 128 || silent_size > 1 || edge_size > 1)
        return PyErr_Format(PyExc_ValueError, "a class for each of 128 letters, one of them silent, and an edge");
    Rules *self = (Rules *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = rules_call;
    memcpy(self->classes, classes, 128);
    self->silent = silent_size ? silent[0] : 0;
    self->edge = edge_size ? edge[0] : 0;
    self->lettered = twice != NULL;
    for (Py_ssize_t at = 0; at < twice_size; at++)
        self->twice[twice[at] & 127] = 1;
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

/* A word by the rules; None for what is left to Python: not ASCII, too long, with an edge in it, or with nothing left
 * of it. */
static PyObject *rules_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Rules *self = (Rules *)callable;
    PyObject *word = args[0];
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyUnicode_Check(word))
        return PyErr_Format(PyExc_TypeError, "a word");
    Py_ssize_t length = PyUnicode_GET_LENGTH(word);
    if (!PyUnicode_IS_ASCII(word) || length > ROOM - 2 ||
        (self->edge && memchr(PyUnicode_1BYTE_DATA(word), self->edge, length)))
        Py_RETURN_NONE;
    char text[ROOM];
    int size = 0;
    if (self->edge)
        text[size++] = self->edge;
    memcpy(text + size, PyUnicode_1BYTE_DATA(word), length);
    size += (int)length;
    if (self->edge)
        text[size++] = self->edge;
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
    if (self->lettered) {
        for (int at = 0; at < size; at++) {
            char letter = text[at], class = self->classes[(unsigned char)letter];
            if (class && !(letter == last && self->twice[(unsigned char)letter]))
                found[kept++] = class;
            last = letter;
        }
        return PyUnicode_FromStringAndSize(found, kept);
    }
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

PyTypeObject RulesType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Rules",
    .tp_basicsize = sizeof(Rules),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Rules, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = rules_new,
    .tp_dealloc = (destructor)rules_dealloc,
    .tp_doc = "Rules(pairs, classes, silent, twice): a word rewritten, its letters as classes.",
};
