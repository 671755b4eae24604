/* The parts of an Arabic name in their roles (reading.py), for machines with a compiler: the same in the same order;
 * tests/test_arabic.py lays the two beside each other. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stddef.h>
#include <structmember.h>

#define FORMAT 1 /* as in reading.py: a module of another source is passed over */
#define ROOM 32  /* units of the longest name that is put together here; longer ones are left to Python */

/* The slots of a unit and of a form that are asked for. */
enum { KIND, GIVEN, SURNAME, LEAN, HAS_ARTICLE, SETTLED, GENDER, UNIT_SLOTS };
enum { CANONICAL, NATIVE, KEY, ROLE, ROW, COST, FORM_SLOTS };

static const char *const unit_names[UNIT_SLOTS] = {"kind", "given", "surname", "lean", "article", "settled", "gender"};
static const char *const form_names[FORM_SLOTS] = {"canonical", "native", "key", "role", "row", "cost"};

enum { NAME, COMPOUND, KUNYA, NASAB, ISM, LAQAB, NISBA, FAMILY, MAN, WOMAN, SON, BLANK, LEANINGS, CAPITALS, WORDS };
static const char *const word_texts[WORDS] = {
    "name", "compound", "kunya", "nasab", "ism", "laqab", "nisba", "family", "m", "f",
    "\xd8\xa7\xd8\xa8\xd9\x86 ", " ", "the words' own leanings", "the surname in capitals"};
static PyObject *words[WORDS];

typedef struct {
    PyObject_HEAD
    PyTypeObject *unit, *form;
    Py_ssize_t unit_slots[UNIT_SLOTS], form_slots[FORM_SLOTS]; /* where in a value they stand */
    PyObject *part;     /* part(text, role, form): the Reading of a part */
    PyObject *between;  /* between(form, text): a nasab in "ibn" that is not the first part */
    PyObject *is_laqab; /* is_laqab(unit): does a compound honour? */
    double known;       /* what a part without a row of its own may cost and still be known */
} Teller;

typedef struct { /* a unit in its place, its role there, and how it comes out; all borrowed */
    PyObject *placed, *role, *form;
} Part;

typedef struct {
    const Teller *teller;
    PyObject **units; /* in their places */
    Part parts[ROOM];
    int count;
    int failed; /* was there an error? */
} Roles;

static PyObject *slot(PyObject *value, Py_ssize_t offset)
{
    return *(PyObject **)((char *)value + offset);
}

static PyObject *of_unit(const Teller *self, PyObject *placed, int name)
{
    return slot(PyTuple_GET_ITEM(placed, 0), self->unit_slots[name]);
}

static PyObject *of_form(const Teller *self, PyObject *form, int name)
{
    return slot(form, self->form_slots[name]);
}

static int is(PyObject *text, int word)
{
    return text == words[word] || (PyUnicode_Check(text) && PyUnicode_Compare(text, words[word]) == 0);
}

static int is_kind(const Teller *self, PyObject *placed, int word)
{
    return is(of_unit(self, placed, KIND), word);
}

static double lean_of(const Teller *self, PyObject *placed)
{
    return PyFloat_AsDouble(of_unit(self, placed, LEAN));
}

static int is_loose_nasab(const Teller *self, PyObject *placed)
{
    return is_kind(self, placed, NASAB) && of_unit(self, placed, SETTLED) != Py_True;
}

static int is_surname(const Teller *self, PyObject *placed)
{
    return of_unit(self, placed, HAS_ARTICLE) == Py_True &&
           (lean_of(self, placed) < -1.5 || is(of_form(self, of_unit(self, placed, SURNAME), ROLE), NISBA));
}

static int is_father(const Teller *self, PyObject *placed)
{
    if (of_unit(self, placed, HAS_ARTICLE) != Py_True)
        return 1;
    return of_form(self, of_unit(self, placed, GIVEN), ROW) != Py_None &&
           !is(of_form(self, of_unit(self, placed, SURNAME), ROLE), NISBA);
}

/* A compound that honours: in al-Din, al-Dawla. */
static int is_laqab(Roles *roles, PyObject *placed)
{
    if (!is_kind(roles->teller, placed, COMPOUND))
        return 0;
    PyObject *told = PyObject_CallOneArg(roles->teller->is_laqab, PyTuple_GET_ITEM(placed, 0));
    int found = told ? PyObject_IsTrue(told) : -1;
    Py_XDECREF(told);
    roles->failed |= found < 0;
    return found > 0;
}

static void add(Roles *roles, PyObject *placed, PyObject *role, int form)
{
    roles->parts[roles->count++] = (Part){placed, role, of_unit(roles->teller, placed, form)};
}

