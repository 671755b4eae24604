/* The words of a text, each with its place and the article before it: `_parsed` and `_joined` of parts.py. */
#include "_units.h"

enum { AL, NONE, WORDS };
static const char *const word_texts[WORDS] = {"al", ""};
static PyObject *words[WORDS];

static int is(PyObject *text, int word)
{
    return is_word(text, words[word]);
}

int make_words(void)
{
    for (int at = 0; at < WORDS; at++)
        if (!words[at] && !(words[at] = PyUnicode_InternFromString(word_texts[at])))
            return -1;
    return 0;
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

/* The words of a text, each with its place; is one odd, may a title begin or end it? */
PyObject *cut(const Cutter *self, PyObject *text, int *odd, int *titled)
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
PyObject *joined(const Cutter *self, PyObject *text, PyObject *items)
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
