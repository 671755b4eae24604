/* The units of an Arabic name in their roles, and the Reading that they make: what roles.py and reading.py do in Python, for
 * machines with a compiler; tests/test_arabic.py lays the two beside each other. */
#include "_slots.h"
#include <math.h>

#define FORMAT 1 /* as in reading.py: a module of another source is passed over */
#define ROOM 32  /* units of the longest name that is put together here; longer ones are left to Python */

/* The slots of a unit and of a form that are asked for. */
enum { KIND, GIVEN, SURNAME, LEAN, HAS_ARTICLE, SETTLED, GENDER, UNIT_SLOTS };
enum { CANONICAL, NATIVE, KEY, ROLE, ROW, COST, FORM_SLOTS };
static const char *const unit_names[UNIT_SLOTS] = {"kind", "given", "surname", "lean", "article", "settled", "gender"};
static const char *const form_names[FORM_SLOTS] = {"canonical", "native", "key", "role", "row", "cost"};

enum {
    NAME, COMPOUND, KUNYA, NASAB, ISM, LAQAB, NISBA, FAMILY, MAN, WOMAN, SON, NONE, PERSON, AR, OK, UNKNOWN, AMBIGUOUS, LATN, ARAB,
    ALONE, SET_APART, CAPITALS, LEANINGS, EITHER, WORDS
};
static const char *const word_texts[WORDS] = {
    "name", "compound", "kunya", "nasab", "ism", "laqab", "nisba", "family", "m", "f", "\xd8\xa7\xd8\xa8\xd9\x86 ", "",
    "person", "ar", "ok", "unknown", "ambiguous", "Latn", "Arab", "one name", "the comma sets the surname apart",
    "the surname in capitals", "the words' own leanings", "the words' own leanings; either order is possible"};
static PyObject *words[WORDS];

/* What reading.py is asked for. */
enum {
    READING,  /* makes a Reading of its fields */
    INSIDE,   /* inside(form, text): a part as it stands among others */
    IS_LAQAB, /* is_laqab(unit): does a compound honour? */
    SCRIPT,   /* script(text) */
    STEPS,    /* steps(why) */
    LONE,     /* lone(text, native): how surely a word of no row is read */
    OTHERS,   /* others(name, odds, latin): what is behind a reading whose order is in doubt */
    ASKED
};

typedef struct {
    PyObject_HEAD
    PyTypeObject *unit, *form;
    Py_ssize_t unit_slots[UNIT_SLOTS], form_slots[FORM_SLOTS]; /* where in a value they stand */
    PyObject *asked[ASKED];
    PyObject *behind;                /* the others of a reading in Latin letters whose order is sure */
    PyObject *nothing;               /* an empty tuple */
    PyObject *steps[WORDS];          /* by what the order rests on, once asked for */
    double prior, script;            /* log-odds that the given name comes first: of any name, besides of one in Arabic script */
    double given_sure, surname_sure; /* log-odds from which an order is sure */
    double cost;                     /* what a part without a row of its own may cost and still be known */
    double unknown, known;           /* how sure a name of sure order is: of unknown parts, and what known ones add */
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
    return is_word(text, words[word]);
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
    PyObject *told = PyObject_CallOneArg(roles->teller->asked[IS_LAQAB], PyTuple_GET_ITEM(placed, 0));
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
        found = PyObject_Vectorcall(self->asked[READING], fields, sizeof fields / sizeof *fields, NULL);
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
        return PyObject_CallFunctionObjArgs(self->asked[INSIDE], part->form, text, NULL);
    return Py_NewRef(part->form);
}

