/* Vowelled Arabic spelt out (spelling.py), and the capitals of a name (romanization/scribe.py), for machines with a
 * compiler: the same in the same order; tests/test_vocalise.py lays the two beside each other. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#define FORMAT 1 /* as in spelling.py: a module of another source is passed over */
#define ROOM 64  /* letters of the longest word that is read here; longer ones are left to Python */

enum {
    FATHATAN = 0x64B, KASRATAN = 0x64D, FATHA = 0x64E, DAMMA = 0x64F, KASRA = 0x650, SHADDA = 0x651, SUKUN = 0x652,
    LONG_A = 0x670, LONG_U = 0x6E5, LONG_I = 0x6E6, IMALA = 0x6EA, WASLA = 0x671, JOINED = 0x640, CONSTRUCT = 0x6C3,
    HAMZA = 0x621, MADDA = 0x622, ABOVE = 0x623, ON_WAW = 0x624, BELOW = 0x625, ON_YEH = 0x626, ALEF = 0x627,
    BEH = 0x628, MARBUTA = 0x629, FEH = 0x641, KAF = 0x643, LAM = 0x644, HEH = 0x647, WAW = 0x648, MAQSURA = 0x649,
    YEH = 0x64A,
};

typedef struct {
    Py_UCS4 sign, vowel; /* a vowel of 0 is none */
    int doubled;
} Letter;

typedef struct {
    Letter letters[ROOM + 4];
    int count;
} Letters;

typedef struct {
    Py_UCS4 signs[4 * ROOM + 32];
    Py_ssize_t size;
} Text;

static void put(Text *text, Py_UCS4 sign)
{
    text->signs[text->size++] = sign;
}

static int is_mark(Py_UCS4 sign)
{
    return (sign >= FATHATAN && sign <= SUKUN) || sign == LONG_A;
}

static int is_bare(Py_UCS4 vowel)
{
    return !vowel || vowel == SUKUN;
}

static int is_long(Py_UCS4 vowel)
{
    return vowel == LONG_A || vowel == LONG_U || vowel == LONG_I;
}

static int is_sun(Py_UCS4 sign)
{
    static const Py_UCS2 sun[] = {0x62A, 0x62B, 0x62F, 0x630, 0x631, 0x632, 0x633, 0x634, 0x635, 0x636, 0x637, 0x638, 0x644, 0x646};
    for (size_t at = 0; at < sizeof sun / sizeof *sun; at++)
        if (sun[at] == sign)
            return 1;
    return 0;
}

/* The letters of a word, each with its shadda and vowel; 0 for a word that is too long. */
static int letters_of(PyObject *word, Letters *found)
{
    found->count = 0;
    if (PyUnicode_GET_LENGTH(word) > ROOM)
        return 0;
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(word); at++) {
        Py_UCS4 sign = PyUnicode_READ_CHAR(word, at);
        Letter *last = found->letters + found->count - 1;
        if (!sign)
            return 0;
        if (!found->count || !is_mark(sign))
            found->letters[found->count++] = (Letter){sign, 0, 0};
        else if (sign == SHADDA)
            last->doubled = 1;
        else if (sign != SUKUN || !last->vowel)
            last->vowel = sign;
    }
    return 1;
}

/* The signs of letters without harakat; how many. */
static int bare_of(const Letter *letters, int count, Py_UCS4 *signs)
{
    int size = 0;
    for (int at = 0; at < count; at++)
        if (letters[at].sign != IMALA && !is_mark(letters[at].sign))
            signs[size++] = letters[at].sign;
    return size;
}

/* Does a word open as those that begin with an i: Ibrahim, Ismail? */
static int opens_in_kasra(const Letter *letters, int count)
{
    static const Py_UCS2 openers[][6] = {/* _KASRA_OPENERS */
        {ALEF, BEH, 0x646}, {ALEF, 0x633, 0x645}, {ALEF, 0x645, 0x631}, {ALEF, 0x62B, 0x646}, {ALEF, 0x633, 0x62A},
        {ALEF, BEH, 0x631, ALEF, HEH}, {ALEF, 0x633, 0x645, ALEF, 0x639}, {ALEF, 0x633, 0x62D, ALEF},
        {ALEF, 0x62F, 0x631, YEH}, {ALEF, YEH, 0x645}};
    Py_UCS4 signs[ROOM + 4] = {0};
    int size = bare_of(letters, count, signs);
    signs[size] = 0;
    for (size_t one = 0; one < sizeof openers / sizeof *openers; one++) {
        int at = 0;
        while (openers[one][at] && openers[one][at] == signs[at])
            at++;
        if (!openers[one][at])
            return 1;
    }
    return 0;
}

