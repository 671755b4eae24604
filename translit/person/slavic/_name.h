/* What the parts of the module `_name` share. */
#ifndef NAME_H
#define NAME_H
#include "_slots.h"

/* _name_words.c */

extern PyTypeObject GatheredType, EvidenceType, ColumnsType;

/* _name_parts.c */

extern PyTypeObject PartsType, WholeType;

#endif
