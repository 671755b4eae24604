/* The loops over the letters of one word, for machines with a compiler (see compiled.py): what the
 * rooms that use them do in Python as well; tests/test_word.py lays the two beside each other. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define FORMAT 15 /* as in compiled.py: a module of another source is passed over */
#define ROOM 256 /* letters of the longest word that is written here; longer ones are left to Python */
#define LETTERS 65536 /* those beyond are left to Python */

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

static PyTypeObject RulesType = {
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

static PyTypeObject ApartType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Apart",
    .tp_basicsize = sizeof(Apart),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Apart, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = apart_new,
    .tp_doc = "Apart(costs, …): how far two folded spellings are apart, per sound.",
};

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

static PyTypeObject SumsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Sums",
    .tp_basicsize = sizeof(Sums),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = sums_new,
    .tp_dealloc = (destructor)sums_dealloc,
    .tp_methods = sums_methods,
    .tp_doc = "Sums(weights, columns): what the pieces of a word weigh together.",
};

/* ---- Writer: each symbol of a text as it is written between its neighbours ---- */

typedef struct { /* letters that are one symbol */
    PyObject *find; /* bytes, of what their letters are by themselves */
    uint8_t symbol;
} Join;

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *anywhere[256]; /* what a symbol becomes wherever it stands; NULL: its neighbours have a say */
    uint32_t *keys;          /* three symbols as one number, and one more; 0: none */
    PyObject **puts;
    size_t room, used; /* room is a power of two */
    uint8_t *codes[256]; /* of letters up to U+FFFF, a page each; 0: no symbol is written so */
    Join *joins;
    Py_ssize_t many; /* of them */
} Writer;

static int writer_learn(Writer *self, PyObject *letters, PyObject *joins)
{
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(letters); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(letters, at);
        if (letter > 0xFFFF || at > 254)
            return PyErr_SetString(PyExc_ValueError, "up to 255 letters"), -1;
        uint8_t **page = self->codes + (letter >> 8);
        if (!*page && !(*page = PyMem_Calloc(256, 1)))
            return PyErr_NoMemory(), -1;
        (*page)[letter & 255] = (uint8_t)(at + 1);
    }
    self->joins = PyMem_Calloc((size_t)PyList_GET_SIZE(joins) + 1, sizeof *self->joins);
    if (!self->joins)
        return PyErr_NoMemory(), -1;
    for (; self->many < PyList_GET_SIZE(joins); self->many++) {
        Join *join = self->joins + self->many;
        PyObject *find;
        const char *symbol;
        Py_ssize_t size;
        if (!PyArg_ParseTuple(PyList_GET_ITEM(joins, self->many), "Sy#", &find, &symbol, &size))
            return -1;
        if (PyBytes_GET_SIZE(find) < 2 || size != 1)
            return PyErr_SetString(PyExc_ValueError, "letters that are one symbol"), -1;
        *join = (Join){Py_NewRef(find), (uint8_t)*symbol};
    }
    return 0;
}

/* A text as its symbols, which may be as many as its letters; how many they are, -1 where a letter has none. */
static Py_ssize_t coded(const Writer *self, PyObject *text, uint8_t *symbols)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    int kind = PyUnicode_KIND(text);
    const void *letters = PyUnicode_DATA(text);
    uint64_t met[4] = {0}; /* a bit for each symbol */
    for (Py_ssize_t at = 0; at < size; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, letters, at);
        const uint8_t *page = letter > 0xFFFF ? NULL : self->codes[letter >> 8];
        uint8_t symbol = symbols[at] = page ? page[letter & 255] : 0;
        if (!symbol && letter)
            return -1;
        met[symbol >> 6] |= 1ULL << (symbol & 63);
    }
    for (const Join *join = self->joins; join < self->joins + self->many; join++) {
        const char *find = PyBytes_AS_STRING(join->find);
        Py_ssize_t to = 0, many = PyBytes_GET_SIZE(join->find);
        uint8_t first = (uint8_t)find[0], second = (uint8_t)find[1];
        if (!(met[first >> 6] >> (first & 63) & 1) || !(met[second >> 6] >> (second & 63) & 1))
            continue;
        met[join->symbol >> 6] |= 1ULL << (join->symbol & 63);
        for (Py_ssize_t at = 0; at < size;) {
            int hit = at + many <= size && !memcmp(symbols + at, find, (size_t)many);
            symbols[to++] = hit ? join->symbol : symbols[at];
            at += hit ? many : 1;
        }
        size = to;
    }
    return size;
}

static PyObject *writer_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names);

static PyObject *writer_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *anywhere, *letters, *joins;
    if (!PyArg_ParseTuple(args, "O!UO!", &PyList_Type, &anywhere, &letters, &PyList_Type, &joins))
        return NULL;
    if (PyList_GET_SIZE(anywhere) > 256)
        return PyErr_Format(PyExc_ValueError, "up to 256 symbols");
    Writer *self = (Writer *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(anywhere); at++) {
        PyObject *put = PyList_GET_ITEM(anywhere, at);
        if (PyUnicode_Check(put))
            self->anywhere[at] = Py_NewRef(put);
    }
    self->call = writer_call;
    self->room = 512;
    self->keys = PyMem_Calloc(self->room, sizeof *self->keys);
    self->puts = PyMem_Calloc(self->room, sizeof *self->puts);
    if (!self->keys || !self->puts || writer_learn(self, letters, joins) < 0) {
        Py_DECREF(self);
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    }
    return (PyObject *)self;
}

