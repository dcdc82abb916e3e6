/* compiler_call.c: calls, displays and f-strings: everything that collects values in adjacent temporaries. */
#include "compiler.h"

#include "types/tuple.h"

enum { DISPLAY_MAX = 64 }; /* longer displays are built item by item */
enum { STACK_GUIDELINE = 30 }; /* CPython's: of more items it appends each on its own, on the line of the whole */

static void item_ends(Compiler *c, SrcPos whole, int count)
{
    if (count <= STACK_GUIDELINE)
        return;
    SrcPos before = set_pos(c, whole);
    emit_line(c);
    set_pos(c, before);
}

static bool has_star(ExprSeq elts)
{
    for (int i = 0; i < elts.count; i++) {
        if (elts.items[i]->kind == EXPR_STARRED)
            return true;
    }
    return false;
}

/* A temporary result where `want` says. */
static int deliver(Compiler *c, int temp, int want)
{
    if (want >= 0)
        return temp;
    emit(c, OP_MOVE, want, temp, 0);
    set_depth(c, temp);
    return want;
}

/* ---- calls ---- */

static void check_keywords(Compiler *c, KeywordSeq keywords, SrcPos call)
{
    for (int i = 0; i < keywords.count; i++) {
        const Keyword *keyword = keywords.items[i];
        if (keyword->arg == NULL)
            continue;
        if (strcmp(keyword->arg, "__debug__") == 0)
            compile_error(c, call, "cannot assign to __debug__");
        for (int j = i + 1; j < keywords.count; j++) {
            if (keywords.items[j]->arg == keyword->arg)
                compile_error(c, keywords.items[j]->pos, "keyword argument repeated: %s", keyword->arg);
        }
    }
}

static bool has_unpacking(ExprSeq args, KeywordSeq keywords)
{
    for (int i = 0; i < keywords.count; i++) {
        if (keywords.items[i]->arg == NULL)
            return true;
    }
    return has_star(args);
}

static Value keyword_name(Compiler *c, const char *name)
{
    const char *mangled = symtable_mangle(c->arena, c->unit->block->class_name, name);
    if (mangled == NULL)
        compile_no_memory(c);
    return constant_str(c, mangled, strlen(mangled));
}

static int keyword_names(Compiler *c, KeywordSeq keywords)
{
    Value names = tuple_new(keywords.count);
    if (names == VALUE_NULL)
        compile_no_memory(c);
    for (int i = 0; i < keywords.count; i++)
        as_tuple(names)->items[i] = value_retain(keyword_name(c, keywords.items[i]->arg));
    return constant_index(c, pool_add_steal(c, names));
}

/* Appends expressions to the list in temporary `list`; starred ones extend it. */
static void append_all(Compiler *c, int list, ExprSeq elts, int from, int append, int extend)
{
    for (int i = from; i < elts.count; i++) {
        const Expr *e = elts.items[i];
        int slot = operand(c, e->kind == EXPR_STARRED ? e->starred.value : e);
        emit(c, e->kind == EXPR_STARRED ? extend : append, list, slot, 0);
        set_depth(c, list + 1);
    }
}

static int plain_prefix(ExprSeq elts)
{
    int n = 0;
    while (n < elts.count && n < DISPLAY_MAX && elts.items[n]->kind != EXPR_STARRED)
        n++;
    return n;
}

/* The positional arguments as one tuple or iterable in the next temporary; `given` temporaries on top are its first items. */
static void positional_tuple(Compiler *c, ExprSeq args, int given)
{
    int base = c->unit->depth - given;
    if (given == 0 && args.count == 1 && args.items[0]->kind == EXPR_STARRED) {
        visit_temp(c, args.items[0]->starred.value);
        return;
    }
    int prefix = plain_prefix(args);
    for (int i = 0; i < prefix; i++)
        visit_temp(c, args.items[i]);
    bool rest = prefix < args.count;
    emit(c, rest ? OP_BUILD_LIST : OP_BUILD_TUPLE, base, base, given + prefix);
    set_depth(c, base + 1);
    if (!rest)
        return;
    append_all(c, base, args, prefix, OP_LIST_APPEND, OP_LIST_EXTEND);
    emit(c, OP_LIST_TO_TUPLE, base, base, 0);
}

