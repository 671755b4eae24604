/* How a name of Russia or its neighbours is put together of words that were met before, for machines with a compiler
 * (see compiled.py): the loops over the words of one name, which slavic.py, order.py and origin.py do in Python as
 * well; tests/test_name.py lays them beside each other. */
#include "_slots.h"

#define FORMAT 1 /* as in evidence.py: a module of another source is passed over */
#define MANY 16  /* words of a name; names of more are left to Python */

/* ---- Gathered: the records of the words of a name ---- */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *work; /* of a word and tables: its record, or None */
    PyTypeObject *type;
    Py_ssize_t asks;
} Gathered;

/* gathered(pieces, tables): the records of some words, and the questions that all of them ask; None where one has
 * no record. */
static PyObject *gathered_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Gathered *self = (Gathered *)callable;
    if (PyVectorcall_NARGS(flags) != 2 || names || !PyTuple_CheckExact(args[0]))
        return PyErr_Format(PyExc_TypeError, "a tuple of words, and tables");
    Py_ssize_t count = PyTuple_GET_SIZE(args[0]);
    long asks = 0;
    PyObject *words = PyTuple_New(count), *found = NULL;
    for (Py_ssize_t at = 0; words && at < count; at++) {
        PyObject *both[2] = {PyTuple_GET_ITEM(args[0], at), args[1]};
        PyObject *word = PyObject_Vectorcall(self->work, both, 2, NULL);
        if (word && Py_TYPE(word) == self->type) {
            asks |= PyLong_AsLong(slot(word, self->asks));
            PyTuple_SET_ITEM(words, at, word);
            continue;
        }
        if (word == Py_None)
            found = Py_NewRef(word);
        else if (word)
            PyErr_Format(PyExc_TypeError, "a record is a %s", self->type->tp_name);
        Py_XDECREF(word);
        Py_CLEAR(words);
    }
    if (words && PyErr_Occurred())
        Py_CLEAR(words);
    return words ? Py_BuildValue("Nl", words, asks) : found;
}

/* Gathered(work, cls) */
static PyObject *gathered_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *work, *cls;
    if (!PyArg_ParseTuple(args, "OO!", &work, &PyType_Type, &cls))
        return NULL;
    Py_ssize_t asks = slot_offset(cls, "asks");
    Gathered *self = asks < 0 ? NULL : (Gathered *)type->tp_alloc(type, 0);
    if (self) {
        self->call = gathered_call;
        self->work = Py_NewRef(work);
        self->type = (PyTypeObject *)Py_NewRef(cls);
        self->asks = asks;
    }
    return (PyObject *)self;
}

static void gathered_dealloc(Gathered *self)
{
    Py_XDECREF(self->work);
    Py_XDECREF(self->type);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyTypeObject GatheredType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.slavic._name.Gathered",
    .tp_basicsize = sizeof(Gathered),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Gathered, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = gathered_new,
    .tp_dealloc = (destructor)gathered_dealloc,
    .tp_doc = "Gathered(work, cls): the records of some words, and what they ask.",
};

/* ---- Evidence: how the words of a name speak for each of three families together ---- */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *work; /* of a word and tables: its evidence, or that of each of its parts, or None */
} Evidence;

/* Add what a word says, or what its parts say; -1 with an error. */
static int add(PyObject *told, double *sums)
{
    if (!PyTuple_CheckExact(told))
        return PyErr_SetString(PyExc_TypeError, "evidence is three numbers"), -1;
    Py_ssize_t count = PyTuple_GET_SIZE(told);
    if (count && PyTuple_CheckExact(PyTuple_GET_ITEM(told, 0))) {
        for (Py_ssize_t part = 0; part < count; part++)
            if (add(PyTuple_GET_ITEM(told, part), sums) < 0)
                return -1;
        return 0;
    }
    if (count && count != 3)
        return PyErr_SetString(PyExc_TypeError, "evidence is three numbers"), -1;
    for (Py_ssize_t family = 0; family < count; family++)
        sums[family] += PyFloat_AsDouble(PyTuple_GET_ITEM(told, family));
    return PyErr_Occurred() ? -1 : 0;
}

/* evidence(words, start, tables): the sums of what the words say, beside a start; None where one has to be asked
 * beside the others. */