static void writer_dealloc(Writer *self)
{
    for (int at = 0; at < 256; at++)
        PyMem_Free(self->codes[at]);
    for (Py_ssize_t at = 0; at < self->many; at++)
        Py_DECREF(self->joins[at].find);
    PyMem_Free(self->joins);
    for (int at = 0; at < 256; at++)
        Py_XDECREF(self->anywhere[at]);
    for (size_t at = 0; self->puts && at < self->room; at++)
        Py_XDECREF(self->puts[at]);
    PyMem_Free(self->keys);
    PyMem_Free(self->puts);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static size_t put_slot(const uint32_t *keys, size_t room, uint32_t key)
{
    size_t at = (key * 0x9E3779B1u >> 8) & (room - 1);
    while (keys[at] && keys[at] != key)
        at = (at + 1) & (room - 1);
    return at;
}

static int writer_widen(Writer *self)
{
    size_t room = 2 * self->room;
    uint32_t *keys = PyMem_Calloc(room, sizeof *keys);
    PyObject **puts = PyMem_Calloc(room, sizeof *puts);
    if (!keys || !puts) {
        PyMem_Free(keys);
        PyMem_Free(puts);
        PyErr_NoMemory();
        return -1;
    }
    for (size_t at = 0; at < self->room; at++)
        if (self->keys[at]) {
            size_t to = put_slot(keys, room, self->keys[at]);
            keys[to] = self->keys[at];
            puts[to] = self->puts[at];
        }
    PyMem_Free(self->keys);
    PyMem_Free(self->puts);
    self->keys = keys;
    self->puts = puts;
    self->room = room;
    return 0;
}

/* What a symbol becomes between two others, asked for at the first meeting; borrowed. */
static PyObject *writer_put(Writer *self, PyObject *ask, uint8_t left, uint8_t here, uint8_t right)
{
    if (self->anywhere[here])
        return self->anywhere[here];
    uint32_t key = ((uint32_t)left << 16 | (uint32_t)here << 8 | right) + 1;
    size_t at = put_slot(self->keys, self->room, key);
    if (self->keys[at])
        return self->puts[at];
    PyObject *put = PyObject_CallFunction(ask, "iii", left, here, right);
    if (put && !PyUnicode_Check(put)) {
        PyErr_SetString(PyExc_TypeError, "a symbol becomes a text");
        Py_CLEAR(put);
    }
    if (!put || (2 * self->used >= self->room && writer_widen(self) < 0)) {
        Py_XDECREF(put);
        return NULL;
    }
    at = put_slot(self->keys, self->room, key);
    if (self->keys[at]) {
        Py_DECREF(put); /* another thread was told meanwhile, and what it was told is in use */
        return self->puts[at];
    }
    self->used++;
    self->keys[at] = key;
    return self->puts[at] = put;
}

typedef struct { /* the symbols of a text; `many` holds those of a long one */
    uint8_t few[ROOM], *many, *at;
    Py_ssize_t size; /* -1 where a letter has no symbol, or memory ends */
} Coded;

static void code(const Writer *self, PyObject *text, Coded *found)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    found->many = size > ROOM ? PyMem_Malloc((size_t)size) : NULL;
    found->at = size > ROOM ? found->many : found->few;
    found->size = found->at ? coded(self, text, found->at) : (PyErr_NoMemory(), -1);
}

static PyObject *put_of(Writer *self, PyObject *ask, const Coded *text, Py_ssize_t at)
{
    uint8_t right = at + 1 < text->size ? text->at[at + 1] : 0;
    return writer_put(self, ask, at ? text->at[at - 1] : 0, text->at[at], right);
}

/* writer(text, ask): the text as it is written; None where a letter has no symbol. */
static PyObject *writer_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Writer *self = (Writer *)callable;
    PyObject *few[ROOM], **puts = few, *made = NULL;
    if (PyVectorcall_NARGS(flags) != 2 || names || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "a text, and whom to ask");
    PyObject *text = args[0], *ask = args[1];
    Coded found;
    code(self, text, &found);
    Py_ssize_t size = found.size, total = 0;
    Py_UCS4 most = 127;
    if (size < 0 && !PyErr_Occurred())
        made = Py_NewRef(Py_None);
    if (size > ROOM && !(puts = PyMem_Malloc((size_t)size * sizeof *puts)))
        PyErr_NoMemory();
    int fails = size < 0 || !puts;
    for (Py_ssize_t at = 0; at < size && !fails; at++) {
        puts[at] = put_of(self, ask, &found, at);
        fails = !puts[at];
        if (fails)
            break;
        total += PyUnicode_GET_LENGTH(puts[at]);
        Py_UCS4 own = PyUnicode_MAX_CHAR_VALUE(puts[at]);
        most = own > most ? own : most;
    }
    if (!fails)
        made = PyUnicode_New(total, most);
    for (Py_ssize_t at = 0, to = 0; !fails && made && at < size; at++) {
        Py_ssize_t own = PyUnicode_GET_LENGTH(puts[at]);
        if (own && PyUnicode_CopyCharacters(made, to, puts[at], 0, own) < 0)
            Py_CLEAR(made);
        to += own;
    }
    if (puts != few)
        PyMem_Free(puts);
    PyMem_Free(found.many);
    return made;
}

/* Whether a text is written as another stands: 1 or 0; -1 where a letter has no symbol, or with an error. */
static int is_written(Writer *self, PyObject *text, PyObject *written, PyObject *ask)
{
    Coded found;
    code(self, text, &found);
    Py_ssize_t whole = PyUnicode_GET_LENGTH(written), to = 0;
    int same = found.size >= 0;
    for (Py_ssize_t at = 0; same && at < found.size; at++) {
        PyObject *put = put_of(self, ask, &found, at);
        Py_ssize_t own = put ? PyUnicode_GET_LENGTH(put) : 0;
        same = put && own <= whole - to;
        for (Py_ssize_t one = 0; same && one < own; one++)
            same = PyUnicode_READ_CHAR(put, one) == PyUnicode_READ_CHAR(written, to + one);
        to += own;
    }
    PyMem_Free(found.many);
    return found.size < 0 || PyErr_Occurred() ? -1 : same && to == whole;
}

