/* The loops of hot.py for machines with a compiler: the same sums in the same order.
 *
 * Reader reads from the arrays that packed.py makes of the two back-off models; tests/test_hot.py
 * lays its readings beside those of the Python class. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <math.h>
#include <stdint.h>

#define FORMAT 11 /* as in packed.py: arrays and module of different sources do not meet */
#define NATIVE 4  /* the most original letters of a chunk */
#define PIECE 8   /* the most letters of a piece of spelling */
#define BITS 64   /* the most letters of the original script, and two more */
#define LETTER 8  /* the bits of a letter, and of a chunk, in a history */
#define CHUNK 21
#define FAR 1e9
#define NONE (-1)
#define OTHERS (-2)

/* ---- numbers found by a 64-bit key; 0 is no key ---- */

typedef struct {
    uint64_t key;
    int32_t value;
} Slot;

typedef struct {
    Slot *slots;
    size_t room, used; /* room is a power of two */
} Table;

static Slot *slot_of(const Table *table, uint64_t key)
{
    size_t at = (size_t)(((key ^ key >> 29) * 0x9E3779B97F4A7C15ULL) >> 32) & (table->room - 1);
    while (table->slots[at].key && table->slots[at].key != key)
        at = (at + 1) & (table->room - 1);
    return table->slots + at;
}

static int32_t table_get(const Table *table, uint64_t key)
{
    const Slot *slot = slot_of(table, key);
    return slot->key ? slot->value : NONE;
}

static int table_widen(Table *table)
{
    Table wider = {NULL, table->room ? 2 * table->room : 256, table->used};
    wider.slots = PyMem_Calloc(wider.room, sizeof *wider.slots);
    if (!wider.slots)
        return -1;
    for (size_t at = 0; at < table->room; at++)
        if (table->slots[at].key)
            *slot_of(&wider, table->slots[at].key) = table->slots[at];
    PyMem_Free(table->slots);
    *table = wider;
    return 0;
}

