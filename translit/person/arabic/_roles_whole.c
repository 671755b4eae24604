/* The parts of an Arabic name put together (together.py). */
#include "_roles.h"

/* The Reading of one part of a text: `_part_reading` of together.py. */
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

void forget(Whole *whole)
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
int assembled(const Teller *self, const Roles *roles, PyObject *text, Whole *whole)
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