/* writes(text, written, ask): whether a text is written as another stands; None where a letter has no symbol. */
static PyObject *writer_writes(Writer *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "a text, another, and whom to ask");
    int same = is_written(self, args[0], args[1], args[2]);
    if (PyErr_Occurred())
        return NULL;
    return same < 0 ? Py_NewRef(Py_None) : PyBool_FromLong(same);
}

static PyMethodDef writer_methods[] = {
    {"writes", (PyCFunction)(void (*)(void))writer_writes, METH_FASTCALL, "Whether a text is written as another stands."},
    {NULL, NULL, 0, NULL}};

static PyTypeObject WriterType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Writer",
    .tp_basicsize = sizeof(Writer),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Writer, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = writer_new,
    .tp_dealloc = (destructor)writer_dealloc,
    .tp_methods = writer_methods,
    .tp_doc = "Writer(anywhere, letters, joins): writes texts; called with one and with whom to ask for three symbols.",
};

/* ---- Speller: whether a writer writes a text as another stands ---- */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    Writer *writer;
    PyObject *ask, *rest; /* of three symbols; of texts with a letter that has no symbol */
} Speller;

static PyTypeObject SpellerType;

static PyObject *speller_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Speller *self = (Speller *)callable;
    if (PyVectorcall_NARGS(flags) != 2 || names || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "a text, and how it may be written");
    int same = is_written(self->writer, args[0], args[1], self->ask);
    if (PyErr_Occurred())
        return NULL;
    return same < 0 ? PyObject_Vectorcall(self->rest, args, 2, NULL) : PyBool_FromLong(same);
}

static PyObject *speller_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *writer, *ask, *rest;
    if (!PyArg_ParseTuple(args, "O!OO", &WriterType, &writer, &ask, &rest))
        return NULL;
    Speller *self = (Speller *)type->tp_alloc(type, 0);
    if (self) {
        self->call = speller_call;
        self->writer = (Writer *)Py_NewRef(writer);
        self->ask = Py_NewRef(ask);
        self->rest = Py_NewRef(rest);
    }
    return (PyObject *)self;
}

static void speller_dealloc(Speller *self)
{
    Py_XDECREF(self->writer);
    Py_XDECREF(self->ask);
    Py_XDECREF(self->rest);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyTypeObject SpellerType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Speller",
    .tp_basicsize = sizeof(Speller),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Speller, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = speller_new,
    .tp_dealloc = (destructor)speller_dealloc,
    .tp_doc = "Speller(writer, ask, rest): tells whether a text is written as another stands.",
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

static PyTypeObject OddsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Odds",
    .tp_basicsize = sizeof(Odds),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Odds, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = odds_new,
    .tp_doc = "Odds(ways, wide): the likeliest way to choose, and the share of those that agree with it.",
};

/* ---- what is left to Python ---- */

static PyObject *left_to(PyObject *rest, PyObject *text)
{
    return rest == Py_None ? Py_NewRef(Py_None) : PyObject_CallOneArg(rest, text);
}

/* ---- Scripts: which script most letters of a text are in ---- */

#define SCRIPTS 16

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *ask;            /* of a letter: its script, "" for what is none */
    PyObject *rest;           /* of a text with letters beyond the table; or None */
    PyObject *names[SCRIPTS]; /* of the scripts met */
    int count;
    uint8_t of[LETTERS];      /* the number of each letter's script, from 1; 0: not asked yet */
} Scripts;

/* The number of a letter's script; 0 with an error. */
static int script_at(Scripts *self, Py_UCS4 letter)
{
    if (self->of[letter])
        return self->of[letter];
    PyObject *mark = PyUnicode_FromOrdinal((int)letter), *name = mark ? PyObject_CallOneArg(self->ask, mark) : NULL;
    int at = 0, same = 0;
    while (name && at < self->count && !(same = PyObject_RichCompareBool(self->names[at], name, Py_EQ)))
        at++;
    if (name && at == self->count && at < SCRIPTS && PyUnicode_Check(name))
        self->names[self->count++] = Py_NewRef(name);
    Py_XDECREF(mark);
    Py_XDECREF(name);
    if (!name || same < 0 || at == self->count) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "a letter has one of few scripts");
        return 0;
    }
    return self->of[letter] = (uint8_t)(at + 1);
}

/* scripts(text): its script; what the rest says, or None, where a letter is beyond the table. */
static PyObject *scripts_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Scripts *self = (Scripts *)callable;
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "a text");
    Py_ssize_t counts[SCRIPTS + 1] = {0}, size = PyUnicode_GET_LENGTH(args[0]);
    int order[SCRIPTS], many = 0, kind = PyUnicode_KIND(args[0]);
    const void *text = PyUnicode_DATA(args[0]);
    for (Py_ssize_t at = 0; at < size; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, text, at);
        if (letter >= LETTERS)
            return left_to(self->rest, args[0]);
        int script = script_at(self, letter);
        if (!script)
            return NULL;
        if (!counts[script]++ && PyUnicode_GET_LENGTH(self->names[script - 1]))
            order[many++] = script;
        if (many && PyUnicode_IS_ASCII(args[0]))
            break; /* all its letters are of one script */
    }
    int best = many ? order[0] : 0;
    for (int at = 1; at < many; at++)
        best = counts[order[at]] > counts[best] ? order[at] : best;
    return best ? Py_NewRef(self->names[best - 1]) : PyUnicode_New(0, 0);
}