static PyObject *evidence_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Evidence *self = (Evidence *)callable;
    double sums[3];
    if (PyVectorcall_NARGS(flags) != 3 || names || !PyTuple_CheckExact(args[0]) || !PyTuple_CheckExact(args[1]) ||
        !PyArg_ParseTuple(args[1], "ddd", sums, sums + 1, sums + 2))
        return PyErr_Format(PyExc_TypeError, "a tuple of words, three numbers, and tables");
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(args[0]); at++) {
        PyObject *both[2] = {PyTuple_GET_ITEM(args[0], at), args[2]};
        PyObject *told = PyObject_Vectorcall(self->work, both, 2, NULL);
        if (!told || told == Py_None)
            return told;
        int fails = add(told, sums);
        Py_DECREF(told);
        if (fails)
            return NULL;
    }
    return Py_BuildValue("ddd", sums[0], sums[1], sums[2]);
}

/* Evidence(work) */
static PyObject *evidence_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *work;
    if (!PyArg_ParseTuple(args, "O", &work))
        return NULL;
    Evidence *self = (Evidence *)type->tp_alloc(type, 0);
    if (self) {
        self->call = evidence_call;
        self->work = Py_NewRef(work);
    }
    return (PyObject *)self;
}

static void evidence_dealloc(Evidence *self)
{
    Py_XDECREF(self->work);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyTypeObject EvidenceType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.slavic._name.Evidence",
    .tp_basicsize = sizeof(Evidence),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Evidence, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = evidence_new,
    .tp_dealloc = (destructor)evidence_dealloc,
    .tp_doc = "Evidence(work): how some words speak for each family together.",
};

/* ---- Columns: two slots of all words ---- */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyTypeObject *type;
    Py_ssize_t genders, worth;
} Columns;

/* columns(words): the genders that each tells, and what each is worth. */
static PyObject *columns_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Columns *self = (Columns *)callable;
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyTuple_CheckExact(args[0]))
        return PyErr_Format(PyExc_TypeError, "a tuple of words");
    Py_ssize_t count = PyTuple_GET_SIZE(args[0]);
    PyObject *genders = PyTuple_New(count), *worths = PyList_New(count);
    for (Py_ssize_t at = 0; genders && worths && at < count; at++) {
        PyObject *word = PyTuple_GET_ITEM(args[0], at);
        if (Py_TYPE(word) != self->type) {
            PyErr_Format(PyExc_TypeError, "a word is a %s", self->type->tp_name);
            Py_CLEAR(genders);
            break;
        }
        PyTuple_SET_ITEM(genders, at, Py_NewRef(slot(word, self->genders)));
        PyList_SET_ITEM(worths, at, Py_NewRef(slot(word, self->worth)));
    }
    if (genders && worths)
        return Py_BuildValue("NN", genders, worths);
    Py_XDECREF(genders);
    Py_XDECREF(worths);
    return NULL;
}

/* Columns(cls) */
static PyObject *columns_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *cls;
    if (!PyArg_ParseTuple(args, "O!", &PyType_Type, &cls))
        return NULL;
    Py_ssize_t genders = slot_offset(cls, "genders"), worth = genders < 0 ? -1 : slot_offset(cls, "worth");
    Columns *self = worth < 0 ? NULL : (Columns *)type->tp_alloc(type, 0);
    if (self) {
        self->call = columns_call;
        self->type = (PyTypeObject *)Py_NewRef(cls);
        self->genders = genders;
        self->worth = worth;
    }
    return (PyObject *)self;
}

static void columns_dealloc(Columns *self)
{
    Py_XDECREF(self->type);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyTypeObject ColumnsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.slavic._name.Columns",
    .tp_basicsize = sizeof(Columns),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Columns, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = columns_new,
    .tp_dealloc = (destructor)columns_dealloc,
    .tp_doc = "Columns(cls): the genders that words tell, and what they are worth.",
};

/* ---- Parts: the words of a name as what they were read to be ---- */

enum { INITIAL, GIVEN, PATRONYMIC, SURNAME, MAKERS };

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyTypeObject *type;
    Py_ssize_t text, initial;
    PyObject *makers[MAKERS];
} Parts;

/* parts(words, assignment, places, how, tables): see `_made` in slavic.py; `how` are the language, whether the name is
 * Russian, whether it is foreign, and the schemes of whoever wrote it. */
