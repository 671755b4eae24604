/* What makes frozen values with slots, and what remembers answers, for machines with a compiler (see compiled.py):
 * what quick.py and memory.py do in Python as well; tests/test_quick.py and tests/test_memory.py lay them beside
 * each other.
 *
 * Python's search for garbage passes these values over: they are made once, hold what was there before them, and
 * are never part of a ring. A list of names leaves ten of them a name, each of which would be visited some
 * five times while the list grows. */
#include "_quick.h"
#include <math.h>
#include <structmember.h>

#define FORMAT 7 /* as in quick.py: a module of another source is passed over */
#define FIELDS 64 /* of a class at most */

typedef struct {
    PyObject *name;    /* interned */
    PyObject *value;   /* its default, or what makes one; NULL: there is none */
    Py_ssize_t offset; /* of its slot */
    int is_made;       /* is `value` what makes the default? */
} FieldOf;

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyTypeObject *type;
    PyObject *factory; /* stands for a default that is made anew */
    Py_ssize_t count;
    FieldOf fields[FIELDS];
} Maker;

static PyObject *makers; /* a class -> its maker */

/* A function or a method cannot be told so: it takes itself from the search's list when it goes, on which it must be. */
void pass_over(PyObject *value)
{
    if (!PyObject_IS_GC(value) || !PyObject_GC_IsTracked(value) || PyFunction_Check(value) || PyMethod_Check(value))
        return;
    PyObject_GC_UnTrack(value);
    for (Py_ssize_t at = 0; PyTuple_Check(value) && at < PyTuple_GET_SIZE(value); at++)
        if (PyTuple_Check(PyTuple_GET_ITEM(value, at)))
            pass_over(PyTuple_GET_ITEM(value, at));
}

static PyObject **slot_of(PyObject *value, const FieldOf *field)
{
    return (PyObject **)((char *)value + field->offset);
}

static Py_ssize_t place_of(const Maker *self, PyObject *name)
{
    for (Py_ssize_t at = 0; at < self->count; at++)
        if (self->fields[at].name == name)
            return at;
    for (Py_ssize_t at = 0; at < self->count; at++)
        if (PyUnicode_Compare(self->fields[at].name, name) == 0)
            return at;
    return -1;
}

/* A new value whose slots are filled; takes over the references. */
static PyObject *filled(const Maker *self, PyObject **values)
{
    PyObject *made = self->type->tp_alloc(self->type, 0);
    for (Py_ssize_t at = 0; at < self->count; at++) {
        if (made) {
            *slot_of(made, self->fields + at) = values[at];
            if (values[at] && PyTuple_Check(values[at]))
                pass_over(values[at]);
        } else
            Py_XDECREF(values[at]);
    }
    if (made)
        pass_over(made);
    return made;
}

static PyObject *maker_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Maker *self = (Maker *)callable;
    PyObject *values[FIELDS] = {NULL};
    Py_ssize_t given = PyVectorcall_NARGS(flags), named = names ? PyTuple_GET_SIZE(names) : 0;
    if (given > self->count) {
        PyErr_Format(PyExc_TypeError, "%s() takes %zd arguments, %zd were given", self->type->tp_name, self->count,
                     given);
        return NULL;
    }
    for (Py_ssize_t at = 0; at < given; at++)
        values[at] = args[at];
    for (Py_ssize_t at = 0; at < named; at++) {
        PyObject *name = PyTuple_GET_ITEM(names, at);
        Py_ssize_t place = place_of(self, name);
        if (place < 0 || values[place]) {
            PyErr_Format(PyExc_TypeError, "%s() got %s argument '%U'", self->type->tp_name,
                         place < 0 ? "an unexpected" : "two values for", name);
            return NULL;
        }
        values[place] = args[given + at];
    }
    for (Py_ssize_t at = 0; at < self->count; at++) {
        const FieldOf *field = self->fields + at;
        if (values[at] && values[at] != self->factory) {
            Py_INCREF(values[at]);
            continue;
        }
        if (!field->value)
            PyErr_Format(PyExc_TypeError, "%s() missing argument '%U'", self->type->tp_name, field->name);
        values[at] = !field->value ? NULL : field->is_made ? PyObject_CallNoArgs(field->value) : field->value;
        if (!values[at]) {
            for (Py_ssize_t before = 0; before < at; before++)
                Py_DECREF(values[before]);
            return NULL;
        }
        if (!field->is_made)
            Py_INCREF(values[at]);
    }
    return filled(self, values);
}

/* changed(value, fields): the same value, some of its fields others; what waits to be worked out waits on. */
static PyObject *changed(PyObject *module, PyObject *args)
{
    PyObject *old, *fields, *name, *value, *values[FIELDS];
    if (!PyArg_ParseTuple(args, "OO!", &old, &PyDict_Type, &fields))
        return NULL;
    const Maker *self = (Maker *)PyDict_GetItemWithError(makers, (PyObject *)Py_TYPE(old));
    if (!self) {
        if (!PyErr_Occurred())
            PyErr_SetObject(PyExc_KeyError, (PyObject *)Py_TYPE(old));
        return NULL;
    }
    for (Py_ssize_t at = 0; at < self->count; at++)
        values[at] = *slot_of(old, self->fields + at);
    Py_ssize_t next = 0;
    while (PyDict_Next(fields, &next, &name, &value)) {
        Py_ssize_t place = place_of(self, name);
        if (place < 0)
            return PyErr_Format(PyExc_AttributeError, "%s has no '%U'", self->type->tp_name, name);
        values[place] = value;
    }
    for (Py_ssize_t at = 0; at < self->count; at++)
        Py_XINCREF(values[at]);
    return filled(self, values);
}

