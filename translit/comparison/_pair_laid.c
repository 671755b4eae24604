/* What is laid beside what: pairing.py's paired(), and the names whose parts are taken apart for it. */
#include "_pair.h"

static double cost_of(const Table *table, int i, int j)
{
    int one = table->left[i]->role, two = table->right[j]->role;
    double crossed = one != two && one != NO_ROLE && two != NO_ROLE ? CROSSED : 0.0;
    return table->cells[i][j].far + crossed + 0.01 * abs(i - j);
}

static int nearer(const Offer *one, const Offer *two)
{
    if (one->cost != two->cost)
        return one->cost < two->cost;
    int order = PyUnicode_Compare(one->first->core, two->first->core);
    if (!order)
        order = PyUnicode_Compare(one->second->core, two->second->core);
    if (!order)
        order = one->i + one->j - two->i - two->j;
    return order ? order < 0 : one->order < two->order;
}

static void lay(Table *table, int i, int j)
{
    table->left_taken[i] = table->right_taken[j] = 1;
    table->ones[table->pairs] = i;
    table->twos[table->pairs++] = j;
}

/* Pair what does not contradict, the nearest first; of the `rest` also what does. Each is looked at as
 * if it were as near as it can be, and put back where it is not. */
static int take(Judge *self, Table *table, Offer *offers, int count, int rest)
{
    for (int at = 1; at < count; at++) { /* few, and often in order */
        Offer offer = offers[at];
        int to = at;
        for (; to && nearer(&offer, &offers[to - 1]); to--)
            offers[to] = offers[to - 1];
        offers[to] = offer;
    }
    for (int at = 0; at < count; at++) {
        int i = offers[at].i, j = offers[at].j;
        if (table->left_taken[i] || table->right_taken[j])
            continue;
        Cell *cell = &table->cells[i][j];
        if (cell->state == ROUGH) {
            double before = cell->far;
            if (finish(self, table->left[i], table->right[j], cell) < 0)
                return -1;
            if (cell->far != before) {
                Offer offer = offers[at];
                offer.cost = cost_of(table, i, j);
                int to = at;
                for (; to + 1 < count && nearer(&offers[to + 1], &offer); to++)
                    offers[to] = offers[to + 1];
                offers[to] = offer;
                at--;
                continue;
            }
        }
        if (cell->relation != CONTRADICTS)
            lay(table, i, j);
    }
    for (int any = !self->russian; rest && any < 2; any++) /* of Russian names first what is of one role */
        for (int at = 0; at < count; at++) {
            int i = offers[at].i, j = offers[at].j;
            if (!table->left_taken[i] && !table->right_taken[j] && (any || table->left[i]->role == table->right[j]->role))
                lay(table, i, j);
        }
    return 0;
}

static int offer(Judge *self, Table *table, Offer *offers, int count, int i, int j)
{
    Cell *cell = &table->cells[i][j];
    if (cell->state == OPEN && rough(self, table->left[i], table->right[j], cell) < 0)
        return -1;
    Word *first = table->left[i]->word, *second = table->right[j]->word;
    int turned = PyUnicode_Compare(second->core, first->core) < 0;
    offers[count] = (Offer){cost_of(table, i, j), turned ? second : first, turned ? first : second, i, j, count};
    return 0;
}

/* Two words of one sound that play one part. */
static int kin(const Token *one, const Token *two)
{
    const Word *a = one->word, *b = two->word;
    if (!same(a->core, b->core) && (a->initial || b->initial || !same(a->key, b->key)))
        return 0;
    return one->role == two->role || one->role == NO_ROLE || two->role == NO_ROLE;
}

int settle(Judge *self, Table *table)
{
    Offer offers[ROOM * ROOM];
    int count = 0;
    for (int i = 0; i < table->lefts; i++)
        for (int j = 0; j < table->rights; j++)
            if (kin(table->left[i], table->right[j]) && offer(self, table, offers, count++, i, j) < 0)
                return -1;
    if (take(self, table, offers, count, 0) < 0)
        return -1;
    count = 0;
    for (int i = 0; i < table->lefts; i++)
        for (int j = 0; j < table->rights; j++)
            if (!table->left_taken[i] && !table->right_taken[j] && offer(self, table, offers, count++, i, j) < 0)
                return -1;
    return take(self, table, offers, count, 1);
}

/* ---- a name's parts ---- */

static int has_key(PyObject *tokens, PyObject *key)
{
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(tokens); at++)
        if (same(((Token *)PyTuple_GET_ITEM(tokens, at))->word->key, key))
            return 1;
    return 0;
}

int are_tokens(PyObject *tokens)
{
    if (!PyTuple_Check(tokens))
        return 0;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(tokens); at++)
        if (!Py_IS_TYPE(PyTuple_GET_ITEM(tokens, at), &TokenType))
            return 0;
    return 1;
}

/* The words of a part where the other name has each as a part, NULL where it has not; -1 with an error. */
static int taken_apart(Judge *self, Token *token, PyObject *there, PyObject **words)
{
    *words = NULL;
    if (!token->spaced || has_key(there, token->word->key))
        return 0;
    if (!token->words) {
        PyObject *found = ask(self, SPLIT, (PyObject *)token, NULL);
        if (found && !are_tokens(found)) {
            PyErr_SetString(PyExc_TypeError, "a tuple of tokens");
            Py_CLEAR(found);
        }
        if (!found)
            return -1;
        if (token->words) /* another thread was told meanwhile, and what it was told is in use */
            Py_DECREF(found);
        else
            token->words = found;
    }
    Py_ssize_t size = PyTuple_GET_SIZE(token->words);
    for (Py_ssize_t at = 0; at < size; at++)
        if (!has_key(there, ((Token *)PyTuple_GET_ITEM(token->words, at))->word->key))
            return 0;
    *words = size > 1 ? token->words : NULL;
    return 0;
}

/* _resolved(): a name's tokens, as few as there is room for; -1 with an error. */
int resolved(Judge *self, PyObject *here, PyObject *there, int apart, Token **tokens)
{
    int count = 0;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(here) && count <= ROOM; at++) {
        Token *token = (Token *)PyTuple_GET_ITEM(here, at);
        PyObject *words = NULL;
        if (apart && taken_apart(self, token, there, &words) < 0)
            return -1;
        Py_ssize_t size = words ? PyTuple_GET_SIZE(words) : 1;
        for (Py_ssize_t word = 0; word < size; word++, count++)
            if (count < ROOM)
                tokens[count] = words ? (Token *)PyTuple_GET_ITEM(words, word) : token;
    }
    return count;
}
