/* The beam search of Reader in beam.py: from a spelling to the likeliest original words, the same sums in the same order.
 *
 * What may follow a reading is told by _loops_links.c. tests/test_loops.py lays the readings beside those of the Python class. */
#include "_loops.h"
#include <string.h>

/* Ask for memory that is soon to be read. */
static void fetch(const void *from, size_t bytes)
{
#if defined(__GNUC__)
    for (const char *at = from; at < (const char *)from + bytes; at += LINE)
        __builtin_prefetch(at);
#endif
}

/* Where a letter stands among those that follow the nodes, if it is one of a node's own; else NONE. */
static int32_t own_letter(const Reader *self, int32_t spot, uint8_t letter)
{
    const Spot *here = self->spots + spot;
    return here->owns & bit_of(letter) ? here->first + rank_of(here->owns, letter) : NONE;
}

/* The node of the letter model after a node and a letter. */
static int32_t spot_after(const Reader *self, int32_t spot, uint8_t letter)
{
    for (; self->lettered && spot >= 0; spot = self->spots[spot].less) {
        const Spot *here = self->spots + spot;
        if (here->leads & bit_of(letter))
            return self->afters[here->led + rank_of(here->leads, letter)];
    }
    if (spot < 0)
        return 0;
    uint64_t history = self->letters.histories[spot] << LETTER | letter;
    if (history >> LETTER * self->reach)
        history = shorter(history, LETTER);
    return node_at(&self->letters, history, LETTER);
}

/* The cost of a letter after a node of the letter model. */
static double step(const Reader *self, int32_t spot, uint8_t letter)
{
    const Spot *here = self->spots + spot;
    if (here->owns & bit_of(letter))
        return self->weighed[self->steps[here->first + rank_of(here->owns, letter)]];
    return here->less < 0 ? self->unseen : self->weighed[here->back] + step(self, here->less, letter);
}

/* The cost of some letters after a node. */
static double steps(const Reader *self, int32_t spot, const uint8_t *native, int size)
{
    double cost = step(self, spot, *native);
    return size == 1 ? cost : cost + steps(self, spot_after(self, spot, *native), native + 1, size - 1);
}

static double end_cost(const Reader *self, int32_t state, int32_t spot)
{
    double paid = 0, own = -1, spelt = 0;
    for (; state >= 0 && own < 0; state = self->chunks.lesses[state]) {
        own = nats(self->ends[state]);
        paid += own < 0 ? nats(self->chunks.backs[state]) : own;
    }
    paid += own < 0 ? self->chunks.unseen : 0;
    for (own = -1; spot >= 0 && own < 0; spot = self->letters.lesses[spot]) {
        int32_t at = own_letter(self, spot, 2);
        own = at < 0 ? -1 : nats(self->steps[at]);
        spelt += own < 0 ? nats(self->letters.backs[spot]) : own;
    }
    spelt += own < 0 ? self->letters.unseen : 0;
    return paid + spelt * self->weight;
}

static int native_size(const uint8_t *native)
{
    int size = 1; /* no chunk is without letters */
    while (size < NATIVE && native[size])
        size++;
    return size;
}

typedef struct { /* how a reading may be read on */
    Links links;
    double base; /* what all of them cost besides */
} Onward;

typedef struct { /* what a search needs beside its stops */
    int beam;
    Onward *onward; /* room for each reading of a stop */
    double within;
    size_t wide; /* bytes of a text */
} Search;

/* Where both models stand after each of the readings at a letter, those dropped that lie too far behind.
 *
 * The models are far larger than a cache: the memory of all readings is asked for before that of the first is read. */
static void settle(const Reader *self, Stop *stop)
{
    while (stop->count && stop->paths[stop->count - 1].cost > stop->limit)
        stop->count--;
    const Path *end = stop->paths + stop->count;
    for (Path *path = stop->paths; path < end; path++) {
        if (!path->size)
            continue; /* the beginning */
        if (!self->closed)
            path->state = node_after(self, path->state, path->chunk);
        fetch(self->states + path->state, 1);
        const uint8_t *native = self->natives + NATIVE * path->chunk;
        for (int size = native_size(native); size; size--)
            path->spot = spot_after(self, path->spot, *native++);
        fetch(self->spots + path->spot, sizeof *self->spots);
    }
    for (const Path *path = stop->paths; path < end; path++) {
        const Spot *spot = self->spots + path->spot;
        fetch(self->steps + spot->first, sizeof *self->steps);
        if (spot->less >= 0)
            fetch(self->spots + spot->less, sizeof *self->spots);
    }
}

