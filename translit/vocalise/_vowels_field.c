/* The weights of a table as vowels.py packs them, and what a caller asks of them. */
#include "_vowels.h"

static int set_letters(uint8_t *bits, PyObject *letters)
{
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(letters); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(letters, at);
        if (letter > 0xffff) {
            PyErr_SetString(PyExc_ValueError, "a letter of more than two bytes");
            return -1;
        }
        bits[letter >> 3] |= (uint8_t)(1 << (letter & 7));
    }
    return 0;
}

/* Are the numbers at the head of a mark's line those of signs? A join has pairs of them. */
static int has_signs(const Field *self, Py_UCS2 head, const uint8_t *line, size_t size)
{
    size_t each = head == 'J' ? 2 : 1, count = size / (each + sizeof(double));
    if (size % (each + sizeof(double)) || (each == 1 && count > KINDS))
        return 0;
    for (size_t at = 0; at < count * each; at++)
        if (line[at] >= PyTuple_GET_SIZE(self->names))
            return 0;
    return 1;
}

/* Put the marks of a table into slots, at most two thirds of which are taken. */
static int fill(Field *self)
{
    const uint8_t *packed = (const uint8_t *)PyBytes_AS_STRING(self->packed);
    size_t size = (size_t)PyBytes_GET_SIZE(self->packed), marks = 0, count = 8;
    for (size_t pass = 0; pass < 2; pass++) { /* how many there are; where each stands */
        for (size_t at = 0; at < size; marks++) {
            size_t letters = at + 2 <= size ? short_at(packed + at) : 0, line = at + 2 + 2 * letters;
            size_t next = line + 2 <= size ? line + 2 + short_at(packed + line) : size + 1;
            if (!letters || letters > LONGEST || next > size || size > UINT32_MAX)
                return PyErr_SetString(PyExc_ValueError, "no marks, each with its line"), -1;
            Py_UCS2 mark[LONGEST];
            for (size_t letter = 0; letter < letters; letter++)
                mark[letter] = (Py_UCS2)short_at(packed + at + 2 + 2 * letter);
            if (pass && !has_signs(self, *mark, packed + line + 2, next - line - 2))
                return PyErr_SetString(PyExc_ValueError, "no signs, each with its weight"), -1;
            uint64_t hash = hash_of(mark, (int)letters);
            size_t slot = hash & self->last;
            while (pass && self->tags[slot])
                slot = (slot + 1) & self->last;
            if (pass) {
                self->tags[slot] = tag_of(hash);
                self->places[slot] = (uint32_t)at;
            }
            at = next;
        }
        while (count * 2 < marks * 3)
            count *= 2;
        self->last = count - 1;
        if (!pass) {
            self->tags = PyMem_Calloc(count, sizeof *self->tags);
            self->places = PyMem_Calloc(count, sizeof *self->places);
            marks = 0;
        }
        if (!self->tags || !self->places)
            return PyErr_NoMemory(), -1;
    }
    return 0;
}

static void field_dealloc(Field *self)
{
    PyMem_Free(self->tags);
    PyMem_Free(self->places);
    Py_XDECREF(self->names);
    Py_XDECREF(self->packed);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *field_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *packed, *names, *weak, *servile;
    if (!PyArg_ParseTuple(args, "SO!UU", &packed, &PyTuple_Type, &names, &weak, &servile))
        return NULL;
    if (PyTuple_GET_SIZE(names) > KINDS)
        return PyErr_Format(PyExc_ValueError, "too many signs");
    Field *self = (Field *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->names = Py_NewRef(names);
    self->packed = Py_NewRef(packed);
    if (fill(self) < 0 || set_letters(self->weak, weak) < 0 || set_letters(self->servile, servile) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

/* get(mark): the bytes of its line, None where the table has none. */
static PyObject *field_get(Field *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a mark is text");
    Py_UCS2 mark[LONGEST];
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    for (Py_ssize_t at = 0; at < size; at++) {
        if (size > LONGEST || PyUnicode_READ_CHAR(text, at) > 0xffff)
            Py_RETURN_NONE;
        mark[at] = (Py_UCS2)PyUnicode_READ_CHAR(text, at);
    }
    Line line = line_of(self, mark, (int)size);
    if (!line.bytes)
        Py_RETURN_NONE;
    return PyBytes_FromStringAndSize((const char *)line.bytes, line.size);
}

/* The likeliest signs of a word, each letter's among its choices; None for what is left to Python. */
static PyObject *field_call(Field *self, PyObject *args, PyObject *named)
{
    PyObject *text, *choices;
    if (!PyArg_ParseTuple(args, "UO!", &text, &PyTuple_Type, &choices))
        return NULL;
    Word word;
    if (!is_fit(self, text) || !word_from(&word, self, text))
        Py_RETURN_NONE;
    if (PyTuple_GET_SIZE(choices) != word.size)
        return PyErr_Format(PyExc_ValueError, "choices for each letter");
    Choices borne[ROOM];
    for (int at = 0; at < word.size; at++) {
        PyObject *signs = PyTuple_GET_ITEM(choices, at);
        if (!PyBytes_Check(signs) || !PyBytes_GET_SIZE(signs) || PyBytes_GET_SIZE(signs) > KINDS)
            return PyErr_Format(PyExc_ValueError, "choices are bytes");
        borne[at] = (Choices){(const uint8_t *)PyBytes_AS_STRING(signs), PyBytes_GET_SIZE(signs)};
        for (Py_ssize_t one = 0; one < borne[at].count; one++)
            if (borne[at].signs[one] >= PyTuple_GET_SIZE(self->names))
                return PyErr_Format(PyExc_IndexError, "no such sign");
    }
    uint8_t path[ROOM];
    likeliest(&word, borne, path);
    PyObject *found = PyTuple_New(word.size);
    for (int at = 0; found && at < word.size; at++)
        PyTuple_SET_ITEM(found, at, Py_NewRef(PyTuple_GET_ITEM(self->names, path[at])));
    return found;
}

static PyMethodDef field_methods[] = {
    {"get", (PyCFunction)field_get, METH_O, "The line of a mark, None where the table has none."}, {NULL, NULL, 0, NULL}};

PyTypeObject FieldType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.vocalise._vowels.Field",
    .tp_basicsize = sizeof(Field),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = field_new,
    .tp_dealloc = (destructor)field_dealloc,
    .tp_call = (ternaryfunc)field_call,
    .tp_methods = field_methods,
    .tp_doc = "Field(packed, names, weak, servile): the likeliest signs of a word.",
};
