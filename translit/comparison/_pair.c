/* The loops of comparison/: two names laid beside each other, weighed and scored, for machines with a compiler.
 *
 * `rough` and `finish` are alike.py's said(), with odds.py's measured(), `settle` is pairing.py's paired(),
 * `pictured` is picture.py's picture() and `judged` the rules of judge.py: the same sums in the same order. Two
 * words are measured when their turn comes, so that what the nearer pairs leave no room for is never read back;
 * tests/test_pair.py lays the answers of both beside each other. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <math.h>
#include <stdint.h>
#include <string.h>
#include <structmember.h>

#define FORMAT 2 /* as in words.py: a module of another source is passed over */
#define ROOM 12  /* the parts of a name; longer names are left to Python */
#define ROLES 64 /* parts play no more roles than these */
#define TRAITS 13

/* As in alike.py and odds.py. */
#define CERTAIN 6.0
#define FAR 1.2
#define NEAR 0.45
#define KNOWN 4.0
#define NATIVE 2.5
#define SOUND 0.3
#define LIKELY 0.0
#define LEAST 0.01
#define CLEAR 0.1
#define HOPELESS 2.2
#define DOUBTFUL 0.5
#define TELLING_RU 0.0
#define TELLING_AR 1.3
#define LEAST_BOUND 0.85
#define BY_LETTERS 0.89
#define HALF 0.5
#define LITTLE 0.2
#define ARABIC 0x600 /* before which no Arabic letter stands */
#define SURE_READING 0.6
#define VOWELS 4.0
#define ENDED 2
#define SLIPPED 0.1
#define UNMEASURED 3.0 /* near.py's _HOPELESS */
/* As in pairing.py and picture.py. */
#define CROSSED 0.15
#define COMMON 9.0
#define HONOURED 3.0
/* As in __init__.py. */
#define SURE 0.99
#define APART 0.02
#define CONTRADICTED 0.87
#define STRANGERS 0.49
#define SELDOM 7.0
#define FEW 2

enum relation { EQUAL, VARIANT, INITIAL, EQUIVALENT, CONTRADICTS };
/* alike.py's REASONS, in their order. */
enum reason { SAME, LENGTHS, LETTER, GENERICS, ROWS, ONE_ROW, KIN, READ_ONE, ONE_FORM, ENDINGS, ONE_SOUND, LETTERS, GENDERS, FAMILIES, COGNATES };
/* What a Judge calls, in the order in which judge.py hands it over. */
enum call { MEANT, SPLIT, SLIPS, GENERIC, LENGTHS_APART, ONE_GENERIC, MEN, DISTANCE, VOWELS_APART, COGNATE, FITS, CALLS };
enum role { NO_ROLE, CROSS, SURNAME, ISM, NASAB };
enum feature { BIAS, LEAST_LIKE, AGAINST, UNLIKE, AGREES, FARNESS, LIKE, BY_INITIAL, BY_EQUIVALENT, OMITTED, FATHER, SHARE, FEATURES };

static PyObject *role_numbers; /* of each role its number; that of none is 0 */
static PyObject *role_name, *text_name, *table_name; /* names of attributes */

/* ---- words and parts ---- */

typedef struct {
    PyObject_HEAD
    PyObject *forms, *best, *patterns;
    char known;
} Meant;

typedef struct {
    PyObject_HEAD
    PyObject *core, *spelt, *key, *names, *forms, *never, *symbols, *canonical, *native, *row, *ending;
    Meant *meant;  /* what it is read as, once asked */
    PyObject *men; /* the key of the men's form of its family, once asked */
    double rarity;
    uint64_t sounds;
    char initial, own, generic, man, local;
} Word;

typedef struct {
    PyObject_HEAD
    PyObject *part;
    Word *word;
    PyObject *words; /* its words as parts of their own, once asked */
    int role;
    char spaced;
} Token;

static PyTypeObject MeantType, WordType, TokenType;

static PyObject *meant_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    static char *names[] = {"forms", "best", "known", "patterns", NULL};
    PyObject *forms, *best, *patterns;
    int known;
    if (!PyArg_ParseTupleAndKeywords(args, named, "O!UpO!", names, &PyDict_Type, &forms, &best, &known, &PyTuple_Type,
                                     &patterns))
        return NULL;
    Meant *self = (Meant *)type->tp_alloc(type, 0);
    if (self) {
        self->forms = Py_NewRef(forms);
        self->best = Py_NewRef(best);
        self->patterns = Py_NewRef(patterns);
        self->known = (char)known;
    }
    return (PyObject *)self;
}

static void meant_dealloc(Meant *self)
{
    Py_XDECREF(self->forms);
    Py_XDECREF(self->best);
    Py_XDECREF(self->patterns);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMemberDef meant_members[] = {{"forms", T_OBJECT_EX, offsetof(Meant, forms), READONLY, NULL},
                                      {"best", T_OBJECT_EX, offsetof(Meant, best), READONLY, NULL},
                                      {"known", T_BOOL, offsetof(Meant, known), READONLY, NULL},
                                      {"patterns", T_OBJECT_EX, offsetof(Meant, patterns), READONLY, NULL},
                                      {NULL}};

static PyTypeObject MeantType = { /* as the next: holds nothing that could hold it, so the collector need not know it */
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.comparison._pair.Meant",
    .tp_basicsize = sizeof(Meant),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "What a word can be in the original script: the fields of words.py's Meant.",
    .tp_members = meant_members,
    .tp_new = meant_new,
    .tp_dealloc = (destructor)meant_dealloc,
};

static PyObject *word_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    static char *names[] = {"core", "spelt", "key", "rarity", "names", "forms", "never", "symbols", "canonical",
                            "native", "row", "initial", "own", "sounds", "ending", "local", NULL};
    PyObject *core, *spelt, *key, *kin, *forms, *never, *symbols, *canonical, *native, *row, *ending;
    double rarity;
    int initial, own, local;
    unsigned long long sounds;
    if (!PyArg_ParseTupleAndKeywords(args, named, "UUUdO!O!O!UUUOppKUp", names, &core, &spelt, &key, &rarity,
                                     &PyFrozenSet_Type, &kin, &PyTuple_Type, &forms, &PyFrozenSet_Type, &never,
                                     &symbols, &canonical, &native, &row, &initial, &own, &sounds, &ending, &local))
        return NULL;
    PyObject *table = row == Py_None ? Py_NewRef(row) : PyObject_GetAttr(row, table_name);
    Word *self = table ? (Word *)type->tp_alloc(type, 0) : NULL;
    int generic = self && PyUnicode_Check(table) && !PyUnicode_CompareWithASCIIString(table, "place/generic");
    Py_XDECREF(table);
    if (!self)
        return NULL;
    self->generic = (char)generic;
    self->core = Py_NewRef(core);
    self->spelt = Py_NewRef(spelt);
    self->key = Py_NewRef(key);
    self->names = Py_NewRef(kin);
    self->forms = Py_NewRef(forms);
    self->never = Py_NewRef(never);
    self->symbols = Py_NewRef(symbols);
    self->canonical = Py_NewRef(canonical);
    self->native = Py_NewRef(native);
    self->row = Py_NewRef(row);
    self->ending = Py_NewRef(ending);
    self->rarity = rarity;
    self->sounds = sounds;
    self->initial = (char)initial;
    self->own = (char)own;
    self->local = (char)local;
    return (PyObject *)self;
}