static int cheaper(const Path *left, const uint8_t *text, const Path *right, const uint8_t *texts)
{
    if (left->cost != right->cost)
        return left->cost < right->cost;
    int order = memcmp(text, texts + right->text, (size_t)(left->size < right->size ? left->size : right->size));
    return order ? order < 0 : left->size < right->size;
}

/* Keep a longer reading among the best of a letter, unless one of the same letters is as cheap. */
static void keep(const Reader *self, const Search *search, const Stop *from, const Path *before, Path path, Stop *stop)
{
    const uint8_t *native = self->natives + NATIVE * path.chunk;
    int added = native_size(native);
    uint8_t *text = stop->texts + stop->spare;
    memcpy(text, from->texts + before->text, (size_t)before->size);
    for (int at = 0; at < added; at++) {
        text[before->size + at] = native[at];
        path.mark = (path.mark + native[at]) * 0x2545F4914F6CDD1DULL;
    }
    path.size += added;
    int32_t to = 0;
    for (; to < stop->count; to++) {
        const Path *known = stop->paths + to;
        if (known->mark == path.mark && known->size == path.size &&
            !memcmp(stop->texts + known->text, text, (size_t)path.size))
            break;
    }
    if (to < stop->count) {
        if (path.cost >= stop->paths[to].cost)
            return;
        path.text = stop->paths[to].text;
    } else {
        if (to == search->beam && !cheaper(&path, text, &stop->paths[--to], stop->texts))
            return;
        path.text = stop->spare;
        stop->spare = to < stop->count ? stop->paths[to].text : (int32_t)((size_t)++stop->count * search->wide);
    }
    for (; to && cheaper(&path, text, &stop->paths[to - 1], stop->texts); to--)
        stop->paths[to] = stop->paths[to - 1];
    stop->paths[to] = path;
    if (path.cost + search->within < stop->limit)
        stop->limit = path.cost + search->within;
    double last = stop->count == search->beam ? stop->paths[stop->count - 1].cost : FAR;
    stop->bound = last < stop->limit ? last : stop->limit;
}

/* Read on from the best readings at a letter through one piece of spelling. */
static int extend(Reader *self, const Search *search, const Stop *from, int32_t spelling, Stop *stop)
{
    int32_t many = 0; /* of the readings that may be read on; their links are looked for first */
    for (const Path *path = from->paths; many < from->count && path[many].cost <= stop->bound; many++) {
        Onward *onward = search->onward + many;
        onward->links.count = 0;
        if (path[many].cost + self->spots[path[many].spot].least * GRAIN > stop->bound)
            continue;
        if (link_at(self, path[many].state, spelling, &onward->links, &onward->base) < 0)
            return -1;
        fetch(ITEMS(self->links, Link) + onward->links.first, (size_t)onward->links.count * sizeof(Link));
    }
    for (int32_t one = 0; one < many && from->paths[one].cost <= stop->bound; one++) {
        const Path *path = from->paths + one;
        double least = self->spots[path->spot].least * GRAIN;
        Links links = search->onward[one].links;
        double base = path->cost + search->onward[one].base;
        for (int32_t at = 0; at < links.count; at++) {
            Link link = ITEMS(self->links, Link)[links.first + at];
            double cost = link.cost + base;
            if (cost + least > stop->bound)
                break;
            const uint8_t *native = link.native;
            cost += native[1] ? steps(self, path->spot, native, native_size(native)) : step(self, path->spot, *native);
            if (cost > stop->bound)
                continue;
            Path longer = *path;
            longer.cost = cost;
            longer.chunk = link.chunk;
            if (self->closed)
                longer.state = link.next;
            keep(self, search, from, path, longer, stop);
        }
    }
    return 0;
}

/* The letters of a reading. */
static PyObject *told(const Reader *self, const Stop *stop, const Path *path)
{
    PyObject *text = PyUnicode_New(path->size, PyUnicode_MAX_CHAR_VALUE(self->alphabet));
    for (int32_t at = 0; text && at < path->size; at++) {
        uint8_t number = stop->texts[path->text + at];
        PyUnicode_WRITE(PyUnicode_KIND(text), PyUnicode_DATA(text), at, PyUnicode_READ_CHAR(self->alphabet, number));
    }
    return text;
}

#define STOPS (PIECE + 1)   /* as many as are open at once */
#define MOST (INT32_MAX / 2) /* bytes of the readings of a stop */

static void open_stop(Stop *stop)
{
    stop->count = stop->spare = 0;
    stop->limit = stop->bound = FAR;
}

