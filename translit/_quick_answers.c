/* The answers that are remembered, by what was asked: a word, or a tuple of values.
 *
 * Most words of a list come again after some thousand others, when a dictionary of Python's has left the caches of the
 * processor: its header, its index, its entry and the word beside it are four times a wait for memory, and a name asks
 * some thirty. Here a place has all but the word, and its address asks for nothing but what is in use. */
#include "_quick.h"

#define FEWEST 8 /* places */

/* The hash of what is asked, -1 with an error: that of a lone word, whose count is 0, or one of several values. */
Py_hash_t hash_of(PyObject *const *asked, Py_ssize_t count)
{
    if (!count)
        return PyObject_Hash(asked[0]);
    size_t all = 0x345678 + (size_t)count;
    for (Py_ssize_t at = 0; at < count; at++) {
        Py_hash_t one = PyObject_Hash(asked[at]);
        if (one == -1)
            return -1;
        all = (all ^ (size_t)one) * (size_t)0x9E3779B97F4A7C15ULL;
        all ^= all >> 29;
    }
    return all == (size_t)-1 ? -2 : (Py_hash_t)all;
}

/* Are two values, of one hash where they are words, the same? -1 with an error. */
static int alike(PyObject *one, PyObject *two)
{
    if (one == two)
        return 1;
    if (PyUnicode_CheckExact(one) && PyUnicode_CheckExact(two) && PyUnicode_IS_READY(one) && PyUnicode_IS_READY(two)) {
        Py_ssize_t size = PyUnicode_GET_LENGTH(one);
        int kind = PyUnicode_KIND(one);
        return size == PyUnicode_GET_LENGTH(two) && kind == (int)PyUnicode_KIND(two) &&
               !memcmp(PyUnicode_DATA(one), PyUnicode_DATA(two), (size_t)size * kind);
    }
    Py_INCREF(one);
    Py_INCREF(two);
    int found = PyObject_RichCompareBool(one, two, Py_EQ);
    Py_DECREF(one);
    Py_DECREF(two);
    return found;
}

/* Is that what was asked? A lone word is its own key, several values are in a tuple. */
static int is_asked(PyObject *key, PyObject *const *asked, Py_ssize_t count)
{
    if (!count)
        return alike(key, asked[0]);
    if (!PyTuple_CheckExact(key) || PyTuple_GET_SIZE(key) != count)
        return 0;
    int found = 1;
    Py_INCREF(key);
    for (Py_ssize_t at = 0; at < count && found > 0; at++)
        found = alike(PyTuple_GET_ITEM(key, at), asked[at]);
    Py_DECREF(key);
    return found;
}

/* The place of what is asked, or that where it belongs; NULL with an error. Comparing may run code that moves all. */
static Place *place_for(Answers *self, PyObject *const *asked, Py_ssize_t count, Py_hash_t hash)
{
    for (;;) {
        Place *places = self->places, *place;
        Py_ssize_t used = self->used;
        size_t at = (size_t)hash & (size_t)self->mask;
        int is = 0;
        for (; (place = places + at)->found; at = (at + 1) & (size_t)self->mask) {
            PyObject *key = place->asked;
            if (place->hash != hash)
                continue;
            is = is_asked(key, asked, count);
            if (is < 0)
                return NULL;
            if (places != self->places || used != self->used || place->asked != key)
                break;
            if (is)
                return place;
        }
        if (!place->found && places == self->places)
            return place;
    }
}

/* Where what was asked is remembered: 1 and a new reference to its answer; 0 where it is not, -1 with an error. */
int answer_to(Answers *self, PyObject *const *asked, Py_ssize_t count, Py_hash_t hash, PyObject **found)
{
    const Place *place = place_for(self, asked, count, hash);
    if (!place)
        return -1;
    *found = Py_XNewRef(place->found);
    return *found != NULL;
}

/* Take twice as many places. */
static int grown(Answers *self)
{
    Py_ssize_t mask = 2 * self->mask + 1;
    Place *places = PyMem_Calloc((size_t)mask + 1, sizeof(Place)), *old = self->places;
    if (!places) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t from = 0; from <= self->mask; from++) {
        size_t at = (size_t)old[from].hash & (size_t)mask;
        if (!old[from].found)
            continue;
        while (places[at].found)
            at = (at + 1) & (size_t)mask;
        places[at] = old[from];
    }
    self->places = places;
    self->mask = mask;
    PyMem_Free(old);
    return 0;
}

/* Forget all; what was remembered may do something when it goes, and finds an empty room. */
static int emptied(Answers *self)
{
    Place *old = self->places, *places = PyMem_Calloc(FEWEST, sizeof(Place));
    Py_ssize_t mask = self->mask;
    if (!places) {
        PyErr_NoMemory();
        return -1;
    }
    self->places = places;
    self->mask = FEWEST - 1;
    self->used = 0;
    for (Py_ssize_t at = 0; old && at <= mask; at++)
        if (old[at].found) {
            Py_DECREF(old[at].asked);
            Py_DECREF(old[at].found);
        }
    PyMem_Free(old);
    return 0;
}

/* Remember an answer, where there are `size` of them already it alone; 0, or -1 with an error. */
int answered(Answers *self, PyObject *asked, Py_ssize_t count, Py_hash_t hash, PyObject *found, Py_ssize_t size)
{
    if ((self->used >= size && emptied(self) < 0) || (3 * (self->used + 1) > 2 * self->mask && grown(self) < 0))
        return -1;
    Place *place = place_for(self, count ? &PyTuple_GET_ITEM(asked, 0) : &asked, count, hash);
    if (!place)
        return -1;
    if (place->found) { /* another has answered meanwhile */
        PyObject *old = place->found;
        place->found = Py_NewRef(found);
        Py_DECREF(old);
        return 0;
    }
    *place = (Place){hash, Py_NewRef(asked), Py_NewRef(found)};
    self->used++;
    return 0;
}

static PyObject *answers_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    Answers *self = (Answers *)type->tp_alloc(type, 0);
    if (self && emptied(self) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static void answers_dealloc(Answers *self)
{
    for (Py_ssize_t at = 0; self->places && at <= self->mask; at++) {
        Py_XDECREF(self->places[at].asked);
        Py_XDECREF(self->places[at].found);
    }
    PyMem_Free(self->places);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *answers_clear(Answers *self, PyObject *none)
{
    return emptied(self) < 0 ? NULL : Py_NewRef(Py_None);
}

static PyMethodDef answers_methods[] = {
    {"clear", (PyCFunction)answers_clear, METH_NOARGS, "Forget all."}, {NULL, NULL, 0, NULL}};

PyTypeObject AnswersType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._quick.Answers",
    .tp_basicsize = sizeof(Answers),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = answers_new,
    .tp_dealloc = (destructor)answers_dealloc,
    .tp_methods = answers_methods,
    .tp_doc = "Answers(): what was answered for one set of tables.",
};