static void word_dealloc(Word *self)
{
    PyObject *held[] = {self->core, self->spelt, self->key, self->names, self->forms, self->never, self->symbols,
                        self->canonical, self->native, self->row, self->ending, (PyObject *)self->meant,
                        self->men};
    for (size_t at = 0; at < sizeof held / sizeof *held; at++)
        Py_XDECREF(held[at]);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

#define FIELD(name, type) {#name, type, offsetof(Word, name), READONLY, NULL}
static PyMemberDef word_members[] = {
    FIELD(core, T_OBJECT_EX), FIELD(spelt, T_OBJECT_EX), FIELD(key, T_OBJECT_EX), FIELD(names, T_OBJECT_EX),
    FIELD(forms, T_OBJECT_EX), FIELD(never, T_OBJECT_EX), FIELD(symbols, T_OBJECT_EX),
    FIELD(canonical, T_OBJECT_EX), FIELD(native, T_OBJECT_EX), FIELD(row, T_OBJECT_EX),
    FIELD(ending, T_OBJECT_EX), FIELD(local, T_BOOL), FIELD(rarity, T_DOUBLE), FIELD(sounds, T_ULONGLONG), FIELD(initial, T_BOOL),
    FIELD(own, T_BOOL), {NULL}};

static PyTypeObject WordType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.comparison._pair.Word",
    .tp_basicsize = sizeof(Word),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "The letters of a part made ready: the fields of words.py's Word.",
    .tp_members = word_members,
    .tp_new = word_new,
    .tp_dealloc = (destructor)word_dealloc,
};

/* The number of a role, given when it is first met; -1 with an error. */
static int role_number(PyObject *role)
{
    if (role == Py_None || (PyUnicode_Check(role) && !PyUnicode_GET_LENGTH(role)))
        return NO_ROLE;
    PyObject *known = PyDict_GetItemWithError(role_numbers, role);
    if (known)
        return (int)PyLong_AsLong(known);
    Py_ssize_t size = PyDict_GET_SIZE(role_numbers);
    if (PyErr_Occurred())
        return -1;
    if (size >= ROLES || !PyUnicode_Check(role))
        return PyErr_SetString(PyExc_ValueError, "too many roles"), -1;
    PyObject *number = PyLong_FromSsize_t(size);
    int failed = !number || PyDict_SetItem(role_numbers, role, number) < 0;
    Py_XDECREF(number);
    return failed ? -1 : (int)size;
}

static PyObject *token_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    static char *names[] = {"part", "word", NULL};
    PyObject *part, *word;
    if (!PyArg_ParseTupleAndKeywords(args, named, "OO!", names, &part, &WordType, &word))
        return NULL;
    PyObject *role = PyObject_GetAttr(part, role_name), *text = PyObject_GetAttr(part, text_name);
    Token *self = NULL;
    int number = role && text ? role_number(role) : -1;
    if (number >= 0 && !PyUnicode_Check(text))
        PyErr_SetString(PyExc_TypeError, "a part has a text");
    else if (number >= 0 && (self = (Token *)type->tp_alloc(type, 0))) {
        self->part = Py_NewRef(part);
        self->word = (Word *)Py_NewRef(word);
        self->role = number;
        self->spaced = PyUnicode_FindChar(text, ' ', 0, PyUnicode_GET_LENGTH(text), 1) >= 0;
    }
    Py_XDECREF(role);
    Py_XDECREF(text);
    return (PyObject *)self;
}

static void token_dealloc(Token *self)
{
    Py_XDECREF(self->part);
    Py_XDECREF(self->word);
    Py_XDECREF(self->words);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMemberDef token_members[] = {{"part", T_OBJECT_EX, offsetof(Token, part), READONLY, NULL},
                                      {"word", T_OBJECT_EX, offsetof(Token, word), READONLY, NULL},
                                      {NULL}};

static PyTypeObject TokenType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.comparison._pair.Token",
    .tp_basicsize = sizeof(Token),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "One part of a name and its word.",
    .tp_members = token_members,
    .tp_new = token_new,
    .tp_dealloc = (destructor)token_dealloc,
};

/* ---- the judge ---- */

typedef struct {
    PyObject_HEAD
    PyObject *calls[CALLS], *language, *weights;
    double traits[TRAITS], odds[5];
    double base[FEATURES], roles[ROLES][3]; /* what each feature weighs; of each role: contradicts, like, omitted */
    char told[ROLES], russian, arabic, other, weighed;
} Judge;

typedef struct { /* how two words relate, as far as it is known */
    double far, like, raw;
    char state, relation, reason, pending, alike, kin, apart, one;
} Cell;

enum state { OPEN, ROUGH, DONE };

typedef struct {
    double cost;
    Word *first, *second;
    int i, j, order;
} Offer;

typedef struct { /* two names on the table */
    Token *left[ROOM], *right[ROOM];
    int lefts, rights;
    char left_taken[ROOM], right_taken[ROOM];
    Cell cells[ROOM][ROOM];
    int ones[ROOM], twos[ROOM], pairs; /* what is laid beside what */
} Table;

static int same(PyObject *one, PyObject *two)
{
    if (one == two)
        return 1;
    Py_ssize_t size = PyUnicode_GET_LENGTH(one);
    int kind = PyUnicode_KIND(one);
    return size == PyUnicode_GET_LENGTH(two) && kind == (int)PyUnicode_KIND(two) &&
           !memcmp(PyUnicode_DATA(one), PyUnicode_DATA(two), (size_t)(size * kind));
}

/* _is_stem(): whether the second of two surnames sounds as the first with an ending. */
static int is_stem(Word *one, Word *two)
{
    Py_ssize_t stem = PyUnicode_GET_LENGTH(one->key), whole = PyUnicode_GET_LENGTH(two->key), end = PyUnicode_GET_LENGTH(two->ending);
    if (PyUnicode_GET_LENGTH(two->native) - PyUnicode_GET_LENGTH(one->native) < ENDED)
        return 0;
    return stem && end && whole == stem + end && PyUnicode_Tailmatch(two->key, one->key, 0, whole, -1) == 1 &&
           PyUnicode_Tailmatch(two->key, two->ending, 0, whole, 1) == 1;
}