/* The parts before the surname. */
static void add_given(Roles *roles, int first, int last)
{
    const Teller *self = roles->teller;
    PyObject **units = roles->units;
    int has_ism = 0;
    if (last - first > 2 && is_kind(self, units[first + 1], NAME) && is_kind(self, units[first + 2], NASAB) &&
        is_laqab(roles, units[first]))
        add(roles, units[first++], words[LAQAB], GIVEN);
    for (int at = first; at < last; at++) {
        PyObject *placed = units[at], *role = words[NASAB];
        if (is_kind(self, placed, KUNYA))
            role = words[KUNYA];
        else if (!(is_kind(self, placed, NASAB) && at > first)) {
            role = has_ism ? is_laqab(roles, placed) ? words[LAQAB] : words[NASAB] : words[ISM];
            has_ism = 1;
        }
        add(roles, placed, role, GIVEN);
    }
}

/* The family name or nisbas at the end. */
static void add_surnames(Roles *roles, int first, int last)
{
    const Teller *self = roles->teller;
    for (int at = first; at < last; at++) {
        PyObject *placed = roles->units[at];
        if (at < last - 1 && is_kind(self, placed, KUNYA))
            add(roles, placed, words[KUNYA], GIVEN);
        else if (at < last - 1 && (is_kind(self, placed, NAME) || is_kind(self, placed, COMPOUND)) && is_father(self, placed))
            add(roles, placed, words[NASAB], GIVEN);
        else
            add(roles, placed, of_form(self, of_unit(self, placed, SURNAME), ROLE), SURNAME);
    }
}

static void add_alone(Roles *roles, PyObject *placed)
{
    const Teller *self = roles->teller;
    if (is_kind(self, placed, KUNYA))
        add(roles, placed, words[KUNYA], GIVEN);
    else if (is_loose_nasab(self, placed))
        add(roles, placed, words[NASAB], GIVEN);
    else {
        int form = lean_of(self, placed) < 0 ? SURNAME : GIVEN;
        add(roles, placed, of_form(self, of_unit(self, placed, form), ROLE), form);
    }
}

/* Every unit in its role, in the order of the canonical form; `comma` is the unit after which one stood, or -1. */
static void add_roles(Roles *roles, int size, int given_first, int comma)
{
    const Teller *self = roles->teller;
    PyObject **units = roles->units;
    if (!given_first && size > 1) {
        int cut = comma > 0 ? comma : 1;
        while (comma < 0 && cut < size - 1 && is_surname(self, units[cut]))
            cut++;
        cut = cut < size ? cut : size;
        add_given(roles, cut, size);
        add_surnames(roles, 0, cut);
        return;
    }
    if (size == 1) {
        add_alone(roles, units[0]);
        return;
    }
    int cut = size - 1, kunyas = 0;
    while (cut > 1 && is_surname(self, units[cut - 1]))
        cut--;
    if (cut == size - 1 && is_loose_nasab(self, units[size - 1]))
        cut = size;
    while (kunyas < cut && is_kind(self, units[kunyas], KUNYA))
        kunyas++;
    if (kunyas == cut && cut < size)
        for (int at = 0; at < cut; at++)
            add(roles, units[at], words[KUNYA], GIVEN);
    else
        add_given(roles, 0, cut);
    add_surnames(roles, cut, size);
}

/* The gender of the ism, else of bint and umm, bin and abu. */
static PyObject *gender_of(const Roles *roles)
{
    const Teller *self = roles->teller;
    PyObject *told = Py_None;
    for (const Part *part = roles->parts; part < roles->parts + roles->count; part++) {
        PyObject *gender = of_unit(self, part->placed, GENDER);
        if (is(part->role, ISM) && gender != Py_None)
            return gender;
        if ((is(part->role, NASAB) || is(part->role, KUNYA)) && told != words[WOMAN]) {
            if (gender != Py_None && is(gender, WOMAN))
                told = words[WOMAN];
            else if (!is_kind(self, part->placed, NAME))
                told = words[MAN];
        }
    }
    return told;
}

/* Is a list of placed units one that can be read here? */
static int is_fit(const Teller *self, PyObject *units)
{
    Py_ssize_t size = PyList_GET_SIZE(units);
    for (Py_ssize_t at = 0; at < size; at++) {
        PyObject *placed = PyList_GET_ITEM(units, at);
        if (!PyTuple_Check(placed) || PyTuple_GET_SIZE(placed) != 3 ||
            !Py_IS_TYPE(PyTuple_GET_ITEM(placed, 0), self->unit) ||
            !Py_IS_TYPE(of_unit(self, placed, GIVEN), self->form) ||
            !Py_IS_TYPE(of_unit(self, placed, SURNAME), self->form))
            return 0;
    }
    return size > 0 && size <= ROOM;
}

