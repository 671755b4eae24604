/* The likeliest vowels of a word (vowels.py), and those that a Latin spelling tells of (latin.py), for machines
 * with a compiler: what `Field.likeliest` and `vowelled_as` do in Python; tests/test_vocalise.py lays the two
 * beside each other. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

#define FORMAT 4 /* as in vowels.py: a module of another source is passed over */
#define ROOM 40  /* letters of the longest word that is read here; longer ones are left to Python */
#define EDGES 3  /* the signs of an edge before a word and after it */
#define KINDS 256
#define MARKS 18 /* that speak for the signs of one letter */
#define LONGEST (ROOM + 4) /* letters of a mark */
#define MANY 32   /* signs of a table that is read here */
#define HOPELESS 5.0

#ifdef __GNUC__
#define FETCH(place) __builtin_prefetch(place)
#else
#define FETCH(place) ((void)(place))
#endif

/* What a mark gives: the numbers of signs, then what each gains. */
typedef struct {
    const uint8_t *bytes; /* NULL for a mark that the table has not */
    Py_ssize_t size;
} Line;

/* The weights of a table as vowels.py packs them: of each mark the number of its letters, these, the number of bytes
 * of its line, the line. Where each begins is told by the slot of its hash. */
typedef struct {
    PyObject_HEAD
    PyObject *names; /* the signs in their order */
    PyObject *packed;
    uint32_t *tags;   /* of the mark in each slot, 0 where there is none: so few that they stay near at hand */
    uint32_t *places; /* where it stands */
    size_t last;      /* the number of the last slot; of all slots together a power of two */
    uint8_t weak[0x10000 / 8], servile[0x10000 / 8];
} Field;

typedef struct {
    const Field *field;
    int size;
    Py_UCS2 word[ROOM], text[ROOM + 2 * EDGES], weak[ROOM], stems[ROOM + 2 * EDGES];
} Word;

typedef struct {
    int count;
    uint8_t signs[KINDS];
    double gains[KINDS]; /* by the number of a sign */
} Row;

typedef struct { /* the numbers of the signs that a letter may bear */
    const uint8_t *signs;
    Py_ssize_t count;
} Choices;

static int set_letters(uint8_t *bits, PyObject *letters)
{
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(letters); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(letters, at);
        if (letter > 0xffff) {
            PyErr_SetString(PyExc_ValueError, "a letter of more than two bytes");
            return -1;
        }
        bits[letter >> 3] |= (uint8_t)(1 << (letter & 7));
    }
    return 0;
}

static int is_in(const uint8_t *bits, Py_UCS2 letter)
{
    return bits[letter >> 3] >> (letter & 7) & 1;
}

static uint64_t hashed(uint64_t hash, Py_UCS4 letter)
{
    hash = (hash ^ letter) * 0x9E3779B97F4A7C15ULL;
    return hash ^ hash >> 29;
}

static uint32_t tag_of(uint64_t hash)
{
    uint32_t tag = (uint32_t)(hash >> 32);
    return tag ? tag : 1;
}

static unsigned short_at(const uint8_t *bytes)
{
    return bytes[0] | (unsigned)bytes[1] << 8;
}

static const uint8_t *place_of(const Field *field, size_t slot)
{
    return (const uint8_t *)PyBytes_AS_STRING(field->packed) + field->places[slot];
}

static int is_mark(const uint8_t *place, const Py_UCS2 *mark, int size)
{
    if (short_at(place) != (unsigned)size)
        return 0;
    for (int at = 0; at < size; at++)
        if (short_at(place + 2 + 2 * at) != mark[at])
            return 0;
    return 1;
}

static uint64_t hash_of(const Py_UCS2 *mark, int size)
{
    uint64_t hash = 0;
    for (int at = 0; at < size; at++)
        hash = hashed(hash, mark[at]);
    return hash;
}

/* The first slot that may be a mark's from a slot on; beyond the last where there is none. */
static size_t slot_of(const Field *field, uint64_t hash, size_t slot)
{
    uint32_t tag = tag_of(hash);
    for (; field->tags[slot]; slot = (slot + 1) & field->last)
        if (field->tags[slot] == tag)
            return slot;
    return field->last + 1;
}

