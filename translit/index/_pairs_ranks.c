/* The pairs of names that share a block: pairs_in() of postings.py. */
#include "_pairs.h"

/* The pairs of a block's names, given as rank and thinness, near each other in rank. */
static int pair(Row *found, uint64_t *ranks, Py_ssize_t size, int company, int thin_only) {
    if (sort(ranks, size) < 0)
        return -1;
    for (Py_ssize_t at = 0; at < size; at++)
        for (Py_ssize_t to = at + 1; to < size && to <= at + company; to++)
            if (!thin_only || (ranks[at] | ranks[to]) & 1)
                if (add(found, (ranks[at] >> 1) << PLACE_BITS | ranks[to] >> 1) < 0)
                    return -1;
    return 0;
}

PyObject *paired(PyObject *self, PyObject *arguments) {
    Py_buffer shelf, rank;
    int alone, crowd, company, rare;
    if (!PyArg_ParseTuple(arguments, "y*py*iii", &shelf, &alone, &rank, &crowd, &company, &rare))
        return NULL;
    const uint64_t *postings = shelf.buf;
    const uint32_t *ranks = rank.buf;
    Py_ssize_t size = shelf.len / sizeof *postings, names = rank.len / sizeof *ranks;
    uint64_t *run = malloc((crowd + 1) * sizeof *run);
    PyObject *told = NULL;
    Row found = {0};
    if (!run) {
        PyErr_NoMemory();
        goto done;
    }
    for (Py_ssize_t at = 0, end; at < size; at = end) {
        uint64_t block = postings[at] >> SHIFT;
        for (end = at + 1; end < size && postings[end] >> SHIFT == block; end++)
            ;
        if (end - at < 2 || end - at > crowd)
            continue;
        int thin = 0;
        for (Py_ssize_t to = at; to < end; to++) {
            uint64_t place = postings[to] & PLACE, is_thin = (postings[to] & THIN) != 0;
            if (place >= (uint64_t)names) {
                PyErr_SetString(PyExc_IndexError, "a posting of no name");
                goto done;
            }
            run[to - at] = (uint64_t)ranks[place] << 1 | is_thin;
            thin |= is_thin;
        }
        int thin_only = alone && end - at > rare;
        if ((!thin_only || thin) && pair(&found, run, end - at, company, thin_only) < 0) {
            PyErr_NoMemory();
            goto done;
        }
    }
    told = in_order(found.numbers, found.size);
done:
    free(run);
    free(found.numbers);
    PyBuffer_Release(&shelf);
    PyBuffer_Release(&rank);
    return told;
}