/* The keyword arguments as one dict in the next temporary. */
static void keyword_dict(Compiler *c, KeywordSeq keywords, int callable)
{
    int base = temp_push(c);
    c->unit->depth--;
    if (keywords.count == 0) {
        load_constant_want(c, VALUE_NONE, WANT_TEMP);
        return;
    }
    int i = 0;
    while (i < keywords.count && i < DISPLAY_MAX && keywords.items[i]->arg != NULL) {
        load_constant_want(c, keyword_name(c, keywords.items[i]->arg), WANT_TEMP);
        visit_temp(c, keywords.items[i]->value);
        i++;
    }
    emit(c, OP_BUILD_DICT, base, base, i);
    set_depth(c, base + 1);
    while (i < keywords.count) {
        const Keyword *keyword = keywords.items[i];
        if (keyword->arg == NULL) {
            int slot = operand(c, keyword->value);
            emit(c, OP_DICT_MERGE, base, slot, callable);
            set_depth(c, base + 1);
            i++;
            continue;
        }
        int n = 0, inner = c->unit->depth;
        for (; i < keywords.count && keywords.items[i]->arg != NULL && n < DISPLAY_MAX; i++, n++) {
            load_constant_want(c, keyword_name(c, keywords.items[i]->arg), WANT_TEMP);
            visit_temp(c, keywords.items[i]->value);
        }
        emit(c, OP_BUILD_DICT, inner, inner, n);
        set_depth(c, inner + 1);
        emit(c, OP_DICT_MERGE, base, inner, callable);
        set_depth(c, base + 1);
    }
}

/* With the callable (and self) in the window and `given` arguments behind: the other arguments and the call. Depth: window + 1. */
/* Of many arguments CPython makes a tuple first, of constants alone at once. */
static void visit_arguments(Compiler *c, ExprSeq args, int keyword_count, SrcPos call)
{
    bool constants = args.count > STACK_GUIDELINE;
    for (int i = 0; i < args.count && constants; i++)
        constants = fold(c, args.items[i]) != VALUE_NULL;
    if (args.count + 2 * keyword_count > STACK_GUIDELINE) {
        set_pos(c, call);
        emit_line(c);
    }
    for (int i = 0; i < args.count; i++) {
        if (constants) {
            load_constant_want(c, fold(c, args.items[i]), WANT_TEMP);
            continue;
        }
        visit_temp(c, args.items[i]);
        item_ends(c, call, args.count + 2 * keyword_count);
    }
}

void emit_call_tail(Compiler *c, int window, ExprSeq args, KeywordSeq keywords, int given, bool method, SrcPos pos)
{
    check_keywords(c, keywords, pos);
    if (has_unpacking(args, keywords)) {
        positional_tuple(c, args, given);
        keyword_dict(c, keywords, window);
        set_pos(c, pos);
        emit(c, OP_CALL_EX, window, 0, 0)->unwind = window;
        set_depth(c, window + 1);
        return;
    }
    visit_arguments(c, args, keywords.count, pos);
    for (int i = 0; i < keywords.count; i++)
        visit_temp(c, keywords.items[i]->value);
    set_pos(c, pos);
    int count = given + args.count + keywords.count;
    if (keywords.count > 0)
        emit(c, method ? OP_CALL_METHOD_KW : OP_CALL_KW, window, count, keyword_names(c, keywords))->unwind = window;
    else
        emit(c, method ? OP_CALL_METHOD : OP_CALL, window, count, 0)->unwind = window;
    set_depth(c, window + 1);
}

int visit_call(Compiler *c, const Expr *e, int want)
{
    int window = c->unit->depth;
    const Expr *func = e->call.func;
    if (func->kind == EXPR_ATTRIBUTE && !has_unpacking(e->call.args, e->call.keywords)) {
        int object = operand(c, func->attribute.value);
        set_pos(c, attribute_pos(func, func->pos));
        emit(c, OP_LOAD_METHOD, window, object, name_index(c, func->attribute.attr));
        set_depth(c, window + 2);
        emit_call_tail(c, window, e->call.args, e->call.keywords, 0, true, attribute_pos(func, e->pos));
    } else {
        visit_temp(c, func);
        emit_call_tail(c, window, e->call.args, e->call.keywords, 0, false, e->pos);
    }
    return deliver(c, window, want);
}

/* ---- displays ---- */

static int build(Compiler *c, int op, int base, int count, int want)
{
    int dst = destination(c, want, base);
    emit(c, op, dst, base, count);
    finish(c, dst, base);
    return dst;
}

