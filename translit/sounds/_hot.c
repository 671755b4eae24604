/* The loops of hot.py for machines with a compiler: the same sums in the same order.
 *
 * Reader reads from the arrays that packed.py makes of the two back-off models; tests/test_hot.py
 * lays its readings beside those of the Python class. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

#define FORMAT 2  /* as in packed.py: arrays and module of different sources do not meet */
#define NATIVE 4  /* the most original letters of a chunk */
#define PIECE 8   /* the most letters of a piece of spelling */
#define LETTER 8  /* the bits of a letter, and of a chunk, in a history */
#define CHUNK 21
#define FAR 1e9
#define NONE (-1)

/* ---- numbers found by a 64-bit key; 0 is no key ---- */

typedef struct {
    uint64_t *keys;
    int32_t *values;
    size_t room, used; /* room is a power of two */
} Table;

static size_t slot_of(const Table *table, uint64_t key)
{
    size_t at = (size_t)(((key ^ key >> 29) * 0x9E3779B97F4A7C15ULL) >> 32) & (table->room - 1);
    while (table->keys[at] && table->keys[at] != key)
        at = (at + 1) & (table->room - 1);
    return at;
}

static int32_t table_get(const Table *table, uint64_t key)
{
    size_t at = slot_of(table, key);
    return table->keys[at] ? table->values[at] : NONE;
}

static int table_widen(Table *table)
{
    Table wider = {NULL, NULL, table->room ? 2 * table->room : 256, table->used};
    wider.keys = PyMem_Calloc(wider.room, sizeof *wider.keys);
    wider.values = PyMem_Malloc(wider.room * sizeof *wider.values);
    if (!wider.keys || !wider.values) {
        PyMem_Free(wider.keys);
        PyMem_Free(wider.values);
        return -1;
    }
    for (size_t at = 0; at < table->room; at++)
        if (table->keys[at]) {
            size_t to = slot_of(&wider, table->keys[at]);
            wider.keys[to] = table->keys[at];
            wider.values[to] = table->values[at];
        }
    PyMem_Free(table->keys);
    PyMem_Free(table->values);
    *table = wider;
    return 0;
}

static int table_put(Table *table, uint64_t key, int32_t value)
{
    if (2 * table->used >= table->room && table_widen(table) < 0)
        return -1;
    size_t at = slot_of(table, key);
    table->used += !table->keys[at];
    table->keys[at] = key;
    table->values[at] = value;
    return 0;
}

/* ---- arrays that grow ---- */

typedef struct {
    char *at;
    size_t used, room;
} Array;

static void *more(Array *array, size_t size, size_t count)
{
    if (array->used + count > array->room) {
        size_t room = array->room ? 2 * array->room : 256;
        while (room < array->used + count)
            room *= 2;
        char *moved = PyMem_Realloc(array->at, room * size);
        if (!moved)
            return NULL;
        array->at = moved;
        array->room = room;
    }
    array->used += count;
    return array->at + (array->used - count) * size;
}

#define ITEMS(array, type) ((type *)(array).at)

/* ---- the reader ---- */

typedef struct { /* a back-off model: nodes, and what follows each from `first` to the next one's */
    const uint64_t *histories;
    const double *backs;
    const int32_t *lesses; /* the node of the longest shorter history */
    const int32_t *firsts;
    const double *costs;
    Py_ssize_t nodes;
    double unseen;
    Table places;
} Model;

typedef struct {
    int32_t chunk;
    double cost;
} Link;

typedef struct { /* what all of some links cost besides, and where they stand */
    double base;
    int32_t first, count;
} Links;

typedef struct { /* a reading of the first letters of a word */
    double cost;
    uint64_t mark; /* of its letters */
    uint64_t before; /* the history of its last chunk */
    int32_t text, size, end, chunk, next;
} Path;

typedef struct {
    Path path;
    int32_t state, spot;
} Kept;