/* The Reading of one part of a text. */
static PyObject *part_of(const Teller *self, PyObject *text, const Part *part, PyObject *form)
{
    Py_ssize_t start = PyLong_AsSsize_t(PyTuple_GET_ITEM(part->placed, 1));
    Py_ssize_t end = PyLong_AsSsize_t(PyTuple_GET_ITEM(part->placed, 2));
    PyObject *piece = PyErr_Occurred() ? NULL : PyUnicode_Substring(text, start, end), *found = NULL;
    if (piece) {
        PyObject *asked[] = {piece, part->role, form};
        found = PyObject_Vectorcall(self->part, asked, 3, NULL);
        Py_DECREF(piece);
    }
    return found;
}

/* The form of a part; one in "ibn" after another may be written without its alif. A new reference. */
static PyObject *form_of(const Teller *self, const Part *part, int at, PyObject *text)
{
    PyObject *native = of_form(self, part->form, NATIVE);
    if (at && is(part->role, NASAB) && PyUnicode_Check(native) &&
        PyUnicode_Tailmatch(native, words[SON], 0, PY_SSIZE_T_MAX, -1) == 1)
        return PyObject_CallFunctionObjArgs(self->between, part->form, text, NULL);
    return Py_NewRef(part->form);
}

/* assembled(units, given_first, comma, text): of the parts the canonical forms, the natives (None where one has
 * none) and the keys, each joined; their Readings; the given name, the surname, the gender; how many are known; the
 * form of the first. NotImplemented for a name that is left to Python. */
static PyObject *assembled(Teller *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 4 || !PyList_Check(args[0]) || !PyUnicode_Check(args[3]))
        return PyErr_Format(PyExc_TypeError, "units, whether the given name is first, a comma, and the text");
    if (!is_fit(self, args[0]))
        Py_RETURN_NOTIMPLEMENTED;
    int size = (int)PyList_GET_SIZE(args[0]), known = 0, native = 1;
    Roles roles = {.teller = self, .units = ((PyListObject *)args[0])->ob_item};
    long comma = args[2] == Py_None ? -1 : PyLong_AsLong(args[2]);
    if (PyErr_Occurred())
        return NULL;
    add_roles(&roles, size, PyObject_IsTrue(args[1]), (int)(comma > size ? size : comma));
    PyObject *lists[3] = {NULL}, *told[3] = {NULL}, *readings = PyList_New(size), *first = NULL, *found = NULL;
    PyObject *given = Py_None, *surname = Py_None;
    for (int one = 0; one < 3; one++)
        lists[one] = PyList_New(size);
    if (roles.failed || !readings || !lists[0] || !lists[1] || !lists[2])
        goto done;
    for (int at = 0; at < size; at++) {
        const Part *part = roles.parts + at;
        PyObject *form = form_of(self, part, at, args[3]), *reading = form ? part_of(self, args[3], part, form) : NULL;
        if (!reading) {
            Py_XDECREF(form);
            goto done;
        }
        PyList_SET_ITEM(readings, at, reading);
        PyObject *canonical = of_form(self, form, CANONICAL), *letters = of_form(self, form, NATIVE);
        PyList_SET_ITEM(lists[0], at, Py_NewRef(canonical));
        PyList_SET_ITEM(lists[1], at, Py_NewRef(letters));
        PyList_SET_ITEM(lists[2], at, Py_NewRef(of_form(self, form, KEY)));
        native = native && PyUnicode_Check(letters) && PyUnicode_GET_LENGTH(letters);
        if (is(part->role, ISM))
            given = given == Py_None ? canonical : given;
        else if (is(part->role, FAMILY) || is(part->role, NISBA))
            surname = canonical;
        known += of_form(self, form, ROW) != Py_None || PyFloat_AsDouble(of_form(self, form, COST)) < self->known;
        if (at)
            Py_DECREF(form);
        else
            first = form;
    }
    for (int one = 0; one < 3; one++)
        if (!(told[one] = one == 1 && !native ? Py_NewRef(Py_None) : PyUnicode_Join(words[BLANK], lists[one])))
            goto done;
    found = Py_BuildValue("OOOOOOOiO", told[0], told[1], told[2], readings, given, surname, gender_of(&roles), known, first);
done:
    for (int one = 0; one < 3; one++) {
        Py_XDECREF(lists[one]);
        Py_XDECREF(told[one]);
    }
    Py_XDECREF(readings);
    Py_XDECREF(first);
    return found;
}

/* Is a piece of a text all in capitals, with two letters or more? */
static int is_shouted(PyObject *text, PyObject *placed)
{
    Py_ssize_t at = PyLong_AsSsize_t(PyTuple_GET_ITEM(placed, 1)), end = PyLong_AsSsize_t(PyTuple_GET_ITEM(placed, 2));
    int capitals = 0, letters = 0;
    for (; at < end && at < PyUnicode_GET_LENGTH(text); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(text, at);
        if (Py_UNICODE_ISLOWER(letter) || Py_UNICODE_ISTITLE(letter))
            return 0;
        capitals |= Py_UNICODE_ISUPPER(letter);
        letters += Py_UNICODE_ISALPHA(letter);
    }
    return capitals && letters > 1;
}

