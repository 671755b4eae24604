/* How a name of Russia or its neighbours is put together of words that were met before, for machines with a compiler
 * (see compiled.py): the loops over the words of one name, which cutting.py, order.py, together.py and origin/summing.py do in
 * Python as well; tests/test_name.py lays them beside each other. */
#include "_name.h"

#define FORMAT 2 /* as in evidence.py: a module of another source is passed over */

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "translit.person.slavic._name", .m_size = -1};

PyMODINIT_FUNC PyInit__name(void)
{
    PyTypeObject *types[] = {&GatheredType, &EvidenceType, &ColumnsType, &PartsType, &WholeType};
    const char *const names[] = {"Gathered", "Evidence", "Columns", "Parts", "Whole"};
    PyObject *module = PyModule_Create(&definition);
    int fails = !module || PyModule_AddIntConstant(module, "FORMAT", FORMAT) < 0;
    for (size_t at = 0; !fails && at < sizeof types / sizeof *types; at++)
        fails = PyType_Ready(types[at]) < 0 || PyModule_AddObjectRef(module, names[at], (PyObject *)types[at]) < 0;
    if (fails)
        Py_CLEAR(module);
    return module;
}
