/* What the parts of the module `_atlas` share. */
#ifndef ATLAS_H
#define ATLAS_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#define ROOM 128 /* letters of the longest name that is worked on here; longer ones are left to Python */

/* _atlas_respelt.c */

extern PyTypeObject RespellerType;

/* _atlas_heard.c */

extern PyTypeObject HearerType;

/* _atlas_odds.c */

extern PyTypeObject OddsType;

#endif