typedef struct {
    PyObject_HEAD
    PyObject *arrays;
    Model letters, chunks;
    const uint8_t *followers;     /* the letters that follow a node of the letter model */
    const int32_t *own;           /* the chunks that follow a node of the chunk model */
    const double *ends;           /* what the end of the word costs there, below 0 where it has none */
    const uint8_t *natives;       /* of each chunk: its original letters, NATIVE bytes, 0 where it has fewer */
    const int32_t *spellings;     /* of each chunk */
    PyObject *alphabet;           /* the letters by their numbers; "^" is 1, "$" 2 */
    uint8_t written[65536];       /* the numbers of the letters of spellings */
    int reach;
    double weight;
    Table pieces, linked, known;  /* pieces of spelling; links by node and piece; paths by letters and place */
    Array links, lists, paths, texts;
} Reader;

/* The chunks that may read a piece of spelling after a history, the cheapest first. */
static int32_t link_at(Reader *self, int32_t state, int32_t spelling)
{
    uint64_t key = (uint64_t)(state + 1) << 32 | (uint32_t)spelling;
    int32_t place = table_get(&self->linked, key);
    if (place >= 0)
        return place;
    const Model *model = &self->chunks;
    int32_t less = model->lesses[state], start = model->firsts[state], stop = model->firsts[state + 1];
    Links lower = {0.0, start, stop - start};
    if (less >= 0) {
        int32_t below = link_at(self, less, spelling);
        if (below < 0)
            return NONE;
        lower = ITEMS(self->lists, Links)[below];
    }
    int32_t own = start;
    while (own < stop && self->spellings[self->own[own]] != spelling)
        own++;
    Links found = {model->backs[state] + lower.base, lower.first, lower.count};
    if (own < stop || less < 0) {
        int32_t first = (int32_t)self->links.used, count = 0;
        for (int32_t at = lower.first; at < lower.first + lower.count; at++) {
            Link link;
            if (less < 0)
                link = (Link){self->own[at], model->costs[at]};
            else
                link = ITEMS(self->links, Link)[at];
            if (self->spellings[link.chunk] != spelling)
                continue;
            if (less >= 0)
                link.cost += found.base;
            for (int32_t one = own; less >= 0 && one < stop; one++)
                if (self->own[one] == link.chunk)
                    link.cost = model->costs[one];
            if (!more(&self->links, sizeof(Link), 1))
                return NONE;
            Link *links = ITEMS(self->links, Link);
            int32_t to = first + count++;
            for (; to > first && (link.cost < links[to - 1].cost ||
                                  (link.cost == links[to - 1].cost && link.chunk < links[to - 1].chunk)); to--)
                links[to] = links[to - 1];
            links[to] = link;
        }
        found = (Links){0.0, first, count};
    }
    Links *made = more(&self->lists, sizeof(Links), 1);
    if (!made || table_put(&self->linked, key, (int32_t)self->lists.used - 1) < 0)
        return NONE;
    *made = found;
    return (int32_t)self->lists.used - 1;
}

/* A history without its oldest member; members are so many bits wide. */
static uint64_t shorter(uint64_t history, int bits)
{
    uint64_t one = ((uint64_t)1 << bits) - 1, mask = 0;
    while ((mask << bits | one) < history)
        mask = mask << bits | one;
    return history & mask;
}

/* The node of the longest end of a history that a model knows. */
static int32_t node_at(const Model *model, uint64_t history, int bits)
{
    int32_t found = NONE;
    for (; history && found < 0; history = shorter(history, bits))
        found = table_get(&model->places, history);
    return found < 0 ? 0 : found;
}

static double own_step(const Reader *self, int32_t spot, uint8_t letter)
{
    int32_t first = self->letters.firsts[spot], count = self->letters.firsts[spot + 1] - first;
    const uint8_t *found = memchr(self->followers + first, letter, (size_t)count);
    return found ? self->letters.costs[found - self->followers] : -1;
}

static double step_one(const Reader *self, int32_t spot, uint8_t letter)
{
    double own = own_step(self, spot, letter), back = self->letters.backs[spot];
    if (own >= 0)
        return own * self->weight;
    if (self->letters.lesses[spot] < 0)
        return (back + self->letters.unseen) * self->weight;
    return back * self->weight + step_one(self, self->letters.lesses[spot], letter);
}

/* The cost of some letters after a node of the letter model. */
static double step(const Reader *self, int32_t spot, const uint8_t *native, int size)
{
    double cost = step_one(self, spot, native[0]);
    if (size == 1)
        return cost;
    uint64_t history = self->letters.histories[spot] << 8 | native[0];
    if (history >> 8 * self->reach)
        history = shorter(history, LETTER);
    return cost + step(self, node_at(&self->letters, history, LETTER), native + 1, size - 1);
}

