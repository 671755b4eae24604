/* The loops over the names of an index, for machines with a compiler (see compiled.py): what searching.py and
 * tradition.py do in Python as well; tests/test_places.py lays them beside each other. */
#include "_atlas.h"
#include <math.h>
#include <stddef.h>
#include <string.h>

#define FORMAT 2 /* as in loops.py: a module of another source is passed over */
#define LIGHTEST 5.0 /* as in indexing.py */
#define GRADE 16.0
#define GREAT 12.0 /* as in misspelling.py */
#define SOUNDS 5   /* numbers of sounds that may differ, none among them */

/* ---- Names: those of an index, as its texts and bytes have them, a line for each ---- */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *names, *sounds, *heard, *grades, *shapes;
    PyObject *places;               /* consonants -> the lines of their names: a number, or several in a tuple */
    uint32_t *name_at, *sound_at;   /* where each line begins, and the text ends */
    Py_ssize_t count;
    unsigned char *sieve;           /* by a sum of consonants: the highest grade of those places, and one; 0: none */
    uint32_t mask;
} Names;

/* What is asked of a name, and the lines that answer it. */
typedef struct {
    const Names *names;
    unsigned char text[ROOM]; /* the sounds that are asked for */
    const unsigned char *one; /* for each of 128 letters the one it is not told apart from; or NULL */
    int size, asking, arabic, most, unvowelled;
    const double *odds, *against; /* as in needed.py; NULL: whatever a place weighs */
    Py_ssize_t shapes;
    double great;
    int least; /* no place of a lower grade weighs enough, whatever its shape */
    struct line {
        uint32_t at;
        int apart;
    } *found;
    Py_ssize_t count, room;
} Search;

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

/* The most letters in which the name of a line may differ; -1: its place weighs too little for any. */
static int most_apart(const Search *search, Py_ssize_t at)
{
    int most = search->most;
    if (!search->odds)
        return most;
    Py_ssize_t shape = (unsigned char)PyBytes_AS_STRING(search->names->shapes)[at];
    if (shape >= search->shapes)
        return -1;
    const double *of = search->against + 2 * shape;
    double people = LIGHTEST + (unsigned char)PyBytes_AS_STRING(search->names->grades)[at] / GRADE;
    double gain = of[1] * people - of[0] + (people > GREAT ? search->great * (people - GREAT) : 0.0);
    while (most >= 0 && !(search->odds[most] + gain > 0))
        most--;
    return most;
}

/* Keep the line of a name that sounds like the text; 1 for what is left to Python, -1 with an error. */
static int consider(Search *search, PyObject *line)
{
    const Names *names = search->names;
    Py_ssize_t at = PyLong_AsSsize_t(line);
    if (at < 0 || at >= names->count) {
        PyErr_SetString(PyExc_IndexError, "no name there");
        return -1;
    }
    int most = PyBytes_AS_STRING(names->heard)[at] & search->asking ? most_apart(search, at) : -1;
    if (most < 0)
        return 0;
    Py_UCS4 first = PyUnicode_READ_CHAR(names->names, names->name_at[at]);
    int far = search->unvowelled;
    if ((first >= 0x0600 && first <= 0x06ff) == search->arabic) {
        const unsigned char *sound = PyUnicode_1BYTE_DATA(names->sounds) + names->sound_at[at];
        int size = (int)(names->sound_at[at + 1] - names->sound_at[at] - 1);
        unsigned char letters[ROOM];
        if (size > ROOM)
            return 1;
        for (int letter = 0; search->one && letter < size; letter++)
            letters[letter] = search->one[sound[letter]];
        far = apart(search->text, search->size, search->one ? letters : sound, size, most);
    }
    if (far > most)
        return 0;
    if (search->count == search->room) {
        search->room = 2 * search->room + 16;
        struct line *found = PyMem_Realloc(search->found, search->room * sizeof(struct line));
        if (!found) {
            PyErr_NoMemory();
            return -1;
        }
        search->found = found;
    }
    search->found[search->count++] = (struct line){(uint32_t)at, far};
    return 0;
}

