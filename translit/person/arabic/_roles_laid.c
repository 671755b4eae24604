/* The units of an Arabic name in their roles (roles.py). */
#include "_roles.h"

static int is_surname(const Teller *self, PyObject *placed)
{
    return of_unit(self, placed, HAS_ARTICLE) == Py_True &&
           (lean_of(self, placed) < -1.5 || is(of_form(self, of_unit(self, placed, SURNAME), ROLE), NISBA));
}

static int is_father(const Teller *self, PyObject *placed)
{
    if (of_unit(self, placed, HAS_ARTICLE) != Py_True)
        return 1;
    return of_form(self, of_unit(self, placed, GIVEN), ROW) != Py_None &&
           !is(of_form(self, of_unit(self, placed, SURNAME), ROLE), NISBA);
}

/* A compound that honours: in al-Din, al-Dawla. */
static int is_laqab(Roles *roles, PyObject *placed)
{
    if (!is_kind(roles->teller, placed, COMPOUND))
        return 0;
    PyObject *told = PyObject_CallOneArg(roles->teller->asked[IS_LAQAB], PyTuple_GET_ITEM(placed, 0));
    int found = told ? PyObject_IsTrue(told) : -1;
    Py_XDECREF(told);
    roles->failed |= found < 0;
    return found > 0;
}

static void add(Roles *roles, PyObject *placed, PyObject *role, int form)
{
    roles->parts[roles->count++] = (Part){placed, role, of_unit(roles->teller, placed, form)};
}

/* The parts before the surname. */
static void add_given(Roles *roles, int first, int last)
{
    const Teller *self = roles->teller;
    PyObject **units = roles->units;
    int has_ism = 0;
    if (last - first > 2 && is_kind(self, units[first + 1], NAME) && is_kind(self, units[first + 2], NASAB) &&
        is_laqab(roles, units[first]))
        add(roles, units[first++], words[LAQAB], GIVEN);
    for (int at = first; at < last; at++) {
        PyObject *placed = units[at], *role = words[NASAB];
        if (is_kind(self, placed, KUNYA))
            role = words[KUNYA];
        else if (!(is_kind(self, placed, NASAB) && at > first)) {
            role = has_ism ? is_laqab(roles, placed) ? words[LAQAB] : words[NASAB] : words[ISM];
            has_ism = 1;
        }
        add(roles, placed, role, GIVEN);
    }
}

/* The family name or nisbas at the end. */
static void add_surnames(Roles *roles, int first, int last)
{
    const Teller *self = roles->teller;
    for (int at = first; at < last; at++) {
        PyObject *placed = roles->units[at];
        if (at < last - 1 && is_kind(self, placed, KUNYA))
            add(roles, placed, words[KUNYA], GIVEN);
        else if (at < last - 1 && (is_kind(self, placed, NAME) || is_kind(self, placed, COMPOUND)) && is_father(self, placed))
            add(roles, placed, words[NASAB], GIVEN);
        else
            add(roles, placed, of_form(self, of_unit(self, placed, SURNAME), ROLE), SURNAME);
    }
}

static void add_alone(Roles *roles, PyObject *placed)
{
    const Teller *self = roles->teller;
    if (is_kind(self, placed, KUNYA))
        add(roles, placed, words[KUNYA], GIVEN);
    else if (is_loose_nasab(self, placed))
        add(roles, placed, words[NASAB], GIVEN);
    else {
        int form = lean_of(self, placed) < 0 ? SURNAME : GIVEN;
        add(roles, placed, of_form(self, of_unit(self, placed, form), ROLE), form);
    }
}

/* Every unit in its role, in the order of the canonical form; `comma` is the unit after which one stood, or -1. */
void add_roles(Roles *roles, int size, int given_first, int comma)
{
    const Teller *self = roles->teller;
    PyObject **units = roles->units;
    if (!given_first && size > 1) {
        int cut = comma > 0 ? comma : 1;
        while (comma < 0 && cut < size - 1 && is_surname(self, units[cut]))
            cut++;
        cut = cut < size ? cut : size;
        add_given(roles, cut, size);
        add_surnames(roles, 0, cut);
        return;
    }
    if (size == 1) {
        add_alone(roles, units[0]);
        return;
    }
    int cut = size - 1, kunyas = 0;
    while (cut > 1 && is_surname(self, units[cut - 1]))
        cut--;
    if (cut == size - 1 && is_loose_nasab(self, units[size - 1]))
        cut = size;
    while (kunyas < cut && is_kind(self, units[kunyas], KUNYA))
        kunyas++;
    if (kunyas == cut && cut < size)
        for (int at = 0; at < cut; at++)
            add(roles, units[at], words[KUNYA], GIVEN);
    else
        add_given(roles, 0, cut);
    add_surnames(roles, cut, size);
}

/* The gender of the ism, else of bint and umm, bin and abu. */
PyObject *gender_of(const Roles *roles)
{
    const Teller *self = roles->teller;
    PyObject *told = Py_None;
    for (const Part *part = roles->parts; part < roles->parts + roles->count; part++) {
        PyObject *gender = of_unit(self, part->placed, GENDER);
        if (is(part->role, ISM) && gender != Py_None)
            return gender;
        if ((is(part->role, NASAB) || is(part->role, KUNYA)) && told != words[WOMAN]) {
            if (gender != Py_None && is(gender, WOMAN))
                told = words[WOMAN];
            else if (!is_kind(self, part->placed, NAME))
                told = words[MAN];
        }
    }
    return told;
}

/* Is a list of placed units one that can be read here? */
int is_fit(const Teller *self, PyObject *units)
{
    Py_ssize_t size = PyList_GET_SIZE(units);
    for (Py_ssize_t at = 0; at < size; at++) {
        PyObject *placed = PyList_GET_ITEM(units, at);
        if (!PyTuple_Check(placed) || PyTuple_GET_SIZE(placed) != 3 ||
            !Py_IS_TYPE(PyTuple_GET_ITEM(placed, 0), self->unit) ||
            !Py_IS_TYPE(of_unit(self, placed, GIVEN), self->form) ||
            !Py_IS_TYPE(of_unit(self, placed, SURNAME), self->form))
            return 0;
    }
    return size > 0 && size <= ROOM;
}