static int table_put(Table *table, uint64_t key, int32_t value)
{
    if (2 * table->used >= table->room && table_widen(table) < 0)
        return -1;
    Slot *slot = slot_of(table, key);
    table->used += !slot->key;
    *slot = (Slot){key, value};
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

static double nats(int16_t hundredths)
{
    return hundredths / 100.0;
}

typedef struct { /* a back-off model: nodes, and what follows each from `first` to the next one's */
    const uint64_t *histories;
    const int16_t *backs; /* hundredths of nats, as are the costs */
    const int32_t *lesses; /* the node of the longest shorter history */
    const int32_t *firsts;
    const int16_t *costs;
    Py_ssize_t nodes;
    double unseen;
    Table places;
} Model;

typedef struct {
    double cost;
    int32_t chunk, next;    /* the chunk, and the node after it where the reader is `closed` */
    uint8_t native[NATIVE]; /* of the chunk */
} Link;

typedef struct { /* where some links stand, by a node and a piece in one number; 0 is none */
    uint64_t key;
    int32_t first, count; /* `first` is OTHERS where a node has no links of its own for the piece */
} Links;

typedef struct { /* links found by their numbers */
    Links *slots;
    size_t room, used; /* room is a power of two */
} Linked;

typedef struct { /* of a node of the chunk model what every step asks, side by side */
    uint64_t owns; /* a bit for each piece that its own chunks may read */
    double back;
    int32_t less; /* the node of the longest shorter history */
} State;

typedef struct { /* of a node of the letter model what every step asks, side by side */
    uint64_t owns;  /* a bit for each letter that has a cost of its own there */
    uint64_t leads; /* … that leads to a node of a longer history */
    double back;   /* weighed; what an unseen letter costs where there is no shorter history */
    double least;  /* no letter costs less */
    int32_t less;  /* the node of the longest shorter history */
    int32_t first, led; /* the first of those costs, and of those nodes */
} Spot;

typedef struct { /* a reading of the first letters of a word; its letters stand at `text` of its stop */
    double cost;
    uint64_t mark; /* of its letters */
    int32_t state, spot; /* where both models stand; before its last chunk until it is settled */
    int32_t chunk, size, text;
} Path;

typedef struct { /* the best readings up to a letter, the cheapest first */
    Path *paths;
    uint8_t *texts; /* one for each of them, and a spare one */
    int32_t count, spare;
    double limit; /* what lies so far behind the best that it is dropped */
    double bound; /* the same, or the cost of the last where no more are kept */
} Stop;

typedef struct {
    PyObject_HEAD
    PyObject *arrays;
    Model letters, chunks;
    const uint8_t *followers; /* the letters that follow a node of the letter model */
    const int32_t *own;       /* the chunks that follow a node of the chunk model */
    const int16_t *ends;      /* what the end of the word costs there, below 0 where it has none */
    const uint8_t *natives;   /* of each chunk: its original letters, NATIVE bytes, 0 where it has fewer */
    const int32_t *spellings; /* of each chunk */
    PyObject *alphabet;       /* the letters by their numbers; "^" is 1, "$" 2 */
    Py_ssize_t many;          /* of them */
    uint8_t written[65536];   /* the numbers of the letters of spellings */
    int reach;
    double weight;
    Table pieces;         /* of spelling */
    Linked linked;        /* the links of a node for a piece */
    Array links;
    State *states;        /* of the nodes of the chunk model */
    int closed;           /* do links tell the nodes after them? */
    Spot *spots;          /* of the nodes of the letter model */
    int16_t *steps;       /* what each of a node's own letters costs, in the order of their numbers */
    int32_t *afters;      /* the nodes that a node's letters lead to, in the same order */
    double *weighed;      /* such a cost, in nats */
    int lettered;         /* do they tell every node that a letter leads to? */
} Reader;

#define LINE 64 /* bytes that memory gives at once */

/* Ask for memory that is soon to be read. */
static void fetch(const void *from, size_t bytes)
{
#if defined(__GNUC__)
    for (const char *at = from; at < (const char *)from + bytes; at += LINE)
        __builtin_prefetch(at);
#endif
}

static uint64_t bit_of(int32_t spelling)
{
    return (uint64_t)1 << (spelling & 63);
}

/* How many letters of a node's own have lower numbers than a letter. */
static int32_t rank_of(uint64_t owns, uint8_t letter)
{
    uint64_t before = owns & (bit_of(letter) - 1);
    before -= before >> 1 & 0x5555555555555555ULL;
    before = (before & 0x3333333333333333ULL) + (before >> 2 & 0x3333333333333333ULL);
    return (int32_t)(((before + (before >> 4)) & 0x0F0F0F0F0F0F0F0FULL) * 0x0101010101010101ULL >> 56);
}

/* The first chunk of a node's own that reads a piece of spelling, or where its chunks end. */
static int32_t own_at(const Reader *self, int32_t state, int32_t spelling)
{
    int32_t own = self->chunks.firsts[state], stop = self->chunks.firsts[state + 1];
    while (own < stop && self->spellings[self->own[own]] != spelling)
        own++;
    return own;
}

/* The slot of a number, or where it would be put. */
static Links *linked_at(const Linked *linked, uint64_t key)
{
    size_t at = (size_t)(((key ^ key >> 29) * 0x9E3779B97F4A7C15ULL) >> 32) & (linked->room - 1);
    while (linked->slots[at].key && linked->slots[at].key != key)
        at = (at + 1) & (linked->room - 1);
    return linked->slots + at;
}

static int linked_widen(Linked *linked)
{
    Linked wider = {NULL, linked->room ? 2 * linked->room : 256, linked->used};
    wider.slots = PyMem_Calloc(wider.room, sizeof *wider.slots);
    if (!wider.slots)
        return -1;
    for (size_t at = 0; at < linked->room; at++)
        if (linked->slots[at].key)
            *linked_at(&wider, linked->slots[at].key) = linked->slots[at];
    PyMem_Free(linked->slots);
    *linked = wider;
    return 0;
}

static int linked_put(Linked *linked, Links links)
{
    if (2 * linked->used >= linked->room && linked_widen(linked) < 0)
        return -1;
    linked->used++;
    *linked_at(linked, links.key) = links;
    return 0;
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

/* The node of the chunk model after a node and a chunk. */
static int32_t node_after(const Reader *self, int32_t state, int32_t chunk)
{
    uint64_t history = self->chunks.histories[state] & (((uint64_t)1 << 2 * CHUNK) - 1);
    return node_at(&self->chunks, history << CHUNK | (uint64_t)(chunk + 1), CHUNK);
}

/* The links of a node that has chunks of its own for a piece: those of the shorter history, its own put in. */
static int links_made(Reader *self, int32_t state, int32_t spelling, const Links *lower, double back, Links *made)
{
    const Model *model = &self->chunks;
    int32_t less = model->lesses[state], stop = model->firsts[state + 1], own = own_at(self, state, spelling);
    int32_t first = (int32_t)self->links.used, count = 0;
    for (int32_t at = lower->first; at < lower->first + lower->count; at++) {
        Link link;
        if (less < 0)
            link = (Link){nats(model->costs[at]), self->own[at], NONE, {0}};
        else
            link = ITEMS(self->links, Link)[at];
        if (self->spellings[link.chunk] != spelling)
            continue;
        memcpy(link.native, self->natives + NATIVE * link.chunk, NATIVE);
        if (less < 0)
            link.next = node_after(self, state, link.chunk);
        else
            link.cost += back;
        for (int32_t one = own; less >= 0 && one < stop; one++)
            if (self->own[one] == link.chunk) {
                link.cost = nats(model->costs[one]);
                link.next = node_after(self, state, link.chunk);
            }
        if (!more(&self->links, sizeof(Link), 1))
            return -1;
        Link *links = ITEMS(self->links, Link);
        int32_t to = first + count++;
        for (; to > first && (link.cost < links[to - 1].cost ||
                              (link.cost == links[to - 1].cost && link.chunk < links[to - 1].chunk)); to--)
            links[to] = links[to - 1];
        links[to] = link;
    }
    made->first = first;
    made->count = count;
    return 0;
}

/* The chunks that may read a piece of spelling after a history, the cheapest first, and what all of them cost
 * besides: those of the longest end of it that has any of its own; -1 where memory ends. */
static int link_at(Reader *self, int32_t state, int32_t spelling, Links *links, double *base)
{
    const State *here = self->states + state;
    int is_own = here->less < 0 || here->owns & bit_of(spelling);
    uint64_t key = (uint64_t)(state + 1) << 32 | (uint32_t)spelling;
    *base = 0.0;
    if (is_own) {
        const Links *known = linked_at(&self->linked, key);
        if (known->key && known->first != OTHERS) {
            *links = *known;
            return 0;
        }
        is_own = !known->key;
    }
    if (here->less >= 0) {
        if (link_at(self, here->less, spelling, links, base) < 0)
            return -1;
        *base = here->back + *base;
    } else
        *links = (Links){0, self->chunks.firsts[state], self->chunks.firsts[state + 1] - self->chunks.firsts[state]};
    if (!is_own)
        return 0;
    if (here->less >= 0 && own_at(self, state, spelling) == self->chunks.firsts[state + 1])
        return linked_put(&self->linked, (Links){key, OTHERS, 0});
    if (links_made(self, state, spelling, links, *base, links) < 0)
        return -1;
    links->key = key;
    *base = 0.0;
    return linked_put(&self->linked, *links);
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
    return here->less < 0 ? here->back : here->back + step(self, here->less, letter);
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
        if (path[many].cost + self->spots[path[many].spot].least > stop->bound)
            continue;
        if (link_at(self, path[many].state, spelling, &onward->links, &onward->base) < 0)
            return -1;
        fetch(ITEMS(self->links, Link) + onward->links.first, (size_t)onward->links.count * sizeof(Link));
    }
    for (int32_t one = 0; one < many && from->paths[one].cost <= stop->bound; one++) {
        const Path *path = from->paths + one;
        double least = self->spots[path->spot].least;
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

typedef struct { /* a reading of a whole word */
    double cost;
    PyObject *native;
} Heard;

static void forget(Heard *heard, Py_ssize_t count)
{
    for (Py_ssize_t at = 0; heard && at < count; at++)
        Py_XDECREF(heard[at].native);
    PyMem_Free(heard);
}

/* Every reading the beam ends with, to be forgotten; NULL where memory ends. */
static Heard *hear(Reader *self, PyObject *word, int beam, double within, Py_ssize_t *count)
{
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
static PyObject *pairs(Heard *heard, Py_ssize_t count)
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

static PyObject *reader_read(Reader *self, PyObject *args)
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

/* Has the history before the last chunk of every node of the chunk model that chunk of its own, and is the node of the
 * longest shorter history the next to be asked? Then no chunk that a shorter history lends leads to a node of the
 * longer one, and a link tells the node after it. */
static int is_closed(const Reader *self)
{
    const Model *model = &self->chunks;
    for (Py_ssize_t at = 0; at < model->nodes; at++) {
        uint64_t before = model->histories[at] >> CHUNK;
        int32_t chunk = (int32_t)(model->histories[at] & (((uint64_t)1 << CHUNK) - 1)) - 1;
        if (model->histories[at] && model->lesses[at] != node_at(model, shorter(model->histories[at], CHUNK), CHUNK))
            return 0;
        if (!before) /* of one chunk: after no history */
            continue;
        int32_t state = table_get(&model->places, before), own = 0, stop = 0;
        if (state >= 0) {
            own = model->firsts[state];
            stop = model->firsts[state + 1];
        }
        while (own < stop && self->own[own] != chunk)
            own++;
        if (own == stop)
            return 0;
    }
    return 1;
}

/* Put together what a node of the letter model tells, and first what that of the shorter history does. */
static void spot_made(Reader *self, int32_t node)
{
    const Model *model = &self->letters;
    Spot *spot = self->spots + node;
    if (spot->back >= 0)
        return; /* made already */
    double back = nats(model->backs[node]);
    spot->less = model->lesses[node];
    spot->first = model->firsts[node];
    if (spot->less < 0)
        spot->least = spot->back = (back + model->unseen) * self->weight;
    else {
        spot_made(self, spot->less);
        spot->back = back * self->weight;
        spot->least = spot->back + self->spots[spot->less].least;
    }
    for (int32_t own = spot->first; own < model->firsts[node + 1]; own++) {
        double cost = self->weighed[model->costs[own]];
        spot->owns |= bit_of(self->followers[own]);
        spot->least = cost < spot->least ? cost : spot->least;
    }
    for (int32_t own = spot->first; own < model->firsts[node + 1]; own++)
        self->steps[spot->first + rank_of(spot->owns, self->followers[own])] = model->costs[own];
}

/* The same of all nodes; the one after the last tells where its letters end. -1 where memory ends. */
static int spots_made(Reader *self)
{
    const Model *model = &self->letters;
    int32_t own = model->firsts[model->nodes];
    int16_t dearest = 0;
    for (int32_t at = 0; at < own; at++)
        dearest = model->costs[at] > dearest ? model->costs[at] : dearest;
    self->spots = PyMem_Calloc((size_t)model->nodes, sizeof *self->spots);
    self->steps = PyMem_Calloc((size_t)own + 1, sizeof *self->steps);
    self->afters = PyMem_Calloc((size_t)model->nodes, sizeof *self->afters);
    self->weighed = PyMem_Calloc((size_t)dearest + 1, sizeof *self->weighed);
    if (!self->spots || !self->steps || !self->afters || !self->weighed)
        return -1;
    for (int32_t cost = 0; cost <= dearest; cost++)
        self->weighed[cost] = nats((int16_t)cost) * self->weight;
    for (Py_ssize_t at = 0; at < model->nodes; at++)
        self->spots[at].back = -1;
    for (Py_ssize_t at = 0; at < model->nodes; at++)
        spot_made(self, (int32_t)at);
    return 0;
}

/* Tell of each node of the letter model the nodes that its letters lead to. 1 where these are all that are not of a
 * shorter history, 0 where the node after a letter must be looked for, -1 where memory ends. */
static int leads_made(Reader *self)
{
    const Model *model = &self->letters;
    int32_t *befores = PyMem_Calloc((size_t)model->nodes, sizeof *befores), led = 0;
    int all = self->afters && befores ? 1 : -1;
    for (Py_ssize_t at = 0; all > 0 && at < model->nodes; at++) {
        uint64_t history = model->histories[at], before = history >> LETTER;
        befores[at] = !history ? NONE : before ? table_get(&model->places, before) : 0;
        if (!history)
            continue;
        if (befores[at] < 0 || history >> LETTER * self->reach ||
            model->lesses[at] != node_at(model, shorter(history, LETTER), LETTER))
            all = 0;
        else
            self->spots[befores[at]].leads |= bit_of((uint8_t)history);
    }
    for (Py_ssize_t at = 0; all > 0 && at < model->nodes; at++) {
        self->spots[at].led = led;
        led += rank_of(self->spots[at].leads, BITS - 1) + (int32_t)(self->spots[at].leads >> (BITS - 1));
    }
    for (Py_ssize_t at = 0; all > 0 && at < model->nodes; at++)
        if (befores[at] >= 0) {
            const Spot *before = self->spots + befores[at];
            self->afters[before->led + rank_of(before->leads, (uint8_t)model->histories[at])] = (int32_t)at;
        }
    PyMem_Free(befores);
    return all;
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
    TAKE(self->letters.backs, int16_t, "letters.backs");
    TAKE(self->letters.lesses, int32_t, "letters.lesses");
    TAKE(self->letters.firsts, int32_t, "letters.firsts");
    TAKE(self->letters.costs, int16_t, "letters.costs");
    TAKE(self->followers, uint8_t, "letters.then");
    TAKE(self->chunks.histories, uint64_t, "chunks.histories");
    self->chunks.nodes = count;
    TAKE(self->chunks.backs, int16_t, "chunks.backs");
    TAKE(self->chunks.lesses, int32_t, "chunks.lesses");
    TAKE(self->chunks.firsts, int32_t, "chunks.firsts");
    TAKE(self->chunks.costs, int16_t, "chunks.costs");
    TAKE(self->own, int32_t, "chunks.then");
    TAKE(self->ends, int16_t, "chunks.ends");
    TAKE(self->natives, uint8_t, "natives");
    TAKE(self->spellings, int32_t, "spellings");
    TAKE(numbers, int32_t, "pieces.numbers");
    TAKE(keys, uint64_t, "pieces.keys");
    for (Py_ssize_t at = 0; at < count; at++)
        if (table_put(&self->pieces, keys[at], numbers[at]) < 0)
            return -1;
    self->many = PyUnicode_GET_LENGTH(self->alphabet);
    if (!self->pieces.room || !self->letters.nodes || !self->chunks.nodes || self->many < 3 || self->many > BITS)
        return PyErr_SetString(PyExc_ValueError, "an empty model, or one of too many letters"), -1;
    self->states = PyMem_Calloc((size_t)self->chunks.nodes, sizeof *self->states);
    for (Py_ssize_t at = 0; self->states && at < self->chunks.nodes; at++) {
        State *state = self->states + at;
        state->back = nats(self->chunks.backs[at]);
        state->less = self->chunks.lesses[at];
        for (int32_t own = self->chunks.firsts[at]; own < self->chunks.firsts[at + 1]; own++)
            state->owns |= bit_of(self->spellings[self->own[own]]);
    }
    if (!self->states || spots_made(self) < 0 || ready(&self->letters) < 0 || ready(&self->chunks) < 0 ||
        linked_widen(&self->linked) < 0)
        return PyErr_NoMemory(), -1;
    self->closed = is_closed(self);
    return (self->lettered = leads_made(self)) < 0 ? (PyErr_NoMemory(), -1) : 0;
}

static void reader_dealloc(Reader *self)
{
    Table *tables[] = {&self->letters.places, &self->chunks.places, &self->pieces};
    for (size_t at = 0; at < sizeof tables / sizeof *tables; at++)
        PyMem_Free(tables[at]->slots);
    PyMem_Free(self->links.at);
    PyMem_Free(self->linked.slots);
    PyMem_Free(self->spots);
    PyMem_Free(self->steps);
    PyMem_Free(self->afters);
    PyMem_Free(self->weighed);
    PyMem_Free(self->states);
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

/* ---- the vowels of hot.py ---- */

static int is_vowel(Py_UCS4 letter)
{
    return letter && letter < 128 && strchr("aeiouy", (int)letter);
}

static int is_vocal(PyObject *word, Py_ssize_t at)
{
    if (at >= PyUnicode_GET_LENGTH(word) || !is_vowel(PyUnicode_READ_CHAR(word, at)))
        return 0;
    int glides = PyUnicode_READ_CHAR(word, at) == 'y' && at + 1 < PyUnicode_GET_LENGTH(word);
    return !(glides && is_vowel(PyUnicode_READ_CHAR(word, at + 1)));
}

/* A group of vowels as one plain vowel. */
static char plain_vowel(PyObject *word, Py_ssize_t at, Py_ssize_t end)
{
    static const char *const pairs[] = {"ouu", "oou", "eei", "ayy", "aiy", "eiy", "eyy", "euu"};
    char first = (char)PyUnicode_READ_CHAR(word, at);
    char second = end - at == 2 ? (char)PyUnicode_READ_CHAR(word, at + 1) : 0;
    for (size_t one = 0; second && one < sizeof pairs / sizeof *pairs; one++)
        if (pairs[one][0] == first && pairs[one][1] == second)
            return pairs[one][2];
    if (end - at == 1 && first == 'y')
        return 'i';
    return first == 'o' ? 'u' : first;
}

static PyObject *vowels(PyObject *module, PyObject *word)
{
    if (!PyUnicode_Check(word)) {
        PyErr_SetString(PyExc_TypeError, "a word");
        return NULL;
    }
    Py_ssize_t size = PyUnicode_GET_LENGTH(word), used = 0;
    PyObject *found = PyUnicode_New(size, 127);
    const Py_UCS4 none = 0xFFFFFFFF;
    Py_UCS4 last = none;
    for (Py_ssize_t at = 0; found && at < size;) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(word, at);
        char put = 'C';
        if (is_vocal(word, at)) {
            Py_ssize_t end = at + 1;
            while (is_vocal(word, end))
                end++;
            put = plain_vowel(word, at, end);
            at = end;
            last = none;
        } else {
            if (letter == last || (letter == 'h' && last && last < 128 && strchr("skgdtc", (int)last)))
                put = 0;
            last = letter;
            at++;
        }
        if (put)
            PyUnicode_1BYTE_DATA(found)[used++] = (Py_UCS1)put;
    }
    return found && PyUnicode_Resize(&found, used) < 0 ? NULL : found;
}

#define KINDS 6 /* of sounds in a pattern */

static int kind_of(Py_UCS4 letter)
{
    const char *kinds = "aeiuyC", *found = letter && letter < 128 ? strchr(kinds, (int)letter) : NULL;
    return found ? (int)(found - kinds) : -1;
}

/* How far two patterns are apart; below 0, with an error, where that cannot be said. */
static double patterns_apart(PyObject *left, PyObject *right)
{
    static const double skips[KINDS] = {0.7, 0.4, 0.7, 0.8, 0.9, 1.0};
    static const double costs[KINDS][KINDS] = {
        {0.0, 0.2, 0.8, 1.0, 0.4, 2.0}, {0.2, 0.0, 0.2, 0.7, 0.3, 2.0}, {0.8, 0.2, 0.0, 1.2, 0.5, 2.0},
        {1.0, 0.7, 1.2, 0.0, 1.0, 2.0}, {0.4, 0.3, 0.5, 1.0, 0.0, 2.0}, {2.0, 2.0, 2.0, 2.0, 2.0, 0.0}};
    if (!PyUnicode_Check(left) || !PyUnicode_Check(right))
        return PyErr_SetString(PyExc_TypeError, "two patterns"), -1;
    Py_ssize_t one = PyUnicode_GET_LENGTH(left), other = PyUnicode_GET_LENGTH(right);
    double *row = PyMem_Malloc((size_t)(other + 1) * sizeof *row);
    if (!row)
        return PyErr_NoMemory(), -1;
    int strange = 0;
    row[0] = 0;
    for (Py_ssize_t at = 0; at < other; at++) {
        int kind = kind_of(PyUnicode_READ_CHAR(right, at));
        strange |= kind < 0;
        row[at + 1] = row[at] + skips[kind < 0 ? 0 : kind];
    }
    for (Py_ssize_t from = 0; from < one && !strange; from++) {
        int kind = kind_of(PyUnicode_READ_CHAR(left, from));
        if (kind < 0) {
            strange = 1;
            break;
        }
        double diagonal = row[0];
        row[0] += skips[kind];
        for (Py_ssize_t at = 1; at <= other; at++) {
            int beside = kind_of(PyUnicode_READ_CHAR(right, at - 1));
            double cost = diagonal + costs[kind][beside];
            diagonal = row[at];
            if (cost > diagonal + skips[kind])
                cost = diagonal + skips[kind];
            if (cost > row[at - 1] + skips[beside])
                cost = row[at - 1] + skips[beside];
            row[at] = cost;
        }
    }
    double found = row[other];
    PyMem_Free(row);
    return strange ? (PyErr_SetString(PyExc_KeyError, "a pattern has the letters aeiuy and C"), -1) : found;
}

static PyObject *vowels_apart(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2)
        return PyErr_Format(PyExc_TypeError, "two patterns");
    double found = patterns_apart(args[0], args[1]);
    return found < 0 ? NULL : PyFloat_FromDouble(found);
}

/* ---- tables of two columns that are read as they stand ---- */

typedef struct {
    PyObject *table; /* its bytes: words, and what each is; LISTED for one that another line may tell more of */
    uint32_t *lines; /* where in the table the line of a word begins, by its hash; 0 for none: that is the header */
    size_t room;     /* a power of two */
    uint64_t *sieve; /* two bits of one of these are set for each word: most words that are none fall through */
} Lined;

#define LISTED 'l'
#define FOUR 4 /* bytes of a letter at most */

/* The bytes of a word's letters as a table has them; how many. */
static size_t utf8(PyObject *word, char *to)
{
    char *at = to;
    for (Py_ssize_t from = 0; from < PyUnicode_GET_LENGTH(word); from++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(word, from);
        if (letter < 0x80)
            *at++ = (char)letter;
        else if (letter < 0x800) {
            *at++ = (char)(0xC0 | letter >> 6);
            *at++ = (char)(0x80 | (letter & 0x3F));
        } else {
            if (letter < 0x10000)
                *at++ = (char)(0xE0 | letter >> 12);
            else {
                *at++ = (char)(0xF0 | letter >> 18);
                *at++ = (char)(0x80 | (letter >> 12 & 0x3F));
            }
            *at++ = (char)(0x80 | (letter >> 6 & 0x3F));
            *at++ = (char)(0x80 | (letter & 0x3F));
        }
    }
    return (size_t)(at - to);
}

static uint64_t hash_of(const char *word, size_t size)
{
    uint64_t hash = size;
    for (size_t at = 0; at < size; at += sizeof hash) {
        uint64_t eight = 0;
        memcpy(&eight, word + at, size - at < sizeof eight ? size - at : sizeof eight);
        hash = (hash ^ eight) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 31;
    }
    return hash * 0x9E3779B97F4A7C15ULL;
}

#define MESH 16 /* places of the table to a number of the sieve */

static uint64_t *sieve_of(const Lined *self, uint64_t hash)
{
    return self->sieve + ((hash >> 44) & (self->room / MESH - 1));
}

static uint64_t bits_of(uint64_t hash)
{
    return (uint64_t)1 << (hash >> 32 & 63) | (uint64_t)1 << (hash >> 38 & 63);
}

/* Where the line of a word is told in `lines`, or would be. */
static uint32_t *line_of(const Lined *self, const char *word, size_t size, uint64_t hash)
{
    const char *table = PyBytes_AS_STRING(self->table), *end = table + PyBytes_GET_SIZE(self->table);
    size_t place = (size_t)(hash >> 32) & (self->room - 1);
    for (; self->lines[place]; place = (place + 1) & (self->room - 1)) {
        const char *line = table + self->lines[place];
        if ((size_t)(end - line) > size && line[size] == '\t' && !memcmp(line, word, size))
            break;
    }
    return self->lines + place;
}

/* Find every line of the table again by its word. */
static int lined_read(Lined *self)
{
    const char *table = PyBytes_AS_STRING(self->table), *end = table + PyBytes_GET_SIZE(self->table);
    size_t lines = 1;
    if (end - table > UINT32_MAX)
        return PyErr_SetString(PyExc_ValueError, "too large a table"), -1;
    for (const char *at = table; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
        lines++;
    for (self->room = 256; self->room < 2 * lines; self->room *= 2)
        ;
    self->lines = PyMem_Calloc(self->room, sizeof *self->lines);
    self->sieve = PyMem_Calloc(self->room / MESH, sizeof *self->sieve);
    if (!self->lines || !self->sieve)
        return PyErr_NoMemory(), -1;
    const char *line = table, *stop;
    for (lines = 1; line < end; line = stop + 1, lines++) {
        if (!(stop = memchr(line, '\n', (size_t)(end - line))))
            stop = end;
        if (line == stop || line == table || stop - line == (*line == '\r')) /* nothing, or the header */
            continue;
        const char *tab = memchr(line, '\t', (size_t)(stop - line));
        if (!tab || memchr(tab + 1, '\t', (size_t)(stop - tab - 1)))
            return PyErr_Format(PyExc_ValueError, "line %zu has not two cells", lines), -1;
        uint64_t hash = hash_of(line, (size_t)(tab - line));
        uint32_t *place = line_of(self, line, (size_t)(tab - line), hash);
        *sieve_of(self, hash) |= bits_of(hash);
        if (!*place || tab[1] != LISTED)
            *place = (uint32_t)(line - table);
    }
    return 0;
}

static void lined_forget(Lined *self)
{
    PyMem_Free(self->lines);
    PyMem_Free(self->sieve);
    Py_XDECREF(self->table);
}

typedef struct { /* a word as a table has it */
    char few[256], *bytes;
    size_t size;
    uint64_t hash;
} Sought;

/* Make a word ready to be looked for; -1 with an error. */
static int seek(PyObject *word, Sought *sought)
{
    size_t most = FOUR * (size_t)PyUnicode_GET_LENGTH(word);
    sought->bytes = most > sizeof sought->few ? PyMem_Malloc(most) : sought->few;
    if (!sought->bytes)
        return PyErr_NoMemory(), -1;
    sought->size = utf8(word, sought->bytes);
    sought->hash = hash_of(sought->bytes, sought->size);
    return 0;
}

static void sought_forget(Sought *sought)
{
    if (sought->bytes != sought->few)
        PyMem_Free(sought->bytes);
}

/* May the table, or what else was put through its sieve, have a word? */
static int may_have(const Lined *self, const Sought *sought)
{
    uint64_t bits = bits_of(sought->hash);
    return (*sieve_of(self, sought->hash) & bits) == bits;
}

/* What stands behind a word in its line; NULL where the table does not have it. */
static const char *told_of(const Lined *self, const Sought *sought)
{
    if (!may_have(self, sought) || memchr(sought->bytes, '\t', sought->size) ||
        memchr(sought->bytes, '\n', sought->size))
        return NULL;
    uint32_t place = *line_of(self, sought->bytes, sought->size, sought->hash);
    return place ? PyBytes_AS_STRING(self->table) + place + sought->size + 1 : NULL;
}

/* Lines(table): a dictionary of the lines of a table below its header. */

typedef struct {
    PyObject_HEAD
    Lined lined;
} Lines;

static PyObject *lines_get(Lines *self, PyObject *word)
{
    Sought sought;
    if (!PyUnicode_Check(word) || !self->lined.lines)
        return PyErr_Format(PyExc_TypeError, "a word");
    if (seek(word, &sought) < 0)
        return NULL;
    const char *told = told_of(&self->lined, &sought);
    sought_forget(&sought);
    return told ? PyUnicode_DecodeUTF8(told, (Py_ssize_t)strcspn(told, "\r\n"), NULL) : Py_NewRef(Py_None);
}

static int lines_has(Lines *self, PyObject *word)
{
    Sought sought;
    if (!PyUnicode_Check(word) || !self->lined.lines)
        return PyErr_SetString(PyExc_TypeError, "a word"), -1;
    if (seek(word, &sought) < 0)
        return -1;
    int has = told_of(&self->lined, &sought) != NULL;
    sought_forget(&sought);
    return has;
}

static int lines_init(Lines *self, PyObject *args, PyObject *kwargs)
{
    if (self->lined.table)
        return PyErr_SetString(PyExc_TypeError, "made already"), -1;
    if (!PyArg_ParseTuple(args, "S", &self->lined.table))
        return -1;
    Py_INCREF(self->lined.table);
    return lined_read(&self->lined);
}

static void lines_dealloc(Lines *self)
{
    lined_forget(&self->lined);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef lines_methods[] = {
    {"get", (PyCFunction)lines_get, METH_O, "What the line of a word tells of it."},
    {NULL, NULL, 0, NULL}};

static PySequenceMethods lines_sequence = {.sq_contains = (objobjproc)lines_has};

static PyTypeObject LinesType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._hot.Lines",
    .tp_basicsize = sizeof(Lines),
    .tp_dealloc = (destructor)lines_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Lines(table): what each line of a table of two columns, read as it stands, tells of its word.",
    .tp_as_sequence = &lines_sequence,
    .tp_methods = lines_methods,
    .tp_init = (initproc)lines_init,
    .tp_new = PyType_GenericNew,
};

/* ---- the gains of reading.py ---- */

typedef struct {
    PyObject_HEAD
    Lined lined;     /* words, and how each was met; LISTED for one that was in no print */
    PyObject *known; /* words of the tables */
    double in_lexicon, in_print, as_name, by_table;
} Gains;

/* The nats that a reading gains for being a word of the tables or the lexicon, one met in print or as a name, and what
 * is known of it among some words; below 0 with an error. */
static double gained(const Gains *self, PyObject *words, PyObject *native, PyObject **known)
{
    Sought sought;
    double gain = 0;
    *known = NULL;
    if (seek(native, &sought) < 0)
        return -1;
    int may = may_have(&self->lined, &sought);
    if (may || words != self->known) /* others went not through the sieve */
        *known = PyDict_GetItemWithError(words, native);
    if (may) {
        const char *how = told_of(&self->lined, &sought);
        if (how)
            gain = *how == LISTED ? self->in_lexicon : self->in_print;
        for (; how && *how && *how != '\n'; how++) /* after the bytes of a table stands a 0 */
            if (*how == 'n')
                gain = self->as_name;
    }
    sought_forget(&sought);
    return PyErr_Occurred() ? -1 : *known ? gain + self->by_table : gain;
}

static PyObject *gains_get(Gains *self, PyObject *args)
{
    PyObject *native, *none = Py_None, *known;
    if (!PyArg_ParseTuple(args, "U|O", &native, &none))
        return NULL;
    double gain = self->lined.lines ? gained(self, self->known, native, &known) : 0;
    return gain < 0 ? NULL : gain > 0 ? PyFloat_FromDouble(gain) : Py_NewRef(none);
}

/* Put the words of a dictionary through the sieve of a table; -1 with an error. */
static int sift(Lined *self, PyObject *words)
{
    PyObject *word, *told;
    Sought sought;
    for (Py_ssize_t next = 0; PyDict_Next(words, &next, &word, &told);) {
        if (!PyUnicode_Check(word))
            return PyErr_SetString(PyExc_TypeError, "a word"), -1;
        if (seek(word, &sought) < 0)
            return -1;
        *sieve_of(self, sought.hash) |= bits_of(sought.hash);
        sought_forget(&sought);
    }
    return 0;
}

/* Gains(table, known, in_lexicon, in_print, as_name, by_table) */
static int gains_init(Gains *self, PyObject *args, PyObject *kwargs)
{
    if (self->lined.table)
        return PyErr_SetString(PyExc_TypeError, "made already"), -1;
    if (!PyArg_ParseTuple(args, "SO!dddd", &self->lined.table, &PyDict_Type, &self->known, &self->in_lexicon, &self->in_print,
                          &self->as_name, &self->by_table)) {
        self->lined.table = self->known = NULL;
        return -1;
    }
    Py_INCREF(self->lined.table);
    Py_INCREF(self->known);
    return lined_read(&self->lined) < 0 ? -1 : sift(&self->lined, self->known);
}

static void gains_dealloc(Gains *self)
{
    lined_forget(&self->lined);
    Py_XDECREF(self->known);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef gains_methods[] = {
    {"get", (PyCFunction)gains_get, METH_VARARGS, "The nats of a word, or what is given instead where it has none."},
    {NULL, NULL, 0, NULL}};

static PyTypeObject GainsType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._hot.Gains",
    .tp_basicsize = sizeof(Gains),
    .tp_dealloc = (destructor)gains_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "What a reading gains for being a word that was somewhere met.",
    .tp_methods = gains_methods,
    .tp_init = (initproc)gains_init,
    .tp_new = PyType_GenericNew,
};

/* ---- the listener of hot.py ---- */

typedef struct {
    PyObject_HEAD
    Reader *reader;
    PyObject *gains; /* of native forms: nats, a dict or Gains */
    PyObject *known; /* … their full spellings and the patterns of their vowels */
    PyObject *before_i;      /* letters that a spelling's last i may stand for */
    double vowels, ending;
} Listener;

/* The nats a reading loses for other vowels than its row has (what is known of it), or where the i at the end is
 * lost; below 0 with an error. */
static double loss_of(const Listener *self, PyObject *native, PyObject *known, PyObject *pattern)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(pattern), letters = PyUnicode_GET_LENGTH(native);
    if (!size)
        return 0;
    double loss = 0;
    if (letters && PyUnicode_READ_CHAR(pattern, size - 1) == 'i') {
        Py_ssize_t many = PyUnicode_GET_LENGTH(self->before_i);
        Py_UCS4 last = PyUnicode_READ_CHAR(native, letters - 1);
        loss = PyUnicode_FindChar(self->before_i, last, 0, many, 1) < 0 ? self->ending : 0;
    }
    if (!known)
        return loss;
    PyObject *others = PyTuple_Check(known) && PyTuple_GET_SIZE(known) == 2 ? PyTuple_GET_ITEM(known, 1) : NULL;
    if (!others || !PyTuple_Check(others))
        return PyErr_SetString(PyExc_TypeError, "spellings and patterns"), -1;
    double least = -1;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(others); at++) {
        double apart = patterns_apart(pattern, PyTuple_GET_ITEM(others, at));
        if (apart < 0)
            return -1;
        least = least < 0 || apart < least ? apart : least;
    }
    return least < 0 ? loss : loss + self->vowels * least;
}

static int sooner(const Heard *one, const Heard *other)
{
    return one->cost != other->cost ? one->cost < other->cost : PyUnicode_Compare(one->native, other->native) < 0;
}

/* The nats a reading gains, and what is known of it; below 0 with an error. */
static double gain_for(const Listener *self, PyObject *native, PyObject **known)
{
    if (Py_IS_TYPE(self->gains, &GainsType))
        return gained((const Gains *)self->gains, self->known, native, known);
    *known = PyDict_GetItemWithError(self->known, native);
    PyObject *gain = *known || !PyErr_Occurred() ? PyDict_GetItemWithError(self->gains, native) : NULL;
    return gain ? PyFloat_AsDouble(gain) : PyErr_Occurred() ? -1 : 0;
}

/* Weigh readings and put the cheapest first; -1 with an error, when they are forgotten. */
static int weigh(const Listener *self, PyObject *pattern, Heard *heard, Py_ssize_t count)
{
    for (Py_ssize_t at = 0; at < count; at++) {
        Heard one = heard[at];
        PyObject *known;
        double gain = gain_for(self, one.native, &known);
        double loss = gain < 0 ? gain : loss_of(self, one.native, known, pattern);
        if (gain < 0 || loss < 0 || PyErr_Occurred()) {
            forget(heard, count);
            return -1;
        }
        one.cost = one.cost - gain + loss;
        Py_ssize_t to = at;
        for (; to && sooner(&one, heard + to - 1); to--)
            heard[to] = heard[to - 1];
        heard[to] = one;
    }
    return 0;
}

/* costs(word, pattern, beam, within) */
static PyObject *listener_costs(Listener *self, PyObject *args)
{
    PyObject *word, *pattern;
    Py_ssize_t count = 0;
    int beam;
    double within;
    if (!PyArg_ParseTuple(args, "UUid", &word, &pattern, &beam, &within))
        return NULL;
    Heard *heard = hear(self->reader, word, beam, within, &count);
    return heard && weigh(self, pattern, heard, count) == 0 ? pairs(heard, count) : NULL;
}

/* sought(word, pattern, listed, first, lead, beam, within): the costs of a first look (beam and within), where the
 * best of them leads and is listed or known, or else of a second; and did the first do? */
static PyObject *listener_sought(Listener *self, PyObject *args)
{
    PyObject *word, *pattern, *listed;
    Py_ssize_t count = 0;
    int first, beam;
    double near, lead, within;
    if (!PyArg_ParseTuple(args, "UUO(id)did", &word, &pattern, &listed, &first, &near, &lead, &beam, &within))
        return NULL;
    Heard *heard = hear(self->reader, word, first, near, &count);
    if (!heard || weigh(self, pattern, heard, count) < 0)
        return NULL;
    int sure = count == 1 || (count && heard[1].cost - heard[0].cost > lead);
    if (sure && !(sure = PyDict_Contains(self->known, heard[0].native)))
        sure = PySet_Contains(listed, heard[0].native);
    if (sure <= 0) {
        forget(heard, count);
        heard = sure < 0 ? NULL : hear(self->reader, word, beam, within, &count);
        if (!heard || weigh(self, pattern, heard, count) < 0)
            return NULL;
    }
    PyObject *costs = pairs(heard, count);
    return costs ? Py_BuildValue("NO", costs, sure ? Py_True : Py_False) : NULL;
}

static int listener_init(Listener *self, PyObject *args, PyObject *kwargs)
{
    if (self->reader)
        return PyErr_SetString(PyExc_TypeError, "made already"), -1;
    if (!PyArg_ParseTuple(args, "O!OO!Udd", &ReaderType, &self->reader, &self->gains, &PyDict_Type, &self->known,
                          &self->before_i, &self->vowels, &self->ending)) {
        self->reader = NULL;
        self->gains = self->known = self->before_i = NULL;
        return -1;
    }
    Py_INCREF(self->reader);
    Py_INCREF(self->gains);
    Py_INCREF(self->known);
    Py_INCREF(self->before_i);
    if (!PyDict_Check(self->gains) && !(Py_IS_TYPE(self->gains, &GainsType) && ((Gains *)self->gains)->lined.lines))
        return PyErr_SetString(PyExc_TypeError, "gains"), -1;
    return 0;
}

static void listener_dealloc(Listener *self)
{
    Py_XDECREF(self->reader);
    Py_XDECREF(self->gains);
    Py_XDECREF(self->known);
    Py_XDECREF(self->before_i);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef listener_methods[] = {
    {"costs", (PyCFunction)listener_costs, METH_VARARGS, "The readings of a spelling, the cheapest first."},
    {"sought", (PyCFunction)listener_sought, METH_VARARGS, "The same by a first look, where that does, or a second."},
    {NULL, NULL, 0, NULL}};

static PyTypeObject ListenerType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._hot.Listener",
    .tp_basicsize = sizeof(Listener),
    .tp_dealloc = (destructor)listener_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Reads a spelling and weighs what is known of its readings.",
    .tp_methods = listener_methods,
    .tp_init = (initproc)listener_init,
    .tp_new = PyType_GenericNew,
};

/* shares(costs, warmth, least, more): what each reading is likely to be, dropped where that is too little. */
static PyObject *shares(PyObject *module, PyObject *args)
{
    PyObject *costs, *found = NULL;
    double warmth, least, more, total = 0;
    if (!PyArg_ParseTuple(args, "O!ddd", &PyList_Type, &costs, &warmth, &least, &more))
        return NULL;
    Py_ssize_t count = PyList_GET_SIZE(costs), kept = 0;
    double *odds = PyMem_Malloc(((size_t)count + 1) * sizeof *odds);
    if (!odds)
        return PyErr_NoMemory();
    double best = 0;
    for (Py_ssize_t at = 0; at < count; at++) {
        PyObject *pair = PyList_GET_ITEM(costs, at);
        int fits = PyTuple_Check(pair) && PyTuple_GET_SIZE(pair) == 2;
        double cost = fits ? PyFloat_AsDouble(PyTuple_GET_ITEM(pair, 0)) : 0;
        if (!fits || PyErr_Occurred()) {
            PyErr_SetString(PyExc_TypeError, "pairs of cost and letters");
            goto end;
        }
        best = at ? best : cost;
        odds[at] = exp(warmth * (best - cost));
        total += odds[at];
    }
    total *= more;
    for (Py_ssize_t at = 0; at < count; at++)
        kept += odds[at] > least * total;
    found = PyTuple_New(kept);
    kept = 0;
    for (Py_ssize_t at = 0; found && at < count; at++)
        if (odds[at] > least * total) {
            PyObject *share = PyFloat_FromDouble(odds[at] / total), *pair = share ? PyTuple_New(2) : NULL;
            if (!pair) {
                Py_XDECREF(share);
                Py_CLEAR(found);
                break;
            }
            PyTuple_SET_ITEM(pair, 0, Py_NewRef(PyTuple_GET_ITEM(PyList_GET_ITEM(costs, at), 1)));
            PyTuple_SET_ITEM(pair, 1, share);
            PyObject_GC_UnTrack(pair); /* part of no ring, as below */
            PyTuple_SET_ITEM(found, kept++, pair);
        }
    if (found && kept)
        PyObject_GC_UnTrack(found);
end:
    PyMem_Free(odds);
    return found;
}

/* ---- the signs of whole.py ---- */

typedef struct { /* the name of a sign, while it is put together */
    Py_UCS4 letters[16];
    Py_ssize_t size;
} Sign;

/* Some letters of a text, of its end where `many` is below 0. */
static void add_some(Sign *sign, PyObject *text, int many)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(text), first = many < 0 && size > -many ? size + many : 0;
    for (Py_ssize_t at = first; at < size && at < first + (many < 0 ? -many : many); at++)
        sign->letters[sign->size++] = PyUnicode_READ_CHAR(text, at);
}

static void add_mark(Sign *sign, Py_UCS4 mark)
{
    sign->letters[sign->size++] = mark;
}

/* Add what the weights have for some letters, if anything; -1 with an error. */
static int add_weight(double *total, PyObject *weights, const Py_UCS4 *letters, Py_ssize_t size)
{
    PyObject *name = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, letters, size);
    PyObject *weight = name ? PyDict_GetItemWithError(weights, name) : NULL;
    Py_XDECREF(name);
    if (weight)
        *total += PyFloat_AsDouble(weight);
    return PyErr_Occurred() ? -1 : 0;
}