static PyObject *parts_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Parts *self = (Parts *)callable;
    if (PyVectorcall_NARGS(flags) != 5 || names || !PyTuple_CheckExact(args[0]) || !PyUnicode_Check(args[1]) ||
        !PyTuple_CheckExact(args[2]) || !PyTuple_CheckExact(args[3]) || PyTuple_GET_SIZE(args[3]) != 4 ||
        PyTuple_GET_SIZE(args[2]) > PyTuple_GET_SIZE(args[0]) || PyUnicode_GET_LENGTH(args[1]) < PyTuple_GET_SIZE(args[0]))
        return PyErr_Format(PyExc_TypeError, "words, their roles, their places, how they are read, and tables");
    PyObject *language = PyTuple_GET_ITEM(args[3], 0), *russian = PyTuple_GET_ITEM(args[3], 1),
             *foreign = PyTuple_GET_ITEM(args[3], 2), *by = PyTuple_GET_ITEM(args[3], 3), *tables = args[4];
    PyObject *parts = PyList_New(PyTuple_GET_SIZE(args[2]));
    for (Py_ssize_t at = 0; parts && at < PyList_GET_SIZE(parts); at++) {
        Py_ssize_t place = PyLong_AsSsize_t(PyTuple_GET_ITEM(args[2], at));
        PyObject *word = place >= 0 && place < PyTuple_GET_SIZE(args[0]) ? PyTuple_GET_ITEM(args[0], place) : NULL;
        PyObject *part = NULL;
        if (word && Py_TYPE(word) == self->type) {
            PyObject *text = slot(word, self->text);
            Py_UCS4 role = PyUnicode_READ_CHAR(args[1], place);
            if (slot(word, self->initial) == Py_True) {
                PyObject *letter = PyUnicode_FromOrdinal((int)role), *asked[] = {text, letter, language, tables};
                part = letter ? PyObject_Vectorcall(self->makers[INITIAL], asked, 4, NULL) : NULL;
                Py_XDECREF(letter);
            } else if (role == 'S') {
                PyObject *asked[] = {text, foreign, language, by, tables};
                part = PyObject_Vectorcall(self->makers[SURNAME], asked, 5, NULL);
            } else if (role == 'G') {
                PyObject *asked[] = {text, language, russian, tables};
                part = PyObject_Vectorcall(self->makers[GIVEN], asked, 4, NULL);
            } else {
                PyObject *asked[] = {text, language, tables};
                part = PyObject_Vectorcall(self->makers[PATRONYMIC], asked, 3, NULL);
            }
        } else if (!PyErr_Occurred())
            PyErr_Format(PyExc_TypeError, "a place of a %s", self->type->tp_name);
        if (part)
            PyList_SET_ITEM(parts, at, part);
        else
            Py_CLEAR(parts);
    }
    return parts;
}

/* Parts(cls, initial, given, patronymic, surname) */
static PyObject *parts_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *cls, *makers[MAKERS];
    if (!PyArg_ParseTuple(args, "O!OOOO", &PyType_Type, &cls, makers, makers + 1, makers + 2, makers + 3))
        return NULL;
    Py_ssize_t text = slot_offset(cls, "text"), initial = text < 0 ? -1 : slot_offset(cls, "initial");
    Parts *self = initial < 0 ? NULL : (Parts *)type->tp_alloc(type, 0);
    if (self) {
        self->call = parts_call;
        self->type = (PyTypeObject *)Py_NewRef(cls);
        self->text = text;
        self->initial = initial;
        for (int at = 0; at < MAKERS; at++)
            self->makers[at] = Py_NewRef(makers[at]);
    }
    return (PyObject *)self;
}

static void parts_dealloc(Parts *self)
{
    Py_XDECREF(self->type);
    for (int at = 0; at < MAKERS; at++)
        Py_XDECREF(self->makers[at]);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyTypeObject PartsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.slavic._name.Parts",
    .tp_basicsize = sizeof(Parts),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Parts, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = parts_new,
    .tp_dealloc = (destructor)parts_dealloc,
    .tp_doc = "Parts(cls, initial, given, patronymic, surname): words as the parts they were read to be.",
};

/* ---- Whole: what the parts of a name make together ---- */

enum { CANONICAL, NATIVE, KEY, STATUS, ROW, ASKED }; /* of a part */

static const char *const asked_names[ASKED] = {"canonical", "native", "key", "status", "row"};

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyTypeObject *type;
    PyObject *blank, *rest; /* a blank; what is asked of names of many parts */
    Py_ssize_t offsets[ASKED];
} Whole;