/* Whether a set holds one of some things: a set or a tuple; -1 with an error. */
static int share(PyObject *set, PyObject *things)
{
    if (!PySet_GET_SIZE(set))
        return 0;
    if (PyTuple_Check(things)) {
        for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(things); at++) {
            int found = PySet_Contains(set, PyTuple_GET_ITEM(things, at));
            if (found)
                return found;
        }
        return 0;
    }
    if (!PySet_GET_SIZE(things))
        return 0;
    PyObject *thing, *each = PyObject_GetIter(things);
    int found = each ? 0 : -1;
    while (!found && (thing = PyIter_Next(each))) {
        found = PySet_Contains(set, thing);
        Py_DECREF(thing);
    }
    Py_XDECREF(each);
    return PyErr_Occurred() ? -1 : found;
}

static PyObject *ask(Judge *self, enum call what, PyObject *one, PyObject *two)
{
    PyObject *given[] = {one, two};
    return PyObject_Vectorcall(self->calls[what], given, two ? 2 : 1, NULL);
}

static int ask_truth(Judge *self, enum call what, PyObject *one, PyObject *two)
{
    PyObject *found = ask(self, what, one, two);
    int truth = found ? PyObject_IsTrue(found) : -1;
    Py_XDECREF(found);
    return truth;
}

static int ask_number(Judge *self, enum call what, PyObject *one, PyObject *two, double *number)
{
    PyObject *found = ask(self, what, one, two);
    *number = found ? PyFloat_AsDouble(found) : -1.0;
    Py_XDECREF(found);
    return *number == -1.0 && PyErr_Occurred() ? -1 : 0;
}

/* What a word is read as, asked once. */
static int read_back(Judge *self, Word *word)
{
    if (word->meant)
        return 0;
    PyObject *found = ask(self, MEANT, word->spelt, self->language);
    if (found && !Py_IS_TYPE(found, &MeantType)) {
        PyErr_SetString(PyExc_TypeError, "what a word means");
        Py_CLEAR(found);
    }
    if (!found)
        return -1;
    Py_XSETREF(word->meant, (Meant *)found);
    return 0;
}

/* The share of one reading of a word; 0 where it is none, below 0 with an error. */
static double share_of(const Word *word, PyObject *form)
{
    PyObject *found = PyDict_GetItemWithError(word->meant->forms, form);
    return found ? PyFloat_AsDouble(found) : PyErr_Occurred() ? -1.0 : 0.0;
}

/* How much of what two words can be is the same; below 0 with an error. */
static double shared(Word *one, Word *two)
{
    double sum = 0.0;
    PyObject *form, *part;
    Py_ssize_t at = 0;
    while (PyDict_Next(one->meant->forms, &at, &form, &part)) {
        double other = share_of(two, form);
        if (other < 0.0)
            return -1.0;
        if (other > 0.0)
            sum += sqrt(PyFloat_AsDouble(part) * other);
    }
    return sum;
}

/* Whether a word that no row knows is surely heard as one that rows keep apart from the other. */
static int heard_apart(Judge *self, Word *a, Word *b)
{
    if (self->other)
        return 0;
    Word *sides[] = {a, b};
    for (int at = 0; at < 2; at++) {
        Word *known = sides[at], *unknown = sides[1 - at];
        if (!PySet_GET_SIZE(known->never) || unknown->row != Py_None)
            continue;
        if (read_back(self, unknown) < 0)
            return -1;
        int among = PySet_Contains(known->never, unknown->meant->best);
        if (among < 0 || (among && share_of(unknown, unknown->meant->best) > SURE_READING))
            return among;
    }
    return 0;
}

static int nisba(Word *word)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(word->core);
    Py_UCS4 last = size ? PyUnicode_READ_CHAR(word->core, size - 1) : 0;
    return last == 'i' || last == 'y' || last == 0x438 || last == 0x439 || last == 0x456 || last == 0x64a;
}

static int vowels_apart(Judge *self, Word *one, Word *two, double *least)
{
    int found = 0;
    *least = 0.0;
    for (Py_ssize_t x = 0; x < PyTuple_GET_SIZE(one->meant->patterns); x++)
        for (Py_ssize_t y = 0; y < PyTuple_GET_SIZE(two->meant->patterns); y++) {
            double cost;
            if (ask_number(self, VOWELS_APART, PyTuple_GET_ITEM(one->meant->patterns, x), PyTuple_GET_ITEM(two->meant->patterns, y), &cost) < 0)
                return -1;
            if (!found || cost < *least)
                *least = cost;
            found = 1;
        }
    return 0;
}

/* The weighed evidence that two words, in the order of their letters, are one name. */
static int weigh_evidence(Judge *self, Word *a, Word *b, double far, int keyed, double *like)
{
    if (b->own) {
        Word *first = a;
        a = b;
        b = first;
    }
    double vowels;
    if (read_back(self, a) < 0 || read_back(self, b) < 0 || vowels_apart(self, a, b, &vowels) < 0)
        return -1;
    double common = shared(a, b);
    if (common < 0.0)
        return -1;
    int ours = a->meant->known, theirs = b->meant->known, other = a->own ? theirs : ours != theirs;
    int alone = !same(a->meant->best, b->meant->best);
    double traits[TRAITS] = {
        1.0, far - NEAR > 0.0 ? far - NEAR : 0.0, keyed,
        log((double)(PyUnicode_GET_LENGTH(a->symbols) + PyUnicode_GET_LENGTH(b->symbols) + 1)),
        common, log(common + LEAST), ours && !alone, ours && theirs && alone, a->own, a->own && ours,
        alone && other, nisba(a) != nisba(b), vowels < VOWELS ? vowels : VOWELS};
    double sum = 0.0;
    for (int at = 0; at < TRAITS; at++)
        sum += self->traits[at] * traits[at];
    *like = sum;
    return 0;
}

/* Whether the keys of two words share so little that their letters need not be measured. */
static int bits(uint64_t word)
{
    int count = 0;
    for (; word; word &= word - 1)
        count++;
    return count;
}

static int unlike(Word *a, Word *b)
{
    int one = bits(a->sounds), two = bits(b->sounds), least = one < two ? one : two;
    return least > 1 && 3 * bits(a->sounds & b->sounds) <= least;
}

static double within(double like)
{
    return like > CERTAIN ? CERTAIN : like < -CERTAIN ? -CERTAIN : like;
}

