/* The vowels that a Latin spelling tells of: `vowelled_as` of latin.py. */
#include "_vowels.h"

/* Of the signs that a letter may bear, those that its spelling allows; all where it allows none. */
static int allowed(const Speller *self, Choices signs, Mark mark, uint8_t *kept)
{
    int count = 0, fit = 0;
    for (Py_ssize_t one = 0; one < signs.count; one++) {
        uint8_t sign = signs.signs[one], body = self->bodies[sign];
        int is_kept = mark.vowels == ANY ? 1
                      : mark.vowels == LENGTH ? !body || self->unwritten[sign]
                      : !mark.vowels || mark.vowels == GLIDE ? !body || (mark.vowels && self->short_i[sign])
                                                             : body & mark.vowels & ~OTHER;
        if (is_kept)
            kept[count++] = sign;
    }
    for (int one = 0; mark.doubled != EITHER && one < count; one++)
        fit += self->shadda[kept[one]] == (mark.doubled == TWICE);
    for (int one = 0, all = count; fit && one < all; one++) {
        count = one ? count : 0;
        if (self->shadda[kept[one]] == (mark.doubled == TWICE))
            kept[count++] = kept[one];
    }
    int doubled = 0;
    for (int one = 0; mark.doubled == TWICE && !fit && one < count; one++) /* never seen so: Takkoush */
        if (self->twice[kept[one]] != NEVER)
            kept[doubled++] = self->twice[kept[one]];
    if (doubled)
        count = doubled;
    if (!count)
        memcpy(kept, signs.signs, (size_t)(count = (int)signs.count));
    return count;
}

/* What a letter of a word may bear, by what its spelling says of it and of those beside it. */
static Mark borne(const Laid *laid, const Py_UCS2 *asked, int at, const Mark *marks)
{
    Mark mark = marks[at];
    if (!mark.vowels && !at)
        mark.vowels = ANY;
    else if (!mark.vowels && asked[at + 1] == YEH && marks[at + 1].vowels != LENGTH)
        mark.vowels = GLIDE; /* Sofyan */
    else if (mark.vowels == (A | I) && at == laid->last - 1 && at && asked[at - 1] == ALEF)
        mark.vowels = I; /* Saleh */
    if (mark.doubled == ONCE && at == 1 && laid->last >= 2 && (asked[2] == ALEF || asked[2] == WAW) &&
        marks[2].vowels == LENGTH)
        mark.doubled = EITHER;
    return mark;
}

/* A word with the harakat that its signs stand for. */
static PyObject *signed_word(const Speller *self, const Word *word, const uint8_t *path)
{
    Py_UCS2 written[ROOM * 8];
    Py_ssize_t size = 0;
    for (int at = 0; at < word->size; at++) {
        Py_UCS2 letter = word->word[at];
        PyObject *text = PyTuple_GET_ITEM(self->texts, path[at]);
        int bare = 0;
        if (self->hamza[path[at]]) {
            PyObject *name = PyTuple_GET_ITEM(self->field->names, path[at]);
            Py_UCS4 vowel = PyUnicode_GET_LENGTH(name) == 2 ? PyUnicode_READ_CHAR(name, 1) : 0;
            letter = !at && vowel == 'i' ? BELOW
                     : vowel == 'A'      ? MADDA
                     : letter == ALEF    ? ABOVE
                     : letter == WAW     ? ON_WAW
                     : letter == YEH || letter == MAQSURA ? ON_YEH
                                                          : letter;
            bare = letter == MADDA;
        }
        written[size++] = letter;
        for (Py_ssize_t one = 0; !bare && one < PyUnicode_GET_LENGTH(text); one++)
            written[size++] = (Py_UCS2)PyUnicode_READ_CHAR(text, one);
    }
    return PyUnicode_FromKindAndData(PyUnicode_2BYTE_KIND, written, size);
}

/* The rows of a letter; NULL where it has none. */
static const Ways *ways_of(const Speller *self, Py_UCS4 letter)
{
    for (const Ways *ways = self->ways + 1; ways < self->ways + self->letters; ways++)
        if (ways->letter == letter)
            return ways;
    return NULL;
}

/* The signs that a letter was ever seen with. */
static Choices seen_with(const Speller *self, Py_UCS2 letter)
{
    const Py_UCS2 mark[] = {'=', letter};
    Line line = line_of(self->field, mark, 2);
    if (line.size >= 9)
        return (Choices){line.bytes, line.size / 9};
    return (Choices){self->any, self->short_vowels};
}

