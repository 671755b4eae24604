/* What a Latin word may be in Russian letters, and which of these forms it is taken for (literal.py, hearing.py). */
#include "_word.h"
#include <math.h>
#include <stddef.h>
#include <string.h>

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

PyTypeObject WaysType = {
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
PyObject *one_known(PyObject *module, PyObject *const *args, Py_ssize_t count)
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

/* ---- what a word may be in Russian letters (person/latin/hearing.py) ---- */

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
PyObject *readings(PyObject *module, PyObject *const *args, Py_ssize_t count)
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

/* literally(found, plain, just, soft, hands, (marked, unmarked, spelt, most), keeps): see `literally` in hearing.py,
 * which changes the list as well. */
PyObject *literally(PyObject *module, PyObject *const *args, Py_ssize_t count)
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
PyObject *first(PyObject *module, PyObject *const *args, Py_ssize_t count)
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

/* contained(pieces, word): the pieces that stand somewhere in a word. */
PyObject *contained(PyObject *module, PyObject *const *args, Py_ssize_t count)
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
