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

/* The letters of a key as bits: heard.py's bits(); no two letters of ASCII share one. */
PyObject *bits_of(PyObject *module, PyObject *key)
{
    (void)module;
    if (!PyUnicode_Check(key))
        return PyErr_SetString(PyExc_TypeError, "a key"), NULL;
    unsigned long long found = 0;
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(key); at++)
        found |= 1ULL << (PyUnicode_READ_CHAR(key, at) & 63);
    return PyLong_FromUnsignedLongLong(found);
}

enum field { CORE, SPELT, KEY, RARITY, NAMES, FORMS, NEVER, SYMBOLS, CANONICAL, NATIVE_FORM, ROW, IS_INITIAL, OWN, SOUNDS, ENDING, LOCAL, CALLED, USUAL, FIELDS };

/* Whether the fields of a word are of the kinds that the loops take them for. */
static int are_fields(PyObject *const *args)
{
    static const char texts[] = {CORE, SPELT, KEY, SYMBOLS, CANONICAL, NATIVE_FORM, ENDING, CALLED};
    for (size_t at = 0; at < sizeof texts; at++)
        if (!PyUnicode_Check(args[(int)texts[at]]))
            return 0;
    return PyFrozenSet_Check(args[NAMES]) && PyTuple_Check(args[FORMS]) && PyFrozenSet_Check(args[NEVER]) &&
           PyBool_Check(args[IS_INITIAL]) && PyBool_Check(args[OWN]) && PyBool_Check(args[LOCAL]) && PyBool_Check(args[USUAL]);
}

/* A word of its fields in their order; called straight, since a tuple of so many would be made and read for each. */
static PyObject *word_made(PyObject *type, PyObject *const *args, size_t given, PyObject *named)
{
    if (named || PyVectorcall_NARGS(given) != FIELDS || !are_fields(args))
        return PyErr_SetString(PyExc_TypeError, "the fields of a word, in their order"), NULL;
    double rarity = PyFloat_AsDouble(args[RARITY]);
    uint64_t sounds = PyLong_AsUnsignedLongLongMask(args[SOUNDS]);
    PyObject *row = args[ROW];
    PyObject *table = PyErr_Occurred() ? NULL : row == Py_None ? Py_NewRef(row) : PyObject_GetAttr(row, table_name);
    Word *self = table ? (Word *)WordType.tp_alloc((PyTypeObject *)type, 0) : NULL;
    int generic = self && PyUnicode_Check(table) && !PyUnicode_CompareWithASCIIString(table, "place/generic");
    Py_XDECREF(table);
    if (!self)
        return NULL;
    self->generic = (char)generic;
    self->core = Py_NewRef(args[CORE]);
    self->spelt = Py_NewRef(args[SPELT]);
    self->key = Py_NewRef(args[KEY]);
    self->names = Py_NewRef(args[NAMES]);
    self->forms = Py_NewRef(args[FORMS]);
    self->never = Py_NewRef(args[NEVER]);
    self->symbols = Py_NewRef(args[SYMBOLS]);
    self->canonical = Py_NewRef(args[CANONICAL]);
    self->native = Py_NewRef(args[NATIVE_FORM]);
    self->row = Py_NewRef(row);
    self->ending = Py_NewRef(args[ENDING]);
    self->called = Py_NewRef(args[CALLED]);
    self->rarity = rarity;
    self->sounds = sounds;
    self->initial = args[IS_INITIAL] == Py_True;
    self->own = args[OWN] == Py_True;
    self->local = args[LOCAL] == Py_True;
    self->usual = args[USUAL] == Py_True;
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
    .tp_vectorcall = word_made,
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

static PyObject *token_made(PyObject *type, PyObject *const *args, size_t given, PyObject *named)
{
    if (named || PyVectorcall_NARGS(given) != 2 || !Py_IS_TYPE(args[1], &WordType))
        return PyErr_SetString(PyExc_TypeError, "a part and its word"), NULL;
    PyObject *role = PyObject_GetAttr(args[0], role_name), *text = PyObject_GetAttr(args[0], text_name);
    Token *self = NULL;
    int number = role && text ? role_number(role) : -1;
    if (number >= 0 && !PyUnicode_Check(text))
        PyErr_SetString(PyExc_TypeError, "a part has a text");
    else if (number >= 0 && (self = (Token *)TokenType.tp_alloc((PyTypeObject *)type, 0))) {
        self->part = Py_NewRef(args[0]);
        self->word = (Word *)Py_NewRef(args[1]);
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
    .tp_vectorcall = token_made,
    .tp_dealloc = (destructor)token_dealloc,
};
