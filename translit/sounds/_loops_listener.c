/* What the readings of a word are worth: Listener and the shares of loops.py, the signs of whole.py. */
#include "_loops.h"
#include <math.h>
#include <string.h>

/* ---- the listener of loops.py ---- */

typedef struct {
    PyObject_HEAD
    Reader *reader;
    PyObject *gains; /* of native forms: nats, a dict or Gains */
    PyObject *known; /* … their full spellings and the patterns of their vowels */
    PyObject *before_i;      /* letters that a spelling's last i may stand for */
    double vowels, ending;
} Listener;

/* The nats a reading loses for other vowels than its row has (what is known of it), or where the i at the end is
 * lost; below 0 with an error. */
static double loss_of(const Listener *self, PyObject *native, PyObject *known, PyObject *pattern)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(pattern), letters = PyUnicode_GET_LENGTH(native);
    if (!size)
        return 0;
    double loss = 0;
    if (letters && PyUnicode_READ_CHAR(pattern, size - 1) == 'i') {
        Py_ssize_t many = PyUnicode_GET_LENGTH(self->before_i);
        Py_UCS4 last = PyUnicode_READ_CHAR(native, letters - 1);
        loss = PyUnicode_FindChar(self->before_i, last, 0, many, 1) < 0 ? self->ending : 0;
    }
    if (!known)
        return loss;
    PyObject *others = PyTuple_Check(known) && PyTuple_GET_SIZE(known) == 2 ? PyTuple_GET_ITEM(known, 1) : NULL;
    if (!others || !PyTuple_Check(others))
        return PyErr_SetString(PyExc_TypeError, "spellings and patterns"), -1;
    double least = -1;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(others); at++) {
        double apart = patterns_apart(pattern, PyTuple_GET_ITEM(others, at));
        if (apart < 0)
            return -1;
        least = least < 0 || apart < least ? apart : least;
    }
    return least < 0 ? loss : loss + self->vowels * least;
}

static int sooner(const Heard *one, const Heard *other)
{
    return one->cost != other->cost ? one->cost < other->cost : PyUnicode_Compare(one->native, other->native) < 0;
}

/* The nats a reading gains, and what is known of it; below 0 with an error. */
static double gain_for(const Listener *self, PyObject *native, PyObject **known)
{
    if (Py_IS_TYPE(self->gains, &GainsType))
        return gained((const Gains *)self->gains, self->known, native, known);
    *known = PyDict_GetItemWithError(self->known, native);
    PyObject *gain = *known || !PyErr_Occurred() ? PyDict_GetItemWithError(self->gains, native) : NULL;
    return gain ? PyFloat_AsDouble(gain) : PyErr_Occurred() ? -1 : 0;
}

/* Weigh readings and put the cheapest first; -1 with an error, when they are forgotten. */
static int weigh(const Listener *self, PyObject *pattern, Heard *heard, Py_ssize_t count)
{
    for (Py_ssize_t at = 0; at < count; at++) {
        Heard one = heard[at];
        PyObject *known;
        double gain = gain_for(self, one.native, &known);
        double loss = gain < 0 ? gain : loss_of(self, one.native, known, pattern);
        if (gain < 0 || loss < 0 || PyErr_Occurred()) {
            forget(heard, count);
            return -1;
        }
        one.cost = one.cost - gain + loss;
        Py_ssize_t to = at;
        for (; to && sooner(&one, heard + to - 1); to--)
            heard[to] = heard[to - 1];
        heard[to] = one;
    }
    return 0;
}

/* costs(word, pattern, beam, within) */
static PyObject *listener_costs(Listener *self, PyObject *args)
{
    PyObject *word, *pattern;
    Py_ssize_t count = 0;
    int beam;
    double within;
    if (!PyArg_ParseTuple(args, "UUid", &word, &pattern, &beam, &within))
        return NULL;
    Heard *heard = hear(self->reader, word, beam, within, &count);
    return heard && weigh(self, pattern, heard, count) == 0 ? pairs(heard, count) : NULL;
}

/* sought(word, pattern, listed, first, lead, beam, within): the costs of a first look (beam and within), where the
 * best of them leads and is listed or known, or else of a second; and did the first do? */
