/* The Judge: what judge.py calls. */
#include "_pair.h"

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

PyTypeObject JudgeType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.comparison._pair.Judge",
    .tp_basicsize = sizeof(Judge),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Judge(language, weights, traits, odds, calls): lays two names beside each other and scores them.",
    .tp_methods = judge_methods,
    .tp_new = judge_new,
    .tp_dealloc = (destructor)judge_dealloc,
};