/* The pieces of spelling that begin at a letter, by their size: 0 for one that only begins a longer; how many. */
static int pieces_at(const Reader *self, PyObject *word, Py_ssize_t at, int32_t *spellings)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(word);
    uint64_t piece = 0;
    int many = 0;
    for (; many < PIECE && at + many < size; many++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(word, at + many);
        piece = piece << 8 | (letter < 65536 ? self->written[letter] : 0);
        spellings[many] = piece ? table_get(&self->pieces, piece) : NONE;
        if (spellings[many] < 0)
            break;
    }
    return many;
}

/* The stop at the end of a word; NULL where memory ends. */
static const Stop *search(Reader *self, PyObject *word, const Search *how, Stop *stops)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(word);
    for (int at = 0; at < STOPS; at++)
        open_stop(stops + at);
    /* chunk 0 is "^", letter 1 too */
    Path first = {0.0, 0, node_at(&self->chunks, 1, CHUNK), node_at(&self->letters, 1, LETTER), 0, 0, 0};
    stops->paths[stops->count++] = first;
    for (Py_ssize_t at = 0;; at++) {
        Stop *from = stops + at % STOPS;
        int32_t spellings[PIECE];
        int many = from->count ? pieces_at(self, word, at, spellings) : 0;
        settle(self, from);
        if (at == size)
            return from;
        for (int one = 0; one < many; one++)
            if (spellings[one] && extend(self, how, from, spellings[one], stops + (at + one + 1) % STOPS) < 0)
                return NULL;
        open_stop(from);
    }
}

void forget(Heard *heard, Py_ssize_t count)
{
    for (Py_ssize_t at = 0; heard && at < count; at++)
        Py_XDECREF(heard[at].native);
    PyMem_Free(heard);
}

/* Every reading the beam ends with, to be forgotten; NULL where memory ends, or of a reader that was never made. */
Heard *hear(Reader *self, PyObject *word, int beam, double within, Py_ssize_t *count)
{
    if (!self || !self->linked.slots)
        return PyErr_SetString(PyExc_TypeError, "not made"), NULL;
    Py_ssize_t size = PyUnicode_GET_LENGTH(word);
    Search how = {beam < 1 ? 1 : beam, NULL, within, NATIVE * (size_t)(size + 1)};
    if (how.beam >= MOST / (int)sizeof(Path) || size >= MOST / NATIVE / (how.beam + 1))
        return PyErr_NoMemory(), NULL;
    size_t paths = (size_t)how.beam * sizeof(Path), texts = (size_t)(how.beam + 1) * how.wide;
    size_t onward = (size_t)how.beam * sizeof(Onward);
    char *room = PyMem_Malloc(onward + STOPS * (paths + texts));
    how.onward = (Onward *)room;
    Stop stops[STOPS];
    for (size_t at = 0; room && at < STOPS; at++) {
        stops[at].paths = (Path *)(room + onward + at * paths);
        stops[at].texts = (uint8_t *)room + onward + STOPS * paths + at * texts;
    }
    const Stop *last = room ? search(self, word, &how, stops) : NULL;
    *count = last ? last->count : 0;
    Heard *heard = last ? PyMem_Calloc((size_t)*count + 1, sizeof *heard) : NULL;
    for (Py_ssize_t at = 0; heard && at < *count; at++) {
        const Path *path = last->paths + at;
        heard[at] = (Heard){path->cost + end_cost(self, path->state, path->spot), told(self, last, path)};
        if (!heard[at].native) {
            forget(heard, *count);
            heard = NULL;
        }
    }
    PyMem_Free(room);
    return heard ? heard : (PyErr_NoMemory(), NULL);
}

/* Readings as pairs of cost and letters; forgets them. */
PyObject *pairs(Heard *heard, Py_ssize_t count)
{
    PyObject *found = heard ? PyList_New(count) : NULL;
    for (Py_ssize_t at = 0; found && at < count; at++) {
        PyObject *cost = PyFloat_FromDouble(heard[at].cost), *pair = cost ? PyTuple_New(2) : NULL;
        if (!pair) {
            Py_XDECREF(cost);
            Py_CLEAR(found);
            break;
        }
        PyTuple_SET_ITEM(pair, 0, cost);
        PyTuple_SET_ITEM(pair, 1, Py_NewRef(heard[at].native));
        PyList_SET_ITEM(found, at, pair);
    }
    forget(heard, count);
    return found;
}

PyObject *reader_read(Reader *self, PyObject *args)
{
    PyObject *word;
    Py_ssize_t count = 0;
    int beam;
    double within;
    if (!PyArg_ParseTuple(args, "Uid", &word, &beam, &within))
        return NULL;
    Heard *heard = hear(self, word, beam, within, &count);
    return pairs(heard, count);
}
