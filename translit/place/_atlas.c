/* The loops over the names of an index, for machines with a compiler (see compiled.py): what atlas.py does in
 * Python as well; tests/test_places.py lays the two beside each other. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>

#define FORMAT 1 /* as in atlas.py: a module of another source is passed over */
#define ROOM 128 /* letters of the longest sounds that are measured here; longer ones are left to Python */

/* ---- The names whose consonants are some others but for one ---- */

typedef struct {
    PyObject *places; /* consonants -> where their names are: a number, or several in a tuple */
    PyObject *found;  /* a set of those numbers */
} Search;

/* Add where the names of some consonants are. */
static int look(Search *search, const char *bones, int size)
{
    PyObject *key = PyUnicode_FromStringAndSize(bones, size);
    if (!key)
        return -1;
    PyObject *places = PyDict_GetItemWithError(search->places, key);
    Py_DECREF(key);
    if (!places)
        return PyErr_Occurred() ? -1 : 0;
    if (!PyTuple_Check(places))
        return PySet_Add(search->found, places);
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(places); at++)
        if (PySet_Add(search->found, PyTuple_GET_ITEM(places, at)) < 0)
            return -1;
    return 0;
}

/* one_off(bones, places, signs): a set of where they are; None for what is left to Python. */
static PyObject *one_off(PyObject *module, PyObject *args)
{
    PyObject *text, *places;
    const char *signs;
    Py_ssize_t count;
    if (!PyArg_ParseTuple(args, "UO!s#", &text, &PyDict_Type, &places, &signs, &count))
        return NULL;
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    if (!PyUnicode_IS_ASCII(text) || size > ROOM - 2)
        Py_RETURN_NONE;
    const char *bones = (const char *)PyUnicode_1BYTE_DATA(text);
    char made[ROOM];
    Search search = {places, PySet_New(NULL)};
    if (!search.found)
        return NULL;
    for (Py_ssize_t at = 0; at <= size; at++) {
        memcpy(made, bones, at);
        memcpy(made + at + 1, bones + at, size - at);
        for (Py_ssize_t sign = 0; sign < count; sign++) { /* one more */
            made[at] = signs[sign];
            if (look(&search, made, (int)size + 1) < 0)
                goto failed;
        }
        if (at == size)
            break;
        memcpy(made, bones, size);
        for (Py_ssize_t sign = 0; sign < count; sign++) { /* another */
            made[at] = signs[sign];
            if (look(&search, made, (int)size) < 0)
                goto failed;
        }
        memcpy(made + at, bones + at + 1, size - at - 1); /* one less */
        if (look(&search, made, (int)size - 1) < 0)
            goto failed;
        if (at + 1 < size) { /* two that changed places */
            memcpy(made, bones, size);
            made[at] = bones[at + 1];
            made[at + 1] = bones[at];
            if (look(&search, made, (int)size) < 0)
                goto failed;
        }
    }
    return search.found;
failed:
    Py_DECREF(search.found);
    return NULL;
}

/* ---- The names that sound like a text ---- */

/* How many letters two words differ in; more than `most` where it is more than that. */
static int apart(const unsigned char *one, int rows, const unsigned char *two, int columns, int most)
{
    int row[ROOM + 1];
    if (rows - columns > most || columns - rows > most)
        return most + 1;
    for (int to = 0; to <= columns; to++)
        row[to] = to;
    for (int at = 0; at < rows; at++) {
        int diagonal = row[0], least = row[0] = at + 1;
        for (int to = 0; to < columns; to++) {
            int cost = diagonal + (one[at] != two[to]);
            diagonal = row[to + 1];
            if (diagonal + 1 < cost)
                cost = diagonal + 1;
            if (row[to] + 1 < cost)
                cost = row[to] + 1;
            row[to + 1] = cost;
            if (cost < least)
                least = cost;
        }
        if (least > most)
            return most + 1;
    }
    return row[columns];
}

