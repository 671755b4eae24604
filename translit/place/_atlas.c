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
#define POWER 0x01000193u /* of a letter's place in a sum; odd */
#define ARABIC 4   /* a bit: the name is in Arabic script */
#define SOUNDS 5   /* numbers of sounds that may differ, none among them */

/* ---- Names: those of an index, as its texts and bytes have them, a line for each ---- */

struct line { /* one name; those of the same consonants lie side by side */
    uint32_t at, sound;
    unsigned char size, heard, grade, shape; /* ARABIC is one of the bits that are heard */
};

struct slot { /* the lines of some consonants, by the sum of these, or behind it; none: no end */
    uint32_t sum, first, end, size;
};

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *names, *places;
    uint32_t *name_at; /* where each name begins, and where all end */
    Py_ssize_t count, many, used;
    struct line *lines;
    unsigned char *sounds; /* those of the lines, the consonants before those of the first that has them */
    struct slot *slots;
    unsigned char *sieve; /* by the same sum: the highest grade of such places, and one; 0: none */
    uint32_t mask, sieve_mask;
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
    struct found {
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
static int most_apart(const Search *search, const struct line *line)
{
    int most = search->most;
    if (!search->odds)
        return most;
    if (line->shape >= search->shapes)
        return -1;
    const double *of = search->against + 2 * line->shape;
    double people = LIGHTEST + line->grade / GRADE;
    double gain = of[1] * people - of[0] + (people > GREAT ? search->great * (people - GREAT) : 0.0);
    while (most >= 0 && !(search->odds[most] + gain > 0))
        most--;
    return most;
}

/* Keep the line of a name that sounds like the text; 1 for what is left to Python, -1 with an error. */
static int consider(Search *search, const struct line *line)
{
    const Names *names = search->names;
    int most = line->heard & search->asking ? most_apart(search, line) : -1;
    if (most < 0)
        return 0;
    int far = search->unvowelled;
    if (!(line->heard & ARABIC) == !search->arabic) {
        const unsigned char *sound = names->sounds + line->sound;
        unsigned char letters[ROOM];
        if (line->size > ROOM)
            return 1;
        for (int letter = 0; search->one && letter < line->size; letter++)
            letters[letter] = search->one[sound[letter]];
        far = apart(search->text, search->size, search->one ? letters : sound, line->size, most);
    }
    if (far > most)
        return 0;
    if (search->count == search->room) {
        search->room = 2 * search->room + 16;
        struct found *found = PyMem_Realloc(search->found, search->room * sizeof(struct found));
        if (!found) {
            PyErr_NoMemory();
            return -1;
        }
        search->found = found;
    }
    search->found[search->count++] = (struct found){line->at, far};
    return 0;
}

/* The sum of some letters, each by its place; and the same scattered, by which consonants are found. */
static uint32_t sum_of(const char *bones, Py_ssize_t size)
{
    uint32_t sum = 0, power = 1;
    for (Py_ssize_t at = 0; at < size; at++, power *= POWER)
        sum += (unsigned char)bones[at] * power;
    return sum;
}

static uint32_t scattered(uint32_t sum)
{
    sum = (sum ^ sum >> 16) * 0x7feb352du;
    return sum ^ sum >> 15;
}

/* The names of some consonants. */
static int alike(Search *search, const char *bones, uint32_t size, uint32_t sum)
{
    const Names *names = search->names;
    for (uint32_t at = sum & names->mask; names->slots[at].end; at = (at + 1) & names->mask) {
        const struct slot *slot = &names->slots[at];
        if (slot->sum != sum || slot->size != size)
            continue;
        const struct line *line = &names->lines[slot->first], *end = &names->lines[slot->end];
        if (memcmp(names->sounds + line->sound - size, bones, size))
            continue;
        int told = 0;
        for (; !told && line < end; line++)
            told = consider(search, line);
        return told;
    }
    return 0;
}

/* ---- The names of all consonants but for one ---- */

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

static int look(Search *search, const char *bones, int size, uint32_t sum)
{
    sum = scattered(sum);
    return search->names->sieve[sum & search->names->sieve_mask] > search->least ? alike(search, bones, size, sum) : 0;
}

static int near(Search *search, const char *bones, int size)
{
    static const char signs[] = "bcdfghklmnprstzSZCJ"; /* as in searching.py */
    char more[ROOM], other[ROOM];
    uint32_t total = sum_of(bones, size), before = 0, power = 1;
    int told = 0;
    for (int at = 0; at <= size && !told; at++) {
        memcpy(more, bones, at);
        memcpy(more + at + 1, bones + at, size - at);
        uint32_t pushed = before + (total - before) * POWER;
        for (const char *sign = signs; *sign && !told; sign++) { /* one more */
            more[at] = *sign;
            told = look(search, more, size + 1, pushed + (unsigned char)*sign * power);
        }
        if (at == size)
            break;
        memcpy(other, bones, size);
        uint32_t without = total - (unsigned char)bones[at] * power;
        for (const char *sign = signs; *sign && !told; sign++) { /* another */
            other[at] = *sign;
            told = look(search, other, size, without + (unsigned char)*sign * power);
        }
        memcpy(other + at, bones + at + 1, size - at - 1); /* one less */
        told = told ? told : look(search, other, size - 1, sum_of(other, size - 1));
        if (at + 1 < size && !told) { /* two that changed places */
            memcpy(other, bones, size);
            other[at] = bones[at + 1];
            other[at + 1] = bones[at];
            told = look(search, other, size, sum_of(other, size));
        }
        before += (unsigned char)bones[at] * power;
        power *= POWER;
    }
    return told;
}

/* ---- The search ---- */

static int by_line(const void *one, const void *two)
{
    uint32_t left = ((const struct found *)one)->at, right = ((const struct found *)two)->at;
    return left < right ? -1 : left > right;
}

/* [(line, letters apart), ...] of what was found, each line once, in order. */
static PyObject *told_of(Search *search)
{
    PyObject *told = PyList_New(0);
    if (search->count > 1)
        qsort(search->found, search->count, sizeof(struct found), by_line);
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
    const char *bones = PyUnicode_DATA(args[0]);
    Py_ssize_t size = PyUnicode_GET_LENGTH(args[0]);
    if (!PyUnicode_IS_ASCII(args[0]) || size > ROOM - 2)
        Py_RETURN_NONE;
    int is_near = args[1] == Py_True;
    search.least = is_near && search.odds ? least_grade(&search) : 0;
    int left = is_near ? near(&search, bones, (int)size) : alike(&search, bones, (uint32_t)size, scattered(sum_of(bones, size)));
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

/* What the names of an index are made of. */
struct told {
    const uint32_t *sound_at;
    const unsigned char *sounds;
    const char *heard, *grades, *shapes;
};

/* Put a line beside those of the same consonants. */
static int add_line(Names *self, PyObject *number, const struct told *told)
{
    Py_ssize_t at = PyLong_AsSsize_t(number);
    if (at < 0 || at >= self->count || self->many == self->count) {
        PyErr_SetString(PyExc_ValueError, "each name has its consonants");
        return -1;
    }
    uint32_t size = told->sound_at[at + 1] - told->sound_at[at] - 1;
    Py_UCS4 first = PyUnicode_READ_CHAR(self->names, self->name_at[at]);
    struct line *line = &self->lines[self->many++];
    *line = (struct line){(uint32_t)at, (uint32_t)self->used, size > ROOM ? ROOM + 1 : size, told->heard[at],
                          told->grades[at], told->shapes[at]};
    line->heard |= first >= 0x0600 && first <= 0x06ff ? ARABIC : 0;
    memcpy(self->sounds + self->used, told->sounds + told->sound_at[at], size);
    self->used += size;
    return 0;
}

/* Find room for the lines of some consonants by the sum of these, and mark it in the sieve. */
static void add_slot(Names *self, const char *bones, uint32_t size, uint32_t first)
{
    uint32_t sum = scattered(sum_of(bones, size)), at = sum & self->mask;
    while (self->slots[at].end)
        at = (at + 1) & self->mask;
    self->slots[at] = (struct slot){sum, first, (uint32_t)self->many, size};
    unsigned char *known = &self->sieve[sum & self->sieve_mask];
    for (uint32_t line = first; line < self->many; line++) {
        unsigned char grade = self->lines[line].grade;
        grade += grade < 255;
        *known = grade > *known ? grade : *known;
    }
}

/* The lines side by side that have the same consonants, and the tables by which these are found. */
static int add_places(Names *self, const struct told *told)
{
    PyObject *bones, *found;
    Py_ssize_t at = 0, letters = 0;
    uint32_t slots = 64;
    while (PyDict_Next(self->places, &at, &bones, NULL))
        letters += PyUnicode_Check(bones) ? PyUnicode_GET_LENGTH(bones) : 0;
    at = 0;
    while (slots < 2 * PyDict_GET_SIZE(self->places))
        slots *= 2;
    self->mask = slots - 1;
    self->sieve_mask = 2 * slots - 1;
    self->lines = PyMem_Malloc(self->count * sizeof(struct line));
    self->sounds = PyMem_Malloc(told->sound_at[self->count] + letters);
    self->slots = PyMem_Calloc(slots, sizeof(struct slot));
    self->sieve = PyMem_Calloc(2 * slots, 1);
    if (!self->lines || !self->sounds || !self->slots || !self->sieve) {
        PyErr_NoMemory();
        return -1;
    }
    while (PyDict_Next(self->places, &at, &bones, &found)) {
        if (!PyUnicode_Check(bones) || !PyUnicode_IS_ASCII(bones)) {
            PyErr_SetString(PyExc_ValueError, "consonants in ASCII");
            return -1;
        }
        uint32_t size = (uint32_t)PyUnicode_GET_LENGTH(bones), first = (uint32_t)self->many;
        Py_ssize_t many = PyTuple_Check(found) ? PyTuple_GET_SIZE(found) : 1;
        memcpy(self->sounds + self->used, PyUnicode_DATA(bones), size);
        self->used += size;
        for (Py_ssize_t one = 0; one < many; one++)
            if (add_line(self, PyTuple_Check(found) ? PyTuple_GET_ITEM(found, one) : found, told) < 0)
                return -1;
        if (self->many > first)
            add_slot(self, PyUnicode_DATA(bones), size, first);
    }
    return 0;
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
    self->places = Py_NewRef(places);
    self->name_at = lines_of(names, count);
    uint32_t *sound_at = self->name_at ? lines_of(sounds, count) : NULL;
    struct told told = {sound_at, PyUnicode_1BYTE_DATA(sounds), PyBytes_AS_STRING(heard), PyBytes_AS_STRING(grades),
                        PyBytes_AS_STRING(shapes)};
    if (!sound_at || add_places(self, &told) < 0)
        Py_CLEAR(self);
    PyMem_Free(sound_at);
    return (PyObject *)self;
}

static void names_dealloc(Names *self)
{
    Py_XDECREF(self->names);
    Py_XDECREF(self->places);
    void *made[] = {self->name_at, self->lines, self->sounds, self->slots, self->sieve};
    for (size_t at = 0; at < sizeof made / sizeof *made; at++)
        PyMem_Free(made[at]);
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
    if (PyType_Ready(&NamesType) < 0 || PyType_Ready(&RespellerType) < 0 || PyType_Ready(&HearerType) < 0 ||
        PyType_Ready(&OddsType) < 0)
        return NULL;
    PyObject *module = PyModule_Create(&definition);
    if (module && (PyModule_AddIntConstant(module, "FORMAT", FORMAT) < 0 ||
                   PyModule_AddObjectRef(module, "Names", (PyObject *)&NamesType) < 0 ||
                   PyModule_AddObjectRef(module, "Respeller", (PyObject *)&RespellerType) < 0 ||
                   PyModule_AddObjectRef(module, "Hearer", (PyObject *)&HearerType) < 0 ||
                   PyModule_AddObjectRef(module, "Odds", (PyObject *)&OddsType) < 0)) {
        Py_DECREF(module);
        return NULL;
    }
    return module;
}