/* What the words between say: after a nasab the given name has come. */
static double middle(const Teller *self, PyObject **units, int size)
{
    if (is_kind(self, units[0], KUNYA))
        return 2.0;
    for (int at = 1; at < size - 1; at++)
        if (is_loose_nasab(self, units[at]))
            return 3.0;
    return is_loose_nasab(self, units[size - 1]) ? 2.0 : 0.5 * (size - 2);
}

/* order(units, text, prior): the log-odds that the given name comes first, and what they rest on; NotImplemented for
 * a name that is left to Python. */
static PyObject *order(Teller *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyList_Check(args[0]) || !PyUnicode_Check(args[1]) || !PyFloat_Check(args[2]))
        return PyErr_Format(PyExc_TypeError, "units, the text, and the odds of any name");
    int size = (int)PyList_GET_SIZE(args[0]);
    if (!is_fit(self, args[0]) || size < 2)
        Py_RETURN_NOTIMPLEMENTED;
    PyObject **units = ((PyListObject *)args[0])->ob_item, *last = units[size - 1];
    int shouted = is_shouted(args[1], units[0]);
    if (shouted != is_shouted(args[1], last))
        return Py_BuildValue("dO", shouted ? -5.0 : 5.0, words[CAPITALS]);
    PyObject *head = units[size > 2 && is_kind(self, units[0], KUNYA) ? 1 : 0];
    double odds = PyFloat_AS_DOUBLE(args[2]) + lean_of(self, head) - lean_of(self, last) + middle(self, units, size);
    return Py_BuildValue("dO", odds, words[LEANINGS]);
}

static int slots_read(PyTypeObject *type, const char *const *names, int count, Py_ssize_t *offsets)
{
    for (int at = 0; at < count; at++) {
        PyObject *field = PyDict_GetItemString(type->tp_dict, names[at]);
        if (!field || !Py_IS_TYPE(field, &PyMemberDescr_Type))
            return PyErr_Format(PyExc_TypeError, "%s has no slot '%s'", type->tp_name, names[at]), -1;
        offsets[at] = ((PyMemberDescrObject *)field)->d_member->offset;
    }
    return 0;
}

/* Teller(Unit, Form, part, between, is_laqab, known) */
static PyObject *teller_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *unit, *form, *part, *between, *laqab;
    double known;
    if (!PyArg_ParseTuple(args, "O!O!OOOd", &PyType_Type, &unit, &PyType_Type, &form, &part, &between, &laqab, &known))
        return NULL;
    Teller *self = (Teller *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->unit = (PyTypeObject *)Py_NewRef(unit);
    self->form = (PyTypeObject *)Py_NewRef(form);
    self->part = Py_NewRef(part);
    self->between = Py_NewRef(between);
    self->is_laqab = Py_NewRef(laqab);
    self->known = known;
    if (slots_read(self->unit, unit_names, UNIT_SLOTS, self->unit_slots) < 0 ||
        slots_read(self->form, form_names, FORM_SLOTS, self->form_slots) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static void teller_dealloc(Teller *self)
{
    PyObject *owned[] = {(PyObject *)self->unit, (PyObject *)self->form, self->part, self->between, self->is_laqab};
    for (size_t at = 0; at < sizeof owned / sizeof *owned; at++)
        Py_XDECREF(owned[at]);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef teller_methods[] = {
    {"assembled", (PyCFunction)(void (*)(void))assembled, METH_FASTCALL, "The parts of a name in their roles."},
    {"order", (PyCFunction)(void (*)(void))order, METH_FASTCALL, "The log-odds that the given name comes first."},
    {NULL, NULL, 0, NULL}};

static PyTypeObject TellerType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.arabic._name.Teller",
    .tp_basicsize = sizeof(Teller),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = teller_new,
    .tp_dealloc = (destructor)teller_dealloc,
    .tp_methods = teller_methods,
    .tp_doc = "Teller(Unit, Form, part, between, is_laqab, known): puts the parts of a name together.",
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_name", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__name(void)
{
    for (int at = 0; at < WORDS; at++)
        if (!words[at] && !(words[at] = PyUnicode_InternFromString(word_texts[at])))
            return NULL;
    if (PyType_Ready(&TellerType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    if (made && (PyModule_AddObjectRef(made, "Teller", (PyObject *)&TellerType) < 0 ||
                 PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0))
        Py_CLEAR(made);
    return made;
}
