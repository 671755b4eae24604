/* The loops of comparison/: two names laid beside each other, weighed and scored, for machines with a compiler.
 *
 * `rough` and `finish` are alike.py's said(), with odds.py's measured(), `settle` is pairing.py's paired(),
 * `pictured` is features.py's picture() and `judged` the rules of judge.py: the same sums in the same order. Two
 * words are measured when their turn comes, so that what the nearer pairs leave no room for is never read back;
 * tests/test_pair.py lays the answers of both beside each other.
 *
 * This source names what the module offers; the parts beside it do the work. */
#include "_pair.h"

#define FORMAT 8 /* as in heard.py: a module of another source is passed over */

static PyMethodDef methods[] = {{"bits", bits_of, METH_O, "The letters of a key as bits."}, {NULL, NULL, 0, NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_pair", NULL, -1, methods};

PyMODINIT_FUNC PyInit__pair(void)
{
    if (PyType_Ready(&MeantType) < 0 || PyType_Ready(&WordType) < 0 || PyType_Ready(&TokenType) < 0 || PyType_Ready(&JudgeType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    role_numbers = Py_BuildValue("{s:i,s:i,s:i,s:i,s:i,s:i}", "part", NO_ROLE, "crossed", CROSS, "surname", SURNAME,
                                 "ism", ISM, "nasab", NASAB, "laqab", LAQAB);
    role_name = PyUnicode_InternFromString("role");
    text_name = PyUnicode_InternFromString("text");
    table_name = PyUnicode_InternFromString("table");
    if (!made || !role_numbers || !role_name || !text_name || !table_name ||
        PyModule_AddObjectRef(made, "Meant", (PyObject *)&MeantType) < 0 ||
        PyModule_AddObjectRef(made, "Word", (PyObject *)&WordType) < 0 ||
        PyModule_AddObjectRef(made, "Token", (PyObject *)&TokenType) < 0 ||
        PyModule_AddObjectRef(made, "Judge", (PyObject *)&JudgeType) < 0 ||
        PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0) {
        Py_XDECREF(made);
        return NULL;
    }
    return made;
}