/* Make a word and a spelling ready to be laid along each other: 1, or 0 for what is left to Python; -1 with an error. */
static int laid_from(Laid *laid, Word *word, const Speller *self, PyObject *letters, PyObject *spelling)
{
    int size = is_fit(self->field, letters) ? (int)PyUnicode_GET_LENGTH(letters) : 0;
    if (!size || !PyUnicode_IS_ASCII(spelling) || PyUnicode_GET_LENGTH(spelling) > SPELT)
        return 0;
    laid->speller = self;
    laid->spelling = (const char *)PyUnicode_1BYTE_DATA(spelling);
    laid->last = size - 1;
    memset(laid->known, 0, (size_t)size * sizeof *laid->known);
    if (memchr(laid->spelling, 0, (size_t)PyUnicode_GET_LENGTH(spelling)))
        return 0;
    PyObject *asked = PyUnicode_New(size, 0xffff);
    if (!asked)
        return -1;
    Py_UCS2 *seat = PyUnicode_2BYTE_DATA(asked);
    int told = 1;
    for (int at = 0; at < size; at++) {
        Py_UCS4 letter = laid->letters[at] = PyUnicode_READ_CHAR(letters, at);
        laid->ways[at] = ways_of(self, letter);
        seat[at] = letter > 0xffff ? 0 : letter == MAQSURA && at < size - 1 ? YEH : (Py_UCS2)letter;
        told = told && seat[at];
    }
    if (told)
        word_from(word, self->field, asked);
    Py_DECREF(asked);
    return told;
}

/* What the cheapest way through a word and its spelling says of each letter. */
static void marks_of(const Laid *laid, Mark *marks)
{
    for (int at = 0, spelt = 0; at <= laid->last;) {
        const Way_on *on = &laid->on[at][spelt];
        marks[at] = on->mark;
        if (on->wide == 2)
            marks[at + 1] = (Mark){ONCE, LENGTH};
        at += on->wide;
        spelt = on->end;
    }
}

/* speller(letters, spelling): the word with its vowels; None where the spelling is none of it, NotImplemented for
 * what is left to Python. */
static PyObject *speller_call(Speller *self, PyObject *args, PyObject *named)
{
    PyObject *letters, *spelling;
    if (!PyArg_ParseTuple(args, "UU", &letters, &spelling))
        return NULL;
    Laid laid;
    Word word;
    int told = laid_from(&laid, &word, self, letters, spelling);
    if (told < 0)
        return NULL;
    if (!told)
        Py_RETURN_NOTIMPLEMENTED;
    if (way_on(&laid, 0, 0) < 0)
        Py_RETURN_NONE;
    Mark marks[ROOM];
    marks_of(&laid, marks);
    uint8_t kept[ROOM][KINDS], path[ROOM];
    Choices choices[ROOM];
    for (int at = 0; at < word.size; at++) {
        choices[at].signs = kept[at];
        choices[at].count =
            allowed(self, seen_with(self, word.word[at]), borne(&laid, word.word, at, marks), kept[at]);
    }
    likeliest(&word, choices, path);
    return signed_word(self, &word, path);
}

/* speller.likeliest(word): a word with its likeliest vowels, whatever its spelling; NotImplemented for what is left
 * to Python. */
static PyObject *speller_likeliest(Speller *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a word");
    Word word;
    Choices choices[ROOM];
    uint8_t path[ROOM];
    if (!is_fit(self->field, text) || !word_from(&word, self->field, text))
        Py_RETURN_NOTIMPLEMENTED;
    for (int at = 0; at < word.size; at++)
        choices[at] = seen_with(self, word.word[at]);
    likeliest(&word, choices, path);
    return signed_word(self, &word, path);
}

static uint8_t bits_of(PyObject *vowels)
{
    uint8_t bits = 0;
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(vowels); at++) {
        Py_UCS4 vowel = PyUnicode_READ_CHAR(vowels, at);
        bits |= vowel == 'a' ? A : vowel == 'i' ? I : vowel == 'u' ? U : OTHER;
    }
    return bits;
}

/* Put the rows of a list into the ways of their letters: (letter, spelling, cost, doubled or vowels). */
static int ways_read(Speller *self, PyObject *rows, int vowels)
{
    for (int pass = 0; pass < 2; pass++) /* spellings of no letters come last */
        for (Py_ssize_t at = 0; at < PyList_GET_SIZE(rows); at++) {
            PyObject *letter, *spelling, *told;
            Way way = {{0}, 0, EITHER, 0, 0};
            if (!PyArg_ParseTuple(PyList_GET_ITEM(rows, at), "UUdO", &letter, &spelling, &way.cost, &told))
                return -1;
            Py_ssize_t size = PyUnicode_GET_LENGTH(spelling);
            if (!PyUnicode_IS_ASCII(spelling) || size > PIECE || PyUnicode_GET_LENGTH(letter) > 1)
                return PyErr_SetString(PyExc_ValueError, "a letter, and a spelling of few"), -1;
            if ((size == 0) != (pass == 1) || (vowels && !size))
                continue;
            memcpy(way.written, PyUnicode_1BYTE_DATA(spelling), (size_t)size);
            way.size = (uint8_t)size;
            if (vowels && PyUnicode_Check(told))
                way.vowels = bits_of(told);
            else if (told != Py_None)
                way.doubled = told == Py_True ? TWICE : ONCE;
            Py_UCS4 of = PyUnicode_GET_LENGTH(letter) ? PyUnicode_READ_CHAR(letter, 0) : 0;
            Ways *ways = of ? (Ways *)ways_of(self, of) : self->ways;
            if (!ways) {
                Ways *more = PyMem_Realloc(self->ways, (size_t)(self->letters + 1) * sizeof *more);
                if (!more)
                    return PyErr_NoMemory(), -1;
                self->ways = more;
                ways = more + self->letters++;
                *ways = (Ways){of, NULL, NULL, 0, 0};
            }
            Way **to = vowels ? &ways->vowels : &ways->consonants;
            int *count = vowels ? &ways->more : &ways->many;
            Way *wider = PyMem_Realloc(*to, (size_t)(*count + 1) * sizeof way);
            if (!wider)
                return PyErr_NoMemory(), -1;
            *to = wider;
            wider[(*count)++] = way;
        }
    return 0;
}