static PyObject *listener_sought(Listener *self, PyObject *args)
{
    PyObject *word, *pattern, *listed;
    Py_ssize_t count = 0;
    int first, beam;
    double near, lead, within;
    if (!PyArg_ParseTuple(args, "UUO(id)did", &word, &pattern, &listed, &first, &near, &lead, &beam, &within))
        return NULL;
    Heard *heard = hear(self->reader, word, first, near, &count);
    if (!heard || weigh(self, pattern, heard, count) < 0)
        return NULL;
    int sure = count == 1 || (count && heard[1].cost - heard[0].cost > lead);
    if (sure && !(sure = PyDict_Contains(self->known, heard[0].native)))
        sure = PySet_Contains(listed, heard[0].native);
    if (sure <= 0) {
        forget(heard, count);
        heard = sure < 0 ? NULL : hear(self->reader, word, beam, within, &count);
        if (!heard || weigh(self, pattern, heard, count) < 0)
            return NULL;
    }
    PyObject *costs = pairs(heard, count);
    return costs ? Py_BuildValue("NO", costs, sure ? Py_True : Py_False) : NULL;
}

static int listener_init(Listener *self, PyObject *args, PyObject *kwargs)
{
    if (self->reader)
        return PyErr_SetString(PyExc_TypeError, "made already"), -1;
    if (!PyArg_ParseTuple(args, "O!OO!Udd", &ReaderType, &self->reader, &self->gains, &PyDict_Type, &self->known,
                          &self->before_i, &self->vowels, &self->ending)) {
        self->reader = NULL;
        self->gains = self->known = self->before_i = NULL;
        return -1;
    }
    Py_INCREF(self->reader);
    Py_INCREF(self->gains);
    Py_INCREF(self->known);
    Py_INCREF(self->before_i);
    if (!PyDict_Check(self->gains) && !(Py_IS_TYPE(self->gains, &GainsType) && ((Gains *)self->gains)->lined.lines))
        return PyErr_SetString(PyExc_TypeError, "gains"), -1;
    return 0;
}

static void listener_dealloc(Listener *self)
{
    Py_XDECREF(self->reader);
    Py_XDECREF(self->gains);
    Py_XDECREF(self->known);
    Py_XDECREF(self->before_i);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef listener_methods[] = {
    {"costs", (PyCFunction)listener_costs, METH_VARARGS, "The readings of a spelling, the cheapest first."},
    {"sought", (PyCFunction)listener_sought, METH_VARARGS, "The same by a first look, where that does, or a second."},
    {NULL, NULL, 0, NULL}};

PyTypeObject ListenerType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._loops.Listener",
    .tp_basicsize = sizeof(Listener),
    .tp_dealloc = (destructor)listener_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Reads a spelling and weighs what is known of its readings.",
    .tp_methods = listener_methods,
    .tp_init = (initproc)listener_init,
    .tp_new = PyType_GenericNew,
};

/* shares(costs, warmth, least, more): what each reading is likely to be, dropped where that is too little. */
PyObject *shares(PyObject *module, PyObject *args)
{
    PyObject *costs, *found = NULL;
    double warmth, least, more, total = 0;
    if (!PyArg_ParseTuple(args, "O!ddd", &PyList_Type, &costs, &warmth, &least, &more))
        return NULL;
    Py_ssize_t count = PyList_GET_SIZE(costs), kept = 0;
    double *odds = PyMem_Malloc(((size_t)count + 1) * sizeof *odds);
    if (!odds)
        return PyErr_NoMemory();
    double best = 0;
    for (Py_ssize_t at = 0; at < count; at++) {
        PyObject *pair = PyList_GET_ITEM(costs, at);
        int fits = PyTuple_Check(pair) && PyTuple_GET_SIZE(pair) == 2;
        double cost = fits ? PyFloat_AsDouble(PyTuple_GET_ITEM(pair, 0)) : 0;
        if (!fits || PyErr_Occurred()) {
            PyErr_SetString(PyExc_TypeError, "pairs of cost and letters");
            goto end;
        }
        best = at ? best : cost;
        odds[at] = exp(warmth * (best - cost));
        total += odds[at];
    }
    total *= more;
    for (Py_ssize_t at = 0; at < count; at++)
        kept += odds[at] > least * total;
    found = PyTuple_New(kept);
    kept = 0;
    for (Py_ssize_t at = 0; found && at < count; at++)
        if (odds[at] > least * total) {
            PyObject *share = PyFloat_FromDouble(odds[at] / total), *pair = share ? PyTuple_New(2) : NULL;
            if (!pair) {
                Py_XDECREF(share);
                Py_CLEAR(found);
                break;
            }
            PyTuple_SET_ITEM(pair, 0, Py_NewRef(PyTuple_GET_ITEM(PyList_GET_ITEM(costs, at), 1)));
            PyTuple_SET_ITEM(pair, 1, share);
            PyObject_GC_UnTrack(pair); /* part of no ring, as below */
            PyTuple_SET_ITEM(found, kept++, pair);
        }
    if (found && kept)
        PyObject_GC_UnTrack(found);
end:
    PyMem_Free(odds);
    return found;
}

