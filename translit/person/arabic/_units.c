/* An Arabic name cut into its units: what parts.py does in Python, for machines with a compiler; whatever hangs on
 * rows it asks the Python for. tests/test_arabic.py lays the two beside each other. */
#include "_slots.h"
#include <stddef.h>

#define FORMAT 5 /* as in parts.py: a module of another source is passed over */

enum { AL, NONE, WORDS };
static const char *const word_texts[WORDS] = {"al", ""};
static PyObject *words[WORDS];

static int is(PyObject *text, int word)
{
    return is_word(text, words[word]);
}

/* The slots of a word that are asked for, what is odd of it (a tuple), and what parts.py and atoms.py are asked for. */
enum { SPELLING, JOINED, ODD, TITLED, DEFINITE, ELEMENTS, ELEMENT, SECONDS, ENDING, INITIAL, UNIT, ATOM_SLOTS };
static const char *const atom_names[ATOM_SLOTS] = {"spelling", "joined",  "odd",    "titled",  "definite", "elements",
                                                   "element",  "seconds", "ending", "initial", "unit"};
enum { COMMA, ARTICLE, NUMBER, HALF, HOLDS_ARTICLE, HOUSE };
enum { MET, FILL, MADE_DEFINITE, TITLES, MADE_HALF, IS_ARTICLE, WHICH_ARTICLE, MADE_UNIT, ABROAD, ASKED };

typedef struct {
    PyObject_HEAD
    PyTypeObject *atom, *unit, *name;
    Py_ssize_t atom_slots[ATOM_SLOTS], language; /* where they stand in an atom and in a unit */
    PyObject *endings;                           /* the second halves of compounds */
    PyObject *asked[ASKED];
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
    return letter == ',' || letter == ';' || letter == ':' || letter == 0x60C;
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

/* The words of a text, each with its place; is one odd, may a title begin or end it? */
static PyObject *cut(const Cutter *self, PyObject *text, int *odd, int *titled)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    PyObject *items = PyList_New(0);
    *odd = *titled = 0;
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
            *odd |= of_atom(self, PyList_GET_ITEM(items, PyList_GET_SIZE(items) - 1), ODD) != Py_None;
        Py_XDECREF(word);
        Py_XDECREF(start);
        Py_XDECREF(stop);
    }
    Py_ssize_t count = items ? PyList_GET_SIZE(items) : 0;
    if (count > 1)
        *titled = of_atom(self, PyList_GET_ITEM(items, 0), TITLED) == Py_True ||
                  of_atom(self, PyList_GET_ITEM(items, count - 1), TITLED) == Py_True;
    return items;
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