static void speller_dealloc(Speller *self)
{
    for (Ways *ways = self->ways; ways && ways < self->ways + self->letters; ways++) {
        PyMem_Free(ways->consonants);
        PyMem_Free(ways->vowels);
    }
    PyMem_Free(self->ways);
    Py_XDECREF(self->field);
    Py_XDECREF(self->texts);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* The number of a sign with a shadda; NEVER where there is none. */
static uint8_t doubled_of(const Field *field, const char *name)
{
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(field->names); at++) {
        const char *other = PyUnicode_AsUTF8(PyTuple_GET_ITEM(field->names, at));
        if (other && other[0] == '~' && !strcmp(other + 1, name))
            return (uint8_t)at;
    }
    return NEVER;
}

/* What each sign is, by its name. */
static int signs_read(Speller *self)
{
    static const char *const plain[] = {"", "a", "i", "u"};
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(self->field->names); at++) {
        Py_ssize_t size;
        const char *name = PyUnicode_AsUTF8AndSize(PyTuple_GET_ITEM(self->field->names, at), &size);
        PyObject *text = PyTuple_GET_ITEM(self->texts, at);
        if (!name || !PyUnicode_Check(text) || PyUnicode_GET_LENGTH(text) > 6)
            return PyErr_Occurred() ? -1 : (PyErr_SetString(PyExc_ValueError, "harakat"), -1);
        const char *body = name + strspn(name, "'~");
        self->hamza[at] = name[0] == '\'';
        self->shadda[at] = strchr(name, '~') != NULL;
        self->twice[at] = doubled_of(self->field, name);
        self->unwritten[at] = !strcmp(body, "A");
        self->short_i[at] = !strcmp(name, "i");
        self->bodies[at] = !*body ? 0 : strchr("aA", *body) ? A : strchr("iI", *body) ? I : strchr("uU", *body) ? U : OTHER;
    }
    for (size_t one = 0; one < sizeof plain / sizeof *plain; one++)
        for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(self->field->names); at++)
            if (PyUnicode_CompareWithASCIIString(PyTuple_GET_ITEM(self->field->names, at), plain[one]) == 0)
                self->any[self->short_vowels++] = (uint8_t)at;
    return 0;
}

/* Speller(field, consonants, vowels, texts): the rows of the table are lists of letter, spelling, cost, and whether
 * the letter is doubled or which vowels are meant; the texts are the harakat of the signs. */
static PyObject *speller_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *field, *consonants, *vowels, *texts;
    if (!PyArg_ParseTuple(args, "O!O!O!O!", &FieldType, &field, &PyList_Type, &consonants, &PyList_Type, &vowels,
                          &PyTuple_Type, &texts))
        return NULL;
    Py_ssize_t signs = PyTuple_GET_SIZE(((Field *)field)->names);
    if (signs > MANY || PyTuple_GET_SIZE(texts) != signs)
        return PyErr_Format(PyExc_ValueError, "harakat for each sign");
    Speller *self = (Speller *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->field = (Field *)Py_NewRef(field);
    self->texts = Py_NewRef(texts);
    self->ways = PyMem_Calloc(1, sizeof *self->ways);
    self->letters = 1;
    if (!self->ways || signs_read(self) < 0 || ways_read(self, consonants, 0) < 0 || ways_read(self, vowels, 1) < 0) {
        if (!PyErr_Occurred())
            PyErr_NoMemory();
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static PyMethodDef speller_methods[] = {
    {"likeliest", (PyCFunction)speller_likeliest, METH_O, "A word with its likeliest vowels."}, {NULL, NULL, 0, NULL}};

PyTypeObject SpellerType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.vocalise._vowels.Speller",
    .tp_basicsize = sizeof(Speller),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = speller_new,
    .tp_dealloc = (destructor)speller_dealloc,
    .tp_call = (ternaryfunc)speller_call,
    .tp_methods = speller_methods,
    .tp_doc = "Speller(field, consonants, vowels, texts): words with the vowels that a Latin spelling tells of.",
};