/* The nats that a reading gains by its ends, and by its letters; -1 with an error. */
static int gain_of(PyObject *native, PyObject *plain, PyObject *weights, PyObject *letters, double *gain)
{
    static const struct { /* of a sign: letters of the reading, of the spelling, and what stands around */
        int native, plain;
        const char *before, *after;
    } shapes[] = {{-2, -2, "", ""}, {-3, -2, "", ""}, {-3, 0, "", "$"}, {-4, 0, "", "$$"}, {2, 2, "^", ""}, {2, 0, "^", ""}};
    double ends = 0, spelt = 0;
    for (size_t at = 0; at < sizeof shapes / sizeof *shapes; at++) {
        Sign sign = {{0}, 0};
        for (const char *mark = shapes[at].before; *mark; mark++)
            add_mark(&sign, (Py_UCS4)*mark);
        add_some(&sign, native, shapes[at].native);
        if (shapes[at].plain) {
            add_mark(&sign, '|');
            add_some(&sign, plain, shapes[at].plain);
        }
        for (const char *mark = shapes[at].after; *mark; mark++)
            add_mark(&sign, (Py_UCS4)*mark);
        if (add_weight(&ends, weights, sign.letters, sign.size) < 0)
            return -1;
    }
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(native); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(native, at);
        if (add_weight(&spelt, letters, &letter, 1) < 0)
            return -1;
    }
    *gain = ends + spelt;
    return 0;
}