static PyObject *scripts_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *ask, *rest = Py_None;
    if (!PyArg_ParseTuple(args, "O|O", &ask, &rest))
        return NULL;
    Scripts *self = (Scripts *)type->tp_alloc(type, 0);
    if (self) {
        self->call = scripts_call;
        self->ask = Py_NewRef(ask);
        self->rest = Py_NewRef(rest);
    }
    return (PyObject *)self;
}

static void scripts_dealloc(Scripts *self)
{
    for (int at = 0; at < self->count; at++)
        Py_DECREF(self->names[at]);
    Py_XDECREF(self->ask);
    Py_XDECREF(self->rest);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyTypeObject ScriptsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Scripts",
    .tp_basicsize = sizeof(Scripts),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Scripts, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = scripts_new,
    .tp_dealloc = (destructor)scripts_dealloc,
    .tp_doc = "Scripts(ask, rest): the script of a text, by that of each letter, which is asked once.",
};

/* ---- Letterwise: a text whose every letter becomes what it becomes alone ---- */

#define ALONE 0x2040 /* letters beyond are left to Python, as those that may compose with the next */
#define PUT 5        /* letters that one letter becomes, at most */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *ask;         /* of a letter: what it becomes */
    PyObject *rest;        /* of a text that is not made letter by letter; or None */
    int8_t sizes[ALONE];   /* of that, from 1 for nothing; 0: not asked yet */
    Py_UCS4 put[ALONE][PUT];
} Letterwise;

static int put_at(Letterwise *self, Py_UCS4 letter)
{
    PyObject *mark = PyUnicode_FromOrdinal((int)letter), *put = mark ? PyObject_CallOneArg(self->ask, mark) : NULL;
    Py_ssize_t size = put && PyUnicode_Check(put) ? PyUnicode_GET_LENGTH(put) : -1;
    if (size >= 0 && size <= PUT) {
        for (Py_ssize_t at = 0; at < size; at++)
            self->put[letter][at] = PyUnicode_READ_CHAR(put, at);
        self->sizes[letter] = (int8_t)(size + 1);
    } else if (!PyErr_Occurred())
        PyErr_SetString(PyExc_ValueError, "a letter becomes a few letters");
    Py_XDECREF(mark);
    Py_XDECREF(put);
    return self->sizes[letter] ? 0 : -1;
}

static int stands_alone(Py_UCS4 letter)
{
    return letter < 0x900 || (letter >= 0x1E00 && letter < 0x2000) || (letter >= 0x2010 && letter < ALONE);
}

/* letterwise(text): what it becomes; what the rest says, or None, where a letter does not stand alone, or the text
 * is long. */
static PyObject *letterwise_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Letterwise *self = (Letterwise *)callable;
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "a text");
    Py_ssize_t size = PyUnicode_GET_LENGTH(args[0]), used = 0;
    int kind = PyUnicode_KIND(args[0]);
    const void *text = PyUnicode_DATA(args[0]);
    Py_UCS4 made[PUT * ROOM];
    if (size > ROOM)
        return left_to(self->rest, args[0]);
    for (Py_ssize_t at = 0; at < size; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, text, at);
        if (!stands_alone(letter))
            return left_to(self->rest, args[0]);
        if (!self->sizes[letter] && put_at(self, letter) < 0)
            return NULL;
        for (int one = 0; one < self->sizes[letter] - 1; one++)
            made[used++] = self->put[letter][one];
    }
    return PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, made, used);
}

static PyObject *letterwise_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *ask, *rest = Py_None;
    if (!PyArg_ParseTuple(args, "O|O", &ask, &rest))
        return NULL;
    Letterwise *self = (Letterwise *)type->tp_alloc(type, 0);
    if (self) {
        self->call = letterwise_call;
        self->ask = Py_NewRef(ask);
        self->rest = Py_NewRef(rest);
    }
    return (PyObject *)self;
}

static void letterwise_dealloc(Letterwise *self)
{
    Py_XDECREF(self->ask);
    Py_XDECREF(self->rest);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyTypeObject LetterwiseType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Letterwise",
    .tp_basicsize = sizeof(Letterwise),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Letterwise, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = letterwise_new,
    .tp_dealloc = (destructor)letterwise_dealloc,
    .tp_doc = "Letterwise(ask, rest): a text letter by letter; what each becomes is asked once.",
};

/* ---- Plain: texts that need no cleaning ---- */

#define ALPHABETS 8

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    uint8_t alphabets[LETTERS]; /* a bit for each alphabet that has a letter */
} Plain;

/* plain(text): is it in the letters of one alphabet, parted by single blanks, a letter at both ends? */
static PyObject *plain_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Plain *self = (Plain *)callable;
    PyObject *text = args[0];
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text");
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    int kind = PyUnicode_KIND(text), left = (1 << ALPHABETS) - 1;
    const void *letters = PyUnicode_DATA(text);
    if (!size || !Py_UNICODE_ISALPHA(PyUnicode_READ(kind, letters, 0)) ||
        !Py_UNICODE_ISALPHA(PyUnicode_READ(kind, letters, size - 1)))
        Py_RETURN_FALSE;
    Py_UCS4 last = 0;
    for (Py_ssize_t at = 0; at < size && left; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, letters, at);
        left = letter < LETTERS && (letter != ' ' || last != ' ') ? left & self->alphabets[letter] : 0;
        last = letter;
    }
    return PyBool_FromLong(left);
}

