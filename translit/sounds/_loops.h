/* What the parts of the module `_loops` share: a table of numbers, the two models of the reader, and readings. */
#ifndef LOOPS_H
#define LOOPS_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif

#define NATIVE 4  /* the most original letters of a chunk */
#define PIECE 8   /* the most letters of a piece of spelling */
#define BITS 64   /* the most letters of the original script, and two more */
#define LENGTHS 8 /* a word of so many letters, or of more */
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

static inline Slot *slot_of(const Table *table, uint64_t key)
{
    size_t at = (size_t)(((key ^ key >> 29) * 0x9E3779B97F4A7C15ULL) >> 32) & (table->room - 1);
    while (table->slots[at].key && table->slots[at].key != key)
        at = (at + 1) & (table->room - 1);
    return table->slots + at;
}

static inline int32_t table_get(const Table *table, uint64_t key)
{
    const Slot *slot = slot_of(table, key);
    return slot->key ? slot->value : NONE;
}

static inline int table_widen(Table *table)
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

static inline int table_put(Table *table, uint64_t key, int32_t value)
{
    if (2 * table->used >= table->room && table_widen(table) < 0)
        return -1;
    Slot *slot = slot_of(table, key);
    table->used += !slot->key;
    *slot = (Slot){key, value};
    return 0;
}

/* ---- memory that is read here and there ---- */

#define PAGE ((size_t)1 << 21) /* bytes of a large page */

/* Empty memory, which is freed by free(); NULL where there is none. Between two words the addresses of its pages
 * have left the processor's table of them: as many bytes as fill a large page are found sooner in such ones. */
static inline void *wide(size_t bytes)
{
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    void *found;
    if (bytes > PAGE / 2) {
        bytes = (bytes + PAGE - 1) & ~(PAGE - 1);
        if (posix_memalign(&found, PAGE, bytes))
            return NULL;
        madvise(found, bytes, MADV_HUGEPAGE); /* advice: without such pages it is memory as any other */
        return memset(found, 0, bytes);
    }
#endif
    return calloc(bytes ? bytes : 1, 1);
}

/* ---- arrays that grow ---- */

typedef struct {
    char *at;
    size_t used, room;
} Array;

static inline void *more(Array *array, size_t size, size_t count)
{
    if (array->used + count > array->room) {
        size_t room = array->room ? 2 * array->room : 256;
        while (room < array->used + count)
            room *= 2;
        char *moved = wide(room * size);
        if (!moved)
            return NULL;
        if (array->used)
            memcpy(moved, array->at, array->used * size);
        free(array->at);
        array->at = moved;
        array->room = room;
    }
    array->used += count;
    return array->at + (array->used - count) * size;
}

#define ITEMS(array, type) ((type *)(array).at)

/* ---- the reader ---- */

static inline double nats(int16_t hundredths)
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

typedef struct { /* of a node of the letter model what every step asks, side by side: half a line of memory */
    uint64_t owns;  /* a bit for each letter that has a cost of its own there */
    uint64_t leads; /* … that leads to a node of a longer history */
    int32_t less;   /* the node of the longest shorter history; the root alone has none */
    int32_t first, led; /* the first of those costs, and of those nodes */
    int16_t back;   /* hundredths of nats, not weighed */
    uint16_t least; /* no letter costs less: so many GRAINs, rounded down */
} Spot;

#define GRAIN (1.0 / 1024) /* of a nat */

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
    char *room;           /* the memory of what follows: of the letter model */
    Spot *spots;          /* of its nodes; each in one line of memory */
    int16_t *steps;       /* what each of a node's own letters costs, in the order of their numbers */
    int32_t *afters;      /* the nodes that a node's letters lead to, in the same order */
    double *weighed;      /* such a cost, in nats */
    double unseen;        /* what a letter costs that no history foretells, weighed */
    int lettered;         /* do they tell every node that a letter leads to? */
} Reader;

#define LINE 64 /* bytes that memory gives at once */

static inline uint64_t bit_of(int32_t spelling)
{
    return (uint64_t)1 << (spelling & 63);
}

/* How many letters of a node's own have lower numbers than a letter. */
static inline int32_t rank_of(uint64_t owns, uint8_t letter)
{
    uint64_t before = owns & (bit_of(letter) - 1);
    before -= before >> 1 & 0x5555555555555555ULL;
    before = (before & 0x3333333333333333ULL) + (before >> 2 & 0x3333333333333333ULL);
    return (int32_t)(((before + (before >> 4)) & 0x0F0F0F0F0F0F0F0FULL) * 0x0101010101010101ULL >> 56);
}

/* A history without its oldest member; members are so many bits wide. */
static inline uint64_t shorter(uint64_t history, int bits)
{
    uint64_t one = ((uint64_t)1 << bits) - 1, mask = 0;
    while ((mask << bits | one) < history)
        mask = mask << bits | one;
    return history & mask;
}

/* The node of the longest end of a history that a model knows. */
static inline int32_t node_at(const Model *model, uint64_t history, int bits)
{
    int32_t found = NONE;
    for (; history && found < 0; history = shorter(history, bits))
        found = table_get(&model->places, history);
    return found < 0 ? 0 : found;
}

/* The node of the chunk model after a node and a chunk. */
static inline int32_t node_after(const Reader *self, int32_t state, int32_t chunk)
{
    uint64_t history = self->chunks.histories[state] & (((uint64_t)1 << 2 * CHUNK) - 1);
    return node_at(&self->chunks, history << CHUNK | (uint64_t)(chunk + 1), CHUNK);
}

typedef struct { /* a reading of a whole word */
    double cost;
    PyObject *native;
} Heard;

typedef struct {
    PyObject *table; /* its bytes: words, and what each is; LISTED for one that another line may tell more of */
    uint32_t *lines; /* where in the table the line of a word begins, by its hash; 0 for none: that is the header */
    size_t room;     /* a power of two */
    uint64_t *sieve; /* two bits of one of these are set for each word: most words that are none fall through */
} Lined;

typedef struct {
    PyObject_HEAD
    Lined lined;     /* words, and how each was met; LISTED for one that was in no print */
    PyObject *known; /* words of the tables */
    double in_lexicon, in_print[LENGTHS], as_name, by_table, beside_table; /* in_print: by how many letters the word has, from one on */
} Gains;

/* _loops_model.c */

extern PyTypeObject ReaderType;

/* _loops_links.c */

int linked_widen(Linked *linked);
int link_at(Reader *self, int32_t state, int32_t spelling, Links *links, double *base);

/* _loops_reader.c */

void forget(Heard *heard, Py_ssize_t count);
Heard *hear(Reader *self, PyObject *word, int beam, double within, Py_ssize_t *count);
PyObject *pairs(Heard *heard, Py_ssize_t count);
PyObject *reader_read(Reader *self, PyObject *args);

/* _loops_lines.c */

double gained(const Gains *self, PyObject *words, PyObject *native, PyObject **known);
extern PyTypeObject LinesType, GainsType;

/* _loops_listener.c */

PyObject *shares(PyObject *module, PyObject *args);
PyObject *gains(PyObject *module, PyObject *args);
extern PyTypeObject ListenerType;

/* _loops_near.c */

PyObject *vowels(PyObject *module, PyObject *word);
double patterns_apart(PyObject *left, PyObject *right);
PyObject *vowels_apart(PyObject *module, PyObject *const *args, Py_ssize_t count);
extern PyTypeObject RulerType, CutterType;

#endif