/* Texts with blanks between them. */
static PyObject *spaced(PyObject *const *texts, int count)
{
    Py_ssize_t size = count - 1, at = 0;
    Py_UCS4 widest = ' ';
    for (int one = 0; one < count; one++) {
        Py_UCS4 most = PyUnicode_MAX_CHAR_VALUE(texts[one]);
        widest = most > widest ? most : widest;
        size += PyUnicode_GET_LENGTH(texts[one]);
    }
    PyObject *made = PyUnicode_New(size, widest);
    for (int one = 0; made && one < count; one++) {
        if (one)
            PyUnicode_WRITE(PyUnicode_KIND(made), PyUnicode_DATA(made), at++, ' ');
        at += PyUnicode_CopyCharacters(made, at, texts[one], 0, PyUnicode_GET_LENGTH(texts[one]));
    }
    return made;
}

typedef struct { /* the parts of a name put together; all owned but the gender */
    PyObject *canonical, *native, *key, *parts, *given, *surname, *gender, *first;
    int known; /* parts that have a row, or are as good as known */
} Whole;

static void forget(Whole *whole)
{
    Py_CLEAR(whole->canonical);
    Py_CLEAR(whole->native);
    Py_CLEAR(whole->key);
    Py_CLEAR(whole->parts);
    Py_CLEAR(whole->given);
    Py_CLEAR(whole->surname);
    Py_CLEAR(whole->first);
}

