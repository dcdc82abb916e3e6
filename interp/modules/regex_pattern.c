/* regex_pattern.c: re.Pattern and the module _re, whose compile() turns the compiler's words into one. */
#include "modules.h"
#include "regex_objects.h"

#include "abstract.h"
#include "attr.h"
#include "bytes.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "generic_alias.h"
#include "import.h"
#include "int.h"
#include "list.h"
#include "mem.h"
#include "module.h"
#include "native.h"
#include "tuple.h"
#include "type.h"

#include <inttypes.h>
#include <stdio.h>

/* ---- making ---- */

static int read_words(Value list, uint32_t *out)
{
    for (int64_t i = 0; i < as_list(list)->length; i++) {
        int64_t word;
        if (int_as_int64(as_list(list)->items[i], &word) < 0)
            return -1;
        out[i] = (uint32_t)word;
    }
    return 0;
}

/* `sets` is a list of lists: negated, RegexFold, triples. Their items go to `items`. */
static int read_sets(RegexProgram *program, Value sets, uint32_t *items)
{
    for (int64_t i = 0; i < as_list(sets)->length; i++) {
        Value words = as_list(sets)->items[i];
        RegexSet *set = &program->sets[program->set_count];
        if (read_words(words, items) < 0)
            return -1;
        *set = (RegexSet){.negated = items[0], .fold = (RegexFold)items[1], .count = (uint32_t)(as_list(words)->length - 2) / 3, .items = items + 2};
        regex_fill_set(program, set);
        program->set_count++;
        items += as_list(words)->length;
    }
    return 0;
}

static int read_program(RegexProgram *program, Value code, Value sets)
{
    size_t words = (size_t)as_list(code)->length;
    for (int64_t i = 0; i < as_list(sets)->length; i++)
        words += (size_t)as_list(as_list(sets)->items[i])->length;
    program->code = mem_alloc_raw(words * sizeof *program->code);
    program->sets = mem_alloc_raw((size_t)(as_list(sets)->length + 1) * sizeof *program->sets);
    if (!program->code || !program->sets) {
        raise_no_memory();
        return -1;
    }
    return read_words(code, program->code) < 0 ? -1 : read_sets(program, sets, program->code + as_list(code)->length);
}

enum { SOURCE, FLAGS, CODE, SETS, FIRST, PREFIX, GROUPS, SLOTS, GROUP_INDEX, COMPILE_ARGUMENTS };

static Value re_compile(METHOD_ARGS)
{
    (void)self, (void)nargs, (void)kwnames;
    PatternObject *p = object_alloc_zeroed(&type_regex_pattern, sizeof *p);
    if (!p)
        return VALUE_NULL;
    p->source = value_retain(args[SOURCE]);
    p->group_index = value_retain(args[GROUP_INDEX]);
    if (args[PREFIX] != VALUE_NONE)
        p->program.prefix = value_retain(args[PREFIX]);
    int64_t first = 0, groups = 0, slots = 0;
    if (int_as_int64(args[FLAGS], &p->flags) < 0 || int_as_int64(args[FIRST], &first) < 0 || int_as_int64(args[GROUPS], &groups) < 0 ||
        int_as_int64(args[SLOTS], &slots) < 0 || read_program(&p->program, args[CODE], args[SETS]) < 0) {
        object_release(p);
        return VALUE_NULL;
    }
    p->program.first = (uint32_t)first;
    p->program.groups = (uint32_t)groups;
    p->program.slots = (uint32_t)slots;
    return value_of(p);
}

static void pattern_dealloc(Object *object)
{
    PatternObject *p = (PatternObject *)object;
    value_release(p->source);
    value_release(p->group_index);
    value_release_null(p->program.prefix);
    mem_free_raw(p->program.code);
    mem_free_raw(p->program.sets);
    object_free(object, sizeof *p);
}

/* ---- one match ---- */

typedef enum MatchKind { MATCH_HERE, MATCH_FULL, MATCH_SEARCH } MatchKind;

