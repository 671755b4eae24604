/* Tables of two columns that are read as they stand: Lines (`Lines` of loops.py), and the gains of searching.py. */
#include "_loops.h"
#include <string.h>

/* ---- tables of two columns that are read as they stand ---- */

#define LISTED 'l'
#define FOUR 4 /* bytes of a letter at most */

/* The bytes of a word's letters as a table has them; how many. */
static size_t utf8(PyObject *word, char *to)
{
    char *at = to;
    for (Py_ssize_t from = 0; from < PyUnicode_GET_LENGTH(word); from++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(word, from);
        if (letter < 0x80)
            *at++ = (char)letter;
        else if (letter < 0x800) {
            *at++ = (char)(0xC0 | letter >> 6);
            *at++ = (char)(0x80 | (letter & 0x3F));
        } else {
            if (letter < 0x10000)
                *at++ = (char)(0xE0 | letter >> 12);
            else {
                *at++ = (char)(0xF0 | letter >> 18);
                *at++ = (char)(0x80 | (letter >> 12 & 0x3F));
            }
            *at++ = (char)(0x80 | (letter >> 6 & 0x3F));
            *at++ = (char)(0x80 | (letter & 0x3F));
        }
    }
    return (size_t)(at - to);
}

static uint64_t hash_of(const char *word, size_t size)
{
    uint64_t hash = size;
    for (size_t at = 0; at < size; at += sizeof hash) {
        uint64_t eight = 0;
        memcpy(&eight, word + at, size - at < sizeof eight ? size - at : sizeof eight);
        hash = (hash ^ eight) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 31;
    }
    return hash * 0x9E3779B97F4A7C15ULL;
}

#define MESH 16 /* places of the table to a number of the sieve */

static uint64_t *sieve_of(const Lined *self, uint64_t hash)
{
    return self->sieve + ((hash >> 44) & (self->room / MESH - 1));
}

static uint64_t bits_of(uint64_t hash)
{
    return (uint64_t)1 << (hash >> 32 & 63) | (uint64_t)1 << (hash >> 38 & 63);
}

/* Where the line of a word is told in `lines`, or would be. */
static uint32_t *line_of(const Lined *self, const char *word, size_t size, uint64_t hash)
{
    const char *table = PyBytes_AS_STRING(self->table), *end = table + PyBytes_GET_SIZE(self->table);
    size_t place = (size_t)(hash >> 32) & (self->room - 1);
    for (; self->lines[place]; place = (place + 1) & (self->room - 1)) {
        const char *line = table + self->lines[place];
        if ((size_t)(end - line) > size && line[size] == '\t' && !memcmp(line, word, size))
            break;
    }
    return self->lines + place;
}

