/* A text before it is a name: its script, its letters one by one, whether it is plain, and its words (text/). */
#include "_word.h"
#include <stddef.h>

/* ---- what is left to Python ---- */

static PyObject *left_to(PyObject *rest, PyObject *text)
{
    return rest == Py_None ? Py_NewRef(Py_None) : PyObject_CallOneArg(rest, text);
}

/* ---- Scripts: which script most letters of a text are in ---- */

#define SCRIPTS 16

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *ask;            /* of a letter: its script, "" for what is none */
    PyObject *rest;           /* of a text with letters beyond the table; or None */
    PyObject *names[SCRIPTS]; /* of the scripts met */
    int count;
    uint8_t of[LETTERS];      /* the number of each letter's script, from 1; 0: not asked yet */
} Scripts;

/* The number of a letter's script; 0 with an error. */
static int script_at(Scripts *self, Py_UCS4 letter)
{
    if (self->of[letter])
        return self->of[letter];
    PyObject *mark = PyUnicode_FromOrdinal((int)letter), *name = mark ? PyObject_CallOneArg(self->ask, mark) : NULL;
    int at = 0, same = 0;
    while (name && at < self->count && !(same = PyObject_RichCompareBool(self->names[at], name, Py_EQ)))
        at++;
    if (name && at == self->count && at < SCRIPTS && PyUnicode_Check(name))
        self->names[self->count++] = Py_NewRef(name);
    Py_XDECREF(mark);
    Py_XDECREF(name);
    if (!name || same < 0 || at == self->count) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "a letter has one of few scripts");
        return 0;
    }
    return self->of[letter] = (uint8_t)(at + 1);
}

/* scripts(text): its script; what the rest says, or None, where a letter is beyond the table. */
static PyObject *scripts_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Scripts *self = (Scripts *)callable;
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "a text");
    Py_ssize_t counts[SCRIPTS + 1] = {0}, size = PyUnicode_GET_LENGTH(args[0]);
    int order[SCRIPTS], many = 0, kind = PyUnicode_KIND(args[0]);
    const void *text = PyUnicode_DATA(args[0]);
    for (Py_ssize_t at = 0; at < size; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, text, at);
        if (letter >= LETTERS)
            return left_to(self->rest, args[0]);
        int script = script_at(self, letter);
        if (!script)
            return NULL;
        if (!counts[script]++ && PyUnicode_GET_LENGTH(self->names[script - 1]))
            order[many++] = script;
        if (many && PyUnicode_IS_ASCII(args[0]))
            break; /* all its letters are of one script */
    }
    int best = many ? order[0] : 0;
    for (int at = 1; at < many; at++)
        best = counts[order[at]] > counts[best] ? order[at] : best;
    return best ? Py_NewRef(self->names[best - 1]) : PyUnicode_New(0, 0);
}

static PyObject *scripts_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *ask, *rest = Py_None;
    if (!PyArg_ParseTuple(args, "O|O", &ask, &rest))
        return NULL;
    Scripts *self = (Scripts *)type->tp_alloc(type, 0);
    if (self) {
        self->call = scripts_call;
        self->ask = Py_NewRef(ask);
        self->rest = Py_NewRef(rest);
    }
    return (PyObject *)self;
}

static void scripts_dealloc(Scripts *self)
{
    for (int at = 0; at < self->count; at++)
        Py_DECREF(self->names[at]);
    Py_XDECREF(self->ask);
    Py_XDECREF(self->rest);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject ScriptsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Scripts",
    .tp_basicsize = sizeof(Scripts),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Scripts, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = scripts_new,
    .tp_dealloc = (destructor)scripts_dealloc,
    .tp_doc = "Scripts(ask, rest): the script of a text, by that of each letter, which is asked once.",
};

/* ---- Letterwise: a text whose every letter becomes what it becomes alone ---- */

#define ALONE 0x2040 /* letters beyond are left to Python, as those that may compose with the next */
#define PUT 5        /* letters that one letter becomes, at most */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *ask;         /* of a letter: what it becomes */
    PyObject *rest;        /* of a text that is not made letter by letter; or None */
    int8_t sizes[ALONE];   /* of that, from 1 for nothing; 0: not asked yet */
    Py_UCS4 put[ALONE][PUT];
} Letterwise;

