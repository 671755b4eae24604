/* What a scheme writes (rules), and whether it writes a word as it stands (literal.py, hearing.py). */
#include "_word.h"
#include <stddef.h>
#include <string.h>

/* ---- Writer: each symbol of a text as it is written between its neighbours ---- */

typedef struct { /* letters that are one symbol */
    PyObject *find; /* bytes, of what their letters are by themselves */
    uint8_t symbol;
} Join;

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *anywhere[256]; /* what a symbol becomes wherever it stands; NULL: its neighbours have a say */
    uint32_t *keys;          /* three symbols as one number, and one more; 0: none */
    PyObject **puts;
    size_t room, used; /* room is a power of two */
    uint8_t *codes[256]; /* of letters up to U+FFFF, a page each; 0: no symbol is written so */
    Join *joins;
    Py_ssize_t many; /* of them */
    PyObject *ask, *rest; /* of three symbols; of a text with a letter that has no symbol; NULL: whoever calls says */
} Writer;

static int writer_learn(Writer *self, PyObject *letters, PyObject *joins)
{
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(letters); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(letters, at);
        if (letter > 0xFFFF || at > 254)
            return PyErr_SetString(PyExc_ValueError, "up to 255 letters"), -1;
        uint8_t **page = self->codes + (letter >> 8);
        if (!*page && !(*page = PyMem_Calloc(256, 1)))
            return PyErr_NoMemory(), -1;
        (*page)[letter & 255] = (uint8_t)(at + 1);
    }
    self->joins = PyMem_Calloc((size_t)PyList_GET_SIZE(joins) + 1, sizeof *self->joins);
    if (!self->joins)
        return PyErr_NoMemory(), -1;
    for (; self->many < PyList_GET_SIZE(joins); self->many++) {
        Join *join = self->joins + self->many;
        PyObject *find;
        const char *symbol;
        Py_ssize_t size;
        if (!PyArg_ParseTuple(PyList_GET_ITEM(joins, self->many), "Sy#", &find, &symbol, &size))
            return -1;
        if (PyBytes_GET_SIZE(find) < 2 || size != 1)
            return PyErr_SetString(PyExc_ValueError, "letters that are one symbol"), -1;
        *join = (Join){Py_NewRef(find), (uint8_t)*symbol};
    }
    return 0;
}

/* A text as its symbols, which may be as many as its letters; how many they are, -1 where a letter has none. */
static Py_ssize_t coded(const Writer *self, PyObject *text, uint8_t *symbols)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    int kind = PyUnicode_KIND(text);
    const void *letters = PyUnicode_DATA(text);
    uint64_t met[4] = {0}; /* a bit for each symbol */
    for (Py_ssize_t at = 0; at < size; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, letters, at);
        const uint8_t *page = letter > 0xFFFF ? NULL : self->codes[letter >> 8];
        uint8_t symbol = symbols[at] = page ? page[letter & 255] : 0;
        if (!symbol && letter)
            return -1;
        met[symbol >> 6] |= 1ULL << (symbol & 63);
    }
    for (const Join *join = self->joins; join < self->joins + self->many; join++) {
        const char *find = PyBytes_AS_STRING(join->find);
        Py_ssize_t to = 0, many = PyBytes_GET_SIZE(join->find);
        uint8_t first = (uint8_t)find[0], second = (uint8_t)find[1];
        if (!(met[first >> 6] >> (first & 63) & 1) || !(met[second >> 6] >> (second & 63) & 1))
            continue;
        met[join->symbol >> 6] |= 1ULL << (join->symbol & 63);
        for (Py_ssize_t at = 0; at < size;) {
            int hit = at + many <= size && !memcmp(symbols + at, find, (size_t)many);
            symbols[to++] = hit ? join->symbol : symbols[at];
            at += hit ? many : 1;
        }
        size = to;
    }
    return size;
}

static PyObject *writer_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names);

static PyObject *writer_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *anywhere, *letters, *joins, *ask = NULL, *rest = NULL;
    if (!PyArg_ParseTuple(args, "O!UO!|OO", &PyList_Type, &anywhere, &letters, &PyList_Type, &joins, &ask, &rest))
        return NULL;
    if (PyList_GET_SIZE(anywhere) > 256)
        return PyErr_Format(PyExc_ValueError, "up to 256 symbols");
    Writer *self = (Writer *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(anywhere); at++) {
        PyObject *put = PyList_GET_ITEM(anywhere, at);
        if (PyUnicode_Check(put))
            self->anywhere[at] = Py_NewRef(put);
    }
    self->call = writer_call;
    self->ask = Py_XNewRef(ask);
    self->rest = Py_XNewRef(rest);
    self->room = 512;
    self->keys = PyMem_Calloc(self->room, sizeof *self->keys);
    self->puts = PyMem_Calloc(self->room, sizeof *self->puts);
    if (!self->keys || !self->puts || writer_learn(self, letters, joins) < 0) {
        Py_DECREF(self);
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    }
    return (PyObject *)self;
}

