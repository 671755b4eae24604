/* The likeliest vowels of a word (vowels.py), and those that a Latin spelling tells of (latin.py), for machines
 * with a compiler: what `Field.likeliest` and `vowelled_as` do in Python; tests/test_vocalise.py lays the two
 * beside each other.
 *
 * This source names what the module offers; the parts beside it do the work. */
#include "_vowels.h"

#define FORMAT 4 /* as in vowels.py: a module of another source is passed over */

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_vowels", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__vowels(void)
{
    if (PyType_Ready(&FieldType) < 0 || PyType_Ready(&SpellerType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    if (!made)
        return NULL;
    if (PyModule_AddObjectRef(made, "Field", (PyObject *)&FieldType) < 0 ||
        PyModule_AddObjectRef(made, "Speller", (PyObject *)&SpellerType) < 0 ||
        PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0) {
        Py_DECREF(made);
        return NULL;
    }
    return made;
}