/* _measured(), without the evidence that asks for what the words are read as. */
static int measure(Judge *self, Word *a, Word *b, Cell *cell)
{
    int ordered = PyUnicode_Compare(a->core, b->core) < 0;
    Word *one = ordered ? a : b, *two = ordered ? b : a;
    if (self->other) {
        if (ask_number(self, GENERIC, one->core, two->core, &cell->far) < 0)
            return -1;
        cell->like = CERTAIN * (1 - cell->far / NEAR);
        return 0;
    }
    cell->far = FAR;
    cell->like = -CERTAIN;
    double far;
    if (!cell->alike && unlike(one, two))
        return 0;
    if (ask_number(self, DISTANCE, one->symbols, two->symbols, &far) < 0)
        return -1;
    int clear = far < CLEAR && cell->alike && self->russian, own = one->own && two->own;
    if (self->weighed && !clear && !own) {
        if (far > HOPELESS && !cell->alike)
            return 0;
        cell->pending = 1;
        cell->raw = far;
    } else {
        double capped = far < UNMEASURED ? far : UNMEASURED;
        double size = (double)(PyUnicode_GET_LENGTH(one->symbols) + PyUnicode_GET_LENGTH(two->symbols));
        double traits[5] = {1.0, capped, sqrt(capped), cell->alike, log(size + 1)}, like = 0.0;
        for (int at = 0; at < 5; at++)
            like += self->odds[at] * traits[at];
        if (own && like > -CERTAIN) {
            double slips;
            if (ask_number(self, SLIPS, one->spelt, two->spelt, &slips) < 0)
                return -1;
            if (-slips < like)
                like = -slips;
        }
        cell->like = within(like);
    }
    cell->far = far < FAR ? far : FAR;
    return 0;
}

static int told(Cell *cell, double far, double like, enum relation relation, enum reason reason)
{
    cell->far = far;
    cell->like = like;
    cell->relation = (char)relation;
    cell->reason = (char)reason;
    cell->state = DONE;
    return 0;
}

/* The men's form of a word's family, asked once. */
static int asked_men(Judge *self, Word *word)
{
    if (word->men)
        return 0;
    PyObject *found = ask(self, MEN, word->core, NULL);
    int done = found && PyTuple_Check(found) && PyTuple_GET_SIZE(found) == 2;
    if (found && !done)
        PyErr_SetString(PyExc_TypeError, "whether a man bears it, and the key of what he bears");
    if (done && !word->men) {
        word->man = PyTuple_GET_ITEM(found, 0) == Py_True;
        word->men = Py_NewRef(PyTuple_GET_ITEM(found, 1));
    }
    Py_XDECREF(found);
    return done ? 0 : -1;
}

/* How two words relate, or as much of it as tells how near they can be: `far` is never more than in the end. */
static int rough(Judge *self, const Token *left, const Token *right, Cell *cell)
{
    Word *a = left->word, *b = right->word;
    int found;
    memset(cell, 0, sizeof *cell);
    if (self->russian && left->role == SURNAME && right->role == SURNAME) {
        if (asked_men(self, a) < 0 || asked_men(self, b) < 0)
            return -1;
        if (a->man != b->man && same(a->men, b->men))
            return told(cell, FAR, -CERTAIN, CONTRADICTS, GENDERS);
    }
    if (self->russian && a->initial && b->initial && left->role != right->role && left->role != NO_ROLE && right->role != NO_ROLE)
        return told(cell, FAR, -CERTAIN / 2, CONTRADICTS, LETTER);
    if (same(a->core, b->core)) {
        if (!PyUnicode_IS_ASCII(a->spelt) && !PyUnicode_IS_ASCII(b->spelt) && !same(a->spelt, b->spelt)) {
            if ((found = ask_truth(self, LENGTHS_APART, a->spelt, b->spelt)) < 0)
                return -1;
            if (found)
                return told(cell, FAR, -CERTAIN, CONTRADICTS, LENGTHS);
        }
        return told(cell, 0.0, CERTAIN, EQUAL, SAME);
    }
    if (a->initial || b->initial) {
        if ((found = ask_truth(self, FITS, (PyObject *)a, (PyObject *)b)) < 0)
            return -1;
        return told(cell, found ? 0.2 : FAR, 0.0, found ? INITIAL : CONTRADICTS, LETTER);
    }
    if (a->generic && b->generic) {
        if ((found = ask_truth(self, ONE_GENERIC, (PyObject *)a, (PyObject *)b)) < 0)
            return -1;
        if (found)
            return told(cell, 0.05, KNOWN, EQUIVALENT, GENERICS);
    }
    if ((found = share(a->names, b->names)) < 0)
        return -1;
    cell->kin = (char)found;
    cell->apart = !found && (PySet_GET_SIZE(a->never) || PySet_GET_SIZE(b->never)) &&
                  !((a->own || b->own) && same(a->native, b->native));
    if (cell->apart && (found = share(a->never, b->forms)) != 0)
        return found < 0 ? -1 : told(cell, FAR, -CERTAIN, CONTRADICTS, ROWS);
    cell->alike = (char)same(a->key, b->key);
    if (measure(self, a, b, cell) < 0)
        return -1;
    int natives = PyUnicode_GET_LENGTH(a->native) > 0, others = PyUnicode_GET_LENGTH(b->native) > 0;
    if (natives && same(a->native, b->native))
        cell->one = READ_ONE;
    else if (!natives && !others && !self->other && same(a->canonical, b->canonical))
        cell->one = ONE_FORM;
    cell->state = ROUGH;
    if (cell->kin) {
        if ((found = PyObject_RichCompareBool(a->row, b->row, Py_EQ)) < 0)
            return -1;
        cell->reason = found ? ONE_ROW : KIN;
        double most = found ? 0.05 : 0.15;
        cell->far = cell->far < most ? cell->far : most;
    } else if (cell->one)
        cell->far = cell->far < NEAR ? cell->far : NEAR;
    else if (!same(a->ending, b->ending) &&
             ((PyUnicode_GET_LENGTH(a->ending) && PyUnicode_GET_LENGTH(b->ending)) || is_stem(a, b) || is_stem(b, a))) {
        cell->reason = ENDINGS;
        cell->far = cell->far > NEAR ? cell->far : NEAR;
    }
    return 0;
}

/* two_known(): two known names, none of which can be read as the other. */
static int two_known(Judge *self, Word *a, Word *b)
{
    if (same(a->native, b->native))
        return 0;
    if (read_back(self, a) < 0 || read_back(self, b) < 0)
        return -1;
    if (!a->meant->known || !b->meant->known)
        return 0;
    PyObject *form, *part;
    Py_ssize_t at = 0;
    while (PyDict_Next(a->meant->forms, &at, &form, &part)) {
        int found = PyDict_Contains(b->meant->forms, form);
        if (found)
            return found < 0 ? -1 : 0;
    }
    return 1;
}