/* The names of some consonants. */
static int alike(Search *search, PyObject *bones)
{
    PyObject *lines = PyDict_GetItemWithError(search->names->places, bones);
    if (!lines)
        return PyErr_Occurred() ? -1 : 0;
    if (!PyTuple_Check(lines))
        return consider(search, lines);
    int told = 0;
    for (Py_ssize_t at = 0; !told && at < PyTuple_GET_SIZE(lines); at++)
        told = consider(search, PyTuple_GET_ITEM(lines, at));
    return told;
}

/* ---- The names of all consonants but for one ---- */

static uint32_t sum_of(const char *bones, Py_ssize_t size, uint32_t mask)
{
    uint32_t sum = 2166136261u;
    for (Py_ssize_t at = 0; at < size; at++)
        sum = (sum ^ (unsigned char)bones[at]) * 16777619u;
    return (sum ^ sum >> 15) & mask;
}

/* The highest grade among some lines, and one. */
static int highest(const Names *names, PyObject *lines)
{
    int most = 0;
    Py_ssize_t many = PyTuple_Check(lines) ? PyTuple_GET_SIZE(lines) : 1;
    for (Py_ssize_t one = 0; one < many; one++) {
        Py_ssize_t at = PyLong_AsSsize_t(PyTuple_Check(lines) ? PyTuple_GET_ITEM(lines, one) : lines);
        int grade = at >= 0 && at < names->count ? (unsigned char)PyBytes_AS_STRING(names->grades)[at] : 255;
        most = grade >= most ? grade + 1 : most;
    }
    return most < 255 ? most : 255;
}

static int make_sieve(Names *names)
{
    Py_ssize_t bytes = 64, at = 0;
    PyObject *bones, *lines;
    while (bytes < 4 * PyDict_GET_SIZE(names->places))
        bytes *= 2;
    names->sieve = PyMem_Calloc(bytes, 1);
    if (!names->sieve) {
        PyErr_NoMemory();
        return -1;
    }
    names->mask = (uint32_t)bytes - 1;
    while (PyDict_Next(names->places, &at, &bones, &lines))
        if (PyUnicode_Check(bones) && PyUnicode_IS_ASCII(bones)) {
            int grade = highest(names, lines);
            unsigned char *known = &names->sieve[sum_of(PyUnicode_DATA(bones), PyUnicode_GET_LENGTH(bones), names->mask)];
            *known = grade > *known ? (unsigned char)grade : *known;
        }
    return PyErr_Occurred() ? -1 : 0;
}

/* The least grade with which a place of the best shape may weigh enough. */
static int least_grade(const Search *search)
{
    double odds = search->odds[0], people = HUGE_VAL;
    for (int at = 1; at <= search->most; at++)
        odds = search->odds[at] > odds ? search->odds[at] : odds;
    for (Py_ssize_t at = 0; at < search->shapes; at++) {
        const double *of = search->against + 2 * at;
        double needs = of[1] > 0 ? (of[0] - odds) / of[1] : 0.0;
        people = needs < people ? needs : people;
    }
    double grade = search->great > 0 ? 0.0 : (people - LIGHTEST) * GRADE - 1; /* rounded down, for sums in another order */
    return grade > 255 ? 255 : grade > 0 ? (int)grade : 0;
}

static int look(Search *search, const char *bones, int size)
{
    int grade = search->names->sieve[sum_of(bones, size, search->names->mask)];
    if (grade <= search->least)
        return 0;
    PyObject *key = PyUnicode_FromStringAndSize(bones, size);
    int told = key ? alike(search, key) : -1;
    Py_XDECREF(key);
    return told;
}