/* What a mark gives; `slot` is the first that may be its own. */
static Line line_at(const Field *field, const Py_UCS2 *mark, int size, uint64_t hash, size_t slot)
{
    for (; slot <= field->last; slot = slot_of(field, hash, (slot + 1) & field->last)) {
        const uint8_t *place = place_of(field, slot);
        if (is_mark(place, mark, size))
            return (Line){place + 4 + 2 * size, (Py_ssize_t)short_at(place + 2 + 2 * size)};
    }
    return (Line){NULL, 0};
}

static Line line_of(const Field *field, const Py_UCS2 *mark, int size)
{
    uint64_t hash = hash_of(mark, size);
    return line_at(field, mark, size, hash, slot_of(field, hash, hash & field->last));
}

/* Put the marks of a table into slots, at most two thirds of which are taken. */
static int fill(Field *self)
{
    const uint8_t *packed = (const uint8_t *)PyBytes_AS_STRING(self->packed);
    size_t size = (size_t)PyBytes_GET_SIZE(self->packed), marks = 0, count = 8;
    for (size_t pass = 0; pass < 2; pass++) { /* how many there are; where each stands */
        for (size_t at = 0; at < size; marks++) {
            size_t letters = at + 2 <= size ? short_at(packed + at) : 0, line = at + 2 + 2 * letters;
            size_t next = line + 2 <= size ? line + 2 + short_at(packed + line) : size + 1;
            if (!letters || letters > LONGEST || next > size || size > UINT32_MAX)
                return PyErr_SetString(PyExc_ValueError, "no marks, each with its line"), -1;
            Py_UCS2 mark[LONGEST];
            for (size_t letter = 0; letter < letters; letter++)
                mark[letter] = (Py_UCS2)short_at(packed + at + 2 + 2 * letter);
            uint64_t hash = hash_of(mark, (int)letters);
            size_t slot = hash & self->last;
            while (pass && self->tags[slot])
                slot = (slot + 1) & self->last;
            if (pass) {
                self->tags[slot] = tag_of(hash);
                self->places[slot] = (uint32_t)at;
            }
            at = next;
        }
        while (count * 2 < marks * 3)
            count *= 2;
        self->last = count - 1;
        if (!pass) {
            self->tags = PyMem_Calloc(count, sizeof *self->tags);
            self->places = PyMem_Calloc(count, sizeof *self->places);
            marks = 0;
        }
        if (!self->tags || !self->places)
            return PyErr_NoMemory(), -1;
    }
    return 0;
}