static int visit_sequence(Compiler *c, const Expr *e, ExprSeq elts, int want)
{
    int base = c->unit->depth, prefix = plain_prefix(elts);
    bool set = e->kind == EXPR_SET;
    int op = set ? OP_BUILD_SET : e->kind == EXPR_LIST ? OP_BUILD_LIST : OP_BUILD_TUPLE;
    Value constants = elts.count >= 3 && !has_star(elts) && e->kind != EXPR_TUPLE ? fold_iterable(c, e) : VALUE_NULL;
    if (constants == VALUE_NULL) {
        SrcPos whole = c->unit->pos;
        item_ends(c, whole, elts.count);
        for (int i = 0; i < prefix; i++) {
            visit_temp(c, elts.items[i]);
            item_ends(c, whole, elts.count);
        }
        if (prefix == elts.count)
            return build(c, op, base, prefix, want);
    }
    emit(c, set ? OP_BUILD_SET : OP_BUILD_LIST, base, base, constants == VALUE_NULL ? prefix : 0);
    set_depth(c, base + 1);
    if (constants != VALUE_NULL) {
        int slot = load_constant_want(c, constants, WANT_TEMP);
        emit(c, set ? OP_SET_UPDATE : OP_LIST_EXTEND, base, slot, 0);
        set_depth(c, base + 1);
    } else {
        append_all(c, base, elts, prefix, set ? OP_SET_ADD : OP_LIST_APPEND, set ? OP_SET_UPDATE : OP_LIST_EXTEND);
    }
    if (e->kind == EXPR_TUPLE)
        emit(c, OP_LIST_TO_TUPLE, base, base, 0);
    return deliver(c, base, want);
}

static int visit_dict(Compiler *c, const Expr *e, int want)
{
    int base = c->unit->depth, n = 0;
    ExprSeq keys = e->dict.keys, values = e->dict.values;
    while (n < keys.count && n < DISPLAY_MAX && keys.items[n] != NULL) {
        visit_temp(c, keys.items[n]);
        visit_temp(c, values.items[n]);
        n++;
    }
    if (n == keys.count)
        return build(c, OP_BUILD_DICT, base, n, want);
    emit(c, OP_BUILD_DICT, base, base, n);
    set_depth(c, base + 1);
    for (; n < keys.count; n++) {
        if (keys.items[n] != NULL) {
            int key = operand_early(c, keys.items[n]), value = operand(c, values.items[n]);
            emit(c, OP_DICT_PUT, base, key, value);
        } else {
            emit(c, OP_DICT_UPDATE, base, operand(c, values.items[n]), 0);
        }
        set_depth(c, base + 1);
    }
    return deliver(c, base, want);
}

int visit_display(Compiler *c, const Expr *e, int want)
{
    switch (e->kind) {
    case EXPR_LIST: return visit_sequence(c, e, e->list.elts, want);
    case EXPR_TUPLE: return visit_sequence(c, e, e->tuple.elts, want);
    case EXPR_SET: return visit_sequence(c, e, e->set.elts, want);
    default: return visit_dict(c, e, want);
    }
}

/* ---- f-strings ---- */

int visit_formatted(Compiler *c, const Expr *e, int want)
{
    int base = c->unit->depth, flags = e->formatted.conversion > 0 ? e->formatted.conversion : 0;
    visit_temp(c, e->formatted.value);
    if (e->formatted.format_spec != NULL) {
        visit_temp(c, e->formatted.format_spec);
        flags |= 0x100;
    }
    return build(c, OP_FORMAT, base, flags, want);
}

int visit_joined_str(Compiler *c, const Expr *e, int want)
{
    int base = c->unit->depth;
    ExprSeq values = e->joined_str.values;
    if (values.count == 0)
        return load_constant_want(c, constant_str(c, "", 0), want);
    if (values.count == 1)
        return visit(c, values.items[0], want);
    int pending = 0;
    for (int i = 0; i < values.count; i++) {
        visit_temp(c, values.items[i]);
        if (++pending == DISPLAY_MAX && i + 1 < values.count) { /* a long one in pieces */
            emit(c, OP_BUILD_STRING, base, base, pending);
            set_depth(c, base + 1);
            pending = 1;
        }
    }
    return build(c, OP_BUILD_STRING, base, pending, want);
}
