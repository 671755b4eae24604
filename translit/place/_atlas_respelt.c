/* A name respelt out of every tradition of romanisation (tradition.py). */
#include "_atlas.h"
#include <stddef.h>
#include <string.h>

#define TRADITIONS 128
#define GROUP 16 /* letters of the longest group, and of what it becomes */
#define BEYOND 3 /* letters that a word has beside the group it ends with, and one more */

typedef struct {
    uint64_t letters; /* those to find, as bits: a name that lacks one is not searched */
    int size, put_size, at_end;
    Py_UCS4 find[GROUP], put[GROUP];
} Group;

typedef struct {
    PyObject *name;
    int merging; /* a name it leaves alone is one of its own too */
    Py_ssize_t first, last; /* its groups */
} Tradition;

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    Tradition traditions[TRADITIONS];
    Py_ssize_t count, size;
    Group *groups;
    PyObject *kept, *news; /* letters that are no news in place of others, and those */
} Respeller;

typedef struct {
    int size;
    uint64_t letters; /* as bits, those of several letters at times one */
    Py_UCS4 text[ROOM];
} Word;

static uint64_t bits_of(const Py_UCS4 *text, int size)
{
    uint64_t bits = 0;
    for (int at = 0; at < size; at++)
        bits |= 1ULL << (text[at] & 63);
    return bits;
}

static void copy(Word *to, const Word *from)
{
    to->size = from->size;
    to->letters = from->letters;
    memcpy(to->text, from->text, from->size * sizeof(Py_UCS4));
}

/* Where a group stands in a word from some letter on; -1: nowhere. */
static int found_at(const Word *word, const Group *group, int from)
{
    if (group->letters & ~word->letters)
        return -1;
    for (int at = from; at + group->size <= word->size; at++)
        if (word->text[at] == group->find[0] &&
            !memcmp(word->text + at, group->find, group->size * sizeof(Py_UCS4)))
            return at;
    return -1;
}

static int parts(Py_UCS4 letter)
{
    return letter == ' ' || letter == '-';
}

/* Does a word of the name end with the group that stands there, and is it long enough? */
static int ends_word(const Word *name, const Group *group, int at)
{
    int end = at + group->size, start = at;
    while (start > 0 && !parts(name->text[start - 1]))
        start--;
    for (int inner = at; inner < end; inner++)
        if (parts(name->text[inner]))
            return 0;
    return (end == name->size || parts(name->text[end])) && end - start > group->size + BEYOND;
}

/* Put what a group becomes in its places, as str.replace does; -1 where the name grows too long. */
static int respell(Word *name, const Group *group)
{
    int at = found_at(name, group, 0), from = 0;
    if (at < 0)
        return 0;
    Word made;
    made.size = 0;
    for (; at >= 0; at = found_at(name, group, at)) {
        if (group->at_end && !ends_word(name, group, at)) {
            at++;
            continue;
        }
        if (made.size + at - from + group->put_size > ROOM)
            return -1;
        memcpy(made.text + made.size, name->text + from, (at - from) * sizeof(Py_UCS4));
        made.size += at - from;
        memcpy(made.text + made.size, group->put, group->put_size * sizeof(Py_UCS4));
        made.size += group->put_size;
        from = at = at + group->size;
    }
    if (made.size + name->size - from > ROOM)
        return -1;
    memcpy(made.text + made.size, name->text + from, (name->size - from) * sizeof(Py_UCS4));
    made.size += name->size - from;
    made.letters = bits_of(made.text, made.size);
    copy(name, &made);
    return 0;
}

/* The name with the letters that are no news as those they stand for. */
static void plain(const Respeller *self, const Word *name, Word *made)
{
    copy(made, name);
    for (int at = 0; at < made->size; at++)
        if (made->text[at] >= 128) {
            Py_ssize_t found = PyUnicode_FindChar(self->kept, made->text[at], 0, PyUnicode_GET_LENGTH(self->kept), 1);
            if (found >= 0)
                made->text[at] = PyUnicode_READ_CHAR(self->news, found);
        }
}

static int same(const Word *one, const Word *two)
{
    return one->size == two->size && !memcmp(one->text, two->text, one->size * sizeof(Py_UCS4));
}