static double end_cost(const Reader *self, int32_t state, int32_t spot)
{
    double paid = 0, own = -1, spelt = 0;
    for (; state >= 0 && own < 0; state = self->chunks.lesses[state]) {
        own = self->ends[state];
        paid += own < 0 ? self->chunks.backs[state] : own;
    }
    paid += own < 0 ? self->chunks.unseen : 0;
    for (own = -1; spot >= 0 && own < 0; spot = self->letters.lesses[spot]) {
        own = own_step(self, spot, 2);
        spelt += own < 0 ? self->letters.backs[spot] : own;
    }
    spelt += own < 0 ? self->letters.unseen : 0;
    return paid + spelt * self->weight;
}

static int native_size(const uint8_t *native)
{
    int size = 0;
    while (size < NATIVE && native[size])
        size++;
    return size;
}

static int cheaper(const Reader *self, const Path *left, const Path *right)
{
    if (left->cost != right->cost)
        return left->cost < right->cost;
    const uint8_t *one = ITEMS(self->texts, uint8_t) + left->text;
    const uint8_t *other = ITEMS(self->texts, uint8_t) + right->text;
    int order = memcmp(one, other, (size_t)(left->size < right->size ? left->size : right->size));
    return order ? order < 0 : left->size < right->size;
}

/* The best partial readings at a letter, the cheapest first, with where they stand in both models. */
static int settle(const Reader *self, int32_t head, double limit, int beam, Kept *kept)
{
    int count = 0;
    for (; head >= 0; head = ITEMS(self->paths, Path)[head].next) {
        const Path *path = ITEMS(self->paths, Path) + head;
        if (path->cost > limit || (count == beam && !cheaper(self, path, &kept[count - 1].path)))
            continue;
        int to = count < beam ? count++ : count - 1;
        for (; to && cheaper(self, path, &kept[to - 1].path); to--)
            kept[to].path = kept[to - 1].path;
        kept[to].path = *path;
    }
    for (int at = 0; at < count; at++) {
        const Path *path = &kept[at].path;
        int first = path->size < self->reach ? 0 : path->size - self->reach;
        uint64_t history = path->size < self->reach; /* the number of "^" is 1 */
        for (int one = first; one < path->size; one++)
            history = history << 8 | ITEMS(self->texts, uint8_t)[path->text + one];
        kept[at].spot = node_at(&self->letters, history, LETTER);
        history = path->before & (((uint64_t)1 << 2 * CHUNK) - 1);
        kept[at].state = node_at(&self->chunks, history << CHUNK | (uint64_t)(path->chunk + 1), CHUNK);
    }
    return count;
}

/* Keep a longer reading, unless one of the same letters is as cheap. */
static int keep(Reader *self, const Path *before, uint64_t history, int32_t chunk, double cost, int end,
                int32_t *head)
{
    const uint8_t *native = self->natives + NATIVE * chunk;
    int added = native_size(native), size = before->size + added;
    uint64_t mark = before->mark;
    for (int at = 0; at < added; at++)
        mark = (mark + native[at]) * 0x2545F4914F6CDD1DULL;
    uint64_t key = (mark ^ mark >> 31) + (uint64_t)end * 0x9E3779B97F4A7C15ULL;
    for (;; key++) { /* readings of other letters may have this key */
        key += !key;
        int32_t place = table_get(&self->known, key);
        if (place < 0)
            break;
        const Path *known = ITEMS(self->paths, Path) + place;
        const uint8_t *text = ITEMS(self->texts, uint8_t) + known->text;
        if (known->mark != mark || known->end != end || known->size != size ||
            memcmp(text + before->size, native, (size_t)added) ||
            memcmp(text, ITEMS(self->texts, uint8_t) + before->text, (size_t)before->size))
            continue;
        if (cost < known->cost) {
            Path *path = ITEMS(self->paths, Path) + place;
            path->cost = cost;
            path->before = history;
            path->chunk = chunk;
        }
        return 0;
    }
    Path path = {cost, mark, history, (int32_t)self->texts.used, size, end, chunk, *head};
    uint8_t *text = more(&self->texts, 1, (size_t)size);
    Path *made = more(&self->paths, sizeof(Path), 1);
    if (!text || !made || table_put(&self->known, key, (int32_t)self->paths.used - 1) < 0)
        return -1;
    memcpy(text, ITEMS(self->texts, uint8_t) + before->text, (size_t)before->size);
    memcpy(text + before->size, native, (size_t)added);
    *made = path;
    *head = (int32_t)self->paths.used - 1;
    return 0;
}