/* two_families(): two such that are no spellings of one. */
static int families(Judge *self, Word *a, Word *b, const Cell *cell)
{
    if (cell->relation != VARIANT && (cell->reason != LETTERS || cell->like <= -CERTAIN / 2))
        return 0;
    int found = two_known(self, a, b);
    if (found <= 0 || (a->own && b->own))
        return found;
    return self->russian && (cell->far >= NEAR || (share_of(a, a->meant->best) > SURE_READING &&
                                                   share_of(b, b->meant->best) > SURE_READING));
}

/* How two words relate, to the end of said() and what pairing.py adds. */
static int finish(Judge *self, const Token *left, const Token *right, Cell *cell)
{
    Word *a = left->word, *b = right->word;
    int found = 0;
    if (cell->pending) {
        int ordered = PyUnicode_Compare(a->core, b->core) < 0;
        double like;
        if (weigh_evidence(self, ordered ? a : b, ordered ? b : a, cell->raw, cell->alike, &like) < 0)
            return -1;
        cell->like = within(like);
    }
    int kindred = 0;
    if (a->local && b->local && (cell->alike || !unlike(a, b))) {
        double like;
        if (ask_number(self, COGNATE, a->core, b->core, &like) < 0)
            return -1;
        kindred = like > cell->like;
        cell->like = kindred ? like : cell->like;
    }
    double far = cell->far, like = cell->like;
    int hopeless = !cell->one && !cell->alike && far >= FAR && like <= -CERTAIN;
    if (cell->apart && !hopeless && (found = heard_apart(self, a, b)) != 0)
        return found < 0 ? -1 : told(cell, FAR, -CERTAIN, CONTRADICTS, ROWS);
    if (cell->kin)
        told(cell, far, like > KNOWN ? like : KNOWN, cell->reason == ONE_ROW ? VARIANT : EQUIVALENT, cell->reason);
    else if (cell->one)
        told(cell, far, like > NATIVE ? like : NATIVE, VARIANT, cell->one);
    else if (cell->reason == ENDINGS)
        told(cell, far, like < -KNOWN ? like : -KNOWN, CONTRADICTS, ENDINGS);
    else if (cell->alike && PyUnicode_GET_LENGTH(a->key) && !(a->own && b->own && like <= -SLIPPED) &&
             !(a->row != Py_None && b->row != Py_None))
        told(cell, far, like > SOUND ? like : SOUND, VARIANT, ONE_SOUND);
    else
        told(cell, far, like, like >= LIKELY ? VARIANT : CONTRADICTS, kindred && like >= LIKELY ? COGNATES : LETTERS);
    int may = self->arabic || (self->russian && left->role == SURNAME && right->role == SURNAME);
    if (may && (found = families(self, a, b, cell)) != 0)
        return found < 0 ? -1 : told(cell, FAR, -CERTAIN / 2, CONTRADICTS, FAMILIES);
    return 0;
}

/* ---- pairing ---- */

static double cost_of(const Table *table, int i, int j)
{
    int one = table->left[i]->role, two = table->right[j]->role;
    double crossed = one != two && one != NO_ROLE && two != NO_ROLE ? CROSSED : 0.0;
    return table->cells[i][j].far + crossed + 0.01 * abs(i - j);
}

static int nearer(const Offer *one, const Offer *two)
{
    if (one->cost != two->cost)
        return one->cost < two->cost;
    int order = PyUnicode_Compare(one->first->core, two->first->core);
    if (!order)
        order = PyUnicode_Compare(one->second->core, two->second->core);
    if (!order)
        order = one->i + one->j - two->i - two->j;
    return order ? order < 0 : one->order < two->order;
}

static void lay(Table *table, int i, int j)
{
    table->left_taken[i] = table->right_taken[j] = 1;
    table->ones[table->pairs] = i;
    table->twos[table->pairs++] = j;
}

/* Pair what does not contradict, the nearest first; of the `rest` also what does. Each is looked at as
 * if it were as near as it can be, and put back where it is not. */
static int take(Judge *self, Table *table, Offer *offers, int count, int rest)
{
    for (int at = 1; at < count; at++) { /* few, and often in order */
        Offer offer = offers[at];
        int to = at;
        for (; to && nearer(&offer, &offers[to - 1]); to--)
            offers[to] = offers[to - 1];
        offers[to] = offer;
    }
    for (int at = 0; at < count; at++) {
        int i = offers[at].i, j = offers[at].j;
        if (table->left_taken[i] || table->right_taken[j])
            continue;
        Cell *cell = &table->cells[i][j];
        if (cell->state == ROUGH) {
            double before = cell->far;
            if (finish(self, table->left[i], table->right[j], cell) < 0)
                return -1;
            if (cell->far != before) {
                Offer offer = offers[at];
                offer.cost = cost_of(table, i, j);
                int to = at;
                for (; to + 1 < count && nearer(&offers[to + 1], &offer); to++)
                    offers[to] = offers[to + 1];
                offers[to] = offer;
                at--;
                continue;
            }
        }
        if (cell->relation != CONTRADICTS)
            lay(table, i, j);
    }
    for (int at = 0; rest && at < count; at++)
        if (!table->left_taken[offers[at].i] && !table->right_taken[offers[at].j])
            lay(table, offers[at].i, offers[at].j);
    return 0;
}

static int offer(Judge *self, Table *table, Offer *offers, int count, int i, int j)
{
    Cell *cell = &table->cells[i][j];
    if (cell->state == OPEN && rough(self, table->left[i], table->right[j], cell) < 0)
        return -1;
    Word *first = table->left[i]->word, *second = table->right[j]->word;
    int turned = PyUnicode_Compare(second->core, first->core) < 0;
    offers[count] = (Offer){cost_of(table, i, j), turned ? second : first, turned ? first : second, i, j, count};
    return 0;
}

/* Two words of one sound that play one part. */
static int kin(const Token *one, const Token *two)
{
    const Word *a = one->word, *b = two->word;
    if (!same(a->core, b->core) && (a->initial || b->initial || !same(a->key, b->key)))
        return 0;
    return one->role == two->role || one->role == NO_ROLE || two->role == NO_ROLE;
}

static int settle(Judge *self, Table *table)
{
    Offer offers[ROOM * ROOM];
    int count = 0;
    for (int i = 0; i < table->lefts; i++)
        for (int j = 0; j < table->rights; j++)
            if (kin(table->left[i], table->right[j]) && offer(self, table, offers, count++, i, j) < 0)
                return -1;
    if (take(self, table, offers, count, 0) < 0)
        return -1;
    count = 0;
    for (int i = 0; i < table->lefts; i++)
        for (int j = 0; j < table->rights; j++)
            if (!table->left_taken[i] && !table->right_taken[j] && offer(self, table, offers, count++, i, j) < 0)
                return -1;
    return take(self, table, offers, count, 1);
}

/* ---- a name's parts ---- */

static int has_key(PyObject *tokens, PyObject *key)
{
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(tokens); at++)
        if (same(((Token *)PyTuple_GET_ITEM(tokens, at))->word->key, key))
            return 1;
    return 0;
}