static Py_UCS4 first_vowel(Py_UCS4 sign, const Letter *following, const Letter *letters, int count)
{
    int mute_yeh = following && following->sign == YEH && !following->vowel && !following->doubled;
    if (sign == ALEF && (opens_in_kasra(letters, count) || mute_yeh))
        return KASRA;
    return sign == ABOVE || sign == ALEF ? FATHA : sign == BELOW ? KASRA : 0;
}

/* Is this waw or yeh the length of a vowel? */
static int lengthens(const Letters *said, const Letter *letter, const Letter *following, Py_UCS4 shorter)
{
    const Letter *before = said->letters + said->count - 1;
    if (letter->doubled || !is_bare(letter->vowel))
        return 0;
    int open = following && (following->sign == ALEF || following->sign == MAQSURA || following->sign == MARBUTA);
    if (open && !(following->sign == ALEF && before->vowel == shorter))
        return 0;
    if (before->vowel == shorter)
        return 1;
    if (before->vowel || letter->vowel)
        return 0;
    return following || said->count == 1 || is_long(said->letters[said->count - 2].vowel);
}

static void say_hamza(Letters *said, const Letter *letter, const Letter *following, const Letter *letters, int count)
{
    Py_UCS4 vowel = letter->vowel;
    if (!vowel && (!said->count || letter->sign == BELOW))
        vowel = first_vowel(letter->sign, following, letters, count);
    else if (!vowel && letter->sign == ABOVE && following && is_bare(said->letters[said->count - 1].vowel))
        vowel = FATHA;
    said->letters[said->count++] = (Letter){HAMZA, vowel, letter->doubled};
}

static void say_alif(Letters *said, const Letter *letter, const Letter *following)
{
    if (!said->count)
        said->letters[said->count++] = (Letter){HAMZA, 0, 0};
    Letter *before = said->letters + said->count - 1;
    if (letter->vowel == FATHATAN || before->vowel == FATHATAN)
        before->vowel = FATHATAN;
    else if (letter->sign == MAQSURA && (before->vowel == KASRA || before->vowel == LONG_I))
        before->vowel = LONG_I;
    else if (letter->sign != ALEF || following || before->vowel != LONG_U)
        before->vowel = letter->sign == MAQSURA && !following ? MAQSURA : LONG_A;
}

static void say_glide(Letters *said, const Letter *letter, const Letter *following)
{
    Py_UCS4 shorter = letter->sign == WAW ? DAMMA : KASRA, longer = letter->sign == WAW ? LONG_U : LONG_I;
    Letter *before = said->count ? said->letters + said->count - 1 : NULL;
    if (before && lengthens(said, letter, following, shorter)) {
        before->vowel = longer;
        return;
    }
    said->letters[said->count++] = *letter;
    int yeh = letter->sign == YEH && !letter->vowel && !letter->doubled;
    if (before && yeh && following && (following->sign == ALEF || following->sign == MARBUTA) && said->count > 2 &&
        !before->vowel && is_long(said->letters[said->count - 3].vowel))
        before->vowel = KASRA; /* Suriya */
}

