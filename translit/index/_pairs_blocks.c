/* The blocks of a name, and the postings of names: blocks.py, and posted() of postings.py. */
#include "_pairs.h"

PyObject *own_name, *near_name, *letter_name, *initial_name;

/* The number of a pair of faces, whichever is named first. */
static uint64_t together(uint64_t one, uint64_t other) {
    return ((one + other) * MIX + (one ^ other) * (MIX >> 7 | 1)) >> 20 & MASK;
}

static uint64_t single(uint64_t number) { return (number * MIX >> 20 & MASK) | ALONE; }

/* What blocks.py's Faces has, and what is told of the part beside it. */
typedef struct {
    uint64_t own[FACES], near[FACES], letter, rough;
    int own_size, near_size, initial, father;
} Part;

static int numbers_of(PyObject *faces, PyObject *name, uint64_t *found) {
    PyObject *some = PyObject_GetAttr(faces, name);
    int size = -1;
    if (some && PyTuple_Check(some) && PyTuple_GET_SIZE(some) <= FACES) {
        size = (int)PyTuple_GET_SIZE(some);
        for (int at = 0; at < size; at++)
            found[at] = PyLong_AsUnsignedLongLong(PyTuple_GET_ITEM(some, at));
    }
    Py_XDECREF(some);
    return PyErr_Occurred() ? -1 : size;
}

/* Open a part; 0 where it has too many faces. */
static int part_of(PyObject *told, Part *part) {
    PyObject *faces, *letter = NULL, *initial = NULL;
    unsigned long long rough;
    if (!PyArg_ParseTuple(told, "OpK", &faces, &part->father, &rough))
        return 0;
    part->rough = rough;
    part->own_size = numbers_of(faces, own_name, part->own);
    part->near_size = numbers_of(faces, near_name, part->near);
    letter = PyObject_GetAttr(faces, letter_name);
    initial = PyObject_GetAttr(faces, initial_name);
    if (letter && initial) {
        part->letter = PyLong_AsUnsignedLongLong(letter);
        part->initial = PyObject_IsTrue(initial);
    }
    Py_XDECREF(letter);
    Py_XDECREF(initial);
    return !PyErr_Occurred() && part->own_size > 0 && part->near_size >= 0;
}

/* The blocks of two parts together. */
static int pair_up(const Part *one, const Part *other, Row *pairs, Row *alone) {
    int full = !one->initial && !other->initial, tolerant = !one->father && !other->father, bad = 0;
    for (int at = 0; full && at < one->own_size; at++)
        for (int to = 0; to < other->own_size; to++)
            bad |= add(pairs, together(one->own[at], other->own[to]));
    if (full && tolerant) {
        for (int at = 0; at < one->near_size; at++)
            bad |= add(pairs, together(one->near[at], other->own[0]));
        for (int at = 0; at < other->near_size; at++)
            bad |= add(pairs, together(one->own[0], other->near[at]));
        bad |= add(pairs, together(one->rough, other->rough));
    }
    bad |= add(alone, single(together(other->own[0], one->letter)));
    bad |= add(alone, single(together(one->own[0], other->letter)));
    return bad;
}

/* A tuple of the numbers in order, each once. */
static PyObject *tuple_of(Row *row) {
    if (sort(row->numbers, row->size) < 0)
        return PyErr_NoMemory();
    Py_ssize_t kept = 0;
    for (Py_ssize_t at = 0; at < row->size; at++)
        if (!at || row->numbers[at] != row->numbers[kept - 1])
            row->numbers[kept++] = row->numbers[at];
    PyObject *found = PyTuple_New(kept);
    for (Py_ssize_t at = 0; found && at < kept; at++) {
        PyObject *number = PyLong_FromUnsignedLongLong(row->numbers[at]);
        if (!number)
            Py_CLEAR(found);
        else
            PyTuple_SET_ITEM(found, at, number);
    }
    return found;
}

PyObject *blocks(PyObject *self, PyObject *arguments) {
    PyObject *told, *whole, *found = NULL;
    if (!PyArg_ParseTuple(arguments, "O!O!", &PyList_Type, &told, &PyTuple_Type, &whole))
        return NULL;
    int size = (int)PyList_GET_SIZE(told), bad = 0;
    Row pairs = {0}, alone = {0};
    Part *parts = malloc((size + 1) * sizeof *parts);
    if (!parts)
        return PyErr_NoMemory();
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(whole); at++)
        bad |= add(&pairs, PyLong_AsUnsignedLongLong(PyTuple_GET_ITEM(whole, at)));
    if (PyErr_Occurred())
        goto done;
    for (int at = 0; at < size; at++) {
        Part *one = parts + at;
        if (!part_of(PyList_GET_ITEM(told, at), one)) {
            if (!PyErr_Occurred())
                found = Py_NewRef(Py_None);
            goto done;
        }
        for (int face = 0; !one->initial && face < one->own_size; face++)
            bad |= add(&alone, single(one->own[face]));
        for (int before = 0; before < at; before++)
            bad |= pair_up(one, parts + before, &pairs, &alone);
    }
    if (size == 1) {
        for (int at = 0; at < parts->near_size; at++)
            bad |= add(&pairs, together(parts->near[at], 3));
        bad |= add(&pairs, together(parts->own[0], 3));
    }
    if (bad)
        PyErr_NoMemory();
    else
        found = Py_BuildValue("NN", tuple_of(&pairs), tuple_of(&alone));
done:
    free(parts);
    free(pairs.numbers);
    free(alone.numbers);
    return found;
}

PyObject *posted(PyObject *self, PyObject *filed) {
    PyObject *some = PySequence_Fast(filed, "filed must be a sequence"), *found = NULL;
    Row shelves[SHELVES] = {{0}};
    if (!some)
        return NULL;
    for (Py_ssize_t at = 0; at < PySequence_Fast_GET_SIZE(some); at++) {
        PyObject *groups[2];
        unsigned long long low;
        if (!PyArg_ParseTuple(PySequence_Fast_GET_ITEM(some, at), "KO!O!", &low, &PyTuple_Type, groups,
                              &PyTuple_Type, groups + 1))
            goto done;
        for (int group = 0; group < 2; group++)
            for (Py_ssize_t to = 0; to < PyTuple_GET_SIZE(groups[group]); to++) {
                uint64_t block = PyLong_AsUnsignedLongLong(PyTuple_GET_ITEM(groups[group], to));
                if (PyErr_Occurred())
                    goto done;
                if (add(shelves + (block >> (BITS - SHELF) & (SHELVES - 1)), block << SHIFT | low) < 0) {
                    PyErr_NoMemory();
                    goto done;
                }
            }
    }
    found = PyList_New(SHELVES);
    for (int shelf = 0; found && shelf < SHELVES; shelf++) {
        Row *row = shelves + shelf;
        PyObject *one = PyBytes_FromStringAndSize((char *)row->numbers, row->size * sizeof *row->numbers);
        if (!one)
            Py_CLEAR(found);
        else
            PyList_SET_ITEM(found, shelf, one);
    }
done:
    for (int shelf = 0; shelf < SHELVES; shelf++)
        free(shelves[shelf].numbers);
    Py_DECREF(some);
    return found;
}