static PyObject *plain_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *alphabets;
    if (!PyArg_ParseTuple(args, "O!", &PyTuple_Type, &alphabets))
        return NULL;
    if (PyTuple_GET_SIZE(alphabets) > ALPHABETS)
        return PyErr_Format(PyExc_ValueError, "up to eight alphabets");
    Plain *self = (Plain *)type->tp_alloc(type, 0);
    if (self)
        self->call = plain_call;
    for (Py_ssize_t at = 0; self && at < PyTuple_GET_SIZE(alphabets); at++) {
        PyObject *letters = PyTuple_GET_ITEM(alphabets, at);
        for (Py_ssize_t one = 0; PyUnicode_Check(letters) && one < PyUnicode_GET_LENGTH(letters); one++)
            self->alphabets[PyUnicode_READ_CHAR(letters, one) & (LETTERS - 1)] |= (uint8_t)(1 << at);
    }
    return (PyObject *)self;
}

static PyTypeObject PlainType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Plain",
    .tp_basicsize = sizeof(Plain),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Plain, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = plain_new,
    .tp_doc = "Plain(alphabets): knows texts that are words in the letters of one of them.",
};

/* ---- the words of a text ---- */

static int is_cut(Py_UCS4 letter)
{
    return letter == '.' || letter == ',' || letter == ';' || letter == 0x60C || Py_UNICODE_ISSPACE(letter);
}

/* parted(text): its words; None where more than blanks parts them, or one that is not all in capitals ends in
 * one: initials may be glued to it. */
static PyObject *parted(PyObject *module, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text");
    Py_ssize_t size = PyUnicode_GET_LENGTH(text), starts[ROOM], ends[ROOM], count = 0;
    int kind = PyUnicode_KIND(text), inside = 0, small = 0, large = 0;
    const void *letters = PyUnicode_DATA(text);
    if (size > ROOM)
        Py_RETURN_NONE;
    for (Py_ssize_t at = 0; at <= size; at++) {
        Py_UCS4 letter = at < size ? PyUnicode_READ(kind, letters, at) : ' ';
        if (letter == ' ') {
            if (inside && small && large)
                Py_RETURN_NONE;
            if (inside)
                ends[count++] = at;
            inside = 0;
            continue;
        }
        if (!inside) {
            starts[count] = at;
            inside = 1;
            small = 0;
        }
        if (is_cut(letter))
            Py_RETURN_NONE;
        large = Py_UNICODE_ISUPPER(letter);
        small |= !large;
    }
    PyObject *found = PyTuple_New(count);
    for (Py_ssize_t at = 0; found && at < count; at++) {
        PyObject *word = PyUnicode_Substring(text, starts[at], ends[at]);
        if (word)
            PyTuple_SET_ITEM(found, at, word);
        else
            Py_CLEAR(found);
    }
    return found;
}

/* ---- Ways: all words that the pieces of a spelling may stand for, each piece by what stands before it ---- */

#define AFTER_WHAT 3 /* after a consonant, after a vowel, at the start */
#define PUTS 2048    /* slots for pieces, a power of two */
#define WIDEST 7     /* letters of a piece */
#define MOST_WAYS 64 /* of a spelling; one with more is doubtful */

typedef struct {
    uint64_t key;                        /* the place and the letters of the piece; 0: none */
    PyObject *ways, *softened, *perhaps; /* tuples of words: as a rule, and before consonants where `soft` */
    int soft, doubt, vocal;              /* its last letter if that may be soft; doubts; a vowel to what follows? */
} Put;

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    Put puts[PUTS];
    int used;
} Ways;

typedef struct { /* what one piece of a spelling may stand for: some words, or a letter that stands for itself */
    PyObject *ways;
    Py_UCS4 letter;
    Py_ssize_t many;
} Choice;

static Put *put_at_key(Ways *self, uint64_t key)
{
    size_t at = (size_t)((key ^ key >> 31) * 0x9E3779B97F4A7C15ULL >> 40) & (PUTS - 1);
    while (self->puts[at].key && self->puts[at].key != key)
        at = (at + 1) & (PUTS - 1);
    return self->puts + at;
}

/* Learn a piece: (place, letters, ways, softened, perhaps, soft, doubt, vocal). */
static int ways_learn(Ways *self, PyObject *told)
{
    int place;
    const char *piece;
    Py_ssize_t size;
    Put put;
    if (!PyArg_ParseTuple(told, "is#O!O!O!iii", &place, &piece, &size, &PyTuple_Type, &put.ways, &PyTuple_Type,
                          &put.softened, &PyTuple_Type, &put.perhaps, &put.soft, &put.doubt, &put.vocal))
        return -1;
    put.key = (uint64_t)place + 1;
    for (Py_ssize_t at = 0; at < size && at < WIDEST; at++)
        put.key = put.key << 8 | (unsigned char)piece[at];
    Put *found = put_at_key(self, put.key);
    if (place < 0 || place >= AFTER_WHAT || size < 1 || size > WIDEST || found->key || 2 * ++self->used > PUTS)
        return PyErr_SetString(PyExc_ValueError, "a piece has one to seven letters and stands once at a place"), -1;
    Py_INCREF(put.ways);
    Py_INCREF(put.softened);
    Py_INCREF(put.perhaps);
    *found = put;
    return 0;
}

/* The longest piece that stands at a place of a text of ASCII letters; NULL where none does. */
static const Put *put_from(Ways *self, int place, const Py_UCS4 *text, Py_ssize_t rest, Py_ssize_t *size)
{
    uint64_t keys[WIDEST + 1] = {(uint64_t)place + 1};
    Py_ssize_t most = 0;
    for (; most < WIDEST && most < rest && text[most] < 128; most++)
        keys[most + 1] = keys[most] << 8 | text[most];
    for (*size = most; *size; --*size) {
        const Put *put = put_at_key(self, keys[*size]);
        if (put->key)
            return put;
    }
    return NULL;
}

static int is_hard(Py_UCS4 letter)
{
    return letter < 128 && strchr("bcdfghjklmnpqrstvwxz#", (int)letter) != NULL;
}