/* May a word and the next be the halves of a compound: does that end compounds, or this end in a link with a u? */
static int is_linked(const Cutter *self, PyObject *item, PyObject *following)
{
    PyObject *first = of_atom(self, item, JOINED), *second = of_atom(self, following, JOINED);
    if (PyUnicode_Check(second) && PyDict_GetItemWithError(self->endings, second) != NULL)
        return 1;
    Py_ssize_t size = PyUnicode_Check(first) ? PyUnicode_GET_LENGTH(first) : 0;
    Py_UCS4 vowel = size > 2 ? PyUnicode_READ_CHAR(first, size - 2) : 0;
    return vowel == 'u' || vowel == 0x443; /* or that of Cyrillic */
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
                article = is_odd(self, item, HOUSE) ? PyObject_Vectorcall(self->asked[WHICH_ARTICLE], asked, 3, NULL)
                                                    : Py_NewRef(words[AL]);
            }
            if (told < 0 || (told && !article))
                Py_CLEAR(found);
            if (told)
                continue;
        }
        if (at && is_odd(self, item, NUMBER))
            continue;
        int is_half = 0;
        if (following && is_odd(self, item, HALF) && is_linked(self, item, following)) {
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

/* The units of words, and after which of them a comma stood: a Name of a text with these titles. */
static PyObject *placed(const Cutter *self, PyObject *text, PyObject *titles, PyObject *items)
{
    PyObject *found = PyList_New(0);
    int failed = !found, abroad = 0;
    Py_ssize_t size = PyList_GET_SIZE(items), comma = -1;
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
    PyObject *units = failed ? NULL : abroad ? PyObject_CallFunctionObjArgs(self->asked[ABROAD], found, text, NULL) : Py_NewRef(found);
    PyObject *name = units ? self->name->tp_alloc(self->name, 4) : NULL;
    if (name) {
        PyTuple_SET_ITEM(name, 0, Py_NewRef(text));
        PyTuple_SET_ITEM(name, 1, Py_NewRef(titles));
        PyTuple_SET_ITEM(name, 2, Py_NewRef(units));
        PyTuple_SET_ITEM(name, 3, comma < 0 || comma == PyList_GET_SIZE(found) ? Py_NewRef(Py_None) : PyLong_FromSsize_t(comma));
    }
    Py_XDECREF(units);
    Py_XDECREF(found);
    return name;
}

/* Take the titles off a list of words, which is let go: the words that are left, the titles in `titles`. */
static PyObject *untitled(const Cutter *self, PyObject *text, PyObject *items, PyObject **titles)
{
    PyObject *asked[] = {text, items}, *found = NULL, *left = NULL;
    PyObject *told = PyObject_Vectorcall(self->asked[TITLES], asked, 2, NULL);
    if (told && PyArg_ParseTuple(told, "O!O!", &PyTuple_Type, &found, &PyList_Type, &left)) {
        *titles = Py_NewRef(found);
        Py_INCREF(left);
    } else
        left = NULL;
    Py_XDECREF(told);
    Py_DECREF(items);
    return left;
}

/* parse(text): a Name, its titles and its units. */
static PyObject *parse(Cutter *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text");
    int odd, titled;
    PyObject *titles = NULL, *items = cut(self, text, &odd, &titled), *name = NULL;
    if (items && titled)
        items = untitled(self, text, items, &titles);
    else
        titles = PyTuple_New(0);
    if (items && odd)
        Py_SETREF(items, joined(self, text, items));
    if (items && !are_items(self, items))
        PyErr_SetString(PyExc_TypeError, "no list of words");
    else if (items && titles)
        name = placed(self, text, titles, items);
    Py_XDECREF(titles);
    Py_XDECREF(items);
    return name;
}

/* Cutter(Atom, Unit, Name, endings, asked) */
static PyObject *cutter_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *atom, *unit, *name, *endings, *asked[ASKED];
    if (!PyArg_ParseTuple(args, "O!O!O!O!(OOOOOOOOO)", &PyType_Type, &atom, &PyType_Type, &unit, &PyType_Type, &name,
                          &PyDict_Type, &endings, &asked[MET], &asked[FILL], &asked[MADE_DEFINITE], &asked[TITLES],
                          &asked[MADE_HALF], &asked[IS_ARTICLE], &asked[WHICH_ARTICLE], &asked[MADE_UNIT], &asked[ABROAD]))
        return NULL;
    if (!PyType_FastSubclass((PyTypeObject *)name, Py_TPFLAGS_TUPLE_SUBCLASS))
        return PyErr_Format(PyExc_TypeError, "a Name is a tuple");
    Cutter *self = (Cutter *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    static const char *const language[] = {"language"};
    self->atom = (PyTypeObject *)Py_NewRef(atom);
    self->unit = (PyTypeObject *)Py_NewRef(unit);
    self->name = (PyTypeObject *)Py_NewRef(name);
    self->endings = Py_NewRef(endings);
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
    Py_VISIT(self->name);
    Py_VISIT(self->endings);
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
    Py_XDECREF(self->name);
    Py_XDECREF(self->endings);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef cutter_methods[] = {
    {"parse", (PyCFunction)parse, METH_O, "The Name that a text is: its titles and its units."},
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
    .tp_doc = "Cutter(Atom, Unit, Name, endings, asked): cuts names.",
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_units", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__units(void)
{
    for (int at = 0; at < WORDS; at++)
        if (!words[at] && !(words[at] = PyUnicode_InternFromString(word_texts[at])))
            return NULL;
    if (PyType_Ready(&CutterType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    if (made && (PyModule_AddObjectRef(made, "Cutter", (PyObject *)&CutterType) < 0 ||
                 PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0))
        Py_CLEAR(made);
    return made;
}
