/* What the parts of the module `_word` share. */
#ifndef WORD_H
#define WORD_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

#define ROOM 256 /* letters of the longest word that is written here; longer ones are left to Python */
#define LETTERS 65536 /* those beyond are left to Python */

/* _word_sounds.c */

extern PyTypeObject RulesType;

/* _word_apart.c */

PyObject *edits(PyObject *module, PyObject *const *args, Py_ssize_t count);
extern PyTypeObject ApartType;

/* _word_sums.c */

extern PyTypeObject SumsType, OddsType;

/* _word_writer.c */

PyObject *any_spells(PyObject *module, PyObject *const *args, Py_ssize_t count);
extern PyTypeObject WriterType, SpellerType;

/* _word_text.c */

PyObject *parted(PyObject *module, PyObject *text);
extern PyTypeObject ScriptsType, LetterwiseType, PlainType;

/* _word_forms.c */

PyObject *one_known(PyObject *module, PyObject *const *args, Py_ssize_t count);
PyObject *readings(PyObject *module, PyObject *const *args, Py_ssize_t count);
PyObject *literally(PyObject *module, PyObject *const *args, Py_ssize_t count);
PyObject *first(PyObject *module, PyObject *const *args, Py_ssize_t count);
PyObject *contained(PyObject *module, PyObject *const *args, Py_ssize_t count);
extern PyTypeObject WaysType;

/* _word_pieces.c */

extern PyTypeObject PiecesType;

/* _word_kin.c */

extern PyTypeObject PathType;

#endif