static int near(Search *search, PyObject *text)
{
    static const char signs[] = "bcdfghklmnprstzSZCJ"; /* as in searching.py */
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    if (!PyUnicode_IS_ASCII(text) || size > ROOM - 2)
        return 1;
    const char *bones = PyUnicode_DATA(text);
    char made[ROOM];
    int told = 0;
    for (Py_ssize_t at = 0; at <= size && !told; at++) {
        memcpy(made, bones, at);
        memcpy(made + at + 1, bones + at, size - at);
        for (const char *sign = signs; *sign && !told; sign++) { /* one more */
            made[at] = *sign;
            told = look(search, made, (int)size + 1);
        }
        if (at == size)
            break;
        memcpy(made, bones, size);
        for (const char *sign = signs; *sign && !told; sign++) { /* another */
            made[at] = *sign;
            told = look(search, made, (int)size);
        }
        memcpy(made + at, bones + at + 1, size - at - 1); /* one less */
        told = told ? told : look(search, made, (int)size - 1);
        if (at + 1 < size && !told) { /* two that changed places */
            memcpy(made, bones, size);
            made[at] = bones[at + 1];
            made[at + 1] = bones[at];
            told = look(search, made, (int)size);
        }
    }
    return told;
}

/* ---- The search ---- */

static int by_line(const void *one, const void *two)
{
    uint32_t left = ((const struct line *)one)->at, right = ((const struct line *)two)->at;
    return left < right ? -1 : left > right;
}

/* [(line, letters apart), ...] of what was found, each line once, in order. */
static PyObject *told_of(Search *search)
{
    PyObject *told = PyList_New(0);
    if (search->count > 1)
        qsort(search->found, search->count, sizeof(struct line), by_line);
    for (Py_ssize_t at = 0; told && at < search->count; at++) {
        if (at && search->found[at].at == search->found[at - 1].at)
            continue;
        PyObject *pair = Py_BuildValue("(Ii)", search->found[at].at, search->found[at].apart);
        if (!pair || PyList_Append(told, pair) < 0)
            Py_CLEAR(told);
        Py_XDECREF(pair);
    }
    return told;
}

/* Text of ASCII as letters, those as one that are not told apart; -1 for what is left to Python. */
static int sounds_of(PyObject *sound, Search *search)
{
    Py_ssize_t size = PyUnicode_Check(sound) && PyUnicode_IS_ASCII(sound) ? PyUnicode_GET_LENGTH(sound) : ROOM + 1;
    if (size > ROOM)
        return -1;
    const unsigned char *letters = PyUnicode_1BYTE_DATA(sound);
    for (Py_ssize_t at = 0; at < size; at++)
        search->text[at] = search->one ? search->one[letters[at]] : letters[at];
    search->size = (int)size;
    return 0;
}

/* names(bones, one_off, sound, asking, arabic, most, unvowelled, one, least): as `sounding` in searching.py, which says
 * what they are; None for what is left to Python. */
static PyObject *names_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *named)
{
    Names *names = (Names *)callable;
    if (PyVectorcall_NARGS(flags) != 9 || named || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "consonants, and what is asked of the names that have them");
    Search search = {names, .asking = (int)PyLong_AsLong(args[3]), .arabic = args[4] == Py_True,
                     .most = (int)PyLong_AsLong(args[5]), .unvowelled = (int)PyLong_AsLong(args[6])};
    PyObject *told = NULL;
    if (PyErr_Occurred())
        return NULL;
    if (PyBytes_Check(args[7]) && PyBytes_GET_SIZE(args[7]) == 128)
        search.one = (const unsigned char *)PyBytes_AS_STRING(args[7]);
    else if (args[7] != Py_None) /* a letter that is left out, or becomes several */
        Py_RETURN_NONE;
    if (args[8] != Py_None) {
        const char *odds, *against;
        Py_ssize_t odds_size, size;
        if (!PyArg_ParseTuple(args[8], "y#y#d", &odds, &odds_size, &against, &size, &search.great))
            return NULL;
        if (odds_size != SOUNDS * sizeof(double) || search.most >= SOUNDS)
            return PyErr_Format(PyExc_ValueError, "odds by the number of sounds that differ");
        search.odds = (const double *)odds;
        search.against = (const double *)against;
        search.shapes = size / (2 * sizeof(double));
    }
    if (sounds_of(args[2], &search) < 0)
        Py_RETURN_NONE;
    int is_near = args[1] == Py_True;
    search.least = is_near && search.odds ? least_grade(&search) : 0;
    if (is_near && !names->sieve && make_sieve(names) < 0)
        return NULL;
    int left = is_near ? near(&search, args[0]) : alike(&search, args[0]);
    told = left > 0 ? Py_NewRef(Py_None) : left < 0 ? NULL : told_of(&search);
    PyMem_Free(search.found);
    return told;
}

