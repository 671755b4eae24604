/* Numbers in order: merged() of postings.py. */
#include "_pairs.h"

/* Sort numbers by their bytes, the last first; those that all have alike are passed over. */
int sort(uint64_t *numbers, Py_ssize_t size) {
    if (size < 64) { /* few: one by one */
        for (Py_ssize_t at = 1; at < size; at++) {
            uint64_t one = numbers[at];
            Py_ssize_t to = at;
            for (; to > 0 && numbers[to - 1] > one; to--)
                numbers[to] = numbers[to - 1];
            numbers[to] = one;
        }
        return 0;
    }
    uint64_t *room = malloc(size * sizeof *room), *from = numbers, *to = room;
    if (!room)
        return -1;
    for (int shift = 0; shift < 64; shift += 8) {
        size_t begins[256] = {0}, sum = 0;
        for (Py_ssize_t at = 0; at < size; at++)
            begins[from[at] >> shift & 255]++;
        if (begins[from[0] >> shift & 255] == (size_t)size)
            continue;
        for (int byte = 0; byte < 256; byte++) {
            size_t count = begins[byte];
            begins[byte] = sum;
            sum += count;
        }
        for (Py_ssize_t at = 0; at < size; at++)
            to[begins[from[at] >> shift & 255]++] = from[at];
        uint64_t *swap = from;
        from = to;
        to = swap;
    }
    if (from != numbers)
        memcpy(numbers, from, size * sizeof *numbers);
    free(room);
    return 0;
}

/* Bytes of the numbers in order, each once. */
PyObject *in_order(uint64_t *numbers, Py_ssize_t size) {
    if (sort(numbers, size) < 0)
        return PyErr_NoMemory();
    Py_ssize_t kept = 0;
    for (Py_ssize_t at = 0; at < size; at++)
        if (!at || numbers[at] != numbers[kept - 1])
            numbers[kept++] = numbers[at];
    return PyBytes_FromStringAndSize((char *)numbers, kept * sizeof *numbers);
}

PyObject *merged(PyObject *self, PyObject *parts) {
    PyObject *some = PySequence_Fast(parts, "parts must be a sequence"), *found = NULL;
    if (!some)
        return NULL;
    Row row = {0};
    for (Py_ssize_t at = 0; at < PySequence_Fast_GET_SIZE(some); at++) {
        Py_buffer part;
        if (PyObject_GetBuffer(PySequence_Fast_GET_ITEM(some, at), &part, PyBUF_SIMPLE) < 0)
            goto done;
        Py_ssize_t more = part.len / sizeof(uint64_t), room = row.size + more;
        uint64_t *wider = realloc(row.numbers, (room + 1) * sizeof *wider);
        if (wider) {
            row.numbers = wider;
            memcpy(wider + row.size, part.buf, more * sizeof *wider);
            row.size = room;
        }
        PyBuffer_Release(&part);
        if (!wider) {
            PyErr_NoMemory();
            goto done;
        }
    }
    found = in_order(row.numbers, row.size);
done:
    free(row.numbers);
    Py_DECREF(some);
    return found;
}
