/* The loops of index/ over pairs of names, for machines with a compiler; tests/test_index.py lays the answers of both
 * beside each other.
 *
 * This source names what the module offers; the parts beside it do the work. */
#include "_pairs.h"

#define FORMAT 1 /* as in blocks.py: a module of another source is passed over */

static PyMethodDef methods[] = {
    {"blocks", blocks, METH_VARARGS, "The blocks of a name, in pairs and alone; None where that is left to Python."},
    {"posted", posted, METH_O, "The postings of names, shelf by shelf, as bytes."},
    {"merged", merged, METH_O, "Numbers of several parts in order, each once, as bytes."},
    {"paired", paired, METH_VARARGS, "The pairs of names that share a block of a shelf, as bytes."},
    {"sifted", sifted, METH_VARARGS, "The pairs that are not unlike, and what their sketches tell, as bytes."},
    {NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_pairs", NULL, -1, methods};

PyMODINIT_FUNC PyInit__pairs(void) {
    own_name = PyUnicode_InternFromString("own");
    near_name = PyUnicode_InternFromString("near");
    letter_name = PyUnicode_InternFromString("letter");
    initial_name = PyUnicode_InternFromString("initial");
    if (!own_name || !near_name || !letter_name || !initial_name)
        return NULL;
    PyObject *made = PyModule_Create(&definition);
    if (made && PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0)
        Py_CLEAR(made);
    return made;
}