/* The letters of a word without article, spelt out. */
static void say(const Letter *letters, int count, int construct, Text *text)
{
    Letters said;
    said.count = 0;
    for (int at = 0; at < count; at++) {
        const Letter *letter = letters + at, *following = at + 1 < count ? letter + 1 : NULL;
        Py_UCS4 sign = letter->sign;
        int hamza = sign == HAMZA || sign == ON_WAW || sign == ON_YEH || sign == ABOVE || sign == BELOW;
        if (hamza || (sign == ALEF && !at))
            say_hamza(&said, letter, following, letters, count);
        else if (sign == MADDA) {
            if (said.count && following && following->sign == HAMZA)
                said.letters[said.count - 1].vowel = LONG_A;
            else
                said.letters[said.count++] = (Letter){HAMZA, LONG_A, 0};
        } else if (sign == ALEF || sign == MAQSURA)
            say_alif(&said, letter, following);
        else if (sign == WAW || sign == YEH)
            say_glide(&said, letter, following);
        else if (sign == MARBUTA && !following && said.count) {
            Letter *before = said.letters + said.count - 1;
            if (before->vowel == FATHA || before->vowel == SUKUN)
                before->vowel = 0;
            said.letters[said.count++] = (Letter){construct ? CONSTRUCT : MARBUTA, 0, 0};
        } else
            said.letters[said.count++] = *letter;
    }
    Letter *last = said.letters + said.count - 1; /* the i of faʿil */
    if (said.count >= 3 && !last->vowel && !last->doubled && last->sign != MARBUTA && last->sign != CONSTRUCT &&
        last[-1].vowel == KASRA && last[-2].vowel == LONG_A && !last[-1].doubled)
        last[-1].vowel = IMALA;
    for (int at = 0; at < said.count; at++) {
        put(text, said.letters[at].sign);
        if (said.letters[at].doubled)
            put(text, SHADDA);
        if (!is_bare(said.letters[at].vowel))
            put(text, said.letters[at].vowel);
    }
}

static int ends_in_allah(const Letters *found)
{
    const Letter *last = found->letters + found->count - 4;
    return found->count >= 4 && last[0].sign == ALEF && last[1].sign == LAM && last[2].sign == LAM && last[3].sign == HEH;
}

/* A preposition or "and" written in one word with the article: how many letters it has; 0 for none. */
static int clitic_of(const Letters *found)
{
    const Letter *first = found->letters, *second = first + 1;
    if (found->count < 5 || (first->vowel != FATHA && first->vowel != KASRA))
        return 0;
    int joins = first->sign == BEH || first->sign == KAF || first->sign == WAW || first->sign == FEH;
    if (joins && second->sign == ALEF && !second->vowel && first[2].sign == LAM)
        return 1;
    return first->sign == LAM && second->sign == LAM && is_bare(second->vowel) && !second->doubled ? 2 : 0;
}

static int has_article(const Letters *found)
{
    const Letter *first = found->letters;
    return found->count >= 4 && first->sign == ALEF && first[1].sign == LAM && (!first->vowel || first->vowel == FATHA) &&
           !first[1].doubled && is_bare(first[1].vowel);
}

/* Spell the letters of a word out; `irregular` has words that are spelt otherwise than they are written. -1 with
 * an error, 0 where the word is left to Python. */
static int spell(Letters *found, int construct, PyObject *irregular, Text *text)
{
    Py_UCS4 signs[ROOM + 4];
    int size = bare_of(found->letters, found->count, signs);
    if (size && size <= 6) { /* none is longer */
        PyObject *bare = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, signs, size);
        PyObject *other = bare ? PyDict_GetItemWithError(irregular, bare) : NULL;
        Py_XDECREF(bare);
        if (PyErr_Occurred())
            return -1;
        if (other && !letters_of(other, found))
            return 0;
    }
    Letter *letters = found->letters;
    if (found->count == 1 && (letters->sign == ALEF || letters->sign == ABOVE || letters->sign == BELOW || letters->sign == MADDA)) {
        put(text, HAMZA);
        put(text, LONG_A);
        return 1;
    }
    if (ends_in_allah(found) && found->count != 5) {
        int before = found->count - 4;
        if (before) {
            letters[before - 1].vowel = 0;
            say(letters, before, 0, text);
            put(text, ' ');
        }
        put(text, HAMZA);
        put(text, FATHA);
        put(text, LAM);
        put(text, SHADDA);
        put(text, LONG_A);
        put(text, HEH);
        return 1;
    }
    int clitic = clitic_of(found);
    if (clitic) {
        put(text, letters->sign);
        if (letters->doubled)
            put(text, SHADDA);
        put(text, letters->vowel);
        put(text, JOINED);
        if (clitic == 2) {
            put(text, LAM);
            put(text, '-');
        }
        Letters rest;
        rest.count = found->count - clitic;
        memcpy(rest.letters, letters + clitic, (size_t)rest.count * sizeof *letters);
        return spell(&rest, construct, irregular, text);
    }
    if (has_article(found)) {
        if (is_sun(letters[2].sign))
            letters[2].doubled = 0;
        put(text, WASLA);
        put(text, '-');
        say(letters + 2, found->count - 2, construct, text);
        return 1;
    }
    say(letters, found->count, construct, text);
    return 1;
}

