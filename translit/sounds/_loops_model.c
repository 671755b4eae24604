/* The two back-off models of packed.py, made ready for the search of _loops_reader.c: what every step asks of a node is
 * put side by side. */
#include "_loops.h"

static const void *array(const Reader *self, const char *name, Py_ssize_t *count, Py_ssize_t size)
{
    PyObject *found = PyDict_GetItemString(self->arrays, name);
    if (!found || !PyBytes_Check(found)) {
        PyErr_Format(PyExc_ValueError, "no array %s", name);
        return NULL;
    }
    *count = PyBytes_GET_SIZE(found) / size;
    return PyBytes_AS_STRING(found);
}

static int ready(Model *model)
{
    if (table_widen(&model->places) < 0)
        return -1;
    for (Py_ssize_t at = 0; at < model->nodes; at++)
        if (model->histories[at] && table_put(&model->places, model->histories[at], (int32_t)at) < 0)
            return -1;
    return 0;
}

/* Has the history before the last chunk of every node of the chunk model that chunk of its own, and is the node of the
 * longest shorter history the next to be asked? Then no chunk that a shorter history lends leads to a node of the
 * longer one, and a link tells the node after it. */
static int is_closed(const Reader *self)
{
    const Model *model = &self->chunks;
    for (Py_ssize_t at = 0; at < model->nodes; at++) {
        uint64_t before = model->histories[at] >> CHUNK;
        int32_t chunk = (int32_t)(model->histories[at] & (((uint64_t)1 << CHUNK) - 1)) - 1;
        if (model->histories[at] && model->lesses[at] != node_at(model, shorter(model->histories[at], CHUNK), CHUNK))
            return 0;
        if (!before) /* of one chunk: after no history */
            continue;
        int32_t state = table_get(&model->places, before), own = 0, stop = 0;
        if (state >= 0) {
            own = model->firsts[state];
            stop = model->firsts[state + 1];
        }
        while (own < stop && self->own[own] != chunk)
            own++;
        if (own == stop)
            return 0;
    }
    return 1;
}

/* What any letter costs at least after a node; of a shorter history it is asked first. */
static double least_of(const Reader *self, double *leasts, int32_t node)
{
    const Model *model = &self->letters;
    if (leasts[node] >= 0)
        return leasts[node]; /* told already */
    int32_t less = model->lesses[node];
    double least = less < 0 ? self->unseen : self->weighed[model->backs[node]] + least_of(self, leasts, less);
    for (int32_t own = model->firsts[node]; own < model->firsts[node + 1]; own++) {
        double cost = self->weighed[model->costs[own]];
        least = cost < least ? cost : least;
    }
    return leasts[node] = least;
}

/* Put together what a node of the letter model tells. */
static void spot_made(Reader *self, int32_t node, double least)
{
    const Model *model = &self->letters;
    Spot *spot = self->spots + node;
    spot->less = model->lesses[node];
    spot->first = model->firsts[node];
    spot->back = model->backs[node];
    spot->least = (uint16_t)(least < UINT16_MAX * GRAIN ? least / GRAIN : UINT16_MAX);
    for (int32_t own = spot->first; own < model->firsts[node + 1]; own++)
        spot->owns |= bit_of(self->followers[own]);
    for (int32_t own = spot->first; own < model->firsts[node + 1]; own++)
        self->steps[spot->first + rank_of(spot->owns, self->followers[own])] = model->costs[own];
}

/* The same of all nodes. -1 where memory ends, or with an error. */
static int spots_made(Reader *self)
{
    const Model *model = &self->letters;
    int32_t own = model->firsts[model->nodes], root = NONE;
    int16_t dearest = 0;
    for (int32_t at = 0; at < own; at++)
        dearest = model->costs[at] > dearest ? model->costs[at] : dearest;
    for (Py_ssize_t at = 0; at < model->nodes; at++) {
        dearest = model->backs[at] > dearest ? model->backs[at] : dearest;
        if (model->lesses[at] < 0 && root != NONE)
            return PyErr_SetString(PyExc_ValueError, "two nodes without a shorter history"), -1;
        root = model->lesses[at] < 0 ? (int32_t)at : root;
    }
    size_t nodes = (size_t)model->nodes, weighed = ((size_t)dearest + 1) * sizeof *self->weighed;
    self->room = wide(LINE + nodes * sizeof *self->spots + weighed + nodes * sizeof *self->afters +
                      ((size_t)own + 1) * sizeof *self->steps);
    double *leasts = PyMem_Malloc(nodes * sizeof *leasts);
    if (!self->room || !leasts || root == NONE) {
        PyMem_Free(leasts);
        return -1;
    }
    self->spots = (Spot *)(self->room + (LINE - (uintptr_t)self->room % LINE) % LINE);
    self->weighed = (double *)(self->spots + nodes);
    self->afters = (int32_t *)((char *)self->weighed + weighed);
    self->steps = (int16_t *)(self->afters + nodes);
    self->unseen = (nats(model->backs[root]) + model->unseen) * self->weight;
    for (int32_t cost = 0; cost <= dearest; cost++)
        self->weighed[cost] = nats((int16_t)cost) * self->weight;
    for (Py_ssize_t at = 0; at < model->nodes; at++)
        leasts[at] = -1;
    for (Py_ssize_t at = 0; at < model->nodes; at++)
        spot_made(self, (int32_t)at, least_of(self, leasts, (int32_t)at));
    PyMem_Free(leasts);
    return 0;
}

/* Tell of each node of the letter model the nodes that its letters lead to. 1 where these are all that are not of a
 * shorter history, 0 where the node after a letter must be looked for, -1 where memory ends. */
