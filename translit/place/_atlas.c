/* The loops over the names of an index, for machines with a compiler (see compiled.py): what searching.py and
 * tradition.py do in Python as well; tests/test_atlas.py lays them beside each other. */
#include "_atlas.h"

#define FORMAT 2 /* as in loops.py: a module of another source is passed over */

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "translit.place._atlas", .m_size = -1};

PyMODINIT_FUNC PyInit__atlas(void)
{
    if (PyType_Ready(&NamesType) < 0 || PyType_Ready(&RespellerType) < 0 || PyType_Ready(&HearerType) < 0 ||
        PyType_Ready(&OddsType) < 0)
        return NULL;
    PyObject *module = PyModule_Create(&definition);
    if (module && (PyModule_AddIntConstant(module, "FORMAT", FORMAT) < 0 ||
                   PyModule_AddObjectRef(module, "Names", (PyObject *)&NamesType) < 0 ||
                   PyModule_AddObjectRef(module, "Respeller", (PyObject *)&RespellerType) < 0 ||
                   PyModule_AddObjectRef(module, "Hearer", (PyObject *)&HearerType) < 0 ||
                   PyModule_AddObjectRef(module, "Odds", (PyObject *)&OddsType) < 0)) {
        Py_DECREF(module);
        return NULL;
    }
    return module;
}