/* Does a Cyrillic letter count as a vowel to the piece after it: ё, э, ю, я and the signs? */
static int is_vocal(Py_UCS4 letter)
{
    return letter == 0x451 || letter == 0x44A || letter == 0x44C || (letter >= 0x44D && letter <= 0x44F);
}

static int is_before_soft_l(const Py_UCS4 *text)
{
    return *text == 'n' || *text == 's' || *text == 'c' || (text[0] == 't' && text[1] == 's');
}

/* The words of one choice for each piece, the last piece's changing first. */
static PyObject *ways_joined(const Choice *choices, Py_ssize_t count, Py_ssize_t many)
{
    PyObject *found = PyList_New(many);
    for (Py_ssize_t way = 0; found && way < many; way++) {
        Py_UCS4 made[ROOM];
        Py_ssize_t used = 0, left = many;
        for (const Choice *choice = choices; choice < choices + count; choice++) {
            left /= choice->many;
            PyObject *put = choice->ways ? PyTuple_GET_ITEM(choice->ways, way / left % choice->many) : NULL;
            Py_ssize_t size = put ? PyUnicode_GET_LENGTH(put) : 1;
            if (used + size > ROOM) {
                Py_DECREF(found);
                Py_RETURN_NONE;
            }
            for (Py_ssize_t at = 0; at < size; at++)
                made[used++] = put ? PyUnicode_READ_CHAR(put, at) : choice->letter;
        }
        PyObject *word = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, made, used);
        if (word)
            PyList_SET_ITEM(found, way, word);
        else
            Py_CLEAR(found);
    }
    return found;
}

/* ways(text): its words, and what is doubted; none of them where there is doubt; None for what is left to Python.
 * The text is a small spelling and the edge, "#". */
static PyObject *ways_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Ways *self = (Ways *)callable;
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "a text");
    Py_ssize_t size = PyUnicode_GET_LENGTH(args[0]), count = 0, many = 1;
    Py_UCS4 text[ROOM + 2] = {0};
    Choice choices[ROOM];
    if (size > ROOM || !PyUnicode_AsUCS4(args[0], text, ROOM + 2, 1))
        return PyErr_Occurred() ? NULL : Py_NewRef(Py_None);
    int place = AFTER_WHAT - 1, doubt = 0;
    for (Py_ssize_t at = 0, long_; at < size - 1; at += long_) {
        Choice choice = {NULL, text[at], 1};
        const Put *put = put_from(self, place, text + at, size - at, &long_);
        if (!put) {
            if (text[at] < 0x400)
                return Py_BuildValue("([]i)", doubt);
            long_ = 1;
            place = is_vocal(text[at]);
        } else {
            const Py_UCS4 *next = text + at + long_;
            choice.ways = put->ways;
            place = put->vocal;
            if (put->soft && is_hard(*next) && (Py_UCS4)put->soft != *next) {
                int surely = put->soft == 'l' && is_before_soft_l(next);
                choice.ways = surely ? put->softened : put->perhaps;
                place = place || surely;
            }
            choice.many = PyTuple_GET_SIZE(choice.ways);
            doubt |= put->doubt;
        }
        many *= choice.many;
        if (many > MOST_WAYS || !many)
            return Py_BuildValue("([]i)", doubt);
        choices[count++] = choice;
    }
    PyObject *found = ways_joined(choices, count, many);
    return found && found != Py_None ? Py_BuildValue("(Ni)", found, doubt) : found;
}

static void ways_dealloc(Ways *self)
{
    for (int at = 0; at < PUTS; at++)
        if (self->puts[at].key) {
            Py_DECREF(self->puts[at].ways);
            Py_DECREF(self->puts[at].softened);
            Py_DECREF(self->puts[at].perhaps);
        }
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *ways_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *pieces;
    if (!PyArg_ParseTuple(args, "O!", &PyList_Type, &pieces))
        return NULL;
    Ways *self = (Ways *)type->tp_alloc(type, 0);
    if (self)
        self->call = ways_call;
    for (Py_ssize_t at = 0; self && at < PyList_GET_SIZE(pieces); at++)
        if (ways_learn(self, PyList_GET_ITEM(pieces, at)) < 0)
            Py_CLEAR(self);
    return (PyObject *)self;
}

static PyTypeObject WaysType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Ways",
    .tp_basicsize = sizeof(Ways),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Ways, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = ways_new,
    .tp_dealloc = (destructor)ways_dealloc,
    .tp_doc = "Ways(pieces): all words that a spelling may stand for, piece by piece.",
};

/* one_known(words, known, listed): of words, those of a dictionary or a set count as one where only ё tells them
 * apart: the word with е for ё, and as it first stands; two empty texts where none is known, None where several are. */
static PyObject *one_known(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyList_CheckExact(args[0]) || !PyDict_Check(args[1]) || !PyAnySet_Check(args[2]))
        return PyErr_Format(PyExc_TypeError, "a list of words, a dictionary and a set");
    PyObject *yo = PyUnicode_FromOrdinal(0x451), *ye = PyUnicode_FromOrdinal(0x435), *hit = NULL, *form = NULL;
    int several = 0;
    for (Py_ssize_t at = 0; yo && ye && !several && at < PyList_GET_SIZE(args[0]); at++) {
        PyObject *word = PyList_GET_ITEM(args[0], at), *plain = PyUnicode_Replace(word, yo, ye, -1);
        int known = plain ? PyDict_Contains(args[1], plain) : -1;
        if (!known)
            known = PySet_Contains(args[2], plain);
        if (known > 0 && hit)
            several = PyUnicode_Compare(hit, plain) != 0;
        else if (known > 0) {
            hit = Py_NewRef(plain);
            form = Py_NewRef(word);
        }
        Py_XDECREF(plain);
        if (known < 0)
            break;
    }
    PyObject *found = NULL;
    if (!PyErr_Occurred())
        found = several ? Py_NewRef(Py_None) : hit ? PyTuple_Pack(2, hit, form) : Py_BuildValue("(ss)", "", "");
    Py_XDECREF(yo);
    Py_XDECREF(ye);
    Py_XDECREF(hit);
    Py_XDECREF(form);
    return found;
}