/* gains(natives, plain, weights, letters) */
static PyObject *gains(PyObject *module, PyObject *args)
{
    PyObject *natives, *plain, *weights, *letters;
    if (!PyArg_ParseTuple(args, "O!UO!O!", &PyList_Type, &natives, &plain, &PyDict_Type, &weights, &PyDict_Type,
                          &letters))
        return NULL;
    PyObject *found = PyList_New(PyList_GET_SIZE(natives));
    for (Py_ssize_t at = 0; found && at < PyList_GET_SIZE(natives); at++) {
        PyObject *native = PyList_GET_ITEM(natives, at), *gain = NULL;
        double told;
        if (!PyUnicode_Check(native))
            PyErr_SetString(PyExc_TypeError, "readings are texts");
        else if (gain_of(native, plain, weights, letters, &told) == 0)
            gain = PyFloat_FromDouble(told);
        if (gain)
            PyList_SET_ITEM(found, at, gain);
        else
            Py_CLEAR(found);
    }
    return found;
}

/* ---- the distance of near.py ---- */

typedef struct {
    PyObject_HEAD
    double *costs, *gaps; /* of the symbols known, each beside each */
    Py_ssize_t known;
    double strange, unknown, hopeless;
} Ruler;

static int ruler_init(Ruler *self, PyObject *args, PyObject *kwargs)
{
    PyObject *costs, *gaps;
    if (self->costs) {
        PyErr_SetString(PyExc_TypeError, "made already");
        return -1;
    }
    if (!PyArg_ParseTuple(args, "O!O!ddd", &PyList_Type, &costs, &PyList_Type, &gaps, &self->strange, &self->unknown,
                          &self->hopeless))
        return -1;
    Py_ssize_t known = PyList_GET_SIZE(gaps);
    if (PyList_GET_SIZE(costs) != known)
        return PyErr_SetString(PyExc_ValueError, "as many rows as gaps"), -1;
    self->costs = PyMem_Calloc((size_t)(known * known + known + 1), sizeof *self->costs);
    if (!self->costs)
        return PyErr_NoMemory(), -1;
    self->gaps = self->costs + known * known;
    for (Py_ssize_t one = 0; one < known; one++) {
        PyObject *row = PyList_GET_ITEM(costs, one);
        if (!PyList_Check(row) || PyList_GET_SIZE(row) != known)
            return PyErr_SetString(PyExc_ValueError, "a row with a cost for each symbol"), -1;
        self->gaps[one] = PyFloat_AsDouble(PyList_GET_ITEM(gaps, one));
        for (Py_ssize_t other = 0; other < known; other++)
            self->costs[one * known + other] = PyFloat_AsDouble(PyList_GET_ITEM(row, other));
    }
    self->known = known;
    return PyErr_Occurred() ? -1 : 0;
}