static int are_tokens(PyObject *tokens)
{
    if (!PyTuple_Check(tokens))
        return 0;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(tokens); at++)
        if (!Py_IS_TYPE(PyTuple_GET_ITEM(tokens, at), &TokenType))
            return 0;
    return 1;
}

/* The words of a part where the other name has each as a part, NULL where it has not; -1 with an error. */
static int taken_apart(Judge *self, Token *token, PyObject *there, PyObject **words)
{
    *words = NULL;
    if (!token->spaced || has_key(there, token->word->key))
        return 0;
    if (!token->words) {
        PyObject *found = ask(self, SPLIT, (PyObject *)token, NULL);
        if (found && !are_tokens(found)) {
            PyErr_SetString(PyExc_TypeError, "a tuple of tokens");
            Py_CLEAR(found);
        }
        if (!found)
            return -1;
        Py_XSETREF(token->words, found);
    }
    Py_ssize_t size = PyTuple_GET_SIZE(token->words);
    for (Py_ssize_t at = 0; at < size; at++)
        if (!has_key(there, ((Token *)PyTuple_GET_ITEM(token->words, at))->word->key))
            return 0;
    *words = size > 1 ? token->words : NULL;
    return 0;
}

/* _resolved(): a name's tokens, as few as there is room for; -1 with an error. */
static int resolved(Judge *self, PyObject *here, PyObject *there, int apart, Token **tokens)
{
    int count = 0;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(here) && count <= ROOM; at++) {
        Token *token = (Token *)PyTuple_GET_ITEM(here, at);
        PyObject *words = NULL;
        if (apart && taken_apart(self, token, there, &words) < 0)
            return -1;
        Py_ssize_t size = words ? PyTuple_GET_SIZE(words) : 1;
        for (Py_ssize_t word = 0; word < size; word++, count++)
            if (count < ROOM)
                tokens[count] = words ? (Token *)PyTuple_GET_ITEM(words, word) : token;
    }
    return count;
}

/* ---- the picture and the score ---- */

typedef struct {
    double *weights[6 * ROOM + FEATURES], values[6 * ROOM + FEATURES]; /* in the order in which they are met */
    int count;
    int contradicted;
} Picture;

static void add(Picture *picture, double *weight, double value)
{
    for (int at = 0; at < picture->count; at++)
        if (picture->weights[at] == weight) {
            picture->values[at] += value;
            return;
        }
    picture->weights[picture->count] = weight;
    picture->values[picture->count++] = value;
}

static double seen(const Picture *picture, const double *weight)
{
    for (int at = 0; at < picture->count; at++)
        if (picture->weights[at] == weight)
            return picture->values[at];
    return 0.0;
}

static int weight_of(Judge *self, PyObject *name, double *weight)
{
    PyObject *found = name ? PyDict_GetItemWithError(self->weights, name) : NULL;
    *weight = found ? PyFloat_AsDouble(found) : 0.0;
    return PyErr_Occurred() ? -1 : 0;
}

/* What features with a role weigh: contradicts, like, omitted; NULL with an error. */
static double *of_role(Judge *self, int role)
{
    static const char *heads[] = {"contradicts", "like", "omitted"};
    if (!self->told[role]) {
        PyObject *name = NULL, *number;
        Py_ssize_t at = 0;
        while (PyDict_Next(role_numbers, &at, &name, &number))
            if (PyLong_AsLong(number) == role)
                break;
        for (int head = 0; head < 3; head++) {
            PyObject *feature = PyUnicode_FromFormat("%s %U", heads[head], name);
            int failed = !feature || weight_of(self, feature, &self->roles[role][head]) < 0;
            Py_XDECREF(feature);
            if (failed)
                return NULL;
        }
        self->told[role] = 1;
    }
    return self->roles[role];
}

/* Where one name's ism is the other's nasab, whose own ism stands alone. */
static int father_and_son(const Table *table)
{
    for (int at = 0; at < table->pairs; at++) {
        int one = table->left[table->ones[at]]->role, two = table->right[table->twos[at]]->role;
        int left = one == NASAB && two == ISM;
        if (!(left || (one == ISM && two == NASAB)) ||
            table->cells[table->ones[at]][table->twos[at]].relation == CONTRADICTS)
            continue;
        for (int token = 0; token < (left ? table->lefts : table->rights); token++) {
            const Token *alone = left ? table->left[token] : table->right[token];
            if (!(left ? table->left_taken[token] : table->right_taken[token]) && alone->role == ISM &&
                alone->word->rarity > HONOURED)
                return 1;
        }
    }
    return 0;
}

static int omit(Judge *self, Picture *picture, const Token *token)
{
    double *role = of_role(self, token->role);
    if (!role)
        return -1;
    add(picture, &self->base[OMITTED], token->word->rarity / COMMON);
    add(picture, &role[2], 1.0);
    return 0;
}

/* picture(): the features in the order in which Python meets them, without those of the Readings. */
static int pictured(Judge *self, const Table *table, Picture *picture)
{
    double *base = self->base;
    add(picture, &base[BIAS], 1.0);
    for (int at = 0; at < table->pairs; at++) {
        const Token *left = table->left[table->ones[at]], *right = table->right[table->twos[at]];
        const Cell *cell = &table->cells[table->ones[at]][table->twos[at]];
        double rarity = (left->word->rarity < right->word->rarity ? left->word->rarity : right->word->rarity) / COMMON;
        double *role = of_role(self, left->role == right->role ? left->role : CROSS);
        if (!role)
            return -1;
        if (!at)
            add(picture, &base[LEAST_LIKE], CERTAIN);
        if (cell->like < picture->values[1])
            picture->values[1] = cell->like;
        if (cell->relation == CONTRADICTS) {
            picture->contradicted = 1;
            add(picture, &base[AGAINST], rarity);
            add(picture, &role[0], 1.0);
            add(picture, &base[UNLIKE], -cell->like);
        } else {
            add(picture, &base[AGREES], rarity);
            add(picture, &base[FARNESS], cell->far);
            add(picture, &base[LIKE], cell->like);
            add(picture, &role[1], cell->like);
            if (cell->relation == INITIAL || cell->relation == EQUIVALENT)
                add(picture, &base[cell->relation == INITIAL ? BY_INITIAL : BY_EQUIVALENT], 1.0);
        }
    }
    for (int at = 0; at < table->lefts; at++)
        if (!table->left_taken[at] && omit(self, picture, table->left[at]) < 0)
            return -1;
    for (int at = 0; at < table->rights; at++)
        if (!table->right_taken[at] && omit(self, picture, table->right[at]) < 0)
            return -1;
    if (father_and_son(table)) {
        picture->contradicted = 1;
        add(picture, &base[FATHER], 1.0);
    }
    return 0;
}

