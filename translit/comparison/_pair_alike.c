/* How two words relate: alike.py's said(), in two steps; `rough` tells what costs little, `finish` the rest. */
#include "_pair.h"

/* _is_stem(): whether the second of two surnames sounds as the first with an ending. */
static int is_stem(Word *one, Word *two)
{
    Py_ssize_t stem = PyUnicode_GET_LENGTH(one->key), whole = PyUnicode_GET_LENGTH(two->key), end = PyUnicode_GET_LENGTH(two->ending);
    if (PyUnicode_GET_LENGTH(two->native) - PyUnicode_GET_LENGTH(one->native) < ENDED)
        return 0;
    return stem && end && whole == stem + end && PyUnicode_Tailmatch(two->key, one->key, 0, whole, -1) == 1 &&
           PyUnicode_Tailmatch(two->key, two->ending, 0, whole, 1) == 1;
}

/* Whether a set holds one of some things: a set or a tuple; -1 with an error. */
int share(PyObject *set, PyObject *things)
{
    if (!PySet_GET_SIZE(set))
        return 0;
    if (PyTuple_Check(things)) {
        for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(things); at++) {
            int found = PySet_Contains(set, PyTuple_GET_ITEM(things, at));
            if (found)
                return found;
        }
        return 0;
    }
    if (!PySet_GET_SIZE(things))
        return 0;
    PyObject *thing, *each = PyObject_GetIter(things);
    int found = each ? 0 : -1;
    while (!found && (thing = PyIter_Next(each))) {
        found = PySet_Contains(set, thing);
        Py_DECREF(thing);
    }
    Py_XDECREF(each);
    return PyErr_Occurred() ? -1 : found;
}

/* Whether a word that no row knows is surely heard as one that rows keep apart from the other. */
static int heard_apart(Judge *self, Word *a, Word *b)
{
    if (self->other)
        return 0;
    Word *sides[] = {a, b};
    for (int at = 0; at < 2; at++) {
        Word *known = sides[at], *unknown = sides[1 - at];
        if (!PySet_GET_SIZE(known->never) || unknown->row != Py_None)
            continue;
        if (read_back(self, unknown) < 0)
            return -1;
        int among = PySet_Contains(known->never, unknown->meant->best);
        if (among < 0 || (among && share_of(unknown, unknown->meant->best) > SURE_READING))
            return among;
    }
    return 0;
}

/* _is_either(): whether a spelling of an Arabic name may be read as the other of two that rows keep apart. */
static int is_either(Judge *self, Word *a, Word *b)
{
    if (!self->arabic || a->own == b->own || same(a->native, b->native))
        return 0;
    if (read_back(self, a) < 0 || read_back(self, b) < 0)
        return -1;
    double common = shared(a, b);
    return common < 0.0 ? -1 : common > EITHER;
}

/* Two given names that one table has just so, and more than a spelling apart. */
int two_called(Judge *self, Word *a, Word *b)
{
    double slipped;
    if (!PyUnicode_GET_LENGTH(a->called) || !same(a->called, b->called) || same(a->native, b->native))
        return 0;
    return ask_number(self, SLIPS, a->native, b->native, &slipped) < 0 ? -1 : slipped > 0.0;
}

static int told(Cell *cell, double far, double like, enum relation relation, enum reason reason)
{
    cell->far = far;
    cell->like = like;
    cell->relation = (char)relation;
    cell->reason = (char)reason;
    cell->state = DONE;
    return 0;
}

/* The men's form of a word's family, asked once. */
static int asked_men(Judge *self, Word *word)
{
    if (word->men)
        return 0;
    PyObject *found = ask(self, MEN, word->core, NULL);
    int done = found && PyTuple_Check(found) && PyTuple_GET_SIZE(found) == 2;
    if (found && !done)
        PyErr_SetString(PyExc_TypeError, "whether a man bears it, and the key of what he bears");
    if (done && !word->men) {
        word->man = PyTuple_GET_ITEM(found, 0) == Py_True;
        word->men = Py_NewRef(PyTuple_GET_ITEM(found, 1));
    }
    Py_XDECREF(found);
    return done ? 0 : -1;
}

/* Whether a word in other letters than its own is spelt as a form of another. */
static int is_form(const Word *word, const Word *other)
{
    for (Py_ssize_t at = 0; !word->own && at < PyTuple_GET_SIZE(other->forms); at++)
        if (same(word->core, PyTuple_GET_ITEM(other->forms, at)))
            return 1;
    return 0;
}

/* is_in_english(): whether two words have one English form, or one is spelt as the other's is. */
static int in_english(const Word *a, const Word *b)
{
    return same(a->canonical, b->canonical) || is_form(a, b) || is_form(b, a);
}