static void ruler_dealloc(Ruler *self)
{
    PyMem_Free(self->costs);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static double gap(const Ruler *self, Py_UCS4 symbol)
{
    return (Py_ssize_t)symbol < self->known ? self->gaps[symbol] : self->unknown;
}

/* How far two rows of symbols are apart, in nats per symbol; below 0 where memory ends. */
static double apart(const Ruler *self, PyObject *left, PyObject *right)
{
    Py_ssize_t one = PyUnicode_GET_LENGTH(left), other = PyUnicode_GET_LENGTH(right);
    int kind = PyUnicode_KIND(left), same = kind == (int)PyUnicode_KIND(right) && one == other;
    const void *first = PyUnicode_DATA(left), *second = PyUnicode_DATA(right);
    if (same && !memcmp(first, second, (size_t)(one * kind)))
        return 0;
    if (one > 2 * other + 2 || other > 2 * one + 2)
        return self->hopeless;
    double few[64], *row = other < 32 ? few : PyMem_Malloc(2 * (size_t)(other + 1) * sizeof *row);
    if (!row)
        return -1;
    double *gaps = row + other + 1;
    int breadth = PyUnicode_KIND(right);
    row[0] = 0;
    for (Py_ssize_t at = 1; at <= other; at++) {
        gaps[at] = gap(self, PyUnicode_READ(breadth, second, at - 1));
        row[at] = row[at - 1] + gaps[at];
    }
    for (Py_ssize_t from = 0; from < one; from++) {
        Py_UCS4 symbol = PyUnicode_READ(kind, first, from);
        double skip = gap(self, symbol), diagonal = row[0], before = diagonal + skip;
        const double *known = (Py_ssize_t)symbol < self->known ? self->costs + symbol * self->known : NULL;
        row[0] = before;
        for (Py_ssize_t at = 1; at <= other; at++) {
            Py_UCS4 beside = PyUnicode_READ(breadth, second, at - 1);
            double put = beside == symbol ? 0.0 : self->strange;
            if (known && (Py_ssize_t)beside < self->known)
                put = known[beside];
            double cost = diagonal + put;
            diagonal = row[at];
            if (diagonal + skip < cost)
                cost = diagonal + skip;
            before += gaps[at];
            if (before < cost)
                cost = before;
            row[at] = before = cost;
        }
    }
    double found = 2 * row[other] / (double)(one + other);
    if (row != few)
        PyMem_Free(row);
    return found;
}

static PyObject *ruler_apart(Ruler *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "two rows of symbols");
        return NULL;
    }
    double found = self->costs ? apart(self, args[0], args[1]) : -1;
    return found < 0 ? PyErr_NoMemory() : PyFloat_FromDouble(found);
}