/* weighed(): the logistic of the features, of those that the Readings tell beside their words too. */
static int weigh(Judge *self, const Picture *picture, PyObject *further, double *score)
{
    double total = 0.0;
    for (int at = 0; at < picture->count; at++)
        total += *picture->weights[at] * picture->values[at];
    PyObject *name, *value;
    Py_ssize_t at = 0;
    while (further && PyDict_Next(further, &at, &name, &value)) {
        double weight, number = PyFloat_AsDouble(value);
        if ((number == -1.0 && PyErr_Occurred()) || weight_of(self, name, &weight) < 0)
            return -1;
        total += weight * number;
    }
    double agrees = seen(picture, &self->base[AGREES]), against = seen(picture, &self->base[AGAINST]);
    double omitted = seen(picture, &self->base[OMITTED]);
    total += self->base[SHARE] * (agrees / (agrees + against + omitted / 3 + 1e-9));
    total = total > 30.0 ? 30.0 : total < -30.0 ? -30.0 : total;
    *score = 1.0 / (1.0 + exp(-total));
    return 0;
}

/* _two_rows(): whether rows know two words as two Arabic names. */
static int two_rows(const Word *a, const Word *b)
{
    if (a->row == Py_None || b->row == Py_None || same(a->native, b->native))
        return 0;
    return PyUnicode_GET_LENGTH(a->native) && PyUnicode_READ_CHAR(a->native, 0) > ARABIC &&
           PyUnicode_GET_LENGTH(b->native) && PyUnicode_READ_CHAR(b->native, 0) > ARABIC;
}

/* most(): the most that two names score by two of their words; below 0 with an error. */
static double most(Judge *self, Word *a, Word *b, const Cell *cell)
{
    if (cell->relation != VARIANT || self->other || a->own || b->own)
        return 1.0;
    int rows = self->arabic && two_rows(a, b);
    if (cell->like >= NATIVE)
        return rows ? LEAST_BOUND : 1.0;
    if (read_back(self, a) < 0 || read_back(self, b) < 0)
        return -1.0;
    double common = shared(a, b);
    if (common < 0.0)
        return -1.0;
    if (a->meant->known && b->meant->known && !same(a->meant->best, b->meant->best) && common < HALF)
        return rows && common < LITTLE ? STRANGERS : LEAST_BOUND;
    if (rows)
        return LEAST_BOUND;
    if (cell->like < DOUBTFUL || common < LEAST)
        return cell->like >= (self->russian ? TELLING_RU : TELLING_AR) ? BY_LETTERS : LEAST_BOUND;
    return 1.0;
}

static int has_initial(const Table *table, int at)
{
    return table->left[table->ones[at]]->word->initial || table->right[table->twos[at]]->word->initial;
}

/* _are_strangers(): whether of two names of two parts, or but for Russian ones of one, one part is clearly another
 * name, or an initial stands for no part, or initials alone agree; -1 with an error. */
static int are_strangers(Judge *self, const Table *table)
{
    for (int at = 0; at < table->pairs; at++) {
        const Cell *cell = &table->cells[table->ones[at]][table->twos[at]];
        if (cell->relation == CONTRADICTS && cell->reason == LETTER)
            return 1;
    }
    int few = table->pairs <= FEW && (table->pairs == FEW || !self->russian) && table->lefts == table->pairs && table->rights == table->pairs;
    int found = table->pairs >= FEW;
    for (int at = 0; at < table->pairs && found; at++)
        found = table->cells[table->ones[at]][table->twos[at]].relation == CONTRADICTS || has_initial(table, at);
    for (int at = 0; at < table->pairs && !found; at++) {
        int i = table->ones[at], j = table->twos[at];
        const Cell *cell = &table->cells[i][j];
        if (cell->relation != CONTRADICTS)
            continue;
        found = few && cell->far >= FAR && cell->like <= -CERTAIN / 4;
        if (!found && few && self->arabic)
            found = two_known(self, table->left[i]->word, table->right[j]->word);
    }
    return found;
}

/* Whether two names have but an initial and a surname in common that many bear. */
static int are_many(const Table *table)
{
    int initials = 0, usual = 0;
    if (table->pairs != 2)
        return 0;
    for (int at = 0; at < 2; at++) {
        int i = table->ones[at], j = table->twos[at];
        double one = table->left[i]->word->rarity, two = table->right[j]->word->rarity;
        if (table->cells[i][j].relation == INITIAL)
            initials++;
        else
            usual += (one < two ? one : two) < SELDOM;
    }
    return initials == 1 && usual == 1;
}

/* The rules of _laid(): the score, below 0 with an error. */
static double judged(Judge *self, Table *table, PyObject *further, int one_row, int bounded)
{
    if (!table->lefts || !table->rights)
        return APART; /* a blank is nobody's name */
    if (settle(self, table) < 0)
        return -1.0;
    int equal = table->pairs == table->lefts && table->pairs == table->rights;
    for (int at = 0; equal && at < table->pairs; at++)
        equal = table->cells[table->ones[at]][table->twos[at]].relation == EQUAL;
    if (equal)
        return SURE;
    Picture picture = {.count = 0};
    double score;
    if (pictured(self, table, &picture) < 0 || weigh(self, &picture, further, &score) < 0)
        return -1.0;
    if (!one_row && picture.contradicted) {
        int strangers = score > STRANGERS ? are_strangers(self, table) : 0;
        if (strangers < 0)
            return -1.0;
        double limit = strangers ? STRANGERS : CONTRADICTED;
        score = limit < score ? limit : score;
    }
    if (score > CONTRADICTED && !one_row && are_many(table))
        score = CONTRADICTED;
    if (score > LEAST_BOUND && !one_row && bounded && table->pairs <= FEW)
        for (int at = 0; at < table->pairs; at++) {
            int i = table->ones[at], j = table->twos[at];
            double limit = most(self, table->left[i]->word, table->right[j]->word, &table->cells[i][j]);
            if (limit < 0.0)
                return -1.0;
            score = limit < score ? limit : score;
        }
    return score;
}