static int leads_made(Reader *self)
{
    const Model *model = &self->letters;
    int32_t *befores = PyMem_Calloc((size_t)model->nodes, sizeof *befores), led = 0;
    int all = self->afters && befores ? 1 : -1;
    for (Py_ssize_t at = 0; all > 0 && at < model->nodes; at++) {
        uint64_t history = model->histories[at], before = history >> LETTER;
        befores[at] = !history ? NONE : before ? table_get(&model->places, before) : 0;
        if (!history)
            continue;
        if (befores[at] < 0 || history >> LETTER * self->reach ||
            model->lesses[at] != node_at(model, shorter(history, LETTER), LETTER))
            all = 0;
        else
            self->spots[befores[at]].leads |= bit_of((uint8_t)history);
    }
    for (Py_ssize_t at = 0; all > 0 && at < model->nodes; at++) {
        self->spots[at].led = led;
        led += rank_of(self->spots[at].leads, BITS - 1) + (int32_t)(self->spots[at].leads >> (BITS - 1));
    }
    for (Py_ssize_t at = 0; all > 0 && at < model->nodes; at++)
        if (befores[at] >= 0) {
            const Spot *before = self->spots + befores[at];
            self->afters[before->led + rank_of(before->leads, (uint8_t)model->histories[at])] = (int32_t)at;
        }
    PyMem_Free(befores);
    return all;
}

#define TAKE(to, type, name) if (!((to) = (const type *)array(self, name, &count, sizeof(type)))) return -1

static int reader_init(Reader *self, PyObject *args, PyObject *kwargs)
{
    Py_ssize_t count;
    const uint64_t *keys;
    const int32_t *numbers;
    PyObject *written;
    if (self->arrays) {
        PyErr_SetString(PyExc_TypeError, "made already");
        return -1;
    }
    if (!PyArg_ParseTuple(args, "O!UUiddd", &PyDict_Type, &self->arrays, &self->alphabet, &written, &self->reach,
                          &self->weight, &self->chunks.unseen, &self->letters.unseen)) {
        self->arrays = self->alphabet = NULL;
        return -1;
    }
    Py_INCREF(self->arrays);
    Py_INCREF(self->alphabet);
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(written) && at < 255; at++)
        self->written[PyUnicode_READ_CHAR(written, at) & 0xFFFF] = (uint8_t)(at + 1);
    TAKE(self->letters.histories, uint64_t, "letters.histories");
    self->letters.nodes = count;
    TAKE(self->letters.backs, int16_t, "letters.backs");
    TAKE(self->letters.lesses, int32_t, "letters.lesses");
    TAKE(self->letters.firsts, int32_t, "letters.firsts");
    TAKE(self->letters.costs, int16_t, "letters.costs");
    TAKE(self->followers, uint8_t, "letters.then");
    TAKE(self->chunks.histories, uint64_t, "chunks.histories");
    self->chunks.nodes = count;
    TAKE(self->chunks.backs, int16_t, "chunks.backs");
    TAKE(self->chunks.lesses, int32_t, "chunks.lesses");
    TAKE(self->chunks.firsts, int32_t, "chunks.firsts");
    TAKE(self->chunks.costs, int16_t, "chunks.costs");
    TAKE(self->own, int32_t, "chunks.then");
    TAKE(self->ends, int16_t, "chunks.ends");
    TAKE(self->natives, uint8_t, "natives");
    TAKE(self->spellings, int32_t, "spellings");
    TAKE(numbers, int32_t, "pieces.numbers");
    TAKE(keys, uint64_t, "pieces.keys");
    for (Py_ssize_t at = 0; at < count; at++)
        if (table_put(&self->pieces, keys[at], numbers[at]) < 0)
            return -1;
    self->many = PyUnicode_GET_LENGTH(self->alphabet);
    if (!self->pieces.room || !self->letters.nodes || !self->chunks.nodes || self->many < 3 || self->many > BITS)
        return PyErr_SetString(PyExc_ValueError, "an empty model, or one of too many letters"), -1;
    self->states = wide((size_t)self->chunks.nodes * sizeof *self->states);
    for (Py_ssize_t at = 0; self->states && at < self->chunks.nodes; at++) {
        State *state = self->states + at;
        state->back = nats(self->chunks.backs[at]);
        state->less = self->chunks.lesses[at];
        for (int32_t own = self->chunks.firsts[at]; own < self->chunks.firsts[at + 1]; own++)
            state->owns |= bit_of(self->spellings[self->own[own]]);
    }
    if (!self->states || spots_made(self) < 0 || ready(&self->letters) < 0 || ready(&self->chunks) < 0 ||
        linked_widen(&self->linked) < 0)
        return PyErr_Occurred() ? -1 : (PyErr_NoMemory(), -1);
    self->closed = is_closed(self);
    return (self->lettered = leads_made(self)) < 0 ? (PyErr_NoMemory(), -1) : 0;
}

static void reader_dealloc(Reader *self)
{
    Table *tables[] = {&self->letters.places, &self->chunks.places, &self->pieces};
    for (size_t at = 0; at < sizeof tables / sizeof *tables; at++)
        PyMem_Free(tables[at]->slots);
    free(self->links.at);
    free(self->linked.slots);
    free(self->room);
    free(self->states);
    Py_XDECREF(self->arrays);
    Py_XDECREF(self->alphabet);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef reader_methods[] = {
    {"read", (PyCFunction)reader_read, METH_VARARGS, "Every reading the beam ends with: its cost and its letters."},
    {NULL, NULL, 0, NULL}};

PyTypeObject ReaderType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._loops.Reader",
    .tp_basicsize = sizeof(Reader),
    .tp_dealloc = (destructor)reader_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Reads a spelling: the likeliest original forms with their costs.",
    .tp_methods = reader_methods,
    .tp_init = (initproc)reader_init,
    .tp_new = PyType_GenericNew,
};
