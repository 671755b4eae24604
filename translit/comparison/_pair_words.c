/* Words and parts: the values of words.py that the loops read without asking Python. */
#include "_pair.h"

PyObject *role_numbers, *role_name, *text_name, *table_name;

static PyObject *meant_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    static char *names[] = {"forms", "best", "known", "patterns", NULL};
    PyObject *forms, *best, *patterns;
    int known;
    if (!PyArg_ParseTupleAndKeywords(args, named, "O!UpO!", names, &PyDict_Type, &forms, &best, &known, &PyTuple_Type,
                                     &patterns))
        return NULL;
    Meant *self = (Meant *)type->tp_alloc(type, 0);
    if (self) {
        self->forms = Py_NewRef(forms);
        self->best = Py_NewRef(best);
        self->patterns = Py_NewRef(patterns);
        self->known = (char)known;
    }
    return (PyObject *)self;
}

static void meant_dealloc(Meant *self)
{
    Py_XDECREF(self->forms);
    Py_XDECREF(self->best);
    Py_XDECREF(self->patterns);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMemberDef meant_members[] = {{"forms", T_OBJECT_EX, offsetof(Meant, forms), READONLY, NULL},
                                      {"best", T_OBJECT_EX, offsetof(Meant, best), READONLY, NULL},
                                      {"known", T_BOOL, offsetof(Meant, known), READONLY, NULL},
                                      {"patterns", T_OBJECT_EX, offsetof(Meant, patterns), READONLY, NULL},
                                      {NULL}};

PyTypeObject MeantType = { /* as the next: holds nothing that could hold it, so the collector need not know it */
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.comparison._pair.Meant",
    .tp_basicsize = sizeof(Meant),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "What a word can be in the original script: the fields of words.py's Meant.",
    .tp_members = meant_members,
    .tp_new = meant_new,
    .tp_dealloc = (destructor)meant_dealloc,
};

static PyObject *word_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    static char *names[] = {"core", "spelt", "key", "rarity", "names", "forms", "never", "symbols", "canonical",
                            "native", "row", "initial", "own", "sounds", "ending", "local", "called", "usual", NULL};
    PyObject *core, *spelt, *key, *kin, *forms, *never, *symbols, *canonical, *native, *row, *ending, *called;
    double rarity;
    int initial, own, local, usual;
    unsigned long long sounds;
    if (!PyArg_ParseTupleAndKeywords(args, named, "UUUdO!O!O!UUUOppKUpUp", names, &core, &spelt, &key, &rarity,
                                     &PyFrozenSet_Type, &kin, &PyTuple_Type, &forms, &PyFrozenSet_Type, &never,
                                     &symbols, &canonical, &native, &row, &initial, &own, &sounds, &ending, &local,
                                     &called, &usual))
        return NULL;
    PyObject *table = row == Py_None ? Py_NewRef(row) : PyObject_GetAttr(row, table_name);
    Word *self = table ? (Word *)type->tp_alloc(type, 0) : NULL;
    int generic = self && PyUnicode_Check(table) && !PyUnicode_CompareWithASCIIString(table, "place/generic");
    Py_XDECREF(table);
    if (!self)
        return NULL;
    self->generic = (char)generic;
    self->core = Py_NewRef(core);
    self->spelt = Py_NewRef(spelt);
    self->key = Py_NewRef(key);
    self->names = Py_NewRef(kin);
    self->forms = Py_NewRef(forms);
    self->never = Py_NewRef(never);
    self->symbols = Py_NewRef(symbols);
    self->canonical = Py_NewRef(canonical);
    self->native = Py_NewRef(native);
    self->row = Py_NewRef(row);
    self->ending = Py_NewRef(ending);
    self->called = Py_NewRef(called);
    self->rarity = rarity;
    self->sounds = sounds;
    self->initial = (char)initial;
    self->own = (char)own;
    self->local = (char)local;
    self->usual = (char)usual;
    return (PyObject *)self;
}