/* Where the lines of a text begin; one more for the end. */
static uint32_t *lines_of(PyObject *text, Py_ssize_t count)
{
    uint32_t *found = PyMem_Malloc((count + 1) * sizeof(uint32_t));
    Py_ssize_t size = PyUnicode_GET_LENGTH(text), at = 0, line = 0;
    if (!found)
        PyErr_NoMemory();
    for (; found && at >= 0 && line < count; line++) {
        found[line] = (uint32_t)at;
        at = PyUnicode_FindChar(text, '\n', at, size, 1);
        at = at < 0 ? (line + 1 < count ? at : size + 1) : at + 1;
    }
    if (found && (line < count || at != size + 1)) {
        PyErr_SetString(PyExc_ValueError, "a line for each name");
        PyMem_Free(found);
        return NULL;
    }
    if (found)
        found[count] = (uint32_t)at;
    return found;
}

static PyObject *names_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *names, *sounds, *heard, *grades, *shapes, *places;
    if (!PyArg_ParseTuple(args, "UUSSSO!", &names, &sounds, &heard, &grades, &shapes, &PyDict_Type, &places))
        return NULL;
    Py_ssize_t count = PyBytes_GET_SIZE(heard);
    if (!count || !PyUnicode_IS_ASCII(sounds) || PyBytes_GET_SIZE(grades) != count || PyBytes_GET_SIZE(shapes) != count)
        return PyErr_Format(PyExc_ValueError, "sounds in ASCII, and bytes for each name");
    Names *self = (Names *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = names_call;
    self->count = count;
    self->names = Py_NewRef(names);
    self->sounds = Py_NewRef(sounds);
    self->heard = Py_NewRef(heard);
    self->grades = Py_NewRef(grades);
    self->shapes = Py_NewRef(shapes);
    self->places = Py_NewRef(places);
    self->name_at = lines_of(names, count);
    self->sound_at = self->name_at ? lines_of(sounds, count) : NULL;
    if (!self->sound_at)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static void names_dealloc(Names *self)
{
    PyObject *held[] = {self->names, self->sounds, self->heard, self->grades, self->shapes, self->places};
    for (size_t at = 0; at < sizeof held / sizeof *held; at++)
        Py_XDECREF(held[at]);
    PyMem_Free(self->name_at);
    PyMem_Free(self->sound_at);
    PyMem_Free(self->sieve);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* names.at(line): the name of a line. */
static PyObject *names_at(Names *self, PyObject *line)
{
    Py_ssize_t at = PyLong_AsSsize_t(line);
    if (at < 0 || at >= self->count) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_IndexError, "no name there");
        return NULL;
    }
    return PyUnicode_Substring(self->names, self->name_at[at], self->name_at[at + 1] - 1);
}

static PyMethodDef names_methods[] = {
    {"at", (PyCFunction)names_at, METH_O, "at(line): the name of a line."},
    {NULL, NULL, 0, NULL},
};

static PyTypeObject NamesType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.place._atlas.Names",
    .tp_basicsize = sizeof(Names),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Names, call),
    .tp_call = PyVectorcall_Call,
    .tp_methods = names_methods,
    .tp_new = names_new,
    .tp_dealloc = (destructor)names_dealloc,
    .tp_doc = "Names(names, sounds, heard, grades, shapes, places): those that sound like a text.",
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "translit.place._atlas", .m_size = -1};

PyMODINIT_FUNC PyInit__atlas(void)
{
    if (PyType_Ready(&NamesType) < 0 || PyType_Ready(&RespellerType) < 0)
        return NULL;
    PyObject *module = PyModule_Create(&definition);
    if (module && (PyModule_AddIntConstant(module, "FORMAT", FORMAT) < 0 ||
                   PyModule_AddObjectRef(module, "Names", (PyObject *)&NamesType) < 0 ||
                   PyModule_AddObjectRef(module, "Respeller", (PyObject *)&RespellerType) < 0)) {
        Py_DECREF(module);
        return NULL;
    }
    return module;
}