/* How two words relate, or as much of it as tells how near they can be: `far` is never more than in the end. */
int rough(Judge *self, const Token *left, const Token *right, Cell *cell)
{
    Word *a = left->word, *b = right->word;
    int found;
    memset(cell, 0, sizeof *cell);
    if (self->russian && left->role == SURNAME && right->role == SURNAME) {
        if (asked_men(self, a) < 0 || asked_men(self, b) < 0)
            return -1;
        if (a->man != b->man && same(a->men, b->men))
            return told(cell, FAR, -CERTAIN, CONTRADICTS, GENDERS);
    }
    if (self->russian && a->initial && b->initial && left->role != right->role && left->role != NO_ROLE && right->role != NO_ROLE)
        return told(cell, FAR, -CERTAIN / 2, CONTRADICTS, LETTER);
    if (same(a->core, b->core)) {
        if (!PyUnicode_IS_ASCII(a->spelt) && !PyUnicode_IS_ASCII(b->spelt) && !same(a->spelt, b->spelt)) {
            if ((found = ask_truth(self, LENGTHS_APART, a->spelt, b->spelt)) < 0)
                return -1;
            if (found)
                return told(cell, FAR, -CERTAIN, CONTRADICTS, LENGTHS);
        }
        return told(cell, 0.0, CERTAIN, EQUAL, SAME);
    }
    if (a->initial || b->initial) {
        if ((found = ask_truth(self, FITS, (PyObject *)a, (PyObject *)b)) < 0)
            return -1;
        return told(cell, found ? 0.2 : FAR, 0.0, found ? INITIAL : CONTRADICTS, LETTER);
    }
    if (a->generic && b->generic) {
        if ((found = ask_truth(self, ONE_GENERIC, (PyObject *)a, (PyObject *)b)) < 0)
            return -1;
        if (found)
            return told(cell, 0.05, KNOWN, EQUIVALENT, GENERICS);
    }
    if ((found = share(a->names, b->names)) < 0)
        return -1;
    cell->kin = (char)found;
    cell->apart = !found && (PySet_GET_SIZE(a->never) || PySet_GET_SIZE(b->never)) &&
                  !((a->own || b->own) && same(a->native, b->native));
    if (cell->apart && (found = share(a->never, b->forms)) != 0) {
        int either = found < 0 ? -1 : is_either(self, a, b);
        if (either <= 0)
            return either < 0 ? -1 : told(cell, FAR, -CERTAIN, CONTRADICTS, ROWS);
    }
    if (!cell->kin && a->usual && b->usual && (found = two_called(self, a, b)) != 0)
        return found < 0 ? -1 : told(cell, FAR, -CERTAIN, CONTRADICTS, ROWS);
    cell->alike = (char)same(a->key, b->key);
    if (measure(self, a, b, cell) < 0)
        return -1;
    int natives = PyUnicode_GET_LENGTH(a->native) > 0, others = PyUnicode_GET_LENGTH(b->native) > 0;
    if (natives && same(a->native, b->native))
        cell->one = READ_ONE;
    else if (!self->other && (!(a->own && b->own) || (!natives && !others)) && in_english(a, b))
        cell->one = ONE_FORM;
    cell->state = ROUGH;
    if (cell->kin) {
        if ((found = PyObject_RichCompareBool(a->row, b->row, Py_EQ)) < 0)
            return -1;
        cell->reason = found ? ONE_ROW : KIN;
        double most = found ? 0.05 : 0.15;
        cell->far = cell->far < most ? cell->far : most;
    } else if (cell->one)
        cell->far = cell->far < NEAR ? cell->far : NEAR;
    else if (!same(a->ending, b->ending) &&
             ((PyUnicode_GET_LENGTH(a->ending) && PyUnicode_GET_LENGTH(b->ending)) || is_stem(a, b) || is_stem(b, a))) {
        cell->reason = ENDINGS;
        cell->far = cell->far > NEAR ? cell->far : NEAR;
    }
    return 0;
}

/* Whether a word can be read as one of some forms. */
static int may_be(const Word *word, PyObject *forms)
{
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(forms); at++) {
        int found = PyDict_Contains(word->meant->forms, PyTuple_GET_ITEM(forms, at));
        if (found)
            return found;
    }
    return 0;
}

/* are_two_rows(): whether rows know two words as two Arabic names. */
int two_rows(const Word *a, const Word *b)
{
    if (a->row == Py_None || b->row == Py_None || same(a->native, b->native))
        return 0;
    return PyUnicode_GET_LENGTH(a->native) && PyUnicode_READ_CHAR(a->native, 0) > ARABIC &&
           PyUnicode_GET_LENGTH(b->native) && PyUnicode_READ_CHAR(b->native, 0) > ARABIC;
}

/* are_other_rows(): whether rows know two words, which have been read back, as names of other consonants. */
int other_rows(Judge *self, const Word *a, const Word *b)
{
    if (!two_rows(a, b))
        return 0;
    int found = may_be(a, b->forms);
    if (!found)
        found = may_be(b, a->forms);
    double slips = 0.0;
    if (found || ask_number(self, SLIPS, a->native, b->native, &slips) < 0)
        return found > 0 ? 0 : -1;
    return slips > 0.0;
}

