/* The units of an Arabic name in their roles, and the Reading that they make: what roles.py, order.py and together.py do
 * in Python, for machines with a compiler; tests/test_arabic.py lays the two beside each other.
 *
 * This source names what the module offers; the parts beside it do the work. */
#include "_roles.h"

#define FORMAT 1 /* as in reading.py: a module of another source is passed over */

static const char *const unit_names[UNIT_SLOTS] = {"kind", "given", "surname", "lean", "article", "settled", "gender"};
static const char *const form_names[FORM_SLOTS] = {"canonical", "native", "key", "role", "row", "cost"};

/* Teller(Unit, Form, asked, behind, numbers) */
static PyObject *teller_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *unit, *form, *behind, *asked[ASKED];
    double numbers[7];
    if (!PyArg_ParseTuple(args, "O!O!(OOOOOOO)O(ddddddd)", &PyType_Type, &unit, &PyType_Type, &form, &asked[READING], &asked[INSIDE],
                          &asked[IS_LAQAB], &asked[SCRIPT], &asked[STEPS], &asked[LONE], &asked[OTHERS], &behind, &numbers[0],
                          &numbers[1], &numbers[2], &numbers[3], &numbers[4], &numbers[5], &numbers[6]))
        return NULL;
    Teller *self = (Teller *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->unit = (PyTypeObject *)Py_NewRef(unit);
    self->form = (PyTypeObject *)Py_NewRef(form);
    for (int at = 0; at < ASKED; at++)
        self->asked[at] = Py_NewRef(asked[at]);
    self->behind = Py_NewRef(behind);
    self->nothing = PyTuple_New(0);
    self->prior = numbers[0];
    self->script = numbers[1];
    self->given_sure = numbers[2];
    self->surname_sure = numbers[3];
    self->cost = numbers[4];
    self->unknown = numbers[5];
    self->known = numbers[6];
    if (slots_read(self->unit, unit_names, UNIT_SLOTS, self->unit_slots) < 0 ||
        slots_read(self->form, form_names, FORM_SLOTS, self->form_slots) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static void teller_dealloc(Teller *self)
{
    for (int at = 0; at < ASKED; at++)
        Py_XDECREF(self->asked[at]);
    for (int at = 0; at < WORDS; at++)
        Py_XDECREF(self->steps[at]);
    Py_XDECREF(self->unit);
    Py_XDECREF(self->form);
    Py_XDECREF(self->behind);
    Py_XDECREF(self->nothing);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef teller_methods[] = {
    {"read", (PyCFunction)read_name, METH_O, "The Reading of a Name in the order its words lean to."}, {NULL, NULL, 0, NULL}};

static PyTypeObject TellerType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.arabic._roles.Teller",
    .tp_basicsize = sizeof(Teller),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = teller_new,
    .tp_dealloc = (destructor)teller_dealloc,
    .tp_methods = teller_methods,
    .tp_doc = "Teller(Unit, Form, asked, behind, numbers): puts the parts of a name together.",
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_roles", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__roles(void)
{
    if (make_words() < 0 || PyType_Ready(&TellerType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    if (made && (PyModule_AddObjectRef(made, "Teller", (PyObject *)&TellerType) < 0 ||
                 PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0))
        Py_CLEAR(made);
    return made;
}