static Value match_once(const char *signature, MatchKind kind, Value self, const Value *args, int nargs, Value kwnames)
{
    Value given[3] = {nargs ? args[0] : VALUE_NULL};
    if ((nargs != 1 || kwnames) && !native_bind(signature, args, nargs, kwnames, given))
        return VALUE_NULL;
    RegexCursor c;
    int found = cursor_open(&c, as_pattern(self), given[0], given[1], given[2]);
    if (found == 0) {
        c.task.to_end = kind == MATCH_FULL;
        found = kind == MATCH_SEARCH ? cursor_next(&c) : cursor_match_here(&c);
    }
    Value result = found < 0 ? VALUE_NULL : found ? match_from_cursor(&c) : VALUE_NONE;
    cursor_close(&c);
    return result;
}

static Value pattern_match(METHOD_ARGS) { return match_once("match(string, pos=, endpos=)", MATCH_HERE, self, args, nargs, kwnames); }
static Value pattern_fullmatch(METHOD_ARGS) { return match_once("fullmatch(string, pos=, endpos=)", MATCH_FULL, self, args, nargs, kwnames); }
static Value pattern_search(METHOD_ARGS) { return match_once("search(string, pos=, endpos=)", MATCH_SEARCH, self, args, nargs, kwnames); }

/* ---- all matches ---- */

static Value pattern_finditer(METHOD_ARGS)
{
    Value given[3];
    return native_bind("finditer(string, pos=, endpos=)", args, nargs, kwnames, given) ? regex_iterator_new(as_pattern(self), given[0], given[1], given[2])
                                                                                       : VALUE_NULL;
}

static Value pattern_scanner(METHOD_ARGS)
{
    Value given[3];
    return native_bind("scanner(string, pos=, endpos=)", args, nargs, kwnames, given) ? regex_scanner_new(as_pattern(self), given[0], given[1], given[2])
                                                                                      : VALUE_NULL;
}

static Value group_text(const RegexCursor *c, int64_t group, bool none_if_missing)
{
    int64_t from = c->slots[2 * group], to = c->slots[2 * group + 1];
    if (from < 0)
        return none_if_missing ? VALUE_NONE : regex_slice(c->string, 0, 0);
    return regex_slice(c->string, from, to);
}

/* An item of findall(): the match, its only group, or all its groups. */
static Value found_item(const RegexCursor *c)
{
    int64_t groups = c->pattern->program.groups;
    if (groups < 2)
        return group_text(c, groups, false);
    Value result = tuple_new(groups);
    for (int64_t i = 0; result && i < groups; i++)
        if (!(as_tuple(result)->items[i] = group_text(c, i + 1, false)))
            value_clear(&result);
    return result;
}