/* Find every line of the table again by its word. */
static int lined_read(Lined *self)
{
    const char *table = PyBytes_AS_STRING(self->table), *end = table + PyBytes_GET_SIZE(self->table);
    size_t lines = 1;
    if (end - table > UINT32_MAX)
        return PyErr_SetString(PyExc_ValueError, "too large a table"), -1;
    for (const char *at = table; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
        lines++;
    for (self->room = 256; self->room < 2 * lines; self->room *= 2)
        ;
    self->lines = PyMem_Calloc(self->room, sizeof *self->lines);
    self->sieve = PyMem_Calloc(self->room / MESH, sizeof *self->sieve);
    if (!self->lines || !self->sieve)
        return PyErr_NoMemory(), -1;
    const char *line = table, *stop;
    for (lines = 1; line < end; line = stop + 1, lines++) {
        if (!(stop = memchr(line, '\n', (size_t)(end - line))))
            stop = end;
        if (line == stop || line == table || stop - line == (*line == '\r')) /* nothing, or the header */
            continue;
        const char *tab = memchr(line, '\t', (size_t)(stop - line));
        if (!tab || memchr(tab + 1, '\t', (size_t)(stop - tab - 1)))
            return PyErr_Format(PyExc_ValueError, "line %zu has not two cells", lines), -1;
        uint64_t hash = hash_of(line, (size_t)(tab - line));
        uint32_t *place = line_of(self, line, (size_t)(tab - line), hash);
        *sieve_of(self, hash) |= bits_of(hash);
        if (!*place || tab[1] != LISTED)
            *place = (uint32_t)(line - table);
    }
    return 0;
}

static void lined_forget(Lined *self)
{
    PyMem_Free(self->lines);
    PyMem_Free(self->sieve);
    Py_XDECREF(self->table);
}

typedef struct { /* a word as a table has it */
    char few[256], *bytes;
    size_t size;
    uint64_t hash;
} Sought;

/* Make a word ready to be looked for; -1 with an error. */
static int seek(PyObject *word, Sought *sought)
{
    size_t most = FOUR * (size_t)PyUnicode_GET_LENGTH(word);
    sought->bytes = most > sizeof sought->few ? PyMem_Malloc(most) : sought->few;
    if (!sought->bytes)
        return PyErr_NoMemory(), -1;
    sought->size = utf8(word, sought->bytes);
    sought->hash = hash_of(sought->bytes, sought->size);
    return 0;
}

static void sought_forget(Sought *sought)
{
    if (sought->bytes != sought->few)
        PyMem_Free(sought->bytes);
}

/* May the table, or what else was put through its sieve, have a word? */
static int may_have(const Lined *self, const Sought *sought)
{
    uint64_t bits = bits_of(sought->hash);
    return (*sieve_of(self, sought->hash) & bits) == bits;
}

/* What stands behind a word in its line; NULL where the table does not have it. */
static const char *told_of(const Lined *self, const Sought *sought)
{
    if (!may_have(self, sought) || memchr(sought->bytes, '\t', sought->size) ||
        memchr(sought->bytes, '\n', sought->size))
        return NULL;
    uint32_t place = *line_of(self, sought->bytes, sought->size, sought->hash);
    return place ? PyBytes_AS_STRING(self->table) + place + sought->size + 1 : NULL;
}

/* Lines(table): a dictionary of the lines of a table below its header. */

typedef struct {
    PyObject_HEAD
    Lined lined;
} Lines;

static PyObject *lines_get(Lines *self, PyObject *word)
{
    Sought sought;
    if (!PyUnicode_Check(word) || !self->lined.lines)
        return PyErr_Format(PyExc_TypeError, "a word");
    if (seek(word, &sought) < 0)
        return NULL;
    const char *told = told_of(&self->lined, &sought);
    sought_forget(&sought);
    return told ? PyUnicode_DecodeUTF8(told, (Py_ssize_t)strcspn(told, "\r\n"), NULL) : Py_NewRef(Py_None);
}

static int lines_has(Lines *self, PyObject *word)
{
    Sought sought;
    if (!PyUnicode_Check(word) || !self->lined.lines)
        return PyErr_SetString(PyExc_TypeError, "a word"), -1;
    if (seek(word, &sought) < 0)
        return -1;
    int has = told_of(&self->lined, &sought) != NULL;
    sought_forget(&sought);
    return has;
}

static int lines_init(Lines *self, PyObject *args, PyObject *kwargs)
{
    if (self->lined.table)
        return PyErr_SetString(PyExc_TypeError, "made already"), -1;
    if (!PyArg_ParseTuple(args, "S", &self->lined.table))
        return -1;
    Py_INCREF(self->lined.table);
    return lined_read(&self->lined);
}

static void lines_dealloc(Lines *self)
{
    lined_forget(&self->lined);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef lines_methods[] = {
    {"get", (PyCFunction)lines_get, METH_O, "What the line of a word tells of it."},
    {NULL, NULL, 0, NULL}};

static PySequenceMethods lines_sequence = {.sq_contains = (objobjproc)lines_has};

PyTypeObject LinesType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._loops.Lines",
    .tp_basicsize = sizeof(Lines),
    .tp_dealloc = (destructor)lines_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Lines(table): what each line of a table of two columns, read as it stands, tells of its word.",
    .tp_as_sequence = &lines_sequence,
    .tp_methods = lines_methods,
    .tp_init = (initproc)lines_init,
    .tp_new = PyType_GenericNew,
};

/* ---- the gains of searching.py ---- */

/* The nats that a reading gains for being a word of the tables or the lexicon, one met in print or as a name, and what
 * is known of it among some words; below 0 with an error. */
double gained(const Gains *self, PyObject *words, PyObject *native, PyObject **known)
{
    Sought sought;
    double gain = 0;
    *known = NULL;
    if (seek(native, &sought) < 0)
        return -1;
    int may = may_have(&self->lined, &sought);
    if (may || words != self->known) /* others went not through the sieve */
        *known = PyDict_GetItemWithError(words, native);
    if (may) {
        const char *how = told_of(&self->lined, &sought);
        Py_ssize_t letters = PyUnicode_GET_LENGTH(native);
        if (how && *how == LISTED)
            gain = self->in_lexicon;
        else if (how && letters)
            gain = self->in_print[letters > LENGTHS ? LENGTHS - 1 : letters - 1];
        for (; how && *how && *how != '\n'; how++) /* after the bytes of a table stands a 0 */
            if (*how == 'n')
                gain += self->as_name;
    }
    sought_forget(&sought);
    if (*known)
        gain = (gain > self->beside_table ? self->beside_table : gain) + self->by_table;
    return PyErr_Occurred() ? -1 : gain;
}

static PyObject *gains_get(Gains *self, PyObject *args)
{
    PyObject *native, *none = Py_None, *known;
    if (!PyArg_ParseTuple(args, "U|O", &native, &none))
        return NULL;
    double gain = self->lined.lines ? gained(self, self->known, native, &known) : 0;
    return gain < 0 ? NULL : gain > 0 ? PyFloat_FromDouble(gain) : Py_NewRef(none);
}

/* Put the words of a dictionary through the sieve of a table; -1 with an error. */
static int sift(Lined *self, PyObject *words)
{
    PyObject *word, *told;
    Sought sought;
    for (Py_ssize_t next = 0; PyDict_Next(words, &next, &word, &told);) {
        if (!PyUnicode_Check(word))
            return PyErr_SetString(PyExc_TypeError, "a word"), -1;
        if (seek(word, &sought) < 0)
            return -1;
        *sieve_of(self, sought.hash) |= bits_of(sought.hash);
        sought_forget(&sought);
    }
    return 0;
}

/* Gains(table, known, in_lexicon, in_print, as_name, by_table, beside_table); in_print is a tuple of LENGTHS numbers,
 * beside_table the most that a word of the tables gains for being met */
static int gains_init(Gains *self, PyObject *args, PyObject *kwargs)
{
    if (self->lined.table)
        return PyErr_SetString(PyExc_TypeError, "made already"), -1;
    PyObject *in_print;
    if (!PyArg_ParseTuple(args, "SO!dO!ddd", &self->lined.table, &PyDict_Type, &self->known, &self->in_lexicon, &PyTuple_Type,
                          &in_print, &self->as_name, &self->by_table, &self->beside_table)) {
        self->lined.table = self->known = NULL;
        return -1;
    }
    Py_INCREF(self->lined.table);
    Py_INCREF(self->known);
    if (PyTuple_GET_SIZE(in_print) != LENGTHS)
        return PyErr_Format(PyExc_ValueError, "not %d gains by length", LENGTHS), -1;
    for (Py_ssize_t at = 0; at < LENGTHS; at++)
        self->in_print[at] = PyFloat_AsDouble(PyTuple_GET_ITEM(in_print, at));
    if (PyErr_Occurred())
        return -1;
    return lined_read(&self->lined) < 0 ? -1 : sift(&self->lined, self->known);
}

static void gains_dealloc(Gains *self)
{
    lined_forget(&self->lined);
    Py_XDECREF(self->known);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef gains_methods[] = {
    {"get", (PyCFunction)gains_get, METH_VARARGS, "The nats of a word, or what is given instead where it has none."},
    {NULL, NULL, 0, NULL}};

PyTypeObject GainsType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._loops.Gains",
    .tp_basicsize = sizeof(Gains),
    .tp_dealloc = (destructor)gains_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "What a reading gains for being a word that was somewhere met.",
    .tp_methods = gains_methods,
    .tp_init = (initproc)gains_init,
    .tp_new = PyType_GenericNew,
};
