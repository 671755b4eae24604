/* The names of an index, laid so that a search finds those of some consonants side by side. */
#include "_atlas.h"
#include <stddef.h>
#include <string.h>

/* Where the lines of a text begin; one more for the end. */
static uint32_t *lines_of(PyObject *text, Py_ssize_t count)
{
    uint32_t *found = PyMem_Malloc((count + 1) * sizeof(uint32_t));
    Py_ssize_t size = PyUnicode_GET_LENGTH(text), at = 0, line = 0;
    if (!found)
        PyErr_NoMemory();
    for (; found && at >= 0 && line < count; line++) {
        found[line] = (uint32_t)at;
        at = PyUnicode_FindChar(text, '\n', at, size, 1);
        at = at < 0 ? (line + 1 < count ? at : size + 1) : at + 1;
    }
    if (found && (line < count || at != size + 1)) {
        PyErr_SetString(PyExc_ValueError, "a line for each name");
        PyMem_Free(found);
        return NULL;
    }
    if (found)
        found[count] = (uint32_t)at;
    return found;
}

/* What the names of an index are made of. */
struct told {
    const uint32_t *sound_at;
    const unsigned char *sounds;
    const char *heard, *grades, *shapes;
    Py_ssize_t letters; /* of all sounds and consonants together */
};

/* Put a line beside those of the same consonants. */
static int add_line(Names *self, PyObject *number, const struct told *told)
{
    Py_ssize_t at = PyLong_AsSsize_t(number);
    if (at < 0 || at >= self->count || self->many == self->count) {
        PyErr_SetString(PyExc_ValueError, "each name has its consonants");
        return -1;
    }
    uint32_t size = told->sound_at[at + 1] - told->sound_at[at] - 1;
    if (size > told->letters - self->used) { /* a name that stands twice */
        PyErr_SetString(PyExc_ValueError, "each name has its consonants");
        return -1;
    }
    Py_UCS4 first = PyUnicode_READ_CHAR(self->names, self->name_at[at]);
    struct line *line = &self->lines[self->many++];
    *line = (struct line){(uint32_t)at, (uint32_t)self->used, size > ROOM ? ROOM + 1 : size, told->heard[at],
                          told->grades[at], told->shapes[at]};
    line->heard |= first >= 0x0600 && first <= 0x06ff ? IN_ARABIC : 0;
    memcpy(self->sounds + self->used, told->sounds + told->sound_at[at], size);
    self->used += size;
    return 0;
}

/* Find room for the lines of some consonants by the sum of these, and mark it in the sieve. */
static void add_slot(Names *self, const char *bones, uint32_t size, uint32_t first)
{
    uint32_t sum = scattered(sum_of(bones, size)), at = sum & self->mask;
    while (self->slots[at].end)
        at = (at + 1) & self->mask;
    self->slots[at] = (struct slot){sum, first, (uint32_t)self->many, size};
    unsigned char *known = &self->sieve[sum & self->sieve_mask];
    for (uint32_t line = first; line < self->many; line++) {
        unsigned char grade = self->lines[line].grade;
        grade += grade < 255;
        *known = grade > *known ? grade : *known;
    }
}

/* The lines side by side that have the same consonants, and the tables by which these are found. */
static int add_places(Names *self, struct told *told)
{
    PyObject *bones, *found;
    Py_ssize_t at = 0, letters = 0;
    uint32_t slots = 64;
    while (PyDict_Next(self->places, &at, &bones, NULL))
        letters += PyUnicode_Check(bones) ? PyUnicode_GET_LENGTH(bones) : 0;
    at = 0;
    while (slots < 2 * PyDict_GET_SIZE(self->places))
        slots *= 2;
    self->mask = slots - 1;
    self->sieve_mask = 2 * slots - 1;
    self->lines = PyMem_Malloc(self->count * sizeof(struct line));
    told->letters = told->sound_at[self->count] + letters;
    self->sounds = PyMem_Malloc(told->letters);
    self->slots = PyMem_Calloc(slots, sizeof(struct slot));
    self->sieve = PyMem_Calloc(2 * slots, 1);
    if (!self->lines || !self->sounds || !self->slots || !self->sieve) {
        PyErr_NoMemory();
        return -1;
    }
    while (PyDict_Next(self->places, &at, &bones, &found)) {
        if (!PyUnicode_Check(bones) || !PyUnicode_IS_ASCII(bones)) {
            PyErr_SetString(PyExc_ValueError, "consonants in ASCII");
            return -1;
        }
        uint32_t size = (uint32_t)PyUnicode_GET_LENGTH(bones), first = (uint32_t)self->many;
        Py_ssize_t many = PyTuple_Check(found) ? PyTuple_GET_SIZE(found) : 1;
        memcpy(self->sounds + self->used, PyUnicode_DATA(bones), size);
        self->used += size;
        for (Py_ssize_t one = 0; one < many; one++)
            if (add_line(self, PyTuple_Check(found) ? PyTuple_GET_ITEM(found, one) : found, told) < 0)
                return -1;
        if (self->many > first)
            add_slot(self, PyUnicode_DATA(bones), size, first);
    }
    return 0;
}

static PyObject *names_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *names, *sounds, *heard, *grades, *shapes, *places;
    if (!PyArg_ParseTuple(args, "UUSSSO!", &names, &sounds, &heard, &grades, &shapes, &PyDict_Type, &places))
        return NULL;
    Py_ssize_t count = PyBytes_GET_SIZE(heard);
    if (!count || !PyUnicode_IS_ASCII(sounds) || PyBytes_GET_SIZE(grades) != count || PyBytes_GET_SIZE(shapes) != count)
        return PyErr_Format(PyExc_ValueError, "sounds in ASCII, and bytes for each name");
    Names *self = (Names *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = names_call;
    self->count = count;
    self->names = Py_NewRef(names);
    self->places = Py_NewRef(places);
    self->name_at = lines_of(names, count);
    uint32_t *sound_at = self->name_at ? lines_of(sounds, count) : NULL;
    struct told told = {sound_at, PyUnicode_1BYTE_DATA(sounds), PyBytes_AS_STRING(heard), PyBytes_AS_STRING(grades),
                        PyBytes_AS_STRING(shapes), 0};
    if (!sound_at || add_places(self, &told) < 0)
        Py_CLEAR(self);
    PyMem_Free(sound_at);
    return (PyObject *)self;
}

static void names_dealloc(Names *self)
{
    Py_XDECREF(self->names);
    Py_XDECREF(self->places);
    void *made[] = {self->name_at, self->lines, self->sounds, self->slots, self->sieve};
    for (size_t at = 0; at < sizeof made / sizeof *made; at++)
        PyMem_Free(made[at]);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* names.at(line): the name of a line. */
static PyObject *names_at(Names *self, PyObject *line)
{
    Py_ssize_t at = PyLong_AsSsize_t(line);
    if (at < 0 || at >= self->count) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_IndexError, "no name there");
        return NULL;
    }
    return PyUnicode_Substring(self->names, self->name_at[at], self->name_at[at + 1] - 1);
}

static PyMethodDef names_methods[] = {
    {"at", (PyCFunction)names_at, METH_O, "at(line): the name of a line."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject NamesType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.place._atlas.Names",
    .tp_basicsize = sizeof(Names),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Names, call),
    .tp_call = PyVectorcall_Call,
    .tp_methods = names_methods,
    .tp_new = names_new,
    .tp_dealloc = (destructor)names_dealloc,
    .tp_doc = "Names(names, sounds, heard, grades, shapes, places): those that sound like a text.",
};