/* ---- the signs of whole.py ---- */

typedef struct { /* the name of a sign, while it is put together */
    Py_UCS4 letters[16];
    Py_ssize_t size;
} Sign;

/* Some letters of a text, of its end where `many` is below 0. */
static void add_some(Sign *sign, PyObject *text, int many)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(text), first = many < 0 && size > -many ? size + many : 0;
    for (Py_ssize_t at = first; at < size && at < first + (many < 0 ? -many : many); at++)
        sign->letters[sign->size++] = PyUnicode_READ_CHAR(text, at);
}

static void add_mark(Sign *sign, Py_UCS4 mark)
{
    sign->letters[sign->size++] = mark;
}

/* Add what the weights have for some letters, if anything; -1 with an error. */
static int add_weight(double *total, PyObject *weights, const Py_UCS4 *letters, Py_ssize_t size)
{
    PyObject *name = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, letters, size);
    PyObject *weight = name ? PyDict_GetItemWithError(weights, name) : NULL;
    Py_XDECREF(name);
    if (weight)
        *total += PyFloat_AsDouble(weight);
    return PyErr_Occurred() ? -1 : 0;
}

#define CYRILLIC 0x400 /* … to 0x4FF: letters whose weights are laid side by side for all readings of a spelling */
#define LAID 256

/* Lay the weights of letters side by side; -1 with an error. */
static int lay(PyObject *letters, double *laid)
{
    PyObject *letter, *weight;
    memset(laid, 0, LAID * sizeof *laid);
    for (Py_ssize_t next = 0; PyDict_Next(letters, &next, &letter, &weight);) {
        Py_UCS4 code = PyUnicode_Check(letter) && PyUnicode_GET_LENGTH(letter) == 1 ? PyUnicode_READ_CHAR(letter, 0) : 0;
        if (code >= CYRILLIC && code < CYRILLIC + LAID)
            laid[code - CYRILLIC] = PyFloat_AsDouble(weight);
    }
    return PyErr_Occurred() ? -1 : 0;
}

/* The nats that a reading gains by its ends, and by its letters, whose weights are `laid`; -1 with an error. */
static int gain_of(PyObject *native, PyObject *plain, PyObject *weights, PyObject *letters, const double *laid, double *gain)
{
    static const struct { /* of a sign: letters of the reading, of the spelling, and what stands around */
        int native, plain;
        const char *before, *after;
    } shapes[] = {{-2, -2, "", ""}, {-3, -2, "", ""}, {-3, 0, "", "$"}, {-4, 0, "", "$$"}, {2, 2, "^", ""}, {2, 0, "^", ""}};
    double ends = 0, spelt = 0;
    for (size_t at = 0; at < sizeof shapes / sizeof *shapes; at++) {
        Sign sign = {{0}, 0};
        for (const char *mark = shapes[at].before; *mark; mark++)
            add_mark(&sign, (Py_UCS4)*mark);
        add_some(&sign, native, shapes[at].native);
        if (shapes[at].plain) {
            add_mark(&sign, '|');
            add_some(&sign, plain, shapes[at].plain);
        }
        for (const char *mark = shapes[at].after; *mark; mark++)
            add_mark(&sign, (Py_UCS4)*mark);
        if (add_weight(&ends, weights, sign.letters, sign.size) < 0)
            return -1;
    }
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(native); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(native, at);
        if (letter >= CYRILLIC && letter < CYRILLIC + LAID)
            spelt += laid[letter - CYRILLIC];
        else if (add_weight(&spelt, letters, &letter, 1) < 0)
            return -1;
    }
    *gain = ends + spelt;
    return 0;
}

/* gains(natives, plain, weights, letters) */
PyObject *gains(PyObject *module, PyObject *args)
{
    PyObject *natives, *plain, *weights, *letters;
    double laid[LAID];
    if (!PyArg_ParseTuple(args, "O!UO!O!", &PyList_Type, &natives, &plain, &PyDict_Type, &weights, &PyDict_Type,
                          &letters) || lay(letters, laid) < 0)
        return NULL;
    PyObject *found = PyList_New(PyList_GET_SIZE(natives));
    for (Py_ssize_t at = 0; found && at < PyList_GET_SIZE(natives); at++) {
        PyObject *native = PyList_GET_ITEM(natives, at), *gain = NULL;
        double told;
        if (!PyUnicode_Check(native))
            PyErr_SetString(PyExc_TypeError, "readings are texts");
        else if (gain_of(native, plain, weights, letters, laid, &told) == 0)
            gain = PyFloat_FromDouble(told);
        if (gain)
            PyList_SET_ITEM(found, at, gain);
        else
            Py_CLEAR(found);
    }
    return found;
}