static PyMethodDef ruler_methods[] = {
    {"apart", (PyCFunction)(void (*)(void))ruler_apart, METH_FASTCALL, "How far two rows of symbols are apart."},
    {NULL, NULL, 0, NULL}};

static PyTypeObject RulerType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._hot.Ruler",
    .tp_basicsize = sizeof(Ruler),
    .tp_dealloc = (destructor)ruler_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Measures how far two rows of symbols are apart.",
    .tp_methods = ruler_methods,
    .tp_init = (initproc)ruler_init,
    .tp_new = PyType_GenericNew,
};

/* ---- the symbols of near.py ---- */

#define LONGEST 7 /* the most letters of a symbol */
#define OPENS (1ULL << 62) /* a vowel that begins a word is another symbol, and one that ends it */
#define ENDS (1ULL << 61)
#define SILENT 0x110000 /* the number of what is no symbol */
#define WORD 256

typedef struct {
    PyObject_HEAD
    PyObject *letters;     /* of each symbol its number, as a letter */
    Table graphs, numbers; /* the groups of letters that are one symbol; the numbers asked for before */
} Cutter;

static int is_edge(char letter)
{
    return letter && strchr("aeiouy", letter) != NULL;
}

static uint64_t graph_key(const char *text, Py_ssize_t size)
{
    uint64_t key = 0;
    while (size--)
        key = key << 8 | (uint8_t)text[size];
    return key;
}