/* ---- what a word may be in Russian letters (person/natives.py) ---- */

/* Is a word another with е for ё? */
static int is_bare_of(PyObject *word, PyObject *bare)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(word);
    if (size != PyUnicode_GET_LENGTH(bare))
        return 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(word, at);
        if ((letter == 0x451 ? 0x435 : letter) != PyUnicode_READ_CHAR(bare, at))
            return 0;
    }
    return 1;
}

/* readings(forms, most, national): pairs of a share and a word of as many forms, which are pairs of a word and its
 * share, those that are not in Cyrillic left out; None where a word has a national letter. */
static PyObject *readings(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyTuple_CheckExact(args[0]) || !PyLong_Check(args[1]) || !PyUnicode_Check(args[2]))
        return PyErr_Format(PyExc_TypeError, "forms, how many, and letters");
    Py_ssize_t most = PyLong_AsSsize_t(args[1]);
    PyObject *found = PyList_New(0);
    for (Py_ssize_t at = 0; found && at < PyTuple_GET_SIZE(args[0]) && at < most; at++) {
        PyObject *form = PyTuple_GET_ITEM(args[0], at);
        PyObject *word = PyTuple_CheckExact(form) && PyTuple_GET_SIZE(form) == 2 ? PyTuple_GET_ITEM(form, 0) : NULL;
        if (!word || !PyUnicode_Check(word)) {
            PyErr_Format(PyExc_TypeError, "a form is a word and its share");
            Py_CLEAR(found);
            break;
        }
        Py_ssize_t size = PyUnicode_GET_LENGTH(word);
        Py_UCS4 first = size ? PyUnicode_READ_CHAR(word, 0) : 0;
        if (first < 0x400 || first >= 0x530)
            continue;
        for (Py_ssize_t one = 0; one < size; one++)
            if (PyUnicode_FindChar(args[2], PyUnicode_READ_CHAR(word, one), 0, PyUnicode_GET_LENGTH(args[2]), 1) >= 0) {
                Py_DECREF(found);
                Py_RETURN_NONE;
            }
        PyObject *pair = PyTuple_Pack(2, PyTuple_GET_ITEM(form, 1), word);
        if (!pair || PyList_Append(found, pair) < 0)
            Py_CLEAR(found);
        Py_XDECREF(pair);
    }
    return found;
}

/* What a form gains by being written as the text has it: 1 where no scheme writes it so; -1 with an error. */
static double literal_gain(PyObject *word, PyObject *plain, PyObject *hands, double marked, double unmarked,
                           PyObject *keeps)
{
    double worth = 1.0;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(hands); at++) {
        PyObject *hand = PyTuple_GET_ITEM(hands, at), *both[2] = {word, plain};
        PyObject *told = PyObject_Vectorcall(PyTuple_GET_ITEM(hand, 1), both, 2, NULL);
        int same = told ? PyObject_IsTrue(told) : -1;
        Py_XDECREF(told);
        if (same > 0) {
            PyObject *how[2] = {word, PyTuple_GET_ITEM(hand, 0)};
            told = PyObject_Vectorcall(keeps, how, 2, NULL);
            int kept = told ? PyObject_IsTrue(told) : -1;
            Py_XDECREF(told);
            if (kept > 0)
                return marked;
            same = kept < 0 ? -1 : same;
            worth = unmarked;
        }
        if (same < 0)
            return -1;
    }
    return worth;
}

/* literally(found, plain, just, soft, hands, (marked, unmarked, spelt, most), keeps): see `_literally` in natives.py,
 * which changes the list as well. */
static PyObject *literally(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    double marked, unmarked, spelt, most, best = 0.0;
    if (count != 7 || !PyList_CheckExact(args[0]) || !PyUnicode_Check(args[1]) || !PyUnicode_Check(args[2]) ||
        !PyUnicode_Check(args[3]) || !PyTuple_CheckExact(args[4]) || !PyTuple_CheckExact(args[5]))
        return PyErr_Format(PyExc_TypeError, "forms, a spelling, a form, a letter, hands, four numbers, whom to ask");
    if (!PyArg_ParseTuple(args[5], "dddd", &marked, &unmarked, &spelt, &most))
        return NULL;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(args[4]); at++)
        if (!PyTuple_CheckExact(PyTuple_GET_ITEM(args[4], at)) || PyTuple_GET_SIZE(PyTuple_GET_ITEM(args[4], at)) != 2)
            return PyErr_Format(PyExc_TypeError, "a hand is a scheme, and what tells of it");
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(args[0]); at++) {
        PyObject *form = PyList_GET_ITEM(args[0], at), *word;
        double worth;
        if (!PyTuple_CheckExact(form) || !PyArg_ParseTuple(form, "dU", &worth, &word))
            return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_TypeError, "a form is its worth and a word");
        if (worth * most <= best)
            continue;
        Py_ssize_t softs = PyUnicode_GET_LENGTH(args[3]);
        int soft = softs && PyUnicode_FindChar(word, PyUnicode_READ_CHAR(args[3], 0), 0, PyUnicode_GET_LENGTH(word), 1) >= 0;
        double gain = soft ? 1.0 : literal_gain(word, args[1], args[4], marked, unmarked, args[6]);
        if (gain < 0)
            return NULL;
        worth *= gain * (PyUnicode_GET_LENGTH(args[2]) && is_bare_of(word, args[2]) ? spelt : 1.0);
        PyObject *made = Py_BuildValue("dO", worth, word);
        if (!made || PyList_SetItem(args[0], at, made) < 0)
            return NULL;
        best = worth > best ? worth : best;
    }
    Py_RETURN_NONE;
}

