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

/* Let go of the last two names. */
static void forget(Judge *self)
{
    PyObject *given[3];
    memcpy(given, self->last.given, sizeof given);
    memset(self->last.given, 0, sizeof given);
    for (int at = 0; at < 3; at++)
        Py_XDECREF(given[at]);
}

/* Keep how two names are laid: whoever has asked for their score may ask for that next. */
static void keep(Judge *self, PyObject *const *args, const Table *table, double score)
{
    forget(self);
    Last *last = &self->last;
    for (int at = 0; at < 3; at++)
        last->given[at] = Py_NewRef(args[at]);
    last->one_row = (char)PyObject_IsTrue(args[3]);
    last->bounded = (char)PyObject_IsTrue(args[4]);
    last->score = score;
    last->lefts = table->lefts;
    last->rights = table->rights;
    last->pairs = table->pairs;
    for (int at = 0; at < table->lefts; at++) {
        last->left[at] = table->left[at];
        last->left_taken[at] = table->left_taken[at];
    }
    for (int at = 0; at < table->rights; at++) {
        last->right[at] = table->right[at];
        last->right_taken[at] = table->right_taken[at];
    }
    for (int at = 0; at < table->pairs; at++) {
        last->ones[at] = table->ones[at];
        last->twos[at] = table->twos[at];
        last->cells[at] = table->cells[table->ones[at]][table->twos[at]];
    }
}

/* Are two names, with what else is given, those that were judged last? */
static int is_last(const Judge *self, PyObject *const *args, Py_ssize_t count)
{
    const Last *last = &self->last;
    return count == 5 && last->given[0] && last->given[0] == args[0] && last->given[1] == args[1] &&
           last->given[2] == args[2] && last->one_row == PyObject_IsTrue(args[3]) && last->bounded == PyObject_IsTrue(args[4]);
}

static PyObject *judge_score(Judge *self, PyObject *const *args, Py_ssize_t count)
{
    Table table;
    double score;
    int found = opened(self, args, count, &table, &score);
    if (found <= 0)
        return found < 0 ? NULL : Py_NewRef(Py_None);
    keep(self, args, &table, score);
    return PyFloat_FromDouble(score);
}

static PyObject *alone(Token *const *tokens, const char *taken, int count)
{
    PyObject *found = PyList_New(0);
    for (int at = 0; found && at < count; at++)
        if (!taken[at] && PyList_Append(found, (PyObject *)tokens[at]) < 0)
            Py_CLEAR(found);
    return found;
}

/* How the last two names are laid, told to Python. */
static PyObject *told_last(const Last *last)
{
    PyObject *pairs = PyList_New(last->pairs);
    for (int at = 0; pairs && at < last->pairs; at++) {
        const Cell *cell = &last->cells[at];
        PyObject *pair = Py_BuildValue("OOddii", last->left[last->ones[at]], last->right[last->twos[at]], cell->far,
                                       cell->like, cell->relation, cell->reason);
        if (pair)
            PyList_SET_ITEM(pairs, at, pair);
        else
            Py_CLEAR(pairs);
    }
    PyObject *left = alone(last->left, last->left_taken, last->lefts);
    PyObject *right = alone(last->right, last->right_taken, last->rights);
    if (!pairs || !left || !right) {
        Py_XDECREF(pairs);
        Py_XDECREF(left);
        Py_XDECREF(right);
        return NULL;
    }
    return Py_BuildValue("dNNN", last->score, pairs, left, right);
}

static PyObject *judge_laid(Judge *self, PyObject *const *args, Py_ssize_t count)
{
    Table table;
    double score;
    if (!is_last(self, args, count)) {
        int found = opened(self, args, count, &table, &score);
        if (found <= 0)
            return found < 0 ? NULL : Py_NewRef(Py_None);
        keep(self, args, &table, score);
    }
    Last last = self->last; /* and what it is of is held: another thread may be given the judge meanwhile */
    for (int at = 0; at < 3; at++)
        Py_INCREF(last.given[at]);
    PyObject *told = told_last(&last);
    for (int at = 0; at < 3; at++)
        Py_DECREF(last.given[at]);
    return told;
}

static int numbers(PyObject *from, double *to, Py_ssize_t count)
{
    for (Py_ssize_t at = 0; at < count; at++)
        to[at] = PyFloat_AsDouble(PyTuple_GET_ITEM(from, at));
    return PyErr_Occurred() ? -1 : 0;
}

static void judge_dealloc(Judge *self)
{
    forget(self);
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
