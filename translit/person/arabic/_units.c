/* An Arabic name cut into units (parts.py), and these in their roles (reading.py), for machines with a compiler: the
 * same in the same order; tests/test_arabic.py lays the two beside each other. */
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

enum { NAME, COMPOUND, KUNYA, NASAB, ISM, LAQAB, NISBA, FAMILY, MAN, WOMAN, SON, BLANK, AL, NONE, PERSON, AR, OK, UNKNOWN, LEANINGS, CAPITALS, WORDS };
static const char *const word_texts[WORDS] = {
    "name", "compound", "kunya", "nasab", "ism", "laqab", "nisba", "family", "m", "f",
    "\xd8\xa7\xd8\xa8\xd9\x86 ", " ", "al", "", "person", "ar", "ok", "unknown", "the words' own leanings", "the surname in capitals"};
static PyObject *words[WORDS];

typedef struct {
    PyObject_HEAD
    PyTypeObject *unit, *form;
    Py_ssize_t unit_slots[UNIT_SLOTS], form_slots[FORM_SLOTS]; /* where in a value they stand */
    PyObject *reading;  /* makes a Reading of its fields */
    PyObject *inside;   /* inside(form, text): a part as it stands among others */
    PyObject *is_laqab; /* is_laqab(unit): does a compound honour? */
    PyObject *nothing;  /* an empty tuple */
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

/* The Reading of one part of a text: `_part_reading` of reading.py. */
static PyObject *part_of(const Teller *self, PyObject *text, const Part *part, PyObject *form)
{
    PyObject *row = of_form(self, form, ROW);
    double cost = PyFloat_AsDouble(of_form(self, form, COST)), sure = row == Py_None ? 0.5 : 1 - cost < 0.3 ? 0.3 : 1 - cost;
    Py_ssize_t start = PyLong_AsSsize_t(PyTuple_GET_ITEM(part->placed, 1));
    Py_ssize_t end = PyLong_AsSsize_t(PyTuple_GET_ITEM(part->placed, 2));
    PyObject *piece = PyErr_Occurred() ? NULL : PyUnicode_Substring(text, start, end), *found = NULL;
    PyObject *share = piece ? PyFloat_FromDouble(sure) : NULL;
    if (share) {
        PyObject *fields[] = {piece, of_form(self, form, CANONICAL), of_form(self, form, NATIVE), words[PERSON], words[AR],
                              of_form(self, form, KEY), share, words[row == Py_None ? UNKNOWN : OK], self->nothing, row,
                              self->nothing, self->nothing, part->role};
        found = PyObject_Vectorcall(self->reading, fields, sizeof fields / sizeof *fields, NULL);
    }
    Py_XDECREF(piece);
    Py_XDECREF(share);
    return found;
}

/* The form of a part: "ibn" after another may be written without its alif, a given name among others without its
 * article. A new reference. */
static PyObject *form_of(const Teller *self, const Part *part, int at, int many, PyObject *text)
{
    PyObject *native = of_form(self, part->form, NATIVE);
    int son = at && is(part->role, NASAB) && PyUnicode_Check(native) &&
              PyUnicode_Tailmatch(native, words[SON], 0, PY_SSIZE_T_MAX, -1) == 1;
    int named = many && is(part->role, ISM) && of_unit(self, part->placed, HAS_ARTICLE) == Py_True &&
                of_form(self, part->form, ROW) != Py_None;
    if (son || named)
        return PyObject_CallFunctionObjArgs(self->inside, part->form, text, NULL);
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
        PyObject *form = form_of(self, part, at, size > 1, args[3]), *reading = form ? part_of(self, args[3], part, form) : NULL;
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
        if (!at)
            first = Py_NewRef(part->form);
        Py_DECREF(form);
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

/* Teller(Unit, Form, reading, inside, is_laqab, known) */
static PyObject *teller_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *unit, *form, *reading, *inside, *laqab;
    double known;
    if (!PyArg_ParseTuple(args, "O!O!OOOd", &PyType_Type, &unit, &PyType_Type, &form, &reading, &inside, &laqab, &known))
        return NULL;
    Teller *self = (Teller *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->unit = (PyTypeObject *)Py_NewRef(unit);
    self->form = (PyTypeObject *)Py_NewRef(form);
    self->reading = Py_NewRef(reading);
    self->nothing = PyTuple_New(0);
    self->inside = Py_NewRef(inside);
    self->is_laqab = Py_NewRef(laqab);
    self->known = known;
    if (slots_read(self->unit, unit_names, UNIT_SLOTS, self->unit_slots) < 0 ||
        slots_read(self->form, form_names, FORM_SLOTS, self->form_slots) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static void teller_dealloc(Teller *self)
{
    PyObject *owned[] = {(PyObject *)self->unit, (PyObject *)self->form, self->reading, self->inside, self->is_laqab,
                         self->nothing};
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
    .tp_name = "translit.person.arabic._units.Teller",
    .tp_basicsize = sizeof(Teller),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = teller_new,
    .tp_dealloc = (destructor)teller_dealloc,
    .tp_methods = teller_methods,
    .tp_doc = "Teller(Unit, Form, reading, inside, is_laqab, known): puts the parts of a name together.",
};

/* ---- the words of a name: parts.py ---- */

enum { SPELLING, ODD, TITLED, DEFINITE, ELEMENTS, ELEMENT, SECONDS, ENDING, INITIAL, UNIT, ATOM_SLOTS };
static const char *const atom_names[ATOM_SLOTS] = {"spelling", "odd",     "titled",  "definite", "elements",
                                                   "element",  "seconds", "ending", "initial",  "unit"};
enum { COMMA, ARTICLE, NUMBER, HALF, HOLDS_ARTICLE }; /* of what is odd, a tuple */
enum { MET, FILL, MADE_DEFINITE, MADE_HALF, IS_ARTICLE, WHICH_ARTICLE, MADE_UNIT, ABROAD, ASKED };

typedef struct {
    PyObject_HEAD
    PyTypeObject *atom, *unit;
    Py_ssize_t atom_slots[ATOM_SLOTS], language; /* where they stand in an atom and in a unit */
    PyObject *asked[ASKED];                      /* what parts.py and atoms.py are asked for */
} Cutter;

static PyObject *of_atom(const Cutter *self, PyObject *item, int name)
{
    return slot(PyTuple_GET_ITEM(item, 0), self->atom_slots[name]);
}

static int is_odd(const Cutter *self, PyObject *item, int how)
{
    PyObject *odd = of_atom(self, item, ODD);
    return odd != Py_None && PyObject_IsTrue(PyTuple_GET_ITEM(odd, how));
}

/* What parts words: blanks, brackets, quotes and hyphens. */
static int parts_words(Py_UCS4 letter)
{
    switch (letter) {
    case '(': case ')': case '[': case ']': case '"': case '-': case 0xAB: case 0xBB: case 0x201C: case 0x201D:
    case 0x2010: case 0x2011: case 0x2013: case 0x2014:
        return 1;
    }
    return Py_UNICODE_ISSPACE(letter);
}

static int is_comma(Py_UCS4 letter)
{
    return letter == ',' || letter == ';' || letter == 0x60C;
}

/* Is a list one of words with their places? */
static int are_items(const Cutter *self, PyObject *items)
{
    if (!PyList_Check(items))
        return 0;
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(items); at++) {
        PyObject *item = PyList_GET_ITEM(items, at);
        if (!PyTuple_Check(item) || PyTuple_GET_SIZE(item) != 3 || !Py_IS_TYPE(PyTuple_GET_ITEM(item, 0), self->atom))
            return 0;
    }
    return 1;
}

/* Append a word or unit with its place to a list; takes over the first reference, which may be NULL. */
static int append(PyObject *list, PyObject *value, PyObject *start, PyObject *end)
{
    PyObject *item = value ? PyTuple_Pack(3, value, start, end) : NULL;
    int told = item ? PyList_Append(list, item) : -1;
    Py_XDECREF(value);
    Py_XDECREF(item);
    return told;
}

/* cut(text): its words, each with its place; is one odd; may a title begin or end it? */
static PyObject *cut(Cutter *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text");
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    PyObject *items = PyList_New(0);
    int odd = 0, titled = 0;
    for (Py_ssize_t at = 0, end; items && at < size; at = end) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(text, at);
        end = at + 1;
        if (parts_words(letter))
            continue;
        while (!is_comma(letter) && end < size && !parts_words(PyUnicode_READ_CHAR(text, end)) &&
               !is_comma(PyUnicode_READ_CHAR(text, end)))
            end++;
        PyObject *word = PyUnicode_Substring(text, at, end), *start = PyLong_FromSsize_t(at), *stop = PyLong_FromSsize_t(end);
        PyObject *atom = word && start && stop ? PyObject_CallOneArg(self->asked[MET], word) : NULL;
        if (atom && !Py_IS_TYPE(atom, self->atom)) {
            PyErr_SetString(PyExc_TypeError, "no atom");
            Py_CLEAR(atom);
        }
        if (append(items, atom, start, stop) < 0)
            Py_CLEAR(items);
        else
            odd |= of_atom(self, PyList_GET_ITEM(items, PyList_GET_SIZE(items) - 1), ODD) != Py_None;
        Py_XDECREF(word);
        Py_XDECREF(start);
        Py_XDECREF(stop);
    }
    Py_ssize_t count = items ? PyList_GET_SIZE(items) : 0;
    if (count > 1)
        titled = of_atom(self, PyList_GET_ITEM(items, 0), TITLED) == Py_True ||
                 of_atom(self, PyList_GET_ITEM(items, count - 1), TITLED) == Py_True;
    return items ? Py_BuildValue("NOO", items, odd ? Py_True : Py_False, titled ? Py_True : Py_False) : NULL;
}

/* Is a word the article of the next? What is plain is told here. -1 with an error. */
static int is_article(const Cutter *self, PyObject *text, PyObject *item, PyObject *following, int last)
{
    PyObject *letter = PyTuple_GET_ITEM(of_atom(self, item, ODD), ARTICLE), *after = of_atom(self, following, SPELLING);
    int plain = PyUnicode_Check(letter) && PyUnicode_GET_LENGTH(letter) == 1 && PyUnicode_READ_CHAR(letter, 0) == 'l' &&
                PyUnicode_IS_ASCII(after) && PyUnicode_GET_LENGTH(after) > 3;
    for (Py_ssize_t at = 0; plain && at < PyUnicode_GET_LENGTH(after); at++)
        plain = Py_UNICODE_ISALPHA(PyUnicode_READ_CHAR(after, at));
    if (plain)
        return 1;
    PyObject *asked[] = {text, item, following, last ? Py_True : Py_False};
    PyObject *told = PyObject_Vectorcall(self->asked[IS_ARTICLE], asked, 4, NULL);
    int found = told ? PyObject_IsTrue(told) : -1;
    Py_XDECREF(told);
    return found;
}

/* The words, each with the article before it or in one with it. */
static PyObject *joined(const Cutter *self, PyObject *text, PyObject *items)
{
    PyObject *found = PyList_New(0), *began = NULL, *article = NULL; /* borrowed; owned */
    Py_ssize_t size = PyList_GET_SIZE(items);
    for (Py_ssize_t at = 0; found && at < size; at++) {
        PyObject *item = PyList_GET_ITEM(items, at), *following = at + 1 < size ? PyList_GET_ITEM(items, at + 1) : NULL;
        PyObject *start = PyTuple_GET_ITEM(item, 1), *end = PyTuple_GET_ITEM(item, 2), *word = NULL;
        if (is_odd(self, item, COMMA)) {
            if (PyList_Append(found, item) < 0)
                Py_CLEAR(found);
            continue;
        }
        if (!article && following && is_odd(self, item, ARTICLE)) {
            int told = is_article(self, text, item, following, at + 2 == size);
            if (told > 0) {
                PyObject *asked[] = {text, start, end};
                began = start;
                article = PyObject_Vectorcall(self->asked[WHICH_ARTICLE], asked, 3, NULL);
            }
            if (told < 0 || (told && !article))
                Py_CLEAR(found);
            if (told)
                continue;
        }
        if (at && is_odd(self, item, NUMBER))
            continue;
        int is_half = 0;
        if (following && is_odd(self, item, HALF)) {
            PyObject *asked[] = {text, item, following, article ? article : words[NONE]};
            word = PyObject_Vectorcall(self->asked[MADE_HALF], asked, 4, NULL);
            is_half = word && word != Py_None;
            if (!word)
                Py_CLEAR(found);
            else if (!is_half)
                Py_CLEAR(word);
        }
        if (!found)
            break;
        int kunya = !article && is_odd(self, item, HOLDS_ARTICLE);
        if (!is_half && article) {
            word = of_atom(self, item, DEFINITE);
            if (word != Py_None && is(article, AL))
                Py_INCREF(word);
            else {
                PyObject *asked[] = {of_atom(self, item, SPELLING), article};
                word = PyObject_Vectorcall(self->asked[MADE_DEFINITE], asked, 2, NULL);
            }
        } else if (!is_half)
            word = Py_NewRef(PyTuple_GET_ITEM(item, 0));
        if (append(found, word, began ? began : start, end) < 0)
            Py_CLEAR(found);
        began = NULL;
        Py_XSETREF(article, is_half || kunya ? Py_NewRef(words[AL]) : NULL);
    }
    Py_XDECREF(article);
    return found;
}

/* May a word follow another in a compound? -1 with an error. */
static int may_follow(const Cutter *self, PyObject *item, PyObject *seconds)
{
    PyObject *elements = of_atom(self, item, ELEMENTS), *element = of_atom(self, item, ELEMENT);
    if (!PyTuple_Check(elements) || !PyTuple_GET_SIZE(elements))
        return PyErr_SetString(PyExc_IndexError, "a word without elements"), -1;
    int told = PySequence_Contains(seconds, PyTuple_GET_ITEM(elements, 0));
    if (told || element == Py_None)
        return told;
    PyObject *name = PyObject_GetAttrString(element, "name");
    told = name ? PySequence_Contains(seconds, name) : -1;
    Py_XDECREF(name);
    return told;
}

/* Does a word make a unit with the next? -1 with an error. */
static int is_joint(const Cutter *self, PyObject *items, Py_ssize_t at)
{
    PyObject *item = PyList_GET_ITEM(items, at), *after = PyList_GET_ITEM(items, at + 1);
    if (of_atom(self, item, INITIAL) == Py_True || is_odd(self, after, COMMA))
        return 0;
    if (of_atom(self, item, ELEMENT) != Py_None || of_atom(self, after, ENDING) == Py_True)
        return 1;
    PyObject *seconds = of_atom(self, item, SECONDS);
    return seconds == Py_None ? 0 : may_follow(self, after, seconds);
}

/* The unit that begins at an item, and the item after it; NULL with an error. */
static PyObject *unit_at(const Cutter *self, PyObject *items, Py_ssize_t *at)
{
    int joint = *at + 1 < PyList_GET_SIZE(items) ? is_joint(self, items, *at) : 0;
    if (joint < 0)
        return NULL;
    if (!joint)
        return Py_NewRef(of_atom(self, PyList_GET_ITEM(items, (*at)++), UNIT));
    PyObject *place = PyLong_FromSsize_t(*at), *asked[] = {items, place}, *unit = NULL;
    PyObject *told = place ? PyObject_Vectorcall(self->asked[MADE_UNIT], asked, 2, NULL) : NULL;
    Py_ssize_t next;
    if (told && PyArg_ParseTuple(told, "On", &unit, &next)) {
        Py_INCREF(unit);
        *at = next;
    }
    Py_XDECREF(place);
    Py_XDECREF(told);
    return unit;
}

/* placed(text, items, odd): the units of the words, and after which of them a comma stood. */
static PyObject *placed(Cutter *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyUnicode_Check(args[0]) || !are_items(self, args[1]))
        return PyErr_Format(PyExc_TypeError, "a text, its words, and whether one is odd");
    PyObject *items = args[2] == Py_True ? joined(self, args[0], args[1]) : Py_NewRef(args[1]);
    PyObject *found = items && are_items(self, items) ? PyList_New(0) : NULL;
    int failed = !found, abroad = 0;
    Py_ssize_t size = items ? PyList_GET_SIZE(items) : 0, comma = -1;
    for (Py_ssize_t at = 0; !failed && at < size; at++) {
        PyObject *item = PyList_GET_ITEM(items, at), *told;
        if (PyTuple_GET_SIZE(of_atom(self, item, ELEMENTS)) || is_odd(self, item, COMMA))
            continue;
        told = PyObject_CallOneArg(self->asked[FILL], PyTuple_GET_ITEM(item, 0));
        failed = !told;
        Py_XDECREF(told);
    }
    for (Py_ssize_t at = 0; !failed && at < size;) {
        PyObject *item = PyList_GET_ITEM(items, at);
        if (is_odd(self, item, COMMA)) {
            if (PyList_GET_SIZE(found) && comma < 0)
                comma = PyList_GET_SIZE(found);
            at++;
            continue;
        }
        PyObject *unit = unit_at(self, items, &at);
        if (unit && (!Py_IS_TYPE(unit, self->unit) || at < 1 || at > size)) {
            PyErr_SetString(PyExc_TypeError, "no unit");
            Py_CLEAR(unit);
        }
        if (unit && PyUnicode_GET_LENGTH(slot(unit, self->language)))
            abroad = 1;
        failed = append(found, unit, PyTuple_GET_ITEM(item, 1),
                        unit ? PyTuple_GET_ITEM(PyList_GET_ITEM(items, at - 1), 2) : NULL) < 0;
    }
    PyObject *units = failed ? NULL : abroad ? PyObject_CallOneArg(self->asked[ABROAD], found) : Py_NewRef(found);
    PyObject *after = NULL;
    if (units)
        after = comma < 0 || comma == PyList_GET_SIZE(found) ? Py_NewRef(Py_None) : PyLong_FromSsize_t(comma);
    Py_XDECREF(items);
    Py_XDECREF(found);
    return units ? Py_BuildValue("NN", units, after) : NULL;
}

/* Cutter(Atom, Unit, met, fill, definite, half, is_article, which_article, unit, abroad) */
static PyObject *cutter_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *atom, *unit, *asked[ASKED];
    if (!PyArg_ParseTuple(args, "O!O!OOOOOOOO", &PyType_Type, &atom, &PyType_Type, &unit, &asked[MET], &asked[FILL],
                          &asked[MADE_DEFINITE], &asked[MADE_HALF], &asked[IS_ARTICLE], &asked[WHICH_ARTICLE],
                          &asked[MADE_UNIT], &asked[ABROAD]))
        return NULL;
    Cutter *self = (Cutter *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    static const char *const language[] = {"language"};
    self->atom = (PyTypeObject *)Py_NewRef(atom);
    self->unit = (PyTypeObject *)Py_NewRef(unit);
    for (int at = 0; at < ASKED; at++)
        self->asked[at] = Py_NewRef(asked[at]);
    if (slots_read(self->atom, atom_names, ATOM_SLOTS, self->atom_slots) < 0 ||
        slots_read(self->unit, language, 1, &self->language) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static int cutter_traverse(Cutter *self, visitproc visit, void *arg)
{
    Py_VISIT(self->atom);
    Py_VISIT(self->unit);
    for (int at = 0; at < ASKED; at++)
        Py_VISIT(self->asked[at]);
    return 0;
}

static int cutter_clear(Cutter *self)
{
    for (int at = 0; at < ASKED; at++)
        Py_CLEAR(self->asked[at]);
    return 0;
}

static void cutter_dealloc(Cutter *self)
{
    PyObject_GC_UnTrack(self);
    cutter_clear(self);
    Py_XDECREF(self->atom);
    Py_XDECREF(self->unit);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef cutter_methods[] = {
    {"cut", (PyCFunction)cut, METH_O, "The words of a text, each with its place."},
    {"placed", (PyCFunction)(void (*)(void))placed, METH_FASTCALL, "The units of words, each with its place."},
    {NULL, NULL, 0, NULL}};

static PyTypeObject CutterType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.arabic._units.Cutter",
    .tp_basicsize = sizeof(Cutter),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_new = cutter_new,
    .tp_dealloc = (destructor)cutter_dealloc,
    .tp_traverse = (traverseproc)cutter_traverse,
    .tp_clear = (inquiry)cutter_clear,
    .tp_methods = cutter_methods,
    .tp_doc = "Cutter(Atom, Unit, met, fill, definite, half, is_article, which_article, unit, abroad): cuts names.",
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_units", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__units(void)
{
    for (int at = 0; at < WORDS; at++)
        if (!words[at] && !(words[at] = PyUnicode_InternFromString(word_texts[at])))
            return NULL;
    if (PyType_Ready(&TellerType) < 0 || PyType_Ready(&CutterType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    if (made && (PyModule_AddObjectRef(made, "Teller", (PyObject *)&TellerType) < 0 ||
                 PyModule_AddObjectRef(made, "Cutter", (PyObject *)&CutterType) < 0 ||
                 PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0))
        Py_CLEAR(made);
    return made;
}