static int put_at(Letterwise *self, Py_UCS4 letter)
{
    PyObject *mark = PyUnicode_FromOrdinal((int)letter), *put = mark ? PyObject_CallOneArg(self->ask, mark) : NULL;
    Py_ssize_t size = put && PyUnicode_Check(put) ? PyUnicode_GET_LENGTH(put) : -1;
    if (size >= 0 && size <= PUT) {
        for (Py_ssize_t at = 0; at < size; at++)
            self->put[letter][at] = PyUnicode_READ_CHAR(put, at);
        self->sizes[letter] = (int8_t)(size + 1);
    } else if (!PyErr_Occurred())
        PyErr_SetString(PyExc_ValueError, "a letter becomes a few letters");
    Py_XDECREF(mark);
    Py_XDECREF(put);
    return self->sizes[letter] ? 0 : -1;
}

static int stands_alone(Py_UCS4 letter)
{
    return letter < 0x900 || (letter >= 0x1E00 && letter < 0x2000) || (letter >= 0x2010 && letter < ALONE);
}

/* The text of some letters; `most` has every bit that one of them has, and so is of the largest one's width. */
static PyObject *text_of(const Py_UCS4 *letters, Py_ssize_t size, Py_UCS4 most)
{
    if (size < 2 || most > 0xFFFF) /* Python keeps the shortest */
        return PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, letters, size);
    PyObject *found = PyUnicode_New(size, most);
    if (found && most < 0x100)
        for (Py_ssize_t at = 0; at < size; at++)
            PyUnicode_1BYTE_DATA(found)[at] = (Py_UCS1)letters[at];
    else if (found)
        for (Py_ssize_t at = 0; at < size; at++)
            PyUnicode_2BYTE_DATA(found)[at] = (Py_UCS2)letters[at];
    return found;
}

/* letterwise(text): what it becomes, be it the same; what the rest says, or None, where a letter does not stand
 * alone, or the text is long. */
static PyObject *letterwise_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Letterwise *self = (Letterwise *)callable;
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "a text");
    Py_ssize_t size = PyUnicode_GET_LENGTH(args[0]), used = 0;
    int kind = PyUnicode_KIND(args[0]), same = PyUnicode_CheckExact(args[0]);
    const void *text = PyUnicode_DATA(args[0]);
    Py_UCS4 made[PUT * ROOM], most = 0;
    if (size > ROOM)
        return left_to(self->rest, args[0]);
    for (Py_ssize_t at = 0; at < size; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, text, at);
        if (!stands_alone(letter))
            return left_to(self->rest, args[0]);
        if (!self->sizes[letter] && put_at(self, letter) < 0)
            return NULL;
        const Py_UCS4 *put = self->put[letter];
        same &= self->sizes[letter] == 2 && *put == letter;
        for (int one = 0; one < self->sizes[letter] - 1; one++) {
            most |= put[one];
            made[used++] = put[one];
        }
    }
    return same ? Py_NewRef(args[0]) : text_of(made, used, most);
}

static PyObject *letterwise_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *ask, *rest = Py_None;
    if (!PyArg_ParseTuple(args, "O|O", &ask, &rest))
        return NULL;
    Letterwise *self = (Letterwise *)type->tp_alloc(type, 0);
    if (self) {
        self->call = letterwise_call;
        self->ask = Py_NewRef(ask);
        self->rest = Py_NewRef(rest);
    }
    return (PyObject *)self;
}

static void letterwise_dealloc(Letterwise *self)
{
    Py_XDECREF(self->ask);
    Py_XDECREF(self->rest);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject LetterwiseType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Letterwise",
    .tp_basicsize = sizeof(Letterwise),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Letterwise, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = letterwise_new,
    .tp_dealloc = (destructor)letterwise_dealloc,
    .tp_doc = "Letterwise(ask, rest): a text letter by letter; what each becomes is asked once.",
};

/* ---- Plain: texts that need no cleaning ---- */

#define ALPHABETS 8

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    uint8_t alphabets[LETTERS]; /* a bit for each alphabet that has a letter */
} Plain;

