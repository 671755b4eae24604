/* The search of the names of an index for those that sound like a text (searching.py). */
#include "_atlas.h"
#include <math.h>
#include <string.h>

#define LIGHTEST 5.0 /* as in indexing.py */
#define GRADE 16.0
#define GREAT 12.0 /* as in misspelling.py */
#define SOUNDS 5   /* numbers of sounds that may differ, none among them */

/* What is asked of a name, and the lines that answer it. */
typedef struct {
    const Names *names;
    unsigned char text[ROOM]; /* the sounds that are asked for */
    const unsigned char *one; /* for each of 128 letters the one it is not told apart from; or NULL */
    int size, asking, arabic, most, unvowelled;
    const double *odds, *against; /* as in threshold.py; NULL: whatever a place weighs */
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
    if (!(line->heard & IN_ARABIC) == !search->arabic) {
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
PyObject *names_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *named)
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