static void writer_dealloc(Writer *self)
{
    for (int at = 0; at < 256; at++)
        PyMem_Free(self->codes[at]);
    for (Py_ssize_t at = 0; at < self->many; at++)
        Py_DECREF(self->joins[at].find);
    PyMem_Free(self->joins);
    for (int at = 0; at < 256; at++)
        Py_XDECREF(self->anywhere[at]);
    for (size_t at = 0; self->puts && at < self->room; at++)
        Py_XDECREF(self->puts[at]);
    Py_XDECREF(self->ask);
    Py_XDECREF(self->rest);
    PyMem_Free(self->keys);
    PyMem_Free(self->puts);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static size_t put_slot(const uint32_t *keys, size_t room, uint32_t key)
{
    size_t at = (key * 0x9E3779B1u >> 8) & (room - 1);
    while (keys[at] && keys[at] != key)
        at = (at + 1) & (room - 1);
    return at;
}

static int writer_widen(Writer *self)
{
    size_t room = 2 * self->room;
    uint32_t *keys = PyMem_Calloc(room, sizeof *keys);
    PyObject **puts = PyMem_Calloc(room, sizeof *puts);
    if (!keys || !puts) {
        PyMem_Free(keys);
        PyMem_Free(puts);
        PyErr_NoMemory();
        return -1;
    }
    for (size_t at = 0; at < self->room; at++)
        if (self->keys[at]) {
            size_t to = put_slot(keys, room, self->keys[at]);
            keys[to] = self->keys[at];
            puts[to] = self->puts[at];
        }
    PyMem_Free(self->keys);
    PyMem_Free(self->puts);
    self->keys = keys;
    self->puts = puts;
    self->room = room;
    return 0;
}

/* What a symbol becomes between two others, asked for at the first meeting; borrowed. */
static PyObject *writer_put(Writer *self, PyObject *ask, uint8_t left, uint8_t here, uint8_t right)
{
    if (self->anywhere[here])
        return self->anywhere[here];
    uint32_t key = ((uint32_t)left << 16 | (uint32_t)here << 8 | right) + 1;
    size_t at = put_slot(self->keys, self->room, key);
    if (self->keys[at])
        return self->puts[at];
    PyObject *put = PyObject_CallFunction(ask, "iii", left, here, right);
    if (put && !PyUnicode_Check(put)) {
        PyErr_SetString(PyExc_TypeError, "a symbol becomes a text");
        Py_CLEAR(put);
    }
    if (!put || (2 * self->used >= self->room && writer_widen(self) < 0)) {
        Py_XDECREF(put);
        return NULL;
    }
    at = put_slot(self->keys, self->room, key);
    if (self->keys[at]) {
        Py_DECREF(put); /* another thread was told meanwhile, and what it was told is in use */
        return self->puts[at];
    }
    self->used++;
    self->keys[at] = key;
    return self->puts[at] = put;
}

typedef struct { /* the symbols of a text; `many` holds those of a long one */
    uint8_t few[ROOM], *many, *at;
    Py_ssize_t size; /* -1 where a letter has no symbol, or memory ends */
} Coded;

static void code(const Writer *self, PyObject *text, Coded *found)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    found->many = size > ROOM ? PyMem_Malloc((size_t)size) : NULL;
    found->at = size > ROOM ? found->many : found->few;
    found->size = found->at ? coded(self, text, found->at) : (PyErr_NoMemory(), -1);
}

static PyObject *put_of(Writer *self, PyObject *ask, const Coded *text, Py_ssize_t at)
{
    uint8_t right = at + 1 < text->size ? text->at[at + 1] : 0;
    return writer_put(self, ask, at ? text->at[at - 1] : 0, text->at[at], right);
}

/* writer(text, ask): the text as it is written; None where a letter has no symbol. writer(text): what it was made with
 * is asked, and says the rest. */
static PyObject *writer_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Writer *self = (Writer *)callable;
    PyObject *few[ROOM], **puts = few, *made = NULL;
    Py_ssize_t told = PyVectorcall_NARGS(flags);
    if (told < 1 || told > 2 || (told == 1 && !self->rest) || names || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "a text, and whom to ask");
    PyObject *text = args[0], *ask = told == 2 ? args[1] : self->ask;
    Coded found;
    code(self, text, &found);
    Py_ssize_t size = found.size, total = 0;
    Py_UCS4 most = 127;
    if (size < 0 && !PyErr_Occurred())
        made = told == 2 ? Py_NewRef(Py_None) : PyObject_CallOneArg(self->rest, text);
    if (size > ROOM && !(puts = PyMem_Malloc((size_t)size * sizeof *puts)))
        PyErr_NoMemory();
    int fails = size < 0 || !puts;
    for (Py_ssize_t at = 0; at < size && !fails; at++) {
        puts[at] = put_of(self, ask, &found, at);
        fails = !puts[at];
        if (fails)
            break;
        total += PyUnicode_GET_LENGTH(puts[at]);
        Py_UCS4 own = PyUnicode_MAX_CHAR_VALUE(puts[at]);
        most = own > most ? own : most;
    }
    if (!fails)
        made = PyUnicode_New(total, most);
    for (Py_ssize_t at = 0, to = 0; !fails && made && at < size; at++) {
        Py_ssize_t own = PyUnicode_GET_LENGTH(puts[at]);
        if (own && PyUnicode_CopyCharacters(made, to, puts[at], 0, own) < 0)
            Py_CLEAR(made);
        to += own;
    }
    if (puts != few)
        PyMem_Free(puts);
    PyMem_Free(found.many);
    return made;
}