/* untracked(value): the value, which the search for garbage passes over from now on. */
static PyObject *untracked(PyObject *module, PyObject *value)
{
    pass_over(value);
    return Py_NewRef(value);
}

/* Tell the search for garbage to pass over plain values, whatever they hold. */
static void pass_over_all(PyObject *value)
{
    PyObject *key, *held;
    Py_ssize_t next = 0;
    if (!PyTuple_CheckExact(value) && !PyList_CheckExact(value) && !PyDict_CheckExact(value))
        return;
    PyObject_GC_UnTrack(value);
    for (Py_ssize_t at = 0; PyTuple_CheckExact(value) && at < PyTuple_GET_SIZE(value); at++)
        pass_over_all(PyTuple_GET_ITEM(value, at));
    for (Py_ssize_t at = 0; PyList_CheckExact(value) && at < PyList_GET_SIZE(value); at++)
        pass_over_all(PyList_GET_ITEM(value, at));
    while (PyDict_CheckExact(value) && PyDict_Next(value, &next, &key, &held)) {
        pass_over_all(key);
        pass_over_all(held);
    }
}

/* untracked_whole(value): the same for a value of dictionaries, lists and tuples, and all of these in it. */
static PyObject *untracked_whole(PyObject *module, PyObject *value)
{
    pass_over_all(value);
    return Py_NewRef(value);
}

/* Maker(cls, fields, factory): a field is its name, its slot, and its default or what makes one: (), (value,) or
 * (None, maker). */
static PyObject *maker_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *of, *fields, *factory;
    if (!PyArg_ParseTuple(args, "O!O!O", &PyType_Type, &of, &PyTuple_Type, &fields, &factory))
        return NULL;
    if (PyTuple_GET_SIZE(fields) > FIELDS)
        return PyErr_Format(PyExc_ValueError, "a class has no more than %d fields", FIELDS);
    Maker *self = (Maker *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = maker_call;
    self->type = (PyTypeObject *)Py_NewRef(of);
    self->factory = Py_NewRef(factory);
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(fields); at++) {
        PyObject *name, *slot, *fallback;
        FieldOf *field = self->fields + at;
        if (!PyArg_ParseTuple(PyTuple_GET_ITEM(fields, at), "UO!O!", &name, &PyMemberDescr_Type, &slot,
                              &PyTuple_Type, &fallback)) {
            Py_DECREF(self);
            return NULL;
        }
        Py_INCREF(name);
        PyUnicode_InternInPlace(&name);
        field->name = name;
        field->offset = ((PyMemberDescrObject *)slot)->d_member->offset;
        Py_ssize_t told = PyTuple_GET_SIZE(fallback);
        field->is_made = told > 1;
        field->value = told ? Py_NewRef(PyTuple_GET_ITEM(fallback, told - 1)) : NULL;
        self->count++;
    }
    if (PyDict_SetItem(makers, of, (PyObject *)self) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static void maker_dealloc(Maker *self)
{
    for (Py_ssize_t at = 0; at < self->count; at++) {
        Py_XDECREF(self->fields[at].name);
        Py_XDECREF(self->fields[at].value);
    }
    Py_XDECREF(self->type);
    Py_XDECREF(self->factory);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyTypeObject MakerType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._quick.Maker",
    .tp_basicsize = sizeof(Maker),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Maker, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = maker_new,
    .tp_dealloc = (destructor)maker_dealloc,
    .tp_doc = "Maker(cls, fields, factory): makes the values of a class.",
};

/* rounded(value): round(value, 4). Python prints a number to round it and reads it back; the whole number nearest to ten
 * thousand times a share, divided by that, is the same where no other is as near. */
static PyObject *rounded(PyObject *module, PyObject *value)
{
    double share = PyFloat_CheckExact(value) ? PyFloat_AS_DOUBLE(value) : -1.0, scaled = share * 1e4;
    double whole = floor(scaled + 0.5);
    if (share >= 0.0 && share <= 1.0 && fabs(scaled - whole) < 0.4999)
        return PyFloat_FromDouble(whole / 1e4);
    return PyObject_CallMethod(value, "__round__", "i", 4);
}

static PyMethodDef methods[] = {
    {"rounded", rounded, METH_O, "rounded(value): round(value, 4)."},
    {"changed", changed, METH_VARARGS, "changed(value, fields): the same value, some of its fields others."},
    {"untracked", untracked, METH_O, "untracked(value): the value, which the search for garbage passes over."},
    {"untracked_whole", untracked_whole, METH_O, "untracked_whole(value): the same with all that it holds."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "translit._quick", .m_size = -1, .m_methods = methods};

PyMODINIT_FUNC PyInit__quick(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (!module || PyType_Ready(&MakerType) < 0 || PyType_Ready(&RememberedType) < 0 ||
        PyType_Ready(&AnswersType) < 0 || !(makers = PyDict_New()) ||
        PyModule_AddObjectRef(module, "Maker", (PyObject *)&MakerType) < 0 ||
        PyModule_AddObjectRef(module, "Remembered", (PyObject *)&RememberedType) < 0 ||
        PyModule_AddObjectRef(module, "Answers", (PyObject *)&AnswersType) < 0 ||
        PyModule_AddIntConstant(module, "FORMAT", FORMAT) < 0) {
        Py_XDECREF(module);
        return NULL;
    }
    return module;
}
