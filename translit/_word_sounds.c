/* How a word sounds: keys and folded spellings by rules that follow one another (keys.py, skeleton.py, near.py), and
 * how far two folded spellings are apart (arabic/near.py). */
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

/* edits(one, other): see `edits` in person/slavic/national.py; None for what is left to Python: words too long. */
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
