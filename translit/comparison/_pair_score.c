/* The picture of two names and their score: features.py's picture(), and the rules of judge.py. */
#include "_pair.h"

typedef struct {
    double *weights[6 * ROOM + FEATURES], values[6 * ROOM + FEATURES]; /* in the order in which they are met */
    int count;
    int contradicted;
} Picture;

static void add(Picture *picture, double *weight, double value)
{
    for (int at = 0; at < picture->count; at++)
        if (picture->weights[at] == weight) {
            picture->values[at] += value;
            return;
        }
    picture->weights[picture->count] = weight;
    picture->values[picture->count++] = value;
}

static double seen(const Picture *picture, const double *weight)
{
    for (int at = 0; at < picture->count; at++)
        if (picture->weights[at] == weight)
            return picture->values[at];
    return 0.0;
}

int weight_of(Judge *self, PyObject *name, double *weight)
{
    PyObject *found = name ? PyDict_GetItemWithError(self->weights, name) : NULL;
    *weight = found ? PyFloat_AsDouble(found) : 0.0;
    return PyErr_Occurred() ? -1 : 0;
}

/* What features with a role weigh: contradicts, like, omitted; NULL with an error. */
static double *of_role(Judge *self, int role)
{
    static const char *heads[] = {"contradicts", "like", "omitted"};
    if (!self->told[role]) {
        PyObject *name = NULL, *number;
        Py_ssize_t at = 0;
        while (PyDict_Next(role_numbers, &at, &name, &number))
            if (PyLong_AsLong(number) == role)
                break;
        for (int head = 0; head < 3; head++) {
            PyObject *feature = PyUnicode_FromFormat("%s %U", heads[head], name);
            int failed = !feature || weight_of(self, feature, &self->roles[role][head]) < 0;
            Py_XDECREF(feature);
            if (failed)
                return NULL;
        }
        self->told[role] = 1;
    }
    return self->roles[role];
}

/* Is one's own name what stands in the other's father's place, be it a compound that honours? */
static int is_fathers(int own, int other)
{
    return own == ISM && (other == NASAB || other == LAQAB);
}

/* Where one name's ism is the other's nasab, whose own ism stands alone. */
static int father_and_son(const Table *table)
{
    for (int at = 0; at < table->pairs; at++) {
        int one = table->left[table->ones[at]]->role, two = table->right[table->twos[at]]->role;
        int left = is_fathers(two, one);
        if (!(left || is_fathers(one, two)) ||
            table->cells[table->ones[at]][table->twos[at]].relation == CONTRADICTS)
            continue;
        for (int token = 0; token < (left ? table->lefts : table->rights); token++) {
            const Token *alone = left ? table->left[token] : table->right[token];
            if (!(left ? table->left_taken[token] : table->right_taken[token]) && alone->role == ISM &&
                alone->word->rarity > HONOURED)
                return 1;
        }
    }
    return 0;
}

static int omit(Judge *self, Picture *picture, const Token *token)
{
    double *role = of_role(self, token->role);
    if (!role)
        return -1;
    add(picture, &self->base[OMITTED], token->word->rarity / COMMON);
    add(picture, &role[2], 1.0);
    return 0;
}

/* picture(): the features in the order in which Python meets them, without those of the Readings. */
static int pictured(Judge *self, const Table *table, Picture *picture)
{
    double *base = self->base;
    add(picture, &base[BIAS], 1.0);
    for (int at = 0; at < table->pairs; at++) {
        const Token *left = table->left[table->ones[at]], *right = table->right[table->twos[at]];
        const Cell *cell = &table->cells[table->ones[at]][table->twos[at]];
        double rarity = (left->word->rarity < right->word->rarity ? left->word->rarity : right->word->rarity) / COMMON;
        double *role = of_role(self, left->role == right->role ? left->role : CROSS);
        if (!role)
            return -1;
        if (!at)
            add(picture, &base[LEAST_LIKE], CERTAIN);
        if (cell->like < picture->values[1])
            picture->values[1] = cell->like;
        if (cell->relation == CONTRADICTS) {
            picture->contradicted = 1;
            add(picture, &base[AGAINST], rarity);
            add(picture, &role[0], 1.0);
            add(picture, &base[UNLIKE], -cell->like);
        } else {
            add(picture, &base[AGREES], rarity);
            add(picture, &base[FARNESS], cell->far);
            add(picture, &base[LIKE], cell->like);
            add(picture, &role[1], cell->like);
            if (cell->relation == INITIAL || cell->relation == EQUIVALENT)
                add(picture, &base[cell->relation == INITIAL ? BY_INITIAL : BY_EQUIVALENT], 1.0);
        }
    }
    for (int at = 0; at < table->lefts; at++)
        if (!table->left_taken[at] && omit(self, picture, table->left[at]) < 0)
            return -1;
    for (int at = 0; at < table->rights; at++)
        if (!table->right_taken[at] && omit(self, picture, table->right[at]) < 0)
            return -1;
    if (father_and_son(table)) {
        picture->contradicted = 1;
        add(picture, &base[FATHER], 1.0);
    }
    return 0;
}