/* plain(text): is it in the letters of one alphabet, parted by single blanks, a letter at both ends? */
static PyObject *plain_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Plain *self = (Plain *)callable;
    PyObject *text = args[0];
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text");
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    int kind = PyUnicode_KIND(text), left = (1 << ALPHABETS) - 1;
    const void *letters = PyUnicode_DATA(text);
    if (!size || !Py_UNICODE_ISALPHA(PyUnicode_READ(kind, letters, 0)) ||
        !Py_UNICODE_ISALPHA(PyUnicode_READ(kind, letters, size - 1)))
        Py_RETURN_FALSE;
    Py_UCS4 last = 0;
    for (Py_ssize_t at = 0; at < size && left; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, letters, at);
        left = letter < LETTERS && (letter != ' ' || last != ' ') ? left & self->alphabets[letter] : 0;
        last = letter;
    }
    return PyBool_FromLong(left);
}

static PyObject *plain_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *alphabets;
    if (!PyArg_ParseTuple(args, "O!", &PyTuple_Type, &alphabets))
        return NULL;
    if (PyTuple_GET_SIZE(alphabets) > ALPHABETS)
        return PyErr_Format(PyExc_ValueError, "up to eight alphabets");
    Plain *self = (Plain *)type->tp_alloc(type, 0);
    if (self)
        self->call = plain_call;
    for (Py_ssize_t at = 0; self && at < PyTuple_GET_SIZE(alphabets); at++) {
        PyObject *letters = PyTuple_GET_ITEM(alphabets, at);
        for (Py_ssize_t one = 0; PyUnicode_Check(letters) && one < PyUnicode_GET_LENGTH(letters); one++)
            self->alphabets[PyUnicode_READ_CHAR(letters, one) & (LETTERS - 1)] |= (uint8_t)(1 << at);
    }
    return (PyObject *)self;
}

PyTypeObject PlainType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Plain",
    .tp_basicsize = sizeof(Plain),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Plain, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = plain_new,
    .tp_doc = "Plain(alphabets): knows texts that are words in the letters of one of them.",
};

/* ---- the words of a text ---- */

static int is_cut(Py_UCS4 letter)
{
    return letter == '.' || letter == ',' || letter == ';' || letter == 0x60C || Py_UNICODE_ISSPACE(letter);
}

/* The words of a text; None where more than blanks parts them, or one that is not all in capitals ends in one:
 * initials may be glued to it. */
static PyObject *words_of(PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text");
    Py_ssize_t size = PyUnicode_GET_LENGTH(text), starts[ROOM], ends[ROOM], count = 0;
    int kind = PyUnicode_KIND(text), inside = 0, small = 0, large = 0;
    const void *letters = PyUnicode_DATA(text);
    if (size > ROOM)
        Py_RETURN_NONE;
    for (Py_ssize_t at = 0; at <= size; at++) {
        Py_UCS4 letter = at < size ? PyUnicode_READ(kind, letters, at) : ' ';
        if (letter == ' ') {
            if (inside && small && large)
                Py_RETURN_NONE;
            if (inside)
                ends[count++] = at;
            inside = 0;
            continue;
        }
        if (!inside) {
            starts[count] = at;
            inside = 1;
            small = 0;
        }
        if (is_cut(letter))
            Py_RETURN_NONE;
        large = Py_UNICODE_ISUPPER(letter);
        small |= !large;
    }
    PyObject *found = PyTuple_New(count);
    for (Py_ssize_t at = 0; found && at < count; at++) {
        PyObject *word = PyUnicode_Substring(text, starts[at], ends[at]);
        if (word)
            PyTuple_SET_ITEM(found, at, word);
        else
            Py_CLEAR(found);
    }
    return found;
}

/* parted(text): its words, or None; the last text is mostly asked for again. */
PyObject *parted(PyObject *module, PyObject *text)
{
    static PyObject *last, *told;
    if (text != last) {
        PyObject *found = words_of(text);
        if (!found)
            return NULL;
        Py_XSETREF(told, found);
        Py_XSETREF(last, Py_NewRef(text));
    }
    return Py_NewRef(told);
}
