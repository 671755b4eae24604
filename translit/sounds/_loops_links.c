/* The chunks that may read a piece of spelling after a history (`Reader` in beam.py): linked once, at the first look. */
#include "_loops.h"

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

int linked_widen(Linked *linked)
{
    Linked wider = {NULL, linked->room ? 2 * linked->room : 256, linked->used};
    wider.slots = wide(wider.room * sizeof *wider.slots);
    if (!wider.slots)
        return -1;
    for (size_t at = 0; at < linked->room; at++)
        if (linked->slots[at].key)
            *linked_at(&wider, linked->slots[at].key) = linked->slots[at];
    free(linked->slots);
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
int link_at(Reader *self, int32_t state, int32_t spelling, Links *links, double *base)
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