static int cutter_init(Cutter *self, PyObject *args, PyObject *kwargs)
{
    PyObject *graphs, *letters;
    if (self->letters) {
        PyErr_SetString(PyExc_TypeError, "made already");
        return -1;
    }
    if (!PyArg_ParseTuple(args, "O!O!", &PyTuple_Type, &graphs, &PyDict_Type, &letters))
        return -1;
    if (table_widen(&self->graphs) < 0 || table_widen(&self->numbers) < 0)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(graphs); at++) {
        Py_ssize_t size;
        const char *graph = PyUnicode_AsUTF8AndSize(PyTuple_GET_ITEM(graphs, at), &size);
        if (!graph)
            return -1;
        if (size < 1 || size > LONGEST)
            return PyErr_SetString(PyExc_ValueError, "a symbol of one to seven letters"), -1;
        if (table_put(&self->graphs, graph_key(graph, size), (int32_t)size) < 0)
            return PyErr_NoMemory(), -1;
    }
    self->letters = Py_NewRef(letters);
    return 0;
}

static void cutter_dealloc(Cutter *self)
{
    Table *tables[] = {&self->graphs, &self->numbers};
    for (int at = 0; at < 2; at++) {
        PyMem_Free(tables[at]->slots);
    }
    Py_XDECREF(self->letters);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* The number of a symbol, asked for once; NONE with an error. */
static int32_t number_of(Cutter *self, const char *text, Py_ssize_t size, uint64_t edges)
{
    uint64_t key = graph_key(text, size) | edges;
    int32_t number = table_get(&self->numbers, key);
    if (number != NONE)
        return number;
    char name[LONGEST + 3];
    int written = snprintf(name, sizeof name, "%s%.*s%s", edges & OPENS ? "^" : "", (int)size, text, edges & ENDS ? "$" : "");
    PyObject *graph = PyUnicode_FromStringAndSize(name, written);
    PyObject *letter = graph ? PyObject_GetItem(self->letters, graph) : NULL;
    Py_XDECREF(graph);
    if (letter && (!PyUnicode_Check(letter) || PyUnicode_GET_LENGTH(letter) > 1))
        PyErr_SetString(PyExc_TypeError, "one letter for a symbol, or none");
    else if (letter)
        number = PyUnicode_GET_LENGTH(letter) ? (int32_t)PyUnicode_READ_CHAR(letter, 0) : SILENT;
    Py_XDECREF(letter);
    if (number != NONE && table_put(&self->numbers, key, number) < 0)
        return PyErr_NoMemory(), NONE;
    return number;
}

/* A plain word as the numbers of its symbols, neighbours that are equal once; None for one too long.
 *
 * `start` letters before it are the article, one symbol. */
static PyObject *cutter_call(Cutter *self, PyObject *args, PyObject *kwargs)
{
    PyObject *word;
    Py_ssize_t start;
    if (!self->letters || !PyArg_ParseTuple(args, "Un", &word, &start))
        return self->letters ? NULL : (PyErr_SetString(PyExc_TypeError, "not made"), NULL);
    Py_ssize_t length = PyUnicode_GET_LENGTH(word), sizes[WORD], found = 0;
    if (!PyUnicode_IS_ASCII(word) || length >= WORD || start < 0 || start > length)
        Py_RETURN_NONE;
    const char *text = (const char *)PyUnicode_1BYTE_DATA(word);
    if (memchr(text, 0, (size_t)length))
        Py_RETURN_NONE;
    for (Py_ssize_t at = start; at < length; at += sizes[found++]) {
        Py_ssize_t size = length - at < LONGEST ? length - at : LONGEST;
        while (size > 1 && table_get(&self->graphs, graph_key(text + at, size)) == NONE)
            size--;
        sizes[found] = size;
    }
    Py_UCS4 numbers[WORD + 1];
    Py_ssize_t told = 0, at = start;
    for (Py_ssize_t graph = start ? -1 : 0; graph < found; graph++) {
        int32_t number;
        if (graph < 0)
            number = number_of(self, "al", 2, OPENS);
        else {
            uint64_t edges = 0;
            if (is_edge(text[at])) {
                if (graph == found - 1 && found > !start)
                    edges = ENDS;
                if (!graph && !start)
                    edges |= OPENS;
            }
            number = number_of(self, text + at, sizes[graph], edges);
            at += sizes[graph];
        }
        if (number == NONE)
            return NULL;
        if (number != SILENT && !(told && numbers[told - 1] == (Py_UCS4)number))
            numbers[told++] = (Py_UCS4)number;
    }
    return PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, numbers, told);
}

