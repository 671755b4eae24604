/* The odds that a text means a place (`Weights.odds` in misspelling.py, which says what is weighed). */
#include "_atlas.h"
#include "_slots.h"
#include <math.h>
#include <stddef.h>
#include <string.h>

#define HEAVIEST 2e6 /* these as in misspelling.py */
#define GREAT 12.0
#define LONG 6
#define LONGER 8

typedef struct { /* the fields of `Weights` */
    double bias, people, great, size, length, long_, sounds, sounds_a_letter, two, consonants, consonants_a_letter,
        alike, tradition, article_apart, article, foreign_article, fixed, cyrillic, arabic_script, arabic,
        arabic_people, arabic_size, unvowelled, unvowelled_people, nats, apart, root, people_apart, long_apart,
        unvowelled_apart, letters, slavic;
} Weights;

enum clue { SIZE, BONES, SOUNDS, CONSONANTS, ARABIC, RESPELT, APART, UNVOWELLED, ARTICLES, FOREIGN, FIXED, CYRILLIC,
            SCRIPT, LETTERS, SLAVIC, CLUES };
static const char *const names[CLUES] = {"size", "bones", "sounds", "consonants", "arabic", "respelt", "apart",
                                         "unvowelled", "articles", "foreign", "fixed", "cyrillic", "script", "letters",
                                         "slavic"};

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    Weights weights;
    PyTypeObject *type; /* of clues */
    Py_ssize_t offsets[CLUES];
} Odds;

static double odds_of(const Weights *is, const long *clue, double apart, double weight)
{
    double size = clue[SIZE] > 2 ? clue[SIZE] : 2, people = log(weight < HEAVIEST ? weight : HEAVIEST);
    double odds = is->bias + people * is->people + is->size * size + is->length * log(size);
    odds += is->sounds * clue[SOUNDS] + is->sounds_a_letter * clue[SOUNDS] / size;
    odds += is->consonants * clue[CONSONANTS];
    odds += is->consonants_a_letter * clue[CONSONANTS] / (clue[BONES] > 1 ? clue[BONES] : 1);
    odds += is->nats * apart * size + (is->apart + is->people_apart * people) * apart;
    odds += is->root * sqrt(apart);
    if (people > GREAT)
        odds += is->great * (people - GREAT);
    if (size > LONG)
        odds += is->long_apart * apart * (size - LONG) + is->long_ * (size > LONGER ? size - LONGER : 0);
    if (clue[SOUNDS] > 1)
        odds += is->two * (clue[SOUNDS] - 1);
    else if (!clue[SOUNDS] && !clue[CONSONANTS])
        odds += is->alike;
    if (clue[ARABIC])
        odds += is->arabic + is->arabic_people * people + is->arabic_size * size;
    if (clue[UNVOWELLED])
        odds += is->unvowelled + is->unvowelled_people * people + is->unvowelled_apart * apart;
    if (clue[ARTICLES])
        odds += (clue[FOREIGN] ? is->foreign_article : is->article) * clue[ARTICLES];
    odds += is->letters * clue[LETTERS] + is->slavic * clue[SLAVIC];
    odds += is->tradition * clue[RESPELT] + is->article_apart * clue[APART] + is->fixed * clue[FIXED];
    return odds + is->cyrillic * clue[CYRILLIC] + is->arabic_script * clue[SCRIPT];
}

/* odds(clues, apart, weight) */
static PyObject *odds_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *named)
{
    Odds *self = (Odds *)callable;
    if (PyVectorcall_NARGS(flags) != 3 || named || !Py_IS_TYPE(args[0], self->type))
        return PyErr_Format(PyExc_TypeError, "clues, nats a letter, and a weight");
    double apart = PyFloat_AsDouble(args[1]), weight = PyFloat_AsDouble(args[2]);
    long clue[CLUES];
    for (int at = 0; at < CLUES; at++) {
        PyObject *value = slot(args[0], self->offsets[at]);
        clue[at] = value ? PyLong_AsLong(value) : 0;
    }
    if (!PyErr_Occurred() && !(weight > 0 && apart >= 0))
        PyErr_SetString(PyExc_ValueError, "a weight is above zero, a distance not below it");
    return PyErr_Occurred() ? NULL : PyFloat_FromDouble(odds_of(&self->weights, clue, apart, weight));
}

/* Odds(weights, cls): the fields of `Weights` as bytes, the class of clues */
static PyObject *odds_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    const char *weights;
    Py_ssize_t size;
    PyObject *cls;
    if (!PyArg_ParseTuple(args, "y#O!", &weights, &size, &PyType_Type, &cls))
        return NULL;
    if (size != sizeof(Weights))
        return PyErr_Format(PyExc_ValueError, "a number for each weight");
    Odds *self = (Odds *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = odds_call;
    memcpy(&self->weights, weights, sizeof(Weights));
    self->type = (PyTypeObject *)Py_NewRef(cls);
    for (int at = 0; at < CLUES; at++)
        if ((self->offsets[at] = slot_offset(cls, names[at])) < 0) {
            Py_DECREF(self);
            return NULL;
        }
    return (PyObject *)self;
}

static void odds_dealloc(Odds *self)
{
    Py_XDECREF(self->type);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject OddsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.place._atlas.Odds",
    .tp_basicsize = sizeof(Odds),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Odds, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = odds_new,
    .tp_dealloc = (destructor)odds_dealloc,
    .tp_doc = "Odds(weights, cls): the odds that a text means a place.",
};