/* Read on from the best readings at a letter through one piece of spelling. */
static int extend(Reader *self, const Kept *kept, int count, int32_t spelling, int end, double within,
                  double *limit, int32_t *head)
{
    for (int one = 0; one < count; one++) {
        int32_t place = link_at(self, kept[one].state, spelling);
        if (place < 0)
            return -1;
        Links links = ITEMS(self->lists, Links)[place];
        uint64_t history = self->chunks.histories[kept[one].state];
        double base = kept[one].path.cost + links.base;
        for (int32_t at = links.first; at < links.first + links.count; at++) {
            Link link = ITEMS(self->links, Link)[at];
            double cost = link.cost + base;
            if (cost > *limit)
                break;
            const uint8_t *native = self->natives + NATIVE * link.chunk;
            cost += step(self, kept[one].spot, native, native_size(native));
            if (cost > *limit)
                continue;
            if (cost + within < *limit)
                *limit = cost + within;
            if (keep(self, &kept[one].path, history, link.chunk, cost, end, head) < 0)
                return -1;
        }
    }
    return 0;
}

static PyObject *told(const Reader *self, const Kept *kept)
{
    const Path *path = &kept->path;
    PyObject *text = PyUnicode_New(path->size, PyUnicode_MAX_CHAR_VALUE(self->alphabet));
    if (!text)
        return NULL;
    for (int at = 0; at < path->size; at++) {
        uint8_t number = ITEMS(self->texts, uint8_t)[path->text + at];
        PyUnicode_WRITE(PyUnicode_KIND(text), PyUnicode_DATA(text), at, PyUnicode_READ_CHAR(self->alphabet, number));
    }
    return Py_BuildValue("(dN)", path->cost + end_cost(self, kept->state, kept->spot), text);
}

static int search(Reader *self, PyObject *word, int beam, double within, Kept *kept, double *limits, int32_t *heads)
{
    int size = (int)PyUnicode_GET_LENGTH(word);
    Kept start = {{0}, 0, 0};
    self->paths.used = self->texts.used = self->known.used = 0;
    if (self->known.room)
        memset(self->known.keys, 0, self->known.room * sizeof *self->known.keys);
    for (int at = 0; at <= size; at++) {
        limits[at] = FAR;
        heads[at] = NONE;
    }
    Path *first = more(&self->paths, sizeof(Path), 1);
    if (!first || !more(&self->texts, 1, 1))
        return -1;
    *first = start.path; /* no letters yet; chunk 0 is "^" */
    first->next = NONE;
    heads[0] = 0;
    for (int at = 0; at < size; at++) {
        int count = settle(self, heads[at], limits[at], beam, kept);
        uint64_t piece = 0;
        for (int end = at + 1; count && end <= size && end - at <= PIECE; end++) {
            Py_UCS4 letter = PyUnicode_READ_CHAR(word, end - 1);
            piece = piece << 8 | (letter < 65536 ? self->written[letter] : 0);
            int32_t spelling = piece ? table_get(&self->pieces, piece) : NONE;
            if (spelling < 0)
                break;
            if (spelling && extend(self, kept, count, spelling, end, within, &limits[end], &heads[end]) < 0)
                return -1;
        }
    }
    return settle(self, heads[size], limits[size], beam, kept);
}