static PyTypeObject CutterType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "translit.sounds._hot.Cutter",
    .tp_basicsize = sizeof(Cutter),
    .tp_dealloc = (destructor)cutter_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Cuts a plain word into symbols and tells their numbers.",
    .tp_call = (ternaryfunc)cutter_call,
    .tp_init = (initproc)cutter_init,
    .tp_new = PyType_GenericNew,
};

static PyMethodDef methods[] = {
    {"gains", gains, METH_VARARGS, "What each reading of a spelling gains by the signs of the whole."},
    {"vowels", vowels, METH_O, "The pattern of an Arabic name's vowels in Latin letters."},
    {"shares", shares, METH_VARARGS, "What each reading is likely to be, by its cost."},
    {"vowels_apart", (PyCFunction)(void (*)(void))vowels_apart, METH_FASTCALL, "How far two patterns are apart."},
    {NULL, NULL, 0, NULL}};

static PyModuleDef module = {PyModuleDef_HEAD_INIT, .m_name = "_hot", .m_doc = "The loops of hot.py, compiled.",
                             .m_size = -1, .m_methods = methods};

PyMODINIT_FUNC PyInit__hot(void)
{
    int ready = PyType_Ready(&ReaderType) == 0 && PyType_Ready(&ListenerType) == 0 && PyType_Ready(&GainsType) == 0 &&
                PyType_Ready(&LinesType) == 0 &&
                PyType_Ready(&RulerType) == 0 && PyType_Ready(&CutterType) == 0;
    PyObject *made = ready ? PyModule_Create(&module) : NULL;
    if (made && (PyModule_AddIntConstant(made, "FORMAT", FORMAT) < 0 ||
                 PyModule_AddObjectRef(made, "Reader", (PyObject *)&ReaderType) < 0 ||
                 PyModule_AddObjectRef(made, "Listener", (PyObject *)&ListenerType) < 0 ||
                 PyModule_AddObjectRef(made, "Gains", (PyObject *)&GainsType) < 0 ||
                 PyModule_AddObjectRef(made, "Lines", (PyObject *)&LinesType) < 0 ||
                 PyModule_AddObjectRef(made, "Ruler", (PyObject *)&RulerType) < 0 ||
                 PyModule_AddObjectRef(made, "Cutter", (PyObject *)&CutterType) < 0))
        Py_CLEAR(made);
    return made;
}