/* Whether two words that have been read back have no reading in common; -1 with an error. */
static int are_disjoint(const Word *a, const Word *b)
{
    PyObject *form, *part;
    Py_ssize_t at = 0;
    while (PyDict_Next(a->meant->forms, &at, &form, &part)) {
        int found = PyDict_Contains(b->meant->forms, form);
        if (found)
            return found < 0 ? -1 : 0;
    }
    return 1;
}

/* are_unread(): whether neither of two Arabic words is read as what the other may be, nor has its letters. */
int unread(Judge *self, Word *a, Word *b)
{
    if (read_back(self, a) < 0 || read_back(self, b) < 0)
        return -1;
    int found = are_disjoint(a, b), own = a->own && b->own;
    double slips = 0.0;
    if (found <= 0 || ask_number(self, own ? PENNED : SLIPS, a->native, b->native, &slips) < 0)
        return found <= 0 ? found : -1;
    return own ? slips >= ARAB_SLIP : slips > 0.0;
}

/* two_known(): two known names, none of which can be read as the other. */
int two_known(Judge *self, Word *a, Word *b)
{
    if (same(a->native, b->native) || (!(a->own && b->own) && in_english(a, b)))
        return 0;
    if (read_back(self, a) < 0 || read_back(self, b) < 0)
        return -1;
    if (!a->meant->known || !b->meant->known)
        return self->arabic ? other_rows(self, a, b) : 0;
    int found = are_disjoint(a, b);
    return found || !self->arabic ? found : other_rows(self, a, b);
}

/* two_families(): two such that are no spellings of one. */
static int families(Judge *self, Word *a, Word *b, const Cell *cell)
{
    if (cell->relation != VARIANT && (cell->reason != LETTERS || cell->like <= -CERTAIN / 2))
        return 0;
    int found = two_known(self, a, b);
    if (found <= 0 || (a->own && b->own))
        return found;
    double slips = 0.0;
    if (self->russian && ask_number(self, SLIPS, a->meant->best, b->meant->best, &slips) < 0)
        return -1;
    return self->russian && slips > 0.0 && (cell->far >= NEAR || (share_of(a, a->meant->best) > SURE_READING &&
                                                   share_of(b, b->meant->best) > SURE_READING));
}

/* How two words relate, to the end of said() and what pairing.py adds. */
int finish(Judge *self, const Token *left, const Token *right, Cell *cell)
{
    Word *a = left->word, *b = right->word;
    int found = 0;
    if (cell->pending) {
        int ordered = PyUnicode_Compare(a->core, b->core) < 0;
        double like;
        if (weigh_evidence(self, ordered ? a : b, ordered ? b : a, cell->raw, cell->alike, &like) < 0)
            return -1;
        cell->like = within(like);
    }
    int kindred = 0;
    if (self->russian && a->local && b->local && (cell->alike || !unlike(a, b))) {
        double like;
        if (ask_number(self, COGNATE, a->core, b->core, &like) < 0)
            return -1;
        kindred = like > cell->like;
        cell->like = kindred ? like : cell->like;
    }
    double far = cell->far, like = cell->like;
    int hopeless = !cell->one && !cell->alike && far >= FAR && like <= -CERTAIN;
    if (cell->apart && !hopeless && (found = heard_apart(self, a, b)) != 0)
        return found < 0 ? -1 : told(cell, FAR, -CERTAIN, CONTRADICTS, ROWS);
    if (cell->kin)
        told(cell, far, like > KNOWN ? like : KNOWN, cell->reason == ONE_ROW ? VARIANT : EQUIVALENT, cell->reason);
    else if (cell->one)
        told(cell, far, like > NATIVE ? like : NATIVE, VARIANT, cell->one);
    else if (cell->reason == ENDINGS)
        told(cell, far, like < -KNOWN ? like : -KNOWN, CONTRADICTS, ENDINGS);
    else if (cell->alike && PyUnicode_GET_LENGTH(a->key) && !(a->own && b->own && like <= -SLIPPED) &&
             !(self->arabic && a->local && b->local && like <= -CLEARED) &&
             !(a->row != Py_None && b->row != Py_None))
        told(cell, far, like > SOUND ? like : SOUND, VARIANT, ONE_SOUND);
    else
        told(cell, far, like, like >= LIKELY ? VARIANT : CONTRADICTS, kindred && like >= LIKELY ? COGNATES : LETTERS);
    int may = self->arabic || (self->russian && left->role == SURNAME && right->role == SURNAME);
    if (may && (found = families(self, a, b, cell)) != 0)
        return found < 0 ? -1 : told(cell, FAR, -CERTAIN / 2, CONTRADICTS, FAMILIES);
    return 0;
}