static Value pattern_findall(METHOD_ARGS)
{
    Value given[3];
    if (!native_bind("findall(string, pos=, endpos=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    RegexCursor c;
    int found = cursor_open(&c, as_pattern(self), given[0], given[1], given[2]);
    Value result = found < 0 ? VALUE_NULL : list_new(0);
    while (result && (found = cursor_next(&c)) != 0) {
        Value item = found < 0 ? VALUE_NULL : found_item(&c);
        if (!item || list_append_steal(result, item) < 0)
            value_clear(&result);
    }
    cursor_close(&c);
    return result;
}

static bool count_argument(Value given, int64_t *count)
{
    *count = 0;
    return !given || int_as_ssize(given, count) == 0;
}

static bool append_slice(Value list, Value string, int64_t from, int64_t to)
{
    Value slice = regex_slice(string, from, to);
    return slice && list_append_steal(list, slice) == 0;
}


static Value pattern_split(METHOD_ARGS)
{
    Value given[2];
    int64_t most, at = 0;
    if (!native_bind("split(string, maxsplit=)", args, nargs, kwnames, given) || !count_argument(given[1], &most))
        return VALUE_NULL;
    RegexCursor c;
    int found = cursor_open(&c, as_pattern(self), given[0], VALUE_NULL, VALUE_NULL);
    Value result = found < 0 ? VALUE_NULL : list_new(0);
    for (int64_t done = 0; result && (most == 0 || done < most) && (found = cursor_next(&c)) != 0; done++) {
        bool fine = found > 0 && append_slice(result, c.string, at, c.slots[0]);
        for (int64_t group = 1; fine && group <= (int64_t)c.pattern->program.groups; group++) {
            Value text = group_text(&c, group, true);
            fine = text && list_append_steal(result, text) == 0;
        }
        if (!fine)
            value_clear(&result);
        at = c.slots[1];
    }
    if (result && !append_slice(result, c.string, at, regex_length(c.string)))
        value_clear(&result);
    cursor_close(&c);
    return result;
}

/* ---- replacing ---- */

/* re._template(pattern, template), which keeps what it found. */
Value regex_parts(PatternObject *pattern, Value template)
{
    return import_and_call("re", "_template", (Value[]){value_of(pattern), template}, 2);
}

static bool has_backslash(Value v)
{
    if (value_is_str(v)) {
        for (int64_t i = 0; i < as_str(v)->length; i++)
            if (str_point_at(as_str(v), i) == '\\')
                return true;
        return false;
    }
    int64_t length;
    const void *data = bytes_buffer(v, &length);
    return length && memchr(data, '\\', (size_t)length);
}

/* What sub() does with its first argument. */
typedef struct Replacement {
    Value literal, callable, parts; /* one of them, owned */
} Replacement;

static int replacement_open(Replacement *r, PatternObject *pattern, Value given)
{
    *r = (Replacement){VALUE_NULL, VALUE_NULL, VALUE_NULL};
    bool is_text = value_is_str(given) || value_has_buffer(given);
    if (!is_text && value_is_callable(given))
        r->callable = value_retain(given);
    else if (is_text && !has_backslash(given))
        r->literal = value_retain(given);
    else
        return (r->parts = regex_parts(pattern, given)) ? 0 : -1;
    return 0;
}

static void replacement_close(Replacement *r)
{
    value_release_null(r->literal);
    value_release_null(r->callable);
    value_release_null(r->parts);
}

static Value replace_one(const Replacement *r, const RegexCursor *c)
{
    if (r->literal)
        return value_retain(r->literal);
    if (r->parts)
        return match_fill_parts(c->string, c->slots, r->parts);
    Value match = match_from_cursor(c);
    Value result = match ? call_value1(r->callable, match) : VALUE_NULL;
    value_release_null(match);
    return result;
}

/* The pieces of the new string in `pieces`; how many replacements, -1: exception. */
static int64_t replace_all(RegexCursor *c, const Replacement *r, int64_t most, Value pieces)
{
    int64_t done = 0, at = 0;
    int found;
    for (; (most == 0 || done < most) && (found = cursor_next(c)) != 0; done++) {
        if (found < 0 || (at < c->slots[0] && !append_slice(pieces, c->string, at, c->slots[0])))
            return -1;
        at = c->slots[1];
        Value text = replace_one(r, c);
        if (!text)
            return -1;
        if (text == VALUE_NONE)
            continue;
        if (list_append_steal(pieces, text) < 0)
            return -1;
    }
    return at < regex_length(c->string) && !append_slice(pieces, c->string, at, regex_length(c->string)) ? -1 : done;
}

static Value replace(const char *signature, bool with_count, Value self, const Value *args, int nargs, Value kwnames)
{
    Value given[3], result = VALUE_NULL;
    int64_t most, done = -1;
    if (!native_bind(signature, args, nargs, kwnames, given) || !count_argument(given[2], &most))
        return VALUE_NULL;
    RegexCursor c;
    Replacement r;
    int opened = replacement_open(&r, as_pattern(self), given[0]);
    if (opened == 0) {
        Value pieces = cursor_open(&c, as_pattern(self), given[1], VALUE_NULL, VALUE_NULL) < 0 ? VALUE_NULL : list_new(0);
        done = pieces ? replace_all(&c, &r, most, pieces) : -1;
        if (done >= 0)
            result = regex_join(c.string, pieces);
        value_release_null(pieces);
        cursor_close(&c);
    }
    replacement_close(&r);
    if (!result || !with_count)
        return result;
    Value pair[2] = {result, int_from_int64(done)};
    return tuple_from_steal(pair, 2);
}

static Value pattern_sub(METHOD_ARGS) { return replace("sub(repl, string, count=)", false, self, args, nargs, kwnames); }
static Value pattern_subn(METHOD_ARGS) { return replace("subn(repl, string, count=)", true, self, args, nargs, kwnames); }

/* ---- the object ---- */

static Value pattern_self(METHOD_ARGS)
{
    UNUSED_ARGS;
    return value_retain(self);
}

static Value get_source(Value self) { return value_retain(as_pattern(self)->source); }
static Value get_flags(Value self) { return int_from_int64(as_pattern(self)->flags); }
static Value get_groups(Value self) { return int_from_int64(as_pattern(self)->program.groups); }
static Value get_group_index(Value self) { return mappingproxy_new(as_pattern(self)->group_index); }

enum { FLAG_UNICODE = 32 };
static const char *const flag_names[] = {"re.TEMPLATE", "re.IGNORECASE", "re.LOCALE", "re.MULTILINE", "re.DOTALL", "re.UNICODE", "re.VERBOSE", "re.DEBUG", "re.ASCII"};

static Value pattern_repr(Value self)
{
    const PatternObject *p = as_pattern(self);
    Value source = value_repr(p->source);
    char flags[192] = "";
    int length = 0;
    const size_t known = sizeof flag_names / sizeof *flag_names;
    int64_t shown = value_is_str(p->source) ? p->flags & ~FLAG_UNICODE : p->flags;
    for (size_t i = 0; i < known; i++)
        if (shown >> i & 1)
            length += snprintf(flags + length, sizeof flags - (size_t)length, "%s%s", length ? "|" : ", ", flag_names[i]);
    if (shown >> known)
        snprintf(flags + length, sizeof flags - (size_t)length, "%s0x%" PRIx64, length ? "|" : ", ", (uint64_t)(shown >> known << known));
    Value start = source && as_str(source)->length > 200 ? str_substring(source, 0, 200) : value_retain_null(source);
    Value result = start ? str_printf("re.compile(%S%s)", start, flags) : VALUE_NULL;
    value_release_null(start);
    value_release_null(source);
    return result;
}

static Value pattern_compare(Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_heap_exactly(b, &type_regex_pattern))
        return VALUE_NOT_IMPLEMENTED;
    bool same = as_pattern(a)->flags == as_pattern(b)->flags && type_of(as_pattern(a)->source) == type_of(as_pattern(b)->source);
    int equal = same ? value_equal(as_pattern(a)->source, as_pattern(b)->source) : 0;
    return equal < 0 ? VALUE_NULL : (equal == 1) == (op == COMPARE_EQ) ? VALUE_TRUE : VALUE_FALSE;
}

static int64_t pattern_hash(Value self)
{
    int64_t hash = value_hash(as_pattern(self)->source);
    return hash == -1 ? -1 : hash ^ (as_pattern(self)->flags << 1) ^ 0x5bd1e995;
}

static const NativeDef pattern_methods[] = {
    {"match", pattern_match, 1, 3, NATIVE_KEYWORDS},       {"fullmatch", pattern_fullmatch, 1, 3, NATIVE_KEYWORDS},
    {"search", pattern_search, 1, 3, NATIVE_KEYWORDS},     {"findall", pattern_findall, 1, 3, NATIVE_KEYWORDS},
    {"finditer", pattern_finditer, 1, 3, NATIVE_KEYWORDS}, {"scanner", pattern_scanner, 1, 3, NATIVE_KEYWORDS},
    {"split", pattern_split, 1, 2, NATIVE_KEYWORDS},       {"sub", pattern_sub, 2, 3, NATIVE_KEYWORDS},
    {"subn", pattern_subn, 2, 3, NATIVE_KEYWORDS},         {"__copy__", pattern_self, 0, 0, 0},
    {"__deepcopy__", pattern_self, 1, 1, 0},               {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS},
    {0},
};
static const GetSetDef pattern_getsets[] = {
    {"pattern", get_source, attr_readonly}, {"flags", get_flags, attr_readonly}, {"groups", get_groups, attr_readonly}, {"groupindex", get_group_index, NULL}, {0},
};

Type type_regex_pattern = {.head = OBJECT_STATIC(&type_type), .name = "re.Pattern", .flags = TYPE_WEAKREFS, .size = sizeof(PatternObject),
                           .base = &type_object, .dealloc = pattern_dealloc, .repr = pattern_repr, .compare = pattern_compare,
                           .hash = pattern_hash, .methods = pattern_methods, .getsets = pattern_getsets};

static const NativeDef functions[] = {{"compile", re_compile, COMPILE_ARGUMENTS, COMPILE_ARGUMENTS, 0}, {0}};

Value module_re_init(void)
{
    static Type *const types[] = {&type_regex_pattern, &type_regex_match};
    static Type *const hidden[] = {&type_regex_scanner, &type_regex_iterator};
    for (size_t i = 0; i < 2; i++)
        if (type_take_dotted_name(hidden[i]) < 0 || type_ready(hidden[i]) < 0)
            return VALUE_NULL;
    return module_from_parts("_re", functions, types, 2);
}