/* Whether a text is written as another stands: 1 or 0; -1 where a letter has no symbol, or with an error. */
static int is_written(Writer *self, PyObject *text, PyObject *written, PyObject *ask)
{
    Coded found;
    code(self, text, &found);
    Py_ssize_t whole = PyUnicode_GET_LENGTH(written), to = 0;
    int same = found.size >= 0;
    for (Py_ssize_t at = 0; same && at < found.size; at++) {
        PyObject *put = put_of(self, ask, &found, at);
        Py_ssize_t own = put ? PyUnicode_GET_LENGTH(put) : 0;
        same = put && own <= whole - to;
        for (Py_ssize_t one = 0; same && one < own; one++)
            same = PyUnicode_READ_CHAR(put, one) == PyUnicode_READ_CHAR(written, to + one);
        to += own;
    }
    PyMem_Free(found.many);
    return found.size < 0 || PyErr_Occurred() ? -1 : same && to == whole;
}

/* writes(text, written, ask): whether a text is written as another stands; None where a letter has no symbol. */
static PyObject *writer_writes(Writer *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "a text, another, and whom to ask");
    int same = is_written(self, args[0], args[1], args[2]);
    if (PyErr_Occurred())
        return NULL;
    return same < 0 ? Py_NewRef(Py_None) : PyBool_FromLong(same);
}

static PyMethodDef writer_methods[] = {
    {"writes", (PyCFunction)(void (*)(void))writer_writes, METH_FASTCALL, "Whether a text is written as another stands."},
    {NULL, NULL, 0, NULL}};

PyTypeObject WriterType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Writer",
    .tp_basicsize = sizeof(Writer),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Writer, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = writer_new,
    .tp_dealloc = (destructor)writer_dealloc,
    .tp_methods = writer_methods,
    .tp_doc = "Writer(anywhere, letters, joins, ask, rest): writes texts; asks what three symbols are, and for the rest.",
};

/* ---- Speller: whether a writer writes a text as another stands ---- */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    Writer *writer;
    PyObject *ask, *rest; /* of three symbols; of texts with a letter that has no symbol */
} Speller;

static PyObject *speller_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Speller *self = (Speller *)callable;
    if (PyVectorcall_NARGS(flags) != 2 || names || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "a text, and how it may be written");
    int same = is_written(self->writer, args[0], args[1], self->ask);
    if (PyErr_Occurred())
        return NULL;
    return same < 0 ? PyObject_Vectorcall(self->rest, args, 2, NULL) : PyBool_FromLong(same);
}

static PyObject *speller_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *writer, *ask, *rest;
    if (!PyArg_ParseTuple(args, "O!OO", &WriterType, &writer, &ask, &rest))
        return NULL;
    Speller *self = (Speller *)type->tp_alloc(type, 0);
    if (self) {
        self->call = speller_call;
        self->writer = (Writer *)Py_NewRef(writer);
        self->ask = Py_NewRef(ask);
        self->rest = Py_NewRef(rest);
    }
    return (PyObject *)self;
}

static void speller_dealloc(Speller *self)
{
    Py_XDECREF(self->writer);
    Py_XDECREF(self->ask);
    Py_XDECREF(self->rest);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject SpellerType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Speller",
    .tp_basicsize = sizeof(Speller),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Speller, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = speller_new,
    .tp_dealloc = (destructor)speller_dealloc,
    .tp_doc = "Speller(writer, ask, rest): tells whether a text is written as another stands.",
};

/* any_spells(spellers, text, plain): does one of some spellers, compiled or not, say that it writes a text so? */
PyObject *any_spells(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyTuple_CheckExact(args[0]))
        return PyErr_Format(PyExc_TypeError, "a tuple of spellers, a text, and how it may be written");
    int same = 0;
    for (Py_ssize_t at = 0; !same && at < PyTuple_GET_SIZE(args[0]); at++) {
        PyObject *told = PyObject_Vectorcall(PyTuple_GET_ITEM(args[0], at), args + 1, 2, NULL);
        same = told ? PyObject_IsTrue(told) : -1;
        Py_XDECREF(told);
    }
    return same < 0 ? NULL : PyBool_FromLong(same);
}