/* spelt(word, construct, irregular): NotImplemented for what is left to Python. */
static PyObject *spelt(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyUnicode_Check(args[0]) || !PyDict_Check(args[2]))
        return PyErr_Format(PyExc_TypeError, "a word, whether it is in construct, and irregular words");
    Letters found;
    Text text;
    text.size = 0;
    int told = letters_of(args[0], &found) ? spell(&found, args[1] == Py_True, args[2], &text) : 0;
    if (told < 0)
        return NULL;
    return told ? PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, text.signs, text.size) : Py_NewRef(Py_NotImplemented);
}

static Py_ssize_t count_of(PyObject *text, Py_UCS4 sign)
{
    Py_ssize_t found = 0;
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(text); at++)
        found += PyUnicode_READ_CHAR(text, at) == sign;
    return found;
}

#define WIDEST 3 /* letters that one letter may be in capital */

/* The capital of a letter that has one of its own: its letters, 0 for none, -1 with an error. */
static int capital_of(Py_UCS4 letter, Py_UCS4 *to)
{
    if (letter < 128) {
        *to = letter - 'a' + 'A';
        return letter >= 'a' && letter <= 'z';
    }
    if (!Py_UNICODE_ISALPHA(letter))
        return 0;
    PyObject *one = PyUnicode_FromOrdinal((int)letter), *upper = one ? PyObject_CallMethod(one, "upper", NULL) : NULL;
    int size = !upper ? -1 : PyUnicode_Compare(one, upper) == 0 ? 0 : (int)PyUnicode_GET_LENGTH(upper);
    for (int at = 0; at < size && at < WIDEST; at++)
        to[at] = PyUnicode_READ_CHAR(upper, at);
    Py_XDECREF(one);
    Py_XDECREF(upper);
    return size;
}

/* capital(said, written): the first word of a name in its capitals, none on what is bound to it by a hyphen;
 * NotImplemented for what is left to Python. */
static PyObject *capital(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "a word as it is said, and as it is written");
    PyObject *said = args[0], *written = args[1];
    Py_ssize_t small = count_of(said, '-') + count_of(said, JOINED), size = PyUnicode_GET_LENGTH(written);
    if (size > 2 * ROOM)
        Py_RETURN_NOTIMPLEMENTED;
    if (PyUnicode_GET_LENGTH(said) > 2 && PyUnicode_READ_CHAR(said, 0) == WASLA && PyUnicode_READ_CHAR(said, 1) == '-' &&
        PyUnicode_READ_CHAR(said, 2) == ',')
        small--; /* what a heading is filed without */
    Py_UCS4 letters[2 * ROOM * WIDEST];
    int open = !small; /* is the capital of this part still to come? */
    Py_ssize_t used = 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(written, at);
        int digit = Py_UNICODE_ISDIGIT(letter), wide = open && !digit ? capital_of(letter, letters + used) : 0;
        if (wide < 0)
            return NULL;
        if (!wide)
            letters[used] = letter;
        used += wide ? wide : 1;
        open = open && !digit && !wide;
        if (letter == ' ' || letter == '-' || letter == 0x2010) {
            small -= small > 0;
            open = !small;
        }
    }
    return PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, letters, used);
}

static PyMethodDef functions[] = {
    {"spelt", (PyCFunction)(void (*)(void))spelt, METH_FASTCALL, "A word of vowelled Arabic spelt out."},
    {"capital", (PyCFunction)(void (*)(void))capital, METH_FASTCALL, "A name in its capitals."},
    {NULL, NULL, 0, NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_spelling", NULL, -1, functions};

PyMODINIT_FUNC PyInit__spelling(void)
{
    PyObject *made = PyModule_Create(&module);
    if (made && PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0)
        Py_CLEAR(made);
    return made;
}
