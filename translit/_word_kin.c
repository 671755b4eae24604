/* How far a neighbour's word is from a Russian one (sounds/cognates.py): the cheapest path from one to the other. */
#include "_word.h"
#include <math.h>
#include <stddef.h>

#define KNOWN 64   /* letters that words are of, at most; 0 stands for none */
#define LONGEST 3  /* letters that become others together */
#define BECOMES 8  /* letters that they become, at most */
#define SPELT 48   /* letters of a word, its edges with them; longer ones are left to Python */

typedef struct { /* letters, the letters they become, and what that costs */
    uint8_t size, put_size, find[LONGEST], put[BECOMES];
    double cost;
} Change;

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *guess; /* of two letters, each perhaps "": what one costs beside the other */
    double never;
    double guessed[KNOWN][KNOWN]; /* NAN: not asked yet */
    Py_UCS4 letters[KNOWN];
    int known;
    Change *changes;
    Py_ssize_t count;
} Path;

/* The number of a letter; -1 where there are too many. */
static int number_of(Path *self, Py_UCS4 letter)
{
    for (int at = 1; at < self->known; at++)
        if (self->letters[at] == letter)
            return at;
    if (self->known == KNOWN)
        return -1;
    self->letters[self->known] = letter;
    return self->known++;
}

/* The numbers of a word's letters; how many, or -1 where there is no room. */
static int numbers_of(Path *self, PyObject *word, uint8_t *found, Py_ssize_t room)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(word);
    if (size > room)
        return -1;
    for (Py_ssize_t at = 0; at < size; at++) {
        int number = number_of(self, PyUnicode_READ_CHAR(word, at));
        if (number < 0)
            return -1;
        found[at] = (uint8_t)number;
    }
    return (int)size;
}

static PyObject *letter_of(const Path *self, int number)
{
    return number ? PyUnicode_FromOrdinal((int)self->letters[number]) : PyUnicode_New(0, 0);
}

/* What one letter costs beside another; NAN with an error. */
static double guessed(Path *self, int left, int right)
{
    double *cost = &self->guessed[left][right];
    if (isnan(*cost) && !PyErr_Occurred()) {
        PyObject *one = letter_of(self, left), *other = letter_of(self, right);
        PyObject *told = one && other ? PyObject_CallFunctionObjArgs(self->guess, one, other, NULL) : NULL;
        *cost = told ? PyFloat_AsDouble(told) : NAN;
        Py_XDECREF(one);
        Py_XDECREF(other);
        Py_XDECREF(told);
        if (PyErr_Occurred())
            *cost = NAN;
    }
    return *cost;
}

static void lower(double *cost, double other)
{
    if (other < *cost)
        *cost = other;
}

static int stands(const uint8_t *letters, int size, const uint8_t *word, int at, int end)
{
    return at + size <= end && !memcmp(letters, word + at, size);
}

/* path(left, right): as `apart` in cognates.py; None for words that are left to Python. */
static PyObject *path_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Path *self = (Path *)callable;
    if (PyVectorcall_NARGS(flags) != 2 || names || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "two words");
    uint8_t left[SPELT], right[SPELT];
    int size = numbers_of(self, args[0], left, SPELT), width = numbers_of(self, args[1], right, SPELT);
    if (size < 0 || width < 0)
        Py_RETURN_NONE;
    double rows[SPELT + 1][SPELT + 1];
    for (int i = 0; i <= size; i++)
        for (int j = 0; j <= width; j++)
            rows[i][j] = self->never * (width + size);
    rows[0][0] = 0.0;
    for (int i = 0; i <= size; i++) {
        for (int j = 0; j <= width; j++) {
            double now = rows[i][j];
            if (j < width)
                lower(&rows[i][j + 1], now + guessed(self, 0, right[j]));
            if (j < width && i < size)
                lower(&rows[i + 1][j + 1], now + guessed(self, left[i], right[j]));
            if (i < size)
                lower(&rows[i + 1][j], now + guessed(self, left[i], 0));
        }
        for (Py_ssize_t at = 0; at < self->count; at++) {
            const Change *change = &self->changes[at];
            if (!stands(change->find, change->size, left, i, size))
                continue;
            for (int j = 0; j + change->put_size <= width; j++)
                if (stands(change->put, change->put_size, right, j, width))
                    lower(&rows[i + change->size][j + change->put_size], rows[i][j] + change->cost);
        }
    }
    return PyErr_Occurred() ? NULL : PyFloat_FromDouble(rows[size][width]);
}

/* Keep what some letters become; -1 with an error. */
static int add_changes(Path *self, PyObject *find, PyObject *becomes)
{
    PyObject *put, *cost;
    Py_ssize_t at = 0;
    if (PyUnicode_Check(find) && PyUnicode_GET_LENGTH(find) > LONGEST)
        return 0; /* no such letters are looked for */
    while (PyDict_Next(becomes, &at, &put, &cost)) {
        Change *changes = PyMem_Realloc(self->changes, (self->count + 1) * sizeof(Change));
        if (!changes) {
            PyErr_NoMemory();
            return -1;
        }
        self->changes = changes;
        Change *change = &changes[self->count++];
        int size = PyUnicode_Check(find) ? numbers_of(self, find, change->find, LONGEST) : -1;
        int put_size = PyUnicode_Check(put) ? numbers_of(self, put, change->put, BECOMES) : -1;
        change->cost = PyFloat_AsDouble(cost);
        if (size < 1 || put_size < 0) {
            PyErr_SetString(PyExc_ValueError, "one to three letters become a few");
            return -1;
        }
        change->size = (uint8_t)size;
        change->put_size = (uint8_t)put_size;
    }
    return PyErr_Occurred() ? -1 : 0;
}

/* Path(costs, guess, never) */
static PyObject *path_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *costs, *guess, *find, *becomes;
    Py_ssize_t at = 0;
    double never;
    if (!PyArg_ParseTuple(args, "O!Od", &PyDict_Type, &costs, &guess, &never))
        return NULL;
    Path *self = (Path *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = path_call;
    self->guess = Py_NewRef(guess);
    self->never = never;
    self->known = 1;
    for (int left = 0; left < KNOWN; left++)
        for (int right = 0; right < KNOWN; right++)
            self->guessed[left][right] = NAN;
    while (PyDict_Next(costs, &at, &find, &becomes))
        if (!PyDict_Check(becomes) || add_changes(self, find, becomes) < 0) {
            if (!PyErr_Occurred())
                PyErr_SetString(PyExc_TypeError, "what letters become, with its cost");
            Py_DECREF(self);
            return NULL;
        }
    return (PyObject *)self;
}

static void path_dealloc(Path *self)
{
    PyMem_Free(self->changes);
    Py_XDECREF(self->guess);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject PathType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Path",
    .tp_basicsize = sizeof(Path),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Path, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = path_new,
    .tp_dealloc = (destructor)path_dealloc,
    .tp_doc = "Path(costs, guess, never): how far two spelt words are apart.",
};