/* first(found, warmth, ever): the word of most worth, and its share, of pairs of a worth and a word. */
static PyObject *first(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyList_CheckExact(args[0]) || !PyList_GET_SIZE(args[0]) || !PyFloat_Check(args[1]) ||
        !PyFloat_Check(args[2]))
        return PyErr_Format(PyExc_TypeError, "forms, and two numbers");
    Py_ssize_t size = PyList_GET_SIZE(args[0]);
    double warmth = PyFloat_AS_DOUBLE(args[1]), ever = PyFloat_AS_DOUBLE(args[2]), total = 0.0, best = 0.0;
    PyObject *word = NULL;
    for (Py_ssize_t at = 0; at < size; at++) {
        PyObject *form = PyList_GET_ITEM(args[0], at), *own;
        double worth;
        if (!PyTuple_CheckExact(form) || !PyArg_ParseTuple(form, "dU", &worth, &own))
            return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_TypeError, "a form is its worth and a word");
        if (size > 1)
            total += pow(worth, warmth);
        if (!word || worth > best || (worth == best && PyUnicode_Compare(own, word) > 0)) {
            best = worth;
            word = own;
        }
    }
    return Py_BuildValue("Od", word, size > 1 ? ever * pow(best, warmth) / total : ever * best);
}

/* any_spells(spellers, text, plain): does one of some spellers, compiled or not, say that it writes a text so? */
static PyObject *any_spells(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyTuple_CheckExact(args[0]))
        return PyErr_Format(PyExc_TypeError, "a tuple of spellers, a text, and how it may be written");
    int same = 0;
    for (Py_ssize_t at = 0; !same && at < PyTuple_GET_SIZE(args[0]); at++) {
        PyObject *told = PyObject_Vectorcall(PyTuple_GET_ITEM(args[0], at), args + 1, 2, NULL);
        same = told ? PyObject_IsTrue(told) : -1;
        Py_XDECREF(told);
    }
    return same < 0 ? NULL : PyBool_FromLong(same);
}

/* contained(pieces, word): the pieces that stand somewhere in a word. */
static PyObject *contained(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyTuple_CheckExact(args[0]) || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "a tuple of pieces, and a word");
    PyObject *found = PyList_New(0);
    for (Py_ssize_t at = 0; found && at < PyTuple_GET_SIZE(args[0]); at++) {
        PyObject *piece = PyTuple_GET_ITEM(args[0], at);
        int stands = PyUnicode_Contains(args[1], piece);
        if (stands < 0 || (stands && PyList_Append(found, piece) < 0))
            Py_CLEAR(found);
    }
    return found;
}

static PyMethodDef functions[] = {
    {"contained", (PyCFunction)(void (*)(void))contained, METH_FASTCALL, "The pieces that stand in a word."},
    {"any_spells", (PyCFunction)(void (*)(void))any_spells, METH_FASTCALL, "Whether one of some spellers says so."},
    {"first", (PyCFunction)(void (*)(void))first, METH_FASTCALL, "The form of most worth, and its share."},
    {"readings", (PyCFunction)(void (*)(void))readings, METH_FASTCALL, "Forms in Cyrillic as shares and words."},
    {"literally", (PyCFunction)(void (*)(void))literally, METH_FASTCALL, "Forms that are written as a text has them gain."},
    {"one_known", (PyCFunction)(void (*)(void))one_known, METH_FASTCALL, "The one known word among some."},
    {"parted", parted, METH_O, "The words of a text that only blanks part; None of another."},
    {NULL, NULL, 0, NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_word", NULL, -1, functions};

PyMODINIT_FUNC PyInit__word(void)
{
    if (PyType_Ready(&RulesType) < 0 || PyType_Ready(&ApartType) < 0 || PyType_Ready(&SumsType) < 0 ||
        PyType_Ready(&WriterType) < 0 || PyType_Ready(&OddsType) < 0 || PyType_Ready(&ScriptsType) < 0 ||
        PyType_Ready(&LetterwiseType) < 0 || PyType_Ready(&WaysType) < 0 || PyType_Ready(&PlainType) < 0 ||
        PyType_Ready(&SpellerType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    if (!made)
        return NULL;
    if (PyModule_AddObjectRef(made, "Rules", (PyObject *)&RulesType) < 0 ||
        PyModule_AddObjectRef(made, "Apart", (PyObject *)&ApartType) < 0 ||
        PyModule_AddObjectRef(made, "Sums", (PyObject *)&SumsType) < 0 ||
        PyModule_AddObjectRef(made, "Writer", (PyObject *)&WriterType) < 0 ||
        PyModule_AddObjectRef(made, "Speller", (PyObject *)&SpellerType) < 0 ||
        PyModule_AddObjectRef(made, "Odds", (PyObject *)&OddsType) < 0 ||
        PyModule_AddObjectRef(made, "Scripts", (PyObject *)&ScriptsType) < 0 ||
        PyModule_AddObjectRef(made, "Letterwise", (PyObject *)&LetterwiseType) < 0 ||
        PyModule_AddObjectRef(made, "Plain", (PyObject *)&PlainType) < 0 ||
        PyModule_AddObjectRef(made, "Ways", (PyObject *)&WaysType) < 0 ||
        PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0) {
        Py_DECREF(made);
        return NULL;
    }
    return made;
}