/* Two names on the table: 0 where they are too long for it, -1 with an error. */
static int opened(Judge *self, PyObject *const *args, Py_ssize_t count, Table *table, double *score)
{
    if (count != 5 || !are_tokens(args[0]) || !are_tokens(args[1]) || !(args[2] == Py_None || PyDict_Check(args[2])))
        return PyErr_SetString(PyExc_TypeError, "two tuples of tokens, further features, one row, bounded"), -1;
    PyObject *a = args[0], *b = args[1];
    int apart = !self->other && PyTuple_GET_SIZE(a) != PyTuple_GET_SIZE(b);
    int one_row = PyObject_IsTrue(args[3]), bounded = PyObject_IsTrue(args[4]);
    table->lefts = resolved(self, a, b, apart, table->left);
    if (one_row < 0 || bounded < 0 || table->lefts < 0)
        return -1;
    table->rights = resolved(self, b, a, apart, table->right);
    if (table->rights < 0)
        return -1;
    if (table->lefts > ROOM || table->rights > ROOM)
        return 0;
    table->pairs = 0;
    for (int i = 0; i < table->lefts; i++) {
        table->left_taken[i] = 0;
        for (int j = 0; j < table->rights; j++)
            table->cells[i][j].state = OPEN;
    }
    memset(table->right_taken, 0, sizeof table->right_taken);
    *score = judged(self, table, args[2] == Py_None ? NULL : args[2], one_row, bounded);
    return *score < 0.0 ? -1 : 1;
}

static PyObject *judge_score(Judge *self, PyObject *const *args, Py_ssize_t count)
{
    Table table;
    double score;
    int found = opened(self, args, count, &table, &score);
    if (found < 0)
        return NULL;
    return found ? PyFloat_FromDouble(score) : Py_NewRef(Py_None);
}

static PyObject *alone(Token *const *tokens, const char *taken, int count)
{
    PyObject *found = PyList_New(0);
    for (int at = 0; found && at < count; at++)
        if (!taken[at] && PyList_Append(found, (PyObject *)tokens[at]) < 0)
            Py_CLEAR(found);
    return found;
}

static PyObject *judge_laid(Judge *self, PyObject *const *args, Py_ssize_t count)
{
    Table table;
    double score;
    int found = opened(self, args, count, &table, &score);
    if (found <= 0)
        return found < 0 ? NULL : Py_NewRef(Py_None);
    PyObject *pairs = PyList_New(table.pairs);
    for (int at = 0; pairs && at < table.pairs; at++) {
        int i = table.ones[at], j = table.twos[at];
        const Cell *cell = &table.cells[i][j];
        PyObject *pair = Py_BuildValue("OOddii", table.left[i], table.right[j], cell->far, cell->like, cell->relation, cell->reason);
        if (pair)
            PyList_SET_ITEM(pairs, at, pair);
        else
            Py_CLEAR(pairs);
    }
    PyObject *left = alone(table.left, table.left_taken, table.lefts);
    PyObject *right = alone(table.right, table.right_taken, table.rights);
    if (!pairs || !left || !right) {
        Py_XDECREF(pairs);
        Py_XDECREF(left);
        Py_XDECREF(right);
        return NULL;
    }
    return Py_BuildValue("dNNN", score, pairs, left, right);
}

static int numbers(PyObject *from, double *to, Py_ssize_t count)
{
    for (Py_ssize_t at = 0; at < count; at++)
        to[at] = PyFloat_AsDouble(PyTuple_GET_ITEM(from, at));
    return PyErr_Occurred() ? -1 : 0;
}

static void judge_dealloc(Judge *self)
{
    for (int at = 0; at < CALLS; at++)
        Py_XDECREF(self->calls[at]);
    Py_XDECREF(self->language);
    Py_XDECREF(self->weights);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *judge_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    static const char *names[] = {"bias", "least like", "contradicts", "unlike", "agrees", "far", "like", "initial",
                                  "equivalent", "omitted", "contradicts father", "share"};
    PyObject *language, *calls, *weights, *traits, *odds;
    if (named && PyDict_GET_SIZE(named))
        return PyErr_SetString(PyExc_TypeError, "no named arguments"), NULL;
    if (!PyArg_ParseTuple(args, "UO!O!O!O!", &language, &PyDict_Type, &weights, &PyTuple_Type, &traits, &PyTuple_Type,
                          &odds, &PyTuple_Type, &calls))
        return NULL;
    Py_ssize_t told = PyTuple_GET_SIZE(traits);
    if ((told && told != TRAITS) || PyTuple_GET_SIZE(calls) != CALLS || PyTuple_GET_SIZE(odds) != 5)
        return PyErr_SetString(PyExc_ValueError, "weights of another source"), NULL;
    Judge *self = (Judge *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->language = Py_NewRef(language);
    self->weights = Py_NewRef(weights);
    for (int at = 0; at < CALLS; at++)
        self->calls[at] = Py_NewRef(PyTuple_GET_ITEM(calls, at));
    self->russian = PyUnicode_CompareWithASCIIString(language, "ru") == 0;
    self->arabic = PyUnicode_CompareWithASCIIString(language, "ar") == 0;
    self->other = PyUnicode_CompareWithASCIIString(language, "other") == 0;
    self->weighed = told > 0;
    int failed = numbers(traits, self->traits, told) < 0 || numbers(odds, self->odds, 5) < 0;
    for (int at = 0; !failed && at < FEATURES; at++) {
        PyObject *name = PyUnicode_FromString(names[at]);
        failed = !name || weight_of(self, name, &self->base[at]) < 0;
        Py_XDECREF(name);
    }
    if (failed)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static PyMethodDef judge_methods[] = {
    {"score", (PyCFunction)(void (*)(void))judge_score, METH_FASTCALL, "The score of two names."},
    {"laid", (PyCFunction)(void (*)(void))judge_laid, METH_FASTCALL, "The score, the pairs, the parts left alone."},
    {NULL, NULL, 0, NULL}};

static PyTypeObject JudgeType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.comparison._pair.Judge",
    .tp_basicsize = sizeof(Judge),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Judge(language, weights, traits, odds, calls): lays two names beside each other and scores them.",
    .tp_methods = judge_methods,
    .tp_new = judge_new,
    .tp_dealloc = (destructor)judge_dealloc,
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_pair", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__pair(void)
{
    if (PyType_Ready(&MeantType) < 0 || PyType_Ready(&WordType) < 0 || PyType_Ready(&TokenType) < 0 || PyType_Ready(&JudgeType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    role_numbers = Py_BuildValue("{s:i,s:i,s:i,s:i,s:i}", "part", NO_ROLE, "crossed", CROSS, "surname", SURNAME,
                                 "ism", ISM, "nasab", NASAB);
    role_name = PyUnicode_InternFromString("role");
    text_name = PyUnicode_InternFromString("text");
    table_name = PyUnicode_InternFromString("table");
    if (!made || !role_numbers || !role_name || !text_name || !table_name ||
        PyModule_AddObjectRef(made, "Meant", (PyObject *)&MeantType) < 0 ||
        PyModule_AddObjectRef(made, "Word", (PyObject *)&WordType) < 0 ||
        PyModule_AddObjectRef(made, "Token", (PyObject *)&TokenType) < 0 ||
        PyModule_AddObjectRef(made, "Judge", (PyObject *)&JudgeType) < 0 ||
        PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0) {
        Py_XDECREF(made);
        return NULL;
    }
    return made;
}