/* The letters of a word, those as one that are not told apart; -1 for a word that is left to Python. */
static int letters_of(PyObject *word, const unsigned char *one, unsigned char *letters)
{
    if (!PyUnicode_Check(word) || !PyUnicode_IS_ASCII(word) || PyUnicode_GET_LENGTH(word) > ROOM)
        return -1;
    int size = (int)PyUnicode_GET_LENGTH(word);
    const unsigned char *text = PyUnicode_1BYTE_DATA(word);
    for (int at = 0; at < size; at++)
        letters[at] = one ? one[text[at]] : text[at];
    return size;
}

/* sounding(sound, places, sounds, names, heard, asking, arabic, most, unvowelled, one):
 * [(place, letters apart), ...] of the names that sound like a text; None for what is left to Python.
 * `heard` & `asking` are the names that answer its script, of which those of the other script are `unvowelled`
 * letters apart; `one` is for each of 128 letters the one it is not told apart from. */
static PyObject *sounding(PyObject *module, PyObject *args)
{
    PyObject *sound, *places, *sounds, *names;
    const char *heard, *one = NULL;
    Py_ssize_t heard_size, one_size = 0;
    int asking, arabic, most, unvowelled;
    if (!PyArg_ParseTuple(args, "UOO!O!y#ipiiz#", &sound, &places, &PyList_Type, &sounds, &PyList_Type, &names,
                          &heard, &heard_size, &asking, &arabic, &most, &unvowelled, &one, &one_size))
        return NULL;
    if (one && one_size != 128) /* a letter that is left out, or becomes several */
        Py_RETURN_NONE;
    unsigned char text[ROOM], other[ROOM];
    const unsigned char *merged = (const unsigned char *)one;
    int size = letters_of(sound, merged, text);
    if (size < 0)
        Py_RETURN_NONE;
    PyObject *fast = PySequence_Fast(places, "where the names are"), *found = PyList_New(0);
    if (!fast || !found)
        goto failed;
    for (Py_ssize_t at = 0; at < PySequence_Fast_GET_SIZE(fast); at++) {
        PyObject *place = PySequence_Fast_GET_ITEM(fast, at);
        Py_ssize_t number = PyLong_AsSsize_t(place);
        if (number == -1 && PyErr_Occurred())
            goto failed;
        if (number < 0 || number >= heard_size || number >= PyList_GET_SIZE(names) ||
            number >= PyList_GET_SIZE(sounds)) {
            PyErr_SetString(PyExc_IndexError, "no name there");
            goto failed;
        }
        if (!(heard[number] & asking))
            continue;
        Py_UCS4 first = PyUnicode_READ_CHAR(PyList_GET_ITEM(names, number), 0);
        int far = unvowelled;
        if ((first >= 0x0600 && first <= 0x06ff) == arabic) {
            int length = letters_of(PyList_GET_ITEM(sounds, number), merged, other);
            if (length < 0) {
                Py_DECREF(fast);
                Py_DECREF(found);
                Py_RETURN_NONE;
            }
            far = apart(text, size, other, length, most);
        }
        if (far > most)
            continue;
        PyObject *pair = Py_BuildValue("(Oi)", place, far);
        if (!pair || PyList_Append(found, pair) < 0) {
            Py_XDECREF(pair);
            goto failed;
        }
        Py_DECREF(pair);
    }
    Py_DECREF(fast);
    return found;
failed:
    Py_XDECREF(fast);
    Py_XDECREF(found);
    return NULL;
}

static PyMethodDef methods[] = {
    {"one_off", one_off, METH_VARARGS, "one_off(bones, places, signs): where names are that lie one consonant off."},
    {"sounding", sounding, METH_VARARGS, "sounding(sound, ...): the names that sound like a text."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "translit.place._atlas", .m_size = -1, .m_methods = methods};

PyMODINIT_FUNC PyInit__atlas(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (module && PyModule_AddIntConstant(module, "FORMAT", FORMAT) < 0) {
        Py_DECREF(module);
        return NULL;
    }
    return module;
}