static void field_dealloc(Field *self)
{
    PyMem_Free(self->tags);
    PyMem_Free(self->places);
    Py_XDECREF(self->names);
    Py_XDECREF(self->packed);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *field_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *packed, *names, *weak, *servile;
    if (!PyArg_ParseTuple(args, "SO!UU", &packed, &PyTuple_Type, &names, &weak, &servile))
        return NULL;
    if (PyTuple_GET_SIZE(names) > KINDS)
        return PyErr_Format(PyExc_ValueError, "too many signs");
    Field *self = (Field *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->names = Py_NewRef(names);
    self->packed = Py_NewRef(packed);
    if (fill(self) < 0 || set_letters(self->weak, weak) < 0 || set_letters(self->servile, servile) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

/* get(mark): the bytes of its line, None where the table has none. */
static PyObject *field_get(Field *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a mark is text");
    Py_UCS2 mark[LONGEST];
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    for (Py_ssize_t at = 0; at < size; at++) {
        if (size > LONGEST || PyUnicode_READ_CHAR(text, at) > 0xffff)
            Py_RETURN_NONE;
        mark[at] = (Py_UCS2)PyUnicode_READ_CHAR(text, at);
    }
    Line line = line_of(self, mark, (int)size);
    if (!line.bytes)
        Py_RETURN_NONE;
    return PyBytes_FromStringAndSize((const char *)line.bytes, line.size);
}

/* The marks that speak for the signs of one letter. */
typedef struct {
    const Field *field;
    int count;
    struct {
        uint64_t hash;
        size_t slot;
        int size;
        Py_UCS2 letters[LONGEST];
    } of[MARKS];
} Marks;

/* Ask for a mark: where it would stand in the table is fetched while the next ones are put together. */
static void ask(Marks *marks, int size)
{
    uint64_t hash = marks->of[marks->count].hash = hash_of(marks->of[marks->count].letters, size);
    FETCH(marks->field->tags + (hash & marks->field->last));
    marks->of[marks->count++].size = size;
}

/* Add what the marks give to every sign, in their order; signs that the letter cannot bear are never asked for. */
static void weigh(Marks *marks, double *gains)
{
    const Field *field = marks->field;
    for (int one = 0; one < marks->count; one++) {
        marks->of[one].slot = slot_of(field, marks->of[one].hash, marks->of[one].hash & field->last);
        if (marks->of[one].slot <= field->last)
            FETCH(field->places + marks->of[one].slot);
    }
    for (int one = 0; one < marks->count; one++)
        if (marks->of[one].slot <= field->last) {
            FETCH(place_of(field, marks->of[one].slot));
            FETCH(place_of(field, marks->of[one].slot) + 64);
        }
    for (int one = 0; one < marks->count; one++) {
        Line line = line_at(field, marks->of[one].letters, marks->of[one].size, marks->of[one].hash, marks->of[one].slot);
        Py_ssize_t count = line.size / 9;
        for (Py_ssize_t at = 0; at < count; at++) {
            double gain;
            memcpy(&gain, line.bytes + count + at * sizeof gain, sizeof gain);
            gains[line.bytes[at]] += gain;
        }
    }
}

static int put_number(Py_UCS2 *to, int number)
{
    int size = 0;
    if (number > 9)
        to[size++] = (Py_UCS2)('0' + number / 10);
    to[size++] = (Py_UCS2)('0' + number % 10);
    return size;
}

static int put_letters(Py_UCS2 *to, const Py_UCS2 *letters, int size)
{
    memcpy(to, letters, size * sizeof *to);
    return size;
}

/* A slice of the text between its edges, with the number of letters before the one that is meant. */
static void ask_slice(Marks *marks, char head, const Py_UCS2 *from, int first, int last)
{
    Py_UCS2 *mark = marks->of[marks->count].letters;
    int size = 0;
    if (head)
        mark[size++] = (Py_UCS2)head;
    ask(marks, size + put_letters(mark + size, from + first, last - first));
}

/* The place of a letter with the whole shape of its word, and then perhaps the letter. */
static void ask_shape(Marks *marks, const Word *word, char head, int at, const Py_UCS2 *shape, int letter)
{
    Py_UCS2 *mark = marks->of[marks->count].letters;
    int size = 0;
    mark[size++] = (Py_UCS2)head;
    size += put_number(mark + size, at);
    size += put_letters(mark + size, shape, word->size);
    if (letter)
        mark[size++] = word->word[at];
    ask(marks, size);
}

static void ask_place(Marks *marks, const Word *word, int at)
{
    Py_UCS2 *mark = marks->of[marks->count].letters;
    int size = 0;
    mark[size++] = 'l';
    mark[size++] = word->word[at];
    size += put_number(mark + size, at);
    ask(marks, size + put_number(mark + size, word->size));
}

static void ask_end(Marks *marks, const Word *word, int at)
{
    int left = word->size - at;
    Py_UCS2 mark[] = {'e', word->word[at], (Py_UCS2)('0' + (left < 4 ? left : 4)), word->stems[at + EDGES - 1],
                      word->stems[at + EDGES + 1]};
    ask(marks, put_letters(marks->of[marks->count].letters, mark, 5));
}

/* Add what speaks for each sign of a letter: `marks` of vowels.py, in the same order. */
static void add_marks(const Word *word, int at, double *gains)
{
    const Py_UCS2 *text = word->text, *servile = word->stems + EDGES;
    Marks marks;
    marks.field = word->field;
    marks.count = 0;
    int here = at + EDGES;
    ask_slice(&marks, 0, text, here, here + 1);
    ask_slice(&marks, 0, text, here - 1, here + 1);
    ask_slice(&marks, 0, text, here, here + 2);
    ask_slice(&marks, '1', text, here - 1, here + 2);
    ask_slice(&marks, '2', text, here - 2, here + 1);
    ask_slice(&marks, '0', text, here, here + 3);
    ask_slice(&marks, '2', text, here - 2, here + 2);
    ask_slice(&marks, '1', text, here - 1, here + 3);
    ask_slice(&marks, '2', text, here - 2, here + 3);
    ask_slice(&marks, '0', text, here, here + 4);
    ask_slice(&marks, '3', text, here - 3, here + 1);
    ask_shape(&marks, word, 'W', at, word->weak, 0);
    ask_shape(&marks, word, 'S', at, servile, 0);
    ask_slice(&marks, 's', word->stems, here - 3, here + 4);
    ask_place(&marks, word, at);
    ask_end(&marks, word, at);
    ask_shape(&marks, word, 'S', at, servile, 1);
    ask_shape(&marks, word, 'w', at, word->word, 0);
    weigh(&marks, gains);
}

/* The signs that a letter may bear, each with its weight; hopeless ones fall. */
static void row_of(const Word *word, int at, Choices choices, Row *row)
{
    memset(row->gains, 0, sizeof(double) * (size_t)PyTuple_GET_SIZE(word->field->names));
    if (choices.count > 1) /* else there is nothing to choose from */
        add_marks(word, at, row->gains);
    Py_ssize_t count = choices.count;
    const uint8_t *signs = choices.signs;
    double top = row->gains[signs[0]];
    for (Py_ssize_t one = 1; one < count; one++)
        if (row->gains[signs[one]] > top)
            top = row->gains[signs[one]];
    row->count = 0;
    for (Py_ssize_t one = 0; one < count; one++)
        if (row->gains[signs[one]] > top - HOPELESS)
            row->signs[row->count++] = signs[one];
}

/* Add what a join gives to each pair of signs. */
static void add_join(const Field *field, const Py_UCS2 *mark, int size, int kinds, double *gains)
{
    Line line = line_of(field, mark, size);
    Py_ssize_t count = line.size / 10;
    for (Py_ssize_t at = 0; at < count; at++) {
        double gain;
        memcpy(&gain, line.bytes + 2 * count + at * sizeof gain, sizeof gain);
        gains[line.bytes[2 * at] * kinds + line.bytes[2 * at + 1]] += gain;
    }
}

/* What speaks for a sign after the sign before it: `joins` of vowels.py. */
static void add_joins(const Word *word, int at, int kinds, double *gains)
{
    Py_UCS2 before = word->word[at - 1], letter = word->word[at], kept = '#';
    if (at + 1 < word->size)
        kept = word->weak[at + 1];
    Py_UCS2 plain[] = {'J', letter}, shape[] = {'J', word->weak[at], kept}, whole[] = {'J', before, letter, kept};
    add_join(word->field, plain, 2, kinds, gains);
    add_join(word->field, shape, 3, kinds, gains);
    add_join(word->field, whole, 4, kinds, gains);
}

static int word_from(Word *word, Field *field, PyObject *text)
{
    word->field = field;
    word->size = (int)PyUnicode_GET_LENGTH(text);
    for (int at = 0; at < EDGES; at++)
        word->text[at] = word->stems[at] = word->text[EDGES + word->size + at] =
            word->stems[EDGES + word->size + at] = '#';
    for (int at = 0; at < word->size; at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(text, at);
        if (letter > 0xffff)
            return 0;
        word->word[at] = word->text[EDGES + at] = (Py_UCS2)letter;
        word->weak[at] = is_in(field->weak, (Py_UCS2)letter) ? (Py_UCS2)letter : '.';
        word->stems[EDGES + at] = is_in(field->servile, (Py_UCS2)letter) ? (Py_UCS2)letter : '.';
    }
    return 1;
}

/* The numbers of the likeliest signs of a word, each letter's among its choices (Viterbi). */
static void likeliest(const Word *word, const Choices *choices, uint8_t *path)
{
    const int kinds = (int)PyTuple_GET_SIZE(word->field->names);
    Row row;
    uint8_t from[ROOM][KINDS], before[KINDS] = {0};
    double best[KINDS];
    int last = 0;
    for (int at = 0; at < word->size; at++) {
        row_of(word, at, choices[at], &row);
        double score[KINDS], gains[MANY * MANY];
        if (at) {
            memset(gains, 0, sizeof(double) * kinds * kinds);
            add_joins(word, at, kinds, gains);
        }
        for (int one = 0; one < row.count; one++) {
            int sign = row.signs[one];
            double top = 0.0;
            int chosen = -1;
            for (int other = 0; at && other < last; other++) {
                double way = best[before[other]] + gains[before[other] * kinds + sign];
                if (chosen < 0 || way > top || (way == top && before[other] > chosen)) {
                    top = way;
                    chosen = before[other];
                }
            }
            score[sign] = at ? top + row.gains[sign] : row.gains[sign];
            from[at][sign] = (uint8_t)(chosen < 0 ? 0 : chosen);
        }
        last = row.count;
        memcpy(before, row.signs, last);
        for (int one = 0; one < last; one++)
            best[before[one]] = score[before[one]];
    }
    int sign = before[0];
    for (int one = 1; one < last; one++)
        if (best[before[one]] > best[sign])
            sign = before[one];
    for (int at = word->size - 1; at >= 0; at--) {
        path[at] = (uint8_t)sign;
        sign = from[at][sign];
    }
}

/* Is a word one that is read here? */
static int is_fit(const Field *field, PyObject *text)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    return size >= 1 && size <= ROOM && PyTuple_GET_SIZE(field->names) <= MANY;
}

/* The likeliest signs of a word, each letter's among its choices; None for what is left to Python. */
static PyObject *field_call(Field *self, PyObject *args, PyObject *named)
{
    PyObject *text, *choices;
    if (!PyArg_ParseTuple(args, "UO!", &text, &PyTuple_Type, &choices))
        return NULL;
    Word word;
    if (!is_fit(self, text) || !word_from(&word, self, text))
        Py_RETURN_NONE;
    if (PyTuple_GET_SIZE(choices) != word.size)
        return PyErr_Format(PyExc_ValueError, "choices for each letter");
    Choices borne[ROOM];
    for (int at = 0; at < word.size; at++) {
        PyObject *signs = PyTuple_GET_ITEM(choices, at);
        if (!PyBytes_Check(signs) || !PyBytes_GET_SIZE(signs) || PyBytes_GET_SIZE(signs) > KINDS)
            return PyErr_Format(PyExc_ValueError, "choices are bytes");
        borne[at] = (Choices){(const uint8_t *)PyBytes_AS_STRING(signs), PyBytes_GET_SIZE(signs)};
        for (Py_ssize_t one = 0; one < borne[at].count; one++)
            if (borne[at].signs[one] >= PyTuple_GET_SIZE(self->names))
                return PyErr_Format(PyExc_IndexError, "no such sign");
    }
    uint8_t path[ROOM];
    likeliest(&word, borne, path);
    PyObject *found = PyTuple_New(word.size);
    for (int at = 0; found && at < word.size; at++)
        PyTuple_SET_ITEM(found, at, Py_NewRef(PyTuple_GET_ITEM(self->names, path[at])));
    return found;
}

static PyMethodDef field_methods[] = {
    {"get", (PyCFunction)field_get, METH_O, "The line of a mark, None where the table has none."}, {NULL, NULL, 0, NULL}};

static PyTypeObject FieldType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.vocalise._vowels.Field",
    .tp_basicsize = sizeof(Field),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = field_new,
    .tp_dealloc = (destructor)field_dealloc,
    .tp_call = (ternaryfunc)field_call,
    .tp_methods = field_methods,
    .tp_doc = "Field(packed, names, weak, servile): the likeliest signs of a word.",
};

/* ---- the vowels that a spelling tells of: latin.py ---- */

#define SPELT 63 /* letters of the longest spelling that is read here */
#define PIECE 11 /* letters of a spelling in a row of the table: dschdsch */
#define NEVER 0xff

/* What a vowel is, as bits: of the letters of a sign, or what latin.py writes as a sign of its own. */
enum { A = 1, I = 2, U = 4, OTHER = 8, ANY = 16, LENGTH = 32, GLIDE = 64 };

enum { ONCE, TWICE, EITHER }; /* is a letter doubled? */

typedef struct { /* a row: what a letter may be spelt as */
    char written[PIECE + 1];
    uint8_t size, doubled, vowels;
    double cost;
} Way;

typedef struct { /* the rows of a letter: its spellings as a consonant, those of no letters last, and as a vowel */
    Py_UCS4 letter;
    Way *consonants, *vowels;
    int many, more;
} Ways;

typedef struct {
    PyObject_HEAD
    Field *field;
    PyObject *texts; /* the harakat of each sign */
    Ways *ways;      /* of each letter; the first of those that Arabic leaves out */
    int letters;
    uint8_t bodies[MANY]; /* of each sign the bit of its vowel, 0 for none */
    uint8_t any[4], short_vowels; /* what a letter bears that was never seen; how many these are */
    uint8_t unwritten[MANY], short_i[MANY], shadda[MANY], hamza[MANY]; /* is it A, i, doubled, under a hamza? */
    uint8_t twice[MANY]; /* of each sign the same with a shadda, NEVER where there is none */
} Speller;

typedef struct {
    uint8_t doubled, vowels;
} Mark;

typedef struct { /* the cheapest way on from a letter and a place in the spelling */
    double cost;
    Mark mark;
    uint8_t wide, end; /* the letters of its first step, NEVER where there is no way; where that ends */
} Way_on;

typedef struct {
    const Speller *speller;
    const Ways *ways[ROOM]; /* of each letter */
    Py_UCS4 letters[ROOM];
    const char *spelling;
    int last;
    uint8_t known[ROOM][SPELT + 1];
    Way_on on[ROOM][SPELT + 1];
} Laid;

static int is_one_of(Py_UCS4 letter, const Py_UCS2 *letters)
{
    for (; *letters; letters++)
        if (*letters == letter)
            return 1;
    return 0;
}

static const Py_UCS2 LAST[] = {0x629, 0x647, 0x649, 0};                      /* ةهى */
static const Py_UCS2 THROAT[] = {0x621, 0x623, 0x625, 0x624, 0x626, 0x639, 0}; /* ءأإؤئع */
enum { ALEF = 0x627, WAW = 0x648, YEH = 0x64A, MAQSURA = 0x649, ABOVE = 0x623, BELOW = 0x625, MADDA = 0x622,
       ON_WAW = 0x624, ON_YEH = 0x626 };

static int is_vowel(char letter)
{
    return letter && strchr("aeiou", letter) != NULL;
}

static int is_sign(char letter)
{
    return is_vowel(letter) || letter == 'y' || letter == 'w';
}

static int stands(const Laid *laid, const Way *way, int spelt)
{
    return !strncmp(laid->spelling + spelt, way->written, way->size);
}

static double way_on(Laid *laid, int at, int spelt);

/* Take a step where it is cheaper, with all that follows it, than what was found. */
static void tried(Laid *laid, Way_on *best, double cost, Mark mark, int at, int wide, int end)
{
    double after = way_on(laid, at + wide, end);
    if (after >= 0 && (best->wide == NEVER || cost + after < best->cost))
        *best = (Way_on){cost + after, mark, (uint8_t)wide, (uint8_t)end};
}

/* The vowels that may follow a consonant, with the letter of a long one. */
static void with_vowels(Laid *laid, Way_on *best, double cost, uint8_t doubled, int at, int spelt)
{
    Py_UCS4 following = laid->letters[at + 1];
    const Ways *ways = laid->ways[at + 1];
    if (ways && (at + 1 == laid->last || !is_one_of(following, LAST)))
        for (const Way *way = ways->vowels; way < ways->vowels + ways->more; way++)
            if (stands(laid, way, spelt))
                tried(laid, best, cost + way->cost, (Mark){doubled, way->vowels}, at, 2, spelt + way->size);
    int throat = is_one_of(following, THROAT);
    ways = laid->speller->ways;
    for (const Way *way = ways->vowels; way < ways->vowels + ways->more; way++) {
        if (!stands(laid, way, spelt))
            continue;
        int end = spelt + way->size;
        char then = laid->spelling[end];
        double more = way->cost;
        if (throat && is_vowel(then) && then != way->written[way->size - 1])
            more += 0.6; /* _PARTED */
        tried(laid, best, cost + more, (Mark){doubled, way->vowels}, at, 1, end);
    }
}

/* What the cheapest way on from a letter and a place in the spelling costs; below 0 where there is none. */
static double way_on(Laid *laid, int at, int spelt)
{
    if (at > laid->last) {
        const char *rest = laid->spelling + spelt;
        return !*rest ? 0.0 : rest[0] == 'e' && !rest[1] ? 0.3 : -1; /* _MUTE */
    }
    Way_on *best = &laid->on[at][spelt];
    if (!laid->known[at][spelt]) {
        laid->known[at][spelt] = 1;
        best->wide = NEVER;
        const Ways *ways = laid->ways[at];
        Py_UCS4 letter = laid->letters[at];
        for (const Way *way = ways ? ways->consonants : NULL; ways && way < ways->consonants + ways->many; way++) {
            if ((way->doubled != ONCE && !at) || !stands(laid, way, spelt))
                continue;
            int end = spelt + way->size;
            double cost = way->cost;
            if (letter == ALEF && at)
                cost += 1.0; /* _LONE_ALEF */
            if (at == laid->last) {
                tried(laid, best, cost, (Mark){way->doubled, ANY}, at, 1, end);
                continue;
            }
            double bare = cost + (is_one_of(letter, THROAT) ? 0.1 : 0.45); /* _THROATY, _NO_VOWEL */
            tried(laid, best, bare, (Mark){way->doubled, 0}, at, 1, end);
            if (is_sign(laid->spelling[end]))
                with_vowels(laid, best, cost, way->doubled, at, end);
        }
    }
    return best->wide == NEVER ? -1 : best->cost;
}

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

/* speller(letters, spelling): the word with its vowels; None where the spelling is none of it, NotImplemented for
 * what is left to Python. */
static PyObject *speller_call(Speller *self, PyObject *args, PyObject *named)
{
    PyObject *letters, *spelling;
    if (!PyArg_ParseTuple(args, "UU", &letters, &spelling))
        return NULL;
    int size = is_fit(self->field, letters) ? (int)PyUnicode_GET_LENGTH(letters) : 0;
    if (!size || !PyUnicode_IS_ASCII(spelling) || PyUnicode_GET_LENGTH(spelling) > SPELT)
        Py_RETURN_NOTIMPLEMENTED;
    Laid laid;
    laid.speller = self;
    laid.spelling = (const char *)PyUnicode_1BYTE_DATA(spelling);
    laid.last = size - 1;
    memset(laid.known, 0, (size_t)size * sizeof *laid.known);
    if (memchr(laid.spelling, 0, (size_t)PyUnicode_GET_LENGTH(spelling)))
        Py_RETURN_NOTIMPLEMENTED;
    PyObject *asked = PyUnicode_New(size, 0xffff);
    Py_UCS2 *seat = asked ? PyUnicode_2BYTE_DATA(asked) : NULL;
    for (int at = 0; asked && at < size; at++) {
        Py_UCS4 letter = laid.letters[at] = PyUnicode_READ_CHAR(letters, at);
        laid.ways[at] = ways_of(self, letter);
        seat[at] = letter > 0xffff ? 0 : letter == MAQSURA && at < size - 1 ? YEH : (Py_UCS2)letter;
        if (!seat[at]) {
            Py_DECREF(asked);
            Py_RETURN_NOTIMPLEMENTED;
        }
    }
    if (!asked)
        return NULL;
    Word word;
    word_from(&word, self->field, asked);
    Py_DECREF(asked);
    if (way_on(&laid, 0, 0) < 0)
        Py_RETURN_NONE;
    Mark marks[ROOM];
    for (int at = 0, spelt = 0; at < size;) {
        const Way_on *on = &laid.on[at][spelt];
        marks[at] = on->mark;
        if (on->wide == 2)
            marks[at + 1] = (Mark){ONCE, LENGTH};
        at += on->wide;
        spelt = on->end;
    }
    uint8_t kept[ROOM][KINDS], path[ROOM];
    Choices choices[ROOM];
    for (int at = 0; at < size; at++) {
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

static PyTypeObject SpellerType = {
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

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_vowels", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__vowels(void)
{
    if (PyType_Ready(&FieldType) < 0 || PyType_Ready(&SpellerType) < 0)
        return NULL;
    PyObject *made = PyModule_Create(&module);
    if (!made)
        return NULL;
    if (PyModule_AddObjectRef(made, "Field", (PyObject *)&FieldType) < 0 ||
        PyModule_AddObjectRef(made, "Speller", (PyObject *)&SpellerType) < 0 ||
        PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0) {
        Py_DECREF(made);
        return NULL;
    }
    return made;
}