/* Some texts in one, parted by blanks. */
static PyObject *joined(const Whole *self, PyObject *const *texts, Py_ssize_t count)
{
    PyObject *all = PyList_New(count), *made;
    if (!all)
        return NULL;
    for (Py_ssize_t at = 0; at < count; at++)
        PyList_SET_ITEM(all, at, Py_NewRef(texts[at]));
    made = PyUnicode_Join(self->blank, all);
    Py_DECREF(all);
    return made;
}

static void sort(PyObject **texts, Py_ssize_t count)
{
    for (Py_ssize_t at = 1; at < count; at++)
        for (Py_ssize_t to = at; to && PyUnicode_Compare(texts[to], texts[to - 1]) < 0; to--) {
            PyObject *later = texts[to];
            texts[to] = texts[to - 1];
            texts[to - 1] = later;
        }
}

/* whole(parts, ends): see `together` in person/slavic/reading.py. */
static PyObject *whole_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Whole *self = (Whole *)callable;
    PyObject *texts[ASKED][MANY], *told[7] = {NULL};
    if (PyVectorcall_NARGS(flags) != 2 || names || !PyList_CheckExact(args[0]) || !PyTuple_CheckExact(args[1]) ||
        PyTuple_GET_SIZE(args[1]) != 3)
        return PyErr_Format(PyExc_TypeError, "a list of parts, and the ends of three roles");
    Py_ssize_t count = PyList_GET_SIZE(args[0]), start = 0;
    if (count > MANY)
        return PyObject_Vectorcall(self->rest, args, 2, NULL);
    int named = 1, known = 0;
    for (Py_ssize_t at = 0; at < count; at++) {
        PyObject *part = PyList_GET_ITEM(args[0], at);
        if (Py_TYPE(part) != self->type)
            return PyErr_Format(PyExc_TypeError, "a part is a %s", self->type->tp_name);
        for (int field = 0; field < ASKED; field++)
            texts[field][at] = slot(part, self->offsets[field]);
        if (!PyUnicode_Check(texts[CANONICAL][at]) || !PyUnicode_Check(texts[KEY][at]) ||
            !PyUnicode_Check(texts[STATUS][at]))
            return PyErr_Format(PyExc_TypeError, "a part has texts");
        named &= PyUnicode_Check(texts[NATIVE][at]) && PyUnicode_GET_LENGTH(texts[NATIVE][at]);
        known |= texts[ROW][at] != Py_None || !PyUnicode_CompareWithASCIIString(texts[STATUS][at], "ok");
    }
    sort(texts[KEY], count);
    told[0] = joined(self, texts[CANONICAL], count);
    told[1] = named ? joined(self, texts[NATIVE], count) : Py_NewRef(Py_None);
    told[2] = joined(self, texts[KEY], count);
    told[3] = PyBool_FromLong(known);
    for (int role = 0; role < 3; role++) {
        Py_ssize_t end = PyLong_AsSsize_t(PyTuple_GET_ITEM(args[1], role));
        if (!PyErr_Occurred() && (end < start || end > count))
            PyErr_SetString(PyExc_ValueError, "ends are numbers of parts");
        if (!PyErr_Occurred())
            told[4 + role] = end > start ? joined(self, texts[CANONICAL] + start, end - start) : Py_NewRef(Py_None);
        start = end;
    }
    PyObject *found = PyErr_Occurred() ? NULL : PyTuple_New(7);
    for (int at = 0; at < 7; at++)
        if (found)
            PyTuple_SET_ITEM(found, at, told[at]);
        else
            Py_XDECREF(told[at]);
    return found;
}

/* Whole(cls, rest) */
static PyObject *whole_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *cls, *rest;
    if (!PyArg_ParseTuple(args, "O!O", &PyType_Type, &cls, &rest))
        return NULL;
    Whole *self = (Whole *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = whole_call;
    self->type = (PyTypeObject *)Py_NewRef(cls);
    self->rest = Py_NewRef(rest);
    self->blank = PyUnicode_FromString(" ");
    int fits = self->blank != NULL;
    for (int field = 0; fits && field < ASKED; field++)
        fits = (self->offsets[field] = slot_offset(cls, asked_names[field])) >= 0;
    if (!fits)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static void whole_dealloc(Whole *self)
{
    Py_XDECREF(self->type);
    Py_XDECREF(self->rest);
    Py_XDECREF(self->blank);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyTypeObject WholeType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.slavic._name.Whole",
    .tp_basicsize = sizeof(Whole),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Whole, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = whole_new,
    .tp_dealloc = (destructor)whole_dealloc,
    .tp_doc = "Whole(cls, rest): what the parts of a name make together.",
};

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
