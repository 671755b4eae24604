/* The loops of loops.py for machines with a compiler: the same sums in the same order. tests/test_loops.py lays them beside
 * the Python.
 *
 * This source names what the module offers; the parts beside it do the work. */
#include "_loops.h"

#define FORMAT 13 /* as in packed.py: arrays and module of different sources do not meet */

static PyMethodDef methods[] = {
    {"gains", gains, METH_VARARGS, "What each reading of a spelling gains by the signs of the whole."},
    {"vowels", vowels, METH_O, "The pattern of an Arabic name's vowels in Latin letters."},
    {"shares", shares, METH_VARARGS, "What each reading is likely to be, by its cost."},
    {"vowels_apart", (PyCFunction)(void (*)(void))vowels_apart, METH_FASTCALL, "How far two patterns are apart."},
    {NULL, NULL, 0, NULL}};

static PyModuleDef module = {PyModuleDef_HEAD_INIT, .m_name = "_loops", .m_doc = "The loops of loops.py, compiled.",
                             .m_size = -1, .m_methods = methods};

PyMODINIT_FUNC PyInit__loops(void)
{
    int ready = PyType_Ready(&ReaderType) == 0 && PyType_Ready(&ListenerType) == 0 && PyType_Ready(&GainsType) == 0 &&
                PyType_Ready(&LinesType) == 0 &&
                PyType_Ready(&RulerType) == 0 && PyType_Ready(&CutterType) == 0;
    PyObject *made = ready ? PyModule_Create(&module) : NULL;
    if (made && (PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0 ||
                 PyModule_AddObjectRef(made, "Reader", (PyObject *)&ReaderType) < 0 ||
                 PyModule_AddObjectRef(made, "Listener", (PyObject *)&ListenerType) < 0 ||
                 PyModule_AddObjectRef(made, "Gains", (PyObject *)&GainsType) < 0 ||
                 PyModule_AddObjectRef(made, "Lines", (PyObject *)&LinesType) < 0 ||
                 PyModule_AddObjectRef(made, "Ruler", (PyObject *)&RulerType) < 0 ||
                 PyModule_AddObjectRef(made, "Cutter", (PyObject *)&CutterType) < 0))
        Py_CLEAR(made);
    return made;
}