/* weighed(): the logistic of the features, of those that the Readings tell beside their words too. */
static int weigh(Judge *self, const Picture *picture, PyObject *further, double *score)
{
    double total = 0.0;
    for (int at = 0; at < picture->count; at++)
        total += *picture->weights[at] * picture->values[at];
    PyObject *name, *value;
    Py_ssize_t at = 0;
    while (further && PyDict_Next(further, &at, &name, &value)) {
        double weight, number = PyFloat_AsDouble(value);
        if ((number == -1.0 && PyErr_Occurred()) || weight_of(self, name, &weight) < 0)
            return -1;
        total += weight * number;
    }
    double agrees = seen(picture, &self->base[AGREES]), against = seen(picture, &self->base[AGAINST]);
    double omitted = seen(picture, &self->base[OMITTED]);
    total += self->base[SHARE] * (agrees / (agrees + against + omitted / 3 + 1e-9));
    total = total > 30.0 ? 30.0 : total < -30.0 ? -30.0 : total;
    *score = 1.0 / (1.0 + exp(-total));
    return 0;
}

/* The mark behind the first letter of a row's name; 0 where there is none, -1 with an error. */
static long first_vowel(PyObject *row)
{
    PyObject *native = PyObject_GetAttrString(row, "native");
    if (!native)
        return -1;
    long vowel = PyUnicode_Check(native) && PyUnicode_GET_LENGTH(native) > 1 ? (long)PyUnicode_READ_CHAR(native, 1) : 0;
    Py_DECREF(native);
    return vowel;
}

/* are_otherwise_vowelled(): whether the rows of two words begin with an a and with a u; -1 with an error. */
static int otherwise_vowelled(const Word *a, const Word *b)
{
    if (a->row == Py_None || b->row == Py_None || a->row == b->row)
        return 0;
    long one = first_vowel(a->row), two = one < 0 ? -1 : first_vowel(b->row);
    if (two < 0)
        return -1;
    return (one == FATHA && two == DAMMA) || (one == DAMMA && two == FATHA);
}

/* most(): the most that two names score by two of their words; below 0 with an error. */
static double most(Judge *self, Word *a, Word *b, const Cell *cell)
{
    if (cell->relation != VARIANT || self->other)
        return 1.0;
    int own = a->own || b->own, rows = self->arabic && two_rows(a, b);
    int ends = self->arabic && !(a->own && b->own) ? ask_truth(self, ENDS, (PyObject *)a, (PyObject *)b) : 0;
    if (ends < 0)
        return -1.0;
    if (own && ends)
        return LEAST_BOUND;
    if (own && !rows && self->arabic) {
        PyObject *other = (a->own ? b : a)->core, *row = (a->own ? a : b)->row;
        int latin = !PyUnicode_GET_LENGTH(other) || PyUnicode_READ_CHAR(other, 0) < OTHER_SCRIPTS;
        return a->own != b->own && row == Py_None && latin && cell->like < TELLING_AR ? LEAST_BOUND : 1.0;
    }
    if (own && !rows && (!self->russian || (a->own && b->own) || cell->like >= DOUBTFUL))
        return 1.0;
    if (!own && cell->like >= NATIVE) {
        int apart = rows || ends || !self->arabic ? rows || ends : otherwise_vowelled(a, b);
        return apart < 0 ? -1.0 : apart ? LEAST_BOUND : 1.0;
    }
    if (read_back(self, a) < 0 || read_back(self, b) < 0)
        return -1.0;
    double common = shared(a, b);
    if (common < 0.0)
        return -1.0;
    int never = own && rows ? share(a->never, b->forms) : 0;
    if (never < 0)
        return -1.0;
    if (own)
        return never || common < (rows ? HALF : LEAST) ? LEAST_BOUND : 1.0;
    int others = rows ? other_rows(self, a, b) : 0;
    if (others < 0)
        return -1.0;
    if (a->meant->known && b->meant->known && !same(a->meant->best, b->meant->best) && common < HALF)
        return rows && (common < LITTLE || others) ? STRANGERS : LEAST_BOUND;
    if (rows)
        return others ? STRANGERS : LEAST_BOUND;
    if (ends)
        return LEAST_BOUND;
    if (cell->like < DOUBTFUL || common < LEAST)
        return cell->like >= (self->russian ? TELLING_RU : TELLING_AR) ? BY_LETTERS : LEAST_BOUND;
    return 1.0;
}

