/* How far two words are apart, and the odds that they are one name: odds.py's measured(), with what is asked of
 * Python for it. */
#include "_pair.h"

/* What a word is read as, asked once; what another thread was told meanwhile stays, since it is in use. */
int read_back(Judge *self, Word *word)
{
    if (word->meant)
        return 0;
    PyObject *found = ask(self, MEANT, word->spelt, self->language);
    if (found && !Py_IS_TYPE(found, &MeantType)) {
        PyErr_SetString(PyExc_TypeError, "what a word means");
        Py_CLEAR(found);
    }
    if (!found)
        return -1;
    if (word->meant)
        Py_DECREF(found);
    else
        word->meant = (Meant *)found;
    return 0;
}

/* The share of one reading of a word; 0 where it is none, below 0 with an error. */
double share_of(const Word *word, PyObject *form)
{
    PyObject *found = PyDict_GetItemWithError(word->meant->forms, form);
    return found ? PyFloat_AsDouble(found) : PyErr_Occurred() ? -1.0 : 0.0;
}

/* How much of what two words can be is the same; below 0 with an error. */
double shared(Word *one, Word *two)
{
    double sum = 0.0;
    PyObject *form, *part;
    Py_ssize_t at = 0;
    while (PyDict_Next(one->meant->forms, &at, &form, &part)) {
        double other = share_of(two, form);
        if (other < 0.0)
            return -1.0;
        if (other > 0.0)
            sum += sqrt(PyFloat_AsDouble(part) * other);
    }
    return sum;
}

static int nisba(Word *word)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(word->core);
    Py_UCS4 last = size ? PyUnicode_READ_CHAR(word->core, size - 1) : 0;
    return last == 'i' || last == 'y' || last == 0x438 || last == 0x439 || last == 0x456 || last == 0x64a;
}

static int vowels_apart(Judge *self, Word *one, Word *two, double *least)
{
    int found = 0;
    *least = 0.0;
    for (Py_ssize_t x = 0; x < PyTuple_GET_SIZE(one->meant->patterns); x++)
        for (Py_ssize_t y = 0; y < PyTuple_GET_SIZE(two->meant->patterns); y++) {
            double cost;
            if (ask_number(self, VOWELS_APART, PyTuple_GET_ITEM(one->meant->patterns, x), PyTuple_GET_ITEM(two->meant->patterns, y), &cost) < 0)
                return -1;
            if (!found || cost < *least)
                *least = cost;
            found = 1;
        }
    return 0;
}

/* The weighed evidence that two words, in the order of their letters, are one name. */
int weigh_evidence(Judge *self, Word *a, Word *b, double far, int keyed, double *like)
{
    if (b->own) {
        Word *first = a;
        a = b;
        b = first;
    }
    double vowels;
    if (read_back(self, a) < 0 || read_back(self, b) < 0 || vowels_apart(self, a, b, &vowels) < 0)
        return -1;
    double common = shared(a, b);
    if (common < 0.0)
        return -1;
    int ours = a->meant->known, theirs = b->meant->known, other = a->own ? theirs : ours != theirs;
    int alone = !same(a->meant->best, b->meant->best);
    double traits[TRAITS] = {
        1.0, far - NEAR > 0.0 ? far - NEAR : 0.0, keyed,
        log((double)(PyUnicode_GET_LENGTH(a->symbols) + PyUnicode_GET_LENGTH(b->symbols) + 1)),
        common, log(common + LEAST), ours && !alone, ours && theirs && alone, a->own, a->own && ours,
        alone && other, nisba(a) != nisba(b), vowels < VOWELS ? vowels : VOWELS};
    double sum = 0.0;
    for (int at = 0; at < TRAITS; at++)
        sum += self->traits[at] * traits[at];
    *like = sum;
    return 0;
}

double within(double like)
{
    return like > CERTAIN ? CERTAIN : like < -CERTAIN ? -CERTAIN : like;
}

/* _measured(), without the evidence that asks for what the words are read as. */
int measure(Judge *self, Word *a, Word *b, Cell *cell)
{
    int ordered = PyUnicode_Compare(a->core, b->core) < 0;
    Word *one = ordered ? a : b, *two = ordered ? b : a;
    if (self->other) {
        if (ask_number(self, GENERIC, one->core, two->core, &cell->far) < 0)
            return -1;
        cell->like = CERTAIN * (1 - cell->far / NEAR);
        return 0;
    }
    cell->far = FAR;
    cell->like = -CERTAIN;
    double far;
    if (!cell->alike && unlike(one, two))
        return 0;
    if (ask_number(self, DISTANCE, one->symbols, two->symbols, &far) < 0)
        return -1;
    int clear = far < CLEAR && cell->alike && self->russian, own = one->own && two->own;
    if (self->weighed && !clear && !own) {
        if (far > HOPELESS && !cell->alike)
            return 0;
        cell->pending = 1;
        cell->raw = far;
    } else {
        double capped = far < UNMEASURED ? far : UNMEASURED;
        double size = (double)(PyUnicode_GET_LENGTH(one->symbols) + PyUnicode_GET_LENGTH(two->symbols));
        double traits[5] = {1.0, capped, sqrt(capped), cell->alike, log(size + 1)}, like = 0.0;
        for (int at = 0; at < 5; at++)
            like += self->odds[at] * traits[at];
        if (own && like > -CERTAIN) {
            double penned;
            if (ask_number(self, PENNED, one->spelt, two->spelt, &penned) < 0)
                return -1;
            if (-penned < like)
                like = -penned;
        }
        cell->like = within(like);
    }
    cell->far = far < FAR ? far : FAR;
    return 0;
}
