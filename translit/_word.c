/* The loops over the letters of one word, for machines with a compiler (see compiled.py): what the
 * rooms that use them do in Python as well; tests/test_word.py lays the two beside each other.
 *
 * This source names what the module offers; the parts beside it do the work. */
#include "_word.h"

#define FORMAT 18 /* as in compiled.py: a module of another source is passed over */

static PyMethodDef functions[] = {
    {"edits", (PyCFunction)(void (*)(void))edits, METH_FASTCALL, "How many letters make each beginning of one word another."},
    {"contained", (PyCFunction)(void (*)(void))contained, METH_FASTCALL, "The pieces that stand in a word."},
    {"any_spells", (PyCFunction)(void (*)(void))any_spells, METH_FASTCALL, "Whether one of some spellers says so."},
    {"first", (PyCFunction)(void (*)(void))first, METH_FASTCALL, "The form of most worth, and its share."},
    {"readings", (PyCFunction)(void (*)(void))readings, METH_FASTCALL, "Forms in Cyrillic as shares and words."},
    {"literally", (PyCFunction)(void (*)(void))literally, METH_FASTCALL, "Forms that are written as a text has them gain."},
    {"one_known", (PyCFunction)(void (*)(void))one_known, METH_FASTCALL, "The one known word among some."},
    {"parted", parted, METH_O, "The words of a text that only blanks part; None of another."},
    {NULL, NULL, 0, NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_word", NULL, -1, functions};

PyMODINIT_FUNC PyInit__word(void)
{
    if (PyType_Ready(&RulesType) < 0 || PyType_Ready(&ApartType) < 0 || PyType_Ready(&SumsType) < 0 ||
        PyType_Ready(&WriterType) < 0 || PyType_Ready(&OddsType) < 0 || PyType_Ready(&ScriptsType) < 0 ||
        PyType_Ready(&LetterwiseType) < 0 || PyType_Ready(&WaysType) < 0 || PyType_Ready(&PlainType) < 0 ||
        PyType_Ready(&SpellerType) < 0 || PyType_Ready(&PathType) < 0 ||
        PyType_Ready(&PiecesType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    if (!made)
        return NULL;
    if (PyModule_AddObjectRef(made, "Rules", (PyObject *)&RulesType) < 0 ||
        PyModule_AddObjectRef(made, "Apart", (PyObject *)&ApartType) < 0 ||
        PyModule_AddObjectRef(made, "Sums", (PyObject *)&SumsType) < 0 ||
        PyModule_AddObjectRef(made, "Writer", (PyObject *)&WriterType) < 0 ||
        PyModule_AddObjectRef(made, "Speller", (PyObject *)&SpellerType) < 0 ||
        PyModule_AddObjectRef(made, "Odds", (PyObject *)&OddsType) < 0 ||
        PyModule_AddObjectRef(made, "Scripts", (PyObject *)&ScriptsType) < 0 ||
        PyModule_AddObjectRef(made, "Letterwise", (PyObject *)&LetterwiseType) < 0 ||
        PyModule_AddObjectRef(made, "Plain", (PyObject *)&PlainType) < 0 ||
        PyModule_AddObjectRef(made, "Ways", (PyObject *)&WaysType) < 0 ||
        PyModule_AddObjectRef(made, "Path", (PyObject *)&PathType) < 0 ||
        PyModule_AddObjectRef(made, "Pieces", (PyObject *)&PiecesType) < 0 ||
        PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0) {
        Py_DECREF(made);
        return NULL;
    }
    return made;
}