static int has_initial(const Table *table, int at)
{
    return table->left[table->ones[at]]->word->initial || table->right[table->twos[at]]->word->initial;
}

/* _are_strangers(): whether of two names of two parts, or but for Russian ones of one, one part is clearly another
 * name, or an initial stands for no part, or initials alone agree; -1 with an error. */
static int are_strangers(Judge *self, const Table *table)
{
    for (int at = 0; at < table->pairs; at++) {
        const Cell *cell = &table->cells[table->ones[at]][table->twos[at]];
        if (cell->relation == CONTRADICTS && cell->reason == LETTER)
            return 1;
    }
    int whole = table->lefts == table->pairs && table->rights == table->pairs;
    int of_arabs = self->arabic && table->pairs == FEW; /* who leave out fathers */
    int few = table->pairs <= FEW && (table->pairs == FEW || !self->russian) && (whole || of_arabs);
    int found = table->pairs >= FEW;
    for (int at = 0; at < table->pairs && found; at++)
        found = table->cells[table->ones[at]][table->twos[at]].relation == CONTRADICTS || has_initial(table, at);
    for (int at = 0; at < table->pairs && !found; at++) {
        int i = table->ones[at], j = table->twos[at];
        const Cell *cell = &table->cells[i][j];
        if (cell->relation != CONTRADICTS)
            continue;
        found = few && cell->far >= FAR && cell->like <= -CERTAIN / 4;
        if (!found && few && self->arabic)
            found = two_known(self, table->left[i]->word, table->right[j]->word);
        if (!found && few && self->arabic && cell->like <= -CERTAIN / 6)
            found = unread(self, table->left[i]->word, table->right[j]->word);
    }
    return found;
}

/* Whether two names have but an initial and a surname in common that many bear. */
static int are_many(const Table *table)
{
    int initials = 0, usual = 0;
    if (table->pairs != 2)
        return 0;
    for (int at = 0; at < 2; at++) {
        int i = table->ones[at], j = table->twos[at];
        double one = table->left[i]->word->rarity, two = table->right[j]->word->rarity;
        if (table->cells[i][j].relation == INITIAL)
            initials++;
        else
            usual += (one < two ? one : two) < SELDOM;
    }
    return initials == 1 && usual == 1;
}

/* The rules of _laid(): the score, below 0 with an error. */
double judged(Judge *self, Table *table, PyObject *further, int one_row, int bounded)
{
    if (!table->lefts || !table->rights)
        return APART; /* a blank is nobody's name */
    if (settle(self, table) < 0)
        return -1.0;
    int equal = table->pairs == table->lefts && table->pairs == table->rights;
    for (int at = 0; equal && at < table->pairs; at++)
        equal = table->cells[table->ones[at]][table->twos[at]].relation == EQUAL;
    if (equal)
        return SURE;
    Picture picture = {.count = 0};
    double score;
    if (pictured(self, table, &picture) < 0 || weigh(self, &picture, further, &score) < 0)
        return -1.0;
    if (!one_row && picture.contradicted) {
        int strangers = score > STRANGERS ? are_strangers(self, table) : 0;
        if (strangers < 0)
            return -1.0;
        double limit = strangers ? STRANGERS : CONTRADICTED;
        score = limit < score ? limit : score;
    }
    if (score > CONTRADICTED && !one_row && are_many(table))
        score = CONTRADICTED;
    for (int at = 0; score > LEAST_BOUND && !one_row && table->pairs <= FEW && at < table->pairs; at++) {
        int i = table->ones[at], j = table->twos[at];
        if (table->cells[i][j].reason != KIN)
            continue;
        int found = two_called(self, table->left[i]->word, table->right[j]->word);
        if (found < 0)
            return -1.0;
        score = found ? LEAST_BOUND : score;
    }
    if (score > LEAST_BOUND && !one_row && bounded && table->pairs <= FEW)
        for (int at = 0; at < table->pairs; at++) {
            int i = table->ones[at], j = table->twos[at];
            double limit = most(self, table->left[i]->word, table->right[j]->word, &table->cells[i][j]);
            if (limit < 0.0)
                return -1.0;
            score = limit < score ? limit : score;
        }
    return score;
}