static void word_dealloc(Word *self)
{
    PyObject *held[] = {self->core, self->spelt, self->key, self->names, self->forms, self->never, self->symbols,
                        self->canonical, self->native, self->row, self->ending, self->called, (PyObject *)self->meant,
                        self->men};
    for (size_t at = 0; at < sizeof held / sizeof *held; at++)
        Py_XDECREF(held[at]);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

#define FIELD(name, type) {#name, type, offsetof(Word, name), READONLY, NULL}
static PyMemberDef word_members[] = {
    FIELD(core, T_OBJECT_EX), FIELD(spelt, T_OBJECT_EX), FIELD(key, T_OBJECT_EX), FIELD(names, T_OBJECT_EX),
    FIELD(forms, T_OBJECT_EX), FIELD(never, T_OBJECT_EX), FIELD(symbols, T_OBJECT_EX),
    FIELD(canonical, T_OBJECT_EX), FIELD(native, T_OBJECT_EX), FIELD(row, T_OBJECT_EX),
    FIELD(ending, T_OBJECT_EX), FIELD(local, T_BOOL), FIELD(rarity, T_DOUBLE), FIELD(sounds, T_ULONGLONG), FIELD(initial, T_BOOL),
    FIELD(own, T_BOOL), FIELD(called, T_OBJECT_EX), FIELD(usual, T_BOOL), {NULL}};

PyTypeObject WordType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.comparison._pair.Word",
    .tp_basicsize = sizeof(Word),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "The letters of a part made ready: the fields of words.py's Word.",
    .tp_members = word_members,
    .tp_new = word_new,
    .tp_dealloc = (destructor)word_dealloc,
};

/* The number of a role, given when it is first met; -1 with an error. */
static int role_number(PyObject *role)
{
    if (role == Py_None || (PyUnicode_Check(role) && !PyUnicode_GET_LENGTH(role)))
        return NO_ROLE;
    PyObject *known = PyDict_GetItemWithError(role_numbers, role);
    if (known)
        return (int)PyLong_AsLong(known);
    Py_ssize_t size = PyDict_GET_SIZE(role_numbers);
    if (PyErr_Occurred())
        return -1;
    if (size >= ROLES || !PyUnicode_Check(role))
        return PyErr_SetString(PyExc_ValueError, "too many roles"), -1;
    PyObject *number = PyLong_FromSsize_t(size);
    int failed = !number || PyDict_SetItem(role_numbers, role, number) < 0;
    Py_XDECREF(number);
    return failed ? -1 : (int)size;
}

static PyObject *token_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    static char *names[] = {"part", "word", NULL};
    PyObject *part, *word;
    if (!PyArg_ParseTupleAndKeywords(args, named, "OO!", names, &part, &WordType, &word))
        return NULL;
    PyObject *role = PyObject_GetAttr(part, role_name), *text = PyObject_GetAttr(part, text_name);
    Token *self = NULL;
    int number = role && text ? role_number(role) : -1;
    if (number >= 0 && !PyUnicode_Check(text))
        PyErr_SetString(PyExc_TypeError, "a part has a text");
    else if (number >= 0 && (self = (Token *)type->tp_alloc(type, 0))) {
        self->part = Py_NewRef(part);
        self->word = (Word *)Py_NewRef(word);
        self->role = number;
        self->spaced = PyUnicode_FindChar(text, ' ', 0, PyUnicode_GET_LENGTH(text), 1) >= 0;
    }
    Py_XDECREF(role);
    Py_XDECREF(text);
    return (PyObject *)self;
}

static void token_dealloc(Token *self)
{
    Py_XDECREF(self->part);
    Py_XDECREF(self->word);
    Py_XDECREF(self->words);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMemberDef token_members[] = {{"part", T_OBJECT_EX, offsetof(Token, part), READONLY, NULL},
                                      {"word", T_OBJECT_EX, offsetof(Token, word), READONLY, NULL},
                                      {NULL}};

PyTypeObject TokenType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.comparison._pair.Token",
    .tp_basicsize = sizeof(Token),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "One part of a name and its word.",
    .tp_members = token_members,
    .tp_new = token_new,
    .tp_dealloc = (destructor)token_dealloc,
};
