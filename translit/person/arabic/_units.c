/* An Arabic name cut into its units: what parts.py does in Python, for machines with a compiler; whatever hangs on
 * rows it asks the Python for. tests/test_arabic.py lays the two beside each other.
 *
 * This source names what the module offers; the parts beside it do the work. */
#include "_units.h"
#include <stddef.h>

#define FORMAT 5 /* as in parts.py: a module of another source is passed over */

static const char *const atom_names[ATOM_SLOTS] = {"spelling", "joined",  "odd",    "titled",  "definite", "elements",
                                                   "element",  "seconds", "ending", "initial", "unit"};

/* Cutter(Atom, Unit, Name, endings, asked) */
static PyObject *cutter_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *atom, *unit, *name, *endings, *asked[ASKED];
    if (!PyArg_ParseTuple(args, "O!O!O!O!(OOOOOOOOO)", &PyType_Type, &atom, &PyType_Type, &unit, &PyType_Type, &name,
                          &PyDict_Type, &endings, &asked[MET], &asked[FILL], &asked[MADE_DEFINITE], &asked[TITLES],
                          &asked[MADE_HALF], &asked[IS_ARTICLE], &asked[WHICH_ARTICLE], &asked[MADE_UNIT], &asked[ABROAD]))
        return NULL;
    if (!PyType_FastSubclass((PyTypeObject *)name, Py_TPFLAGS_TUPLE_SUBCLASS))
        return PyErr_Format(PyExc_TypeError, "a Name is a tuple");
    Cutter *self = (Cutter *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    static const char *const language[] = {"language"};
    self->atom = (PyTypeObject *)Py_NewRef(atom);
    self->unit = (PyTypeObject *)Py_NewRef(unit);
    self->name = (PyTypeObject *)Py_NewRef(name);
    self->endings = Py_NewRef(endings);
    for (int at = 0; at < ASKED; at++)
        self->asked[at] = Py_NewRef(asked[at]);
    if (slots_read(self->atom, atom_names, ATOM_SLOTS, self->atom_slots) < 0 ||
        slots_read(self->unit, language, 1, &self->language) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static int cutter_traverse(Cutter *self, visitproc visit, void *arg)
{
    Py_VISIT(self->atom);
    Py_VISIT(self->unit);
    Py_VISIT(self->name);
    Py_VISIT(self->endings);
    for (int at = 0; at < ASKED; at++)
        Py_VISIT(self->asked[at]);
    return 0;
}

static int cutter_clear(Cutter *self)
{
    for (int at = 0; at < ASKED; at++)
        Py_CLEAR(self->asked[at]);
    return 0;
}

static void cutter_dealloc(Cutter *self)
{
    PyObject_GC_UnTrack(self);
    cutter_clear(self);
    Py_XDECREF(self->atom);
    Py_XDECREF(self->unit);
    Py_XDECREF(self->name);
    Py_XDECREF(self->endings);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef cutter_methods[] = {
    {"parse", (PyCFunction)parse, METH_O, "The Name that a text is: its titles and its units."},
    {NULL, NULL, 0, NULL}};

static PyTypeObject CutterType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.arabic._units.Cutter",
    .tp_basicsize = sizeof(Cutter),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_new = cutter_new,
    .tp_dealloc = (destructor)cutter_dealloc,
    .tp_traverse = (traverseproc)cutter_traverse,
    .tp_clear = (inquiry)cutter_clear,
    .tp_methods = cutter_methods,
    .tp_doc = "Cutter(Atom, Unit, Name, endings, asked): cuts names.",
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_units", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__units(void)
{
    if (make_words() < 0 || PyType_Ready(&CutterType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    if (made && (PyModule_AddObjectRef(made, "Cutter", (PyObject *)&CutterType) < 0 ||
                 PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0))
        Py_CLEAR(made);
    return made;
}
