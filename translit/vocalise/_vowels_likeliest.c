/* The likeliest signs of a word: what speaks for each, and the best row of them (`Field.likeliest` of vowels.py). */
#include "_vowels.h"

#define MARKS 18 /* that speak for the signs of one letter */
#define HOPELESS 5.0

typedef struct {
    int count;
    uint8_t signs[KINDS];
    double gains[KINDS]; /* by the number of a sign */
} Row;

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

/* Add what speaks for each sign of a letter: `marks` of signs.py, in the same order. */
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

int word_from(Word *word, Field *field, PyObject *text)
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
void likeliest(const Word *word, const Choices *choices, uint8_t *path)
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
int is_fit(const Field *field, PyObject *text)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    return size >= 1 && size <= ROOM && PyTuple_GET_SIZE(field->names) <= MANY;
}