static PyObject *reader_read(Reader *self, PyObject *args)
{
    PyObject *word, *found = NULL;
    int beam;
    double within;
    if (!PyArg_ParseTuple(args, "Uid", &word, &beam, &within))
        return NULL;
    size_t size = (size_t)PyUnicode_GET_LENGTH(word);
    beam = beam < 1 ? 1 : beam;
    Kept *kept = PyMem_Malloc((size_t)beam * sizeof *kept);
    double *limits = PyMem_Malloc((size + 1) * sizeof *limits);
    int32_t *heads = PyMem_Malloc((size + 1) * sizeof *heads);
    int count = kept && limits && heads ? search(self, word, beam, within, kept, limits, heads) : -1;
    if (count < 0)
        PyErr_NoMemory();
    else
        found = PyList_New(count);
    for (int at = 0; found && at < count; at++) {
        PyObject *pair = told(self, &kept[at]);
        if (pair)
            PyList_SET_ITEM(found, at, pair);
        else
            Py_CLEAR(found);
    }
    PyMem_Free(kept);
    PyMem_Free(limits);
    PyMem_Free(heads);
    return found;
}

static const void *array(const Reader *self, const char *name, Py_ssize_t *count, Py_ssize_t size)
{
    PyObject *found = PyDict_GetItemString(self->arrays, name);
    if (!found || !PyBytes_Check(found)) {
        PyErr_Format(PyExc_ValueError, "no array %s", name);
        return NULL;
    }
    *count = PyBytes_GET_SIZE(found) / size;
    return PyBytes_AS_STRING(found);
}

static int ready(Model *model)
{
    if (table_widen(&model->places) < 0)
        return -1;
    for (Py_ssize_t at = 0; at < model->nodes; at++)
        if (model->histories[at] && table_put(&model->places, model->histories[at], (int32_t)at) < 0)
            return -1;
    return 0;
}

#define TAKE(to, type, name) if (!((to) = (const type *)array(self, name, &count, sizeof(type)))) return -1

static int reader_init(Reader *self, PyObject *args, PyObject *kwargs)
{
    Py_ssize_t count;
    const uint64_t *keys;
    const int32_t *numbers;
    PyObject *written;
    if (self->arrays) {
        PyErr_SetString(PyExc_TypeError, "made already");
        return -1;
    }
    if (!PyArg_ParseTuple(args, "O!UUiddd", &PyDict_Type, &self->arrays, &self->alphabet, &written, &self->reach,
                          &self->weight, &self->chunks.unseen, &self->letters.unseen)) {
        self->arrays = self->alphabet = NULL;
        return -1;
    }
    Py_INCREF(self->arrays);
    Py_INCREF(self->alphabet);
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(written) && at < 255; at++)
        self->written[PyUnicode_READ_CHAR(written, at) & 0xFFFF] = (uint8_t)(at + 1);
    TAKE(self->letters.histories, uint64_t, "letters.histories");
    self->letters.nodes = count;
    TAKE(self->letters.backs, double, "letters.backs");
    TAKE(self->letters.lesses, int32_t, "letters.lesses");
    TAKE(self->letters.firsts, int32_t, "letters.firsts");
    TAKE(self->letters.costs, double, "letters.costs");
    TAKE(self->followers, uint8_t, "letters.then");
    TAKE(self->chunks.histories, uint64_t, "chunks.histories");
    self->chunks.nodes = count;
    TAKE(self->chunks.backs, double, "chunks.backs");
    TAKE(self->chunks.lesses, int32_t, "chunks.lesses");
    TAKE(self->chunks.firsts, int32_t, "chunks.firsts");
    TAKE(self->chunks.costs, double, "chunks.costs");
    TAKE(self->own, int32_t, "chunks.then");
    TAKE(self->ends, double, "chunks.ends");
    TAKE(self->natives, uint8_t, "natives");
    TAKE(self->spellings, int32_t, "spellings");
    TAKE(numbers, int32_t, "pieces.numbers");
    TAKE(keys, uint64_t, "pieces.keys");
    for (Py_ssize_t at = 0; at < count; at++)
        if (table_put(&self->pieces, keys[at], numbers[at]) < 0)
            return -1;
    if (!self->pieces.room || !self->letters.nodes || !self->chunks.nodes)
        return PyErr_SetString(PyExc_ValueError, "an empty model"), -1;
    if (ready(&self->letters) < 0 || ready(&self->chunks) < 0 || table_widen(&self->linked) < 0 ||
        table_widen(&self->known) < 0)
        return PyErr_NoMemory(), -1;
    return 0;
}