/* Put the parts of a name together; -1 with an error. */
static int assembled(const Teller *self, const Roles *roles, PyObject *text, Whole *whole)
{
    PyObject *forms[ROOM] = {NULL}, *texts[3][ROOM] = {{NULL}};
    int size = roles->count, has_native = 1, at;
    whole->given = whole->surname = Py_None;
    whole->parts = PyTuple_New(size);
    for (at = 0; whole->parts && at < size; at++) {
        const Part *part = roles->parts + at;
        PyObject *form = forms[at] = form_of(self, part, at, size > 1, text), *reading = form ? part_of(self, text, part, form) : NULL;
        if (!reading)
            break;
        PyTuple_SET_ITEM(whole->parts, at, reading);
        PyObject *canonical = texts[0][at] = of_form(self, form, CANONICAL), *native = texts[1][at] = of_form(self, form, NATIVE);
        texts[2][at] = of_form(self, form, KEY);
        has_native = has_native && PyUnicode_Check(native) && PyUnicode_GET_LENGTH(native);
        if (is(part->role, ISM))
            whole->given = whole->given == Py_None ? canonical : whole->given;
        else if (is(part->role, FAMILY) || is(part->role, NISBA))
            whole->surname = canonical;
        whole->known += of_form(self, form, ROW) != Py_None || PyFloat_AsDouble(of_form(self, form, COST)) < self->cost;
    }
    if (whole->parts && at == size) {
        whole->canonical = spaced(texts[0], size);
        whole->native = has_native ? spaced(texts[1], size) : Py_NewRef(Py_None);
        whole->key = spaced(texts[2], size);
        whole->gender = gender_of(roles);
        whole->first = Py_NewRef(roles->parts[0].form);
    }
    Py_INCREF(whole->given);
    Py_INCREF(whole->surname);
    for (at = 0; at < size; at++)
        Py_XDECREF(forms[at]);
    return whole->canonical && whole->native && whole->key ? 0 : -1;
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

/* The log-odds that the given name comes first, and what they rest on. */
static double order(const Teller *self, PyObject **units, int size, PyObject *text, int arabic, long comma, int *why)
{
    PyObject *first = units[0], *last = units[size - 1];
    if (size < 2)
        return *why = ALONE, 9.0;
    if (comma >= 0)
        return *why = SET_APART, -6.0;
    int shouted = is_shouted(text, first);
    if (shouted != is_shouted(text, last))
        return *why = CAPITALS, shouted ? -5.0 : 5.0;
    PyObject *head = units[size > 2 && is_kind(self, first, KUNYA) ? 1 : 0];
    *why = LEANINGS;
    return self->prior + (arabic ? self->script : 0.0) + lean_of(self, head) - lean_of(self, last) + middle(self, units, size);
}

/* A number with three places behind the point, as round() makes it; what lies in the middle is left to decimals. */
static PyObject *rounded(double number)
{
    double whole = rint(number * 1000);
    if (fabs(fabs(number * 1000 - whole) - 0.5) > 1e-6)
        return PyFloat_FromDouble(whole / 1000);
    char *told = PyOS_double_to_string(number, 'f', 3, 0, NULL);
    double found = told ? PyOS_string_to_double(told, NULL, NULL) : -1.0;
    PyMem_Free(told);
    return PyErr_Occurred() ? NULL : PyFloat_FromDouble(found);
}

/* How sure a name is; NULL with an error. */
static PyObject *confidence(const Teller *self, const Whole *whole, PyObject *text, double sure, int count, int latin)
{
    PyObject *native = of_form(self, whole->first, NATIVE);
    if (whole->known || count > 1 || !latin || !PyUnicode_Check(native) || !PyUnicode_GET_LENGTH(native))
        return rounded(sure * (self->unknown + self->known * whole->known / count));
    PyObject *told = PyObject_CallFunctionObjArgs(self->asked[LONE], text, native, NULL);
    double share = told ? PyFloat_AsDouble(told) : -1.0;
    Py_XDECREF(told);
    return PyErr_Occurred() ? NULL : rounded(share);
}

/* What is behind a reading: what `others` tells where its order is in doubt. */
static PyObject *behind(const Teller *self, PyObject *name, double odds, int doubted, int latin)
{
    if (!doubted)
        return Py_NewRef(latin ? self->behind : self->nothing);
    PyObject *number = PyFloat_FromDouble(odds), *asked[] = {name, number, latin ? Py_True : Py_False};
    PyObject *told = number ? PyObject_Vectorcall(self->asked[OTHERS], asked, 3, NULL) : NULL;
    Py_XDECREF(number);
    return told;
}

/* The steps of a name whose order rests on these words. */
static PyObject *steps_of(Teller *self, int why)
{
    if (!self->steps[why])
        self->steps[why] = PyObject_CallOneArg(self->asked[STEPS], words[why]);
    return Py_XNewRef(self->steps[why]);
}

/* Is a text in Latin letters, is it in Arabic ones? -1 with an error. */
static int scripts(const Teller *self, PyObject *text, int *latin, int *arabic)
{
    *latin = PyUnicode_IS_ASCII(text);
    *arabic = 0;
    if (*latin)
        return 0;
    PyObject *script = PyObject_CallOneArg(self->asked[SCRIPT], text);
    if (!script)
        return -1;
    *latin = is(script, LATN);
    *arabic = is(script, ARAB);
    Py_DECREF(script);
    return 0;
}

/* read(name): the Reading of a Name in the order its words lean to; NotImplemented for a name that is left to Python. */
static PyObject *read_name(Teller *self, PyObject *name)
{
    if (!PyTuple_Check(name) || PyTuple_GET_SIZE(name) != 4 || !PyUnicode_Check(PyTuple_GET_ITEM(name, 0)) ||
        !PyTuple_Check(PyTuple_GET_ITEM(name, 1)) || !PyList_Check(PyTuple_GET_ITEM(name, 2)))
        return PyErr_Format(PyExc_TypeError, "a Name: its text, titles, units, and a comma");
    PyObject *text = PyTuple_GET_ITEM(name, 0), *units = PyTuple_GET_ITEM(name, 2), *told = NULL;
    if (PyTuple_GET_SIZE(PyTuple_GET_ITEM(name, 1)) || !is_fit(self, units))
        Py_RETURN_NOTIMPLEMENTED;
    int size = (int)PyList_GET_SIZE(units), latin, arabic, why;
    long comma = PyTuple_GET_ITEM(name, 3) == Py_None ? -1 : PyLong_AsLong(PyTuple_GET_ITEM(name, 3));
    if (PyErr_Occurred() || scripts(self, text, &latin, &arabic) < 0)
        return NULL;
    Roles roles = {.teller = self, .units = ((PyListObject *)units)->ob_item};
    double odds = order(self, roles.units, size, text, arabic, comma, &why);
    if (why == LEANINGS && odds <= self->surname_sure)
        Py_RETURN_NOTIMPLEMENTED; /* few names are turned, and whether one is Python knows */
    int doubted = odds > self->surname_sure && odds < self->given_sure, given_first = doubted || odds > 0, many = size > 1;
    if (doubted)
        why = EITHER;
    add_roles(&roles, size, given_first, (int)(comma > size ? size : comma));
    Whole whole = {NULL};
    if (roles.failed || PyErr_Occurred() || assembled(self, &roles, text, &whole) < 0)
        return forget(&whole), NULL;
    PyObject *share = confidence(self, &whole, text, many ? 1 / (1 + exp(given_first ? -odds : odds)) : 0.95, size, latin);
    PyObject *others = share ? behind(self, name, odds, doubted, latin) : NULL;
    PyObject *steps = others ? steps_of(self, many ? why : NONE) : NULL;
    if (steps) {
        PyObject *fields[] = {text, whole.canonical, whole.native, words[PERSON], words[AR], whole.key, share,
                              words[doubted ? AMBIGUOUS : whole.known ? OK : UNKNOWN], whole.parts,
                              many ? Py_None : of_form(self, whole.first, ROW), others, steps, Py_None, whole.given, Py_None,
                              whole.surname, whole.gender};
        told = PyObject_Vectorcall(self->asked[READING], fields, sizeof fields / sizeof *fields, NULL);
    }
    Py_XDECREF(share);
    Py_XDECREF(others);
    Py_XDECREF(steps);
    forget(&whole);
    return told;
}

/* Teller(Unit, Form, asked, behind, numbers) */
static PyObject *teller_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *unit, *form, *behind, *asked[ASKED];
    double numbers[7];
    if (!PyArg_ParseTuple(args, "O!O!(OOOOOOO)O(ddddddd)", &PyType_Type, &unit, &PyType_Type, &form, &asked[READING], &asked[INSIDE],
                          &asked[IS_LAQAB], &asked[SCRIPT], &asked[STEPS], &asked[LONE], &asked[OTHERS], &behind, &numbers[0],
                          &numbers[1], &numbers[2], &numbers[3], &numbers[4], &numbers[5], &numbers[6]))
        return NULL;
    Teller *self = (Teller *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->unit = (PyTypeObject *)Py_NewRef(unit);
    self->form = (PyTypeObject *)Py_NewRef(form);
    for (int at = 0; at < ASKED; at++)
        self->asked[at] = Py_NewRef(asked[at]);
    self->behind = Py_NewRef(behind);
    self->nothing = PyTuple_New(0);
    self->prior = numbers[0];
    self->script = numbers[1];
    self->given_sure = numbers[2];
    self->surname_sure = numbers[3];
    self->cost = numbers[4];
    self->unknown = numbers[5];
    self->known = numbers[6];
    if (slots_read(self->unit, unit_names, UNIT_SLOTS, self->unit_slots) < 0 ||
        slots_read(self->form, form_names, FORM_SLOTS, self->form_slots) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static void teller_dealloc(Teller *self)
{
    for (int at = 0; at < ASKED; at++)
        Py_XDECREF(self->asked[at]);
    for (int at = 0; at < WORDS; at++)
        Py_XDECREF(self->steps[at]);
    Py_XDECREF(self->unit);
    Py_XDECREF(self->form);
    Py_XDECREF(self->behind);
    Py_XDECREF(self->nothing);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef teller_methods[] = {
    {"read", (PyCFunction)read_name, METH_O, "The Reading of a Name in the order its words lean to."}, {NULL, NULL, 0, NULL}};

static PyTypeObject TellerType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.arabic._roles.Teller",
    .tp_basicsize = sizeof(Teller),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = teller_new,
    .tp_dealloc = (destructor)teller_dealloc,
    .tp_methods = teller_methods,
    .tp_doc = "Teller(Unit, Form, asked, behind, numbers): puts the parts of a name together.",
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_roles", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__roles(void)
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