/* respeller(low): ((tradition, the name respelt), ...); None for what is left to Python. */
static PyObject *respeller_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Respeller *self = (Respeller *)callable;
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "a name");
    Py_ssize_t size = PyUnicode_GET_LENGTH(args[0]), many = 0;
    if (size > ROOM)
        Py_RETURN_NONE;
    Word low, other, seen[TRADITIONS + 1];
    low.size = (int)size;
    for (Py_ssize_t at = 0; at < size; at++)
        low.text[at] = PyUnicode_READ_CHAR(args[0], at);
    low.letters = bits_of(low.text, low.size);
    plain(self, &low, &seen[many++]);
    PyObject *found = PyList_New(0);
    for (Py_ssize_t one = 0; found && one < self->count; one++) {
        const Tradition *tradition = &self->traditions[one];
        int says = tradition->merging;
        for (Py_ssize_t at = tradition->first; !says && at < tradition->last; at++)
            says = found_at(&low, &self->groups[at], 0) >= 0;
        if (!says)
            continue;
        copy(&other, &low);
        for (Py_ssize_t at = tradition->first; at < tradition->last; at++)
            if (respell(&other, &self->groups[at]) < 0) {
                Py_DECREF(found);
                Py_RETURN_NONE;
            }
        Py_ssize_t met = 0;
        plain(self, &other, &seen[many]);
        while (!same(&seen[met], &seen[many]))
            met++;
        if (met < many && !tradition->merging)
            continue;
        many += met == many;
        PyObject *text = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, other.text, other.size);
        PyObject *pair = text ? PyTuple_Pack(2, tradition->name, text) : NULL;
        if (!pair || PyList_Append(found, pair) < 0)
            Py_CLEAR(found);
        Py_XDECREF(text);
        Py_XDECREF(pair);
    }
    PyObject *told = found ? PyList_AsTuple(found) : NULL;
    Py_XDECREF(found);
    return told;
}

/* One group of letters, "$" for the end of a word, and what it becomes. */
static int group_from(PyObject *pair, Group *group)
{
    PyObject *find, *put;
    if (!PyArg_ParseTuple(pair, "UU", &find, &put))
        return -1;
    Py_ssize_t size = PyUnicode_GET_LENGTH(find), put_size = PyUnicode_GET_LENGTH(put);
    group->at_end = size > 1 && PyUnicode_READ_CHAR(find, size - 1) == '$';
    size -= group->at_end;
    if (size < 1 || size > GROUP || put_size > GROUP) {
        PyErr_SetString(PyExc_ValueError, "a group has one to sixteen letters");
        return -1;
    }
    group->size = (int)size;
    group->put_size = (int)put_size;
    for (Py_ssize_t at = 0; at < size; at++)
        group->find[at] = PyUnicode_READ_CHAR(find, at);
    group->letters = bits_of(group->find, group->size);
    for (Py_ssize_t at = 0; at < put_size; at++)
        group->put[at] = PyUnicode_READ_CHAR(put, at);
    return 0;
}

/* One tradition: its name, whether it merges letters, its groups. */
static int tradition_from(Respeller *self, PyObject *told)
{
    PyObject *name, *pairs;
    Tradition *tradition = &self->traditions[self->count];
    if (!PyArg_ParseTuple(told, "UpO!", &name, &tradition->merging, &PyTuple_Type, &pairs))
        return -1;
    Py_ssize_t many = PyTuple_GET_SIZE(pairs);
    Group *groups = PyMem_Realloc(self->groups, (self->size + many + 1) * sizeof(Group));
    if (!groups) {
        PyErr_NoMemory();
        return -1;
    }
    self->groups = groups;
    tradition->first = self->size;
    for (Py_ssize_t at = 0; at < many; at++)
        if (group_from(PyTuple_GET_ITEM(pairs, at), &groups[self->size++]) < 0)
            return -1;
    tradition->last = self->size;
    tradition->name = Py_NewRef(name);
    self->count++;
    return 0;
}

static PyObject *respeller_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *told, *kept, *news;
    if (!PyArg_ParseTuple(args, "O!UU", &PyTuple_Type, &told, &kept, &news))
        return NULL;
    if (PyTuple_GET_SIZE(told) > TRADITIONS || PyUnicode_GET_LENGTH(kept) != PyUnicode_GET_LENGTH(news))
        return PyErr_Format(PyExc_ValueError, "some traditions, and for each letter that is kept another");
    Respeller *self = (Respeller *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = respeller_call;
    self->kept = Py_NewRef(kept);
    self->news = Py_NewRef(news);
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(told); at++)
        if (tradition_from(self, PyTuple_GET_ITEM(told, at)) < 0) {
            Py_DECREF(self);
            return NULL;
        }
    return (PyObject *)self;
}

static void respeller_dealloc(Respeller *self)
{
    for (Py_ssize_t at = 0; at < self->count; at++)
        Py_DECREF(self->traditions[at].name);
    PyMem_Free(self->groups);
    Py_XDECREF(self->kept);
    Py_XDECREF(self->news);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject RespellerType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.place._atlas.Respeller",
    .tp_basicsize = sizeof(Respeller),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Respeller, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = respeller_new,
    .tp_dealloc = (destructor)respeller_dealloc,
    .tp_doc = "Respeller(traditions, kept, news): a name respelt out of each tradition.",
};