static void reader_dealloc(Reader *self)
{
    Table *tables[] = {&self->letters.places, &self->chunks.places, &self->pieces, &self->linked, &self->known};
    Array *arrays[] = {&self->links, &self->lists, &self->paths, &self->texts};
    for (size_t at = 0; at < sizeof tables / sizeof *tables; at++) {
        PyMem_Free(tables[at]->keys);
        PyMem_Free(tables[at]->values);
    }
    for (size_t at = 0; at < sizeof arrays / sizeof *arrays; at++)
        PyMem_Free(arrays[at]->at);
    Py_XDECREF(self->arrays);
    Py_XDECREF(self->alphabet);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef reader_methods[] = {
    {"read", (PyCFunction)reader_read, METH_VARARGS, "Every reading the beam ends with: its cost and its letters."},
    {NULL, NULL, 0, NULL}};

static PyTypeObject ReaderType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._hot.Reader",
    .tp_basicsize = sizeof(Reader),
    .tp_dealloc = (destructor)reader_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Reads a spelling: the likeliest original forms with their costs.",
    .tp_methods = reader_methods,
    .tp_init = (initproc)reader_init,
    .tp_new = PyType_GenericNew,
};

/* ---- the distance of near.py ---- */

static PyObject *path_cost(PyObject *module, PyObject *args)
{
    PyObject *left, *right, *costs, *gaps;
    if (!PyArg_ParseTuple(args, "O!O!O!O!", &PyList_Type, &left, &PyList_Type, &right, &PyList_Type, &costs,
                          &PyList_Type, &gaps))
        return NULL;
    Py_ssize_t size = PyList_GET_SIZE(right), known = PyList_GET_SIZE(gaps);
    double *row = PyMem_Malloc((2 * (size_t)size + 1) * sizeof *row), *skips = row + size + 1, total = 0;
    Py_ssize_t *others = PyMem_Malloc((size_t)(size + 1) * sizeof *others);
    PyObject *found = NULL;
    if (!row || !others) {
        PyErr_NoMemory();
        goto done;
    }
    row[0] = 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        others[at] = PyLong_AsSsize_t(PyList_GET_ITEM(right, at));
        if (others[at] < 0 || others[at] >= known)
            goto strange;
        skips[at] = PyFloat_AsDouble(PyList_GET_ITEM(gaps, others[at]));
        row[at + 1] = total += skips[at];
    }
    for (Py_ssize_t one = 0; one < PyList_GET_SIZE(left); one++) {
        Py_ssize_t symbol = PyLong_AsSsize_t(PyList_GET_ITEM(left, one));
        if (symbol < 0 || symbol >= known || symbol >= PyList_GET_SIZE(costs))
            goto strange;
        PyObject *beside = PyList_GET_ITEM(costs, symbol);
        if (!PyList_Check(beside) || PyList_GET_SIZE(beside) < known)
            goto strange;
        double skip = PyFloat_AsDouble(PyList_GET_ITEM(gaps, symbol)), diagonal = row[0], before = diagonal + skip;
        row[0] = before;
        for (Py_ssize_t at = 1; at <= size; at++) {
            double cost = diagonal + PyFloat_AsDouble(PyList_GET_ITEM(beside, others[at - 1]));
            diagonal = row[at];
            if (diagonal + skip < cost)
                cost = diagonal + skip;
            before += skips[at - 1];
            if (before < cost)
                cost = before;
            row[at] = before = cost;
        }
    }
    if (!PyErr_Occurred())
        found = PyFloat_FromDouble(row[size]);
    goto done;
strange:
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_IndexError, "a symbol without costs");
done:
    PyMem_Free(row);
    PyMem_Free(others);
    return found;
}

static PyMethodDef methods[] = {
    {"path_cost", path_cost, METH_VARARGS, "The cost of the cheapest path from one row of symbols to another."},
    {NULL, NULL, 0, NULL}};

static PyModuleDef module = {PyModuleDef_HEAD_INIT, "_hot", "The loops of hot.py, compiled.", -1, methods};

PyMODINIT_FUNC PyInit__hot(void)
{
    PyObject *made = PyType_Ready(&ReaderType) < 0 ? NULL : PyModule_Create(&module);
    if (made && (PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0 ||
                 PyModule_AddObjectRef(made, "Reader", (PyObject *)&ReaderType) < 0))
        Py_CLEAR(made);
    return made;
}
