/* weakref.h: weak references: weakref.ref, proxies, and the table of who is referenced weakly.
 *
 * An object with weak references has OBJ_WEAKLY_REFERENCED and a chain in the table; no other object pays for them. Which objects can be is
 * told by TYPE_WEAKREFS.
 */
#ifndef INTERP_TYPES_WEAKREF_H
#define INTERP_TYPES_WEAKREF_H

#include "object.h"

extern Type type_weakref, type_weak_proxy, type_weak_callable_proxy;

int weakref_init_types(void);

Value weakref_first(Object *target); /* the newest one (new reference), or None */
int64_t weakref_count(Value target);
Value weakref_list(Value target); /* new list of all */
Value weakref_proxy_new(Value target, Value callback); /* callback VALUE_NULL: none */

/* The object goes: its weak references die, their callbacks run. */
void weakref_clear(Object *target);
/* The collector found these unreachable (with all that have OBJ_UNREACHABLE): their weak references die. Afterwards, with the flags gone,
 * the callbacks of those references that live on run. */
void weakref_forget(Object *const *targets, size_t count);
void weakref_run_forgotten(void);

#endif
