/* compiler_call.c: calls, displays and f-strings: everything that collects values in adjacent temporaries. */
#include "compiler.h"

#include "types/tuple.h"

enum { DISPLAY_MAX = 64 }; /* longer displays are built item by item */
enum { STACK_GUIDELINE = 30 }; /* CPython's: of more items it appends each on its own, on the line of the whole */

static void line_of(Compiler *c, SrcPos pos)
{
    SrcPos before = set_pos(c, pos);
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

static int build(Compiler *c, int op, int base, int count, int want)
{
    int dst = destination(c, want, base);
    emit(c, op, dst, base, count);
    finish(c, dst, base);
    return dst;
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
    stack_part(c, list);
    const int stack = c->unit->stack;
    for (int i = from; i < elts.count; i++) {
        const Expr *e = elts.items[i];
        int slot = operand(c, e->kind == EXPR_STARRED ? e->starred.value : e);
        stack_object(c, slot);
        emit(c, e->kind == EXPR_STARRED ? extend : append, list, slot, 0);
        set_depth(c, list + 1);
        c->unit->stack = stack;
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
    const int stack = c->unit->stack;
    if (given == 0 && args.count == 1 && args.items[0]->kind == EXPR_STARRED) {
        visit_temp(c, args.items[0]->starred.value);
        stack_object(c, base);
        return;
    }
    int prefix = plain_prefix(args);
    for (int i = 0; i < prefix; i++) {
        visit_temp(c, args.items[i]);
        stack_object(c, base + given + i);
    }
    bool rest = prefix < args.count;
    emit(c, rest ? OP_BUILD_LIST : OP_BUILD_TUPLE, base, base, given + prefix);
    set_depth(c, base + 1);
    c->unit->stack = stack;
    if (rest) {
        append_all(c, base, args, prefix, OP_LIST_APPEND, OP_LIST_EXTEND);
        emit(c, OP_LIST_TO_TUPLE, base, base, 0);
        c->unit->stack = stack;
    }
    stack_object(c, base);
}

/* ---- the pairs of dict displays and of keyword arguments ---- */

typedef struct Pairs { /* a display's keys (NULL: ** of the value) and values, or keywords */
    ExprSeq keys, values;
    KeywordSeq keywords;
    int count;
    int merge_op, merge_operand; /* how a part joins those before it */
} Pairs;

static bool is_unpacking(const Pairs *p, int i) { return p->keywords.count ? p->keywords.items[i]->arg == NULL : p->keys.items[i] == NULL; }

static const Expr *pair_value(const Pairs *p, int i) { return p->keywords.count ? p->keywords.items[i]->value : p->values.items[i]; }

static Value constant_key(Compiler *c, const Pairs *p, int i)
{
    return p->keywords.count ? keyword_name(c, p->keywords.items[i]->arg) : fold(c, p->keys.items[i]);
}

static void visit_pair(Compiler *c, const Pairs *p, int i, bool constant)
{
    if (constant)
        load_constant_want(c, constant_key(c, p, i), WANT_TEMP);
    else
        visit_temp(c, p->keys.items[i]);
    if (!constant || p->keywords.count)
        stack_object(c, c->unit->depth - 1); /* constant keys come as one tuple, behind the values */
    visit_temp(c, pair_value(p, i));
    stack_object(c, c->unit->depth - 1);
}

/* One dict of the pairs from..to - 1, in the next temporary if it is one part of several. As CPython does it: of many pairs each is put in by
 * itself, on the line of the whole (a keyword's on its own); keys that are all constants have no lines. */
static int visit_part(Compiler *c, const Pairs *p, int from, int to, int want)
{
    const SrcPos whole = c->unit->pos;
    int base = c->unit->depth, n = to - from;
    bool many = 2 * n > STACK_GUIDELINE, constants = p->keywords.count || (n > 1 && !many);
    for (int i = from; i < to && constants && !p->keywords.count; i++)
        constants = fold(c, p->keys.items[i]) != VALUE_NULL;
    if (!many) {
        for (int i = from; i < to; i++) {
            if (constants)
                set_no_line(c);
            visit_pair(c, p, i, constants);
        }
        set_pos(c, whole);
        return build(c, OP_BUILD_DICT, base, n, want);
    }
    emit(c, OP_BUILD_DICT, base, base, 0);
    set_depth(c, base + 1);
    stack_part(c, base);
    const int stack = c->unit->stack;
    for (int i = from; i < to; i++) {
        visit_pair(c, p, i, constants);
        set_pos(c, p->keywords.count ? pair_value(p, i)->pos : whole);
        emit(c, OP_DICT_PUT, base, base + 1, base + 2);
        set_pos(c, whole);
        set_depth(c, base + 1);
        c->unit->stack = stack;
    }
    return deliver(c, base, want);
}

/* All pairs as one dict: parts of at most `part` pairs, and what is unpacked between them. */
static int visit_pairs(Compiler *c, const Pairs *p, int part, int want)
{
    int base = c->unit->depth, from = 0;
    bool begun = false;
    const int stack = c->unit->stack;
    for (int i = 0; i <= p->count; i++) {
        bool unpacking = i < p->count && is_unpacking(p, i), ends = unpacking || i == p->count || i - from == part;
        if (ends && (i > from || (!begun && i == p->count))) {
            if (!begun && i == p->count)
                return visit_part(c, p, from, i, want);
            visit_part(c, p, from, i, WANT_TEMP);
            if (begun)
                emit(c, p->merge_op, base, base + 1, p->merge_operand);
            set_depth(c, base + 1);
            c->unit->stack = stack;
            stack_part(c, base);
            begun = true;
            from = i;
        }
        if (!unpacking)
            continue;
        if (!begun)
            visit_part(c, p, i, i, WANT_TEMP);
        c->unit->stack = stack;
        stack_part(c, base);
        int unpacked = operand(c, pair_value(p, i));
        stack_object(c, unpacked);
        emit(c, p->merge_op, base, unpacked, p->merge_operand);
        set_depth(c, base + 1);
        c->unit->stack = stack;
        stack_part(c, base);
        begun = true;
        from = i + 1;
    }
    return deliver(c, base, want);
}

/* The keyword arguments as one dict in the next temporary. */
static void keyword_dict(Compiler *c, KeywordSeq keywords, int callable)
{
    if (keywords.count == 0) {
        load_constant_want(c, VALUE_NONE, WANT_TEMP);
        return;
    }
    const Pairs pairs = { .keywords = keywords, .count = keywords.count, .merge_op = OP_DICT_MERGE, .merge_operand = callable };
    const int stack = c->unit->stack;
    int dict = visit_pairs(c, &pairs, keywords.count, WANT_TEMP);
    c->unit->stack = stack;
    stack_part(c, dict);
}

/* CPython makes a tuple and a dict first when there are this many. */
static bool are_many(int args, int keywords, bool method)
{
    return args + 2 * keywords > STACK_GUIDELINE && (!method || args + keywords + (keywords != 0) >= STACK_GUIDELINE);
}

/* Each in a temporary of its own. Of many, tracing sees the lines on which CPython collects them, of constants at once. */
static void visit_arguments(Compiler *c, ExprSeq args, KeywordSeq keywords, bool many, SrcPos call)
{
    bool constants = many && args.count > 2, each = args.count > STACK_GUIDELINE, each_keyword = many && 2 * keywords.count > STACK_GUIDELINE;
    for (int i = 0; i < args.count && constants; i++)
        constants = fold(c, args.items[i]) != VALUE_NULL;
    if (many && (constants || each || args.count == 0))
        line_of(c, call);
    for (int i = 0; i < args.count; i++) {
        if (constants) {
            stack_object(c, load_constant_want(c, fold(c, args.items[i]), WANT_TEMP));
            continue;
        }
        stack_object(c, visit_temp(c, args.items[i]));
        if (each || (many && i == args.count - 1))
            line_of(c, call);
    }
    for (int i = 0; i < keywords.count; i++) {
        stack_object(c, visit_temp(c, keywords.items[i]->value));
        if (each_keyword)
            line_of(c, call);
    }
}

/* With the callable (and self) in the window and `given` arguments behind: the other arguments and the call. Depth: window + 1. */
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
    visit_arguments(c, args, keywords, are_many(args.count, keywords.count, method), pos);
    set_pos(c, pos);
    int count = given + args.count + keywords.count;
    if (keywords.count > 0)
        emit(c, method ? OP_CALL_METHOD_KW : OP_CALL_KW, window, count, keyword_names(c, keywords))->unwind = window;
    else
        emit(c, method ? OP_CALL_METHOD : OP_CALL, window, count, 0)->unwind = window;
    set_depth(c, window + 1);
}

/* CPython begins a call with PUSH_NULL; what we begin it with, from `first` on, stands for that, too. */
static void begin_with_null(Compiler *c, int first, int stack, SrcPos pos)
{
    for (int i = first; i < c->unit->ir_count; i++) {
        Ir *ir = &c->unit->ir[i];
        if (ir->pos.line != pos.line)
            return;
        ir->stack = stack;
        if (!ir->dead && ir->op != OP_CHECK_LOCAL)
            return;
    }
}

/* super() whose attribute stands on the same line, so that no line is skipped with the work of both: SUPER_METHOD. */
static bool is_super_call(Compiler *c, const Expr *attribute)
{
    const Expr *e = attribute->attribute.value;
    return e->kind == EXPR_CALL && e->call.args.count == 0 && e->call.keywords.count == 0 && e->call.func->kind == EXPR_NAME
        && strcmp(e->call.func->name.id, "super") == 0 && e->pos.line == attribute_pos(attribute, attribute->pos).line
        && strcmp(attribute->attribute.attr, "__class__") != 0 && name_is_global(c, e->call.func->name.id) && name_free_index(c, "__class__") >= 0;
}

/* The same as visit_temp of the call, but for the one instruction before CALL. */
static int visit_super(Compiler *c, const Expr *e, const char *attr)
{
    SrcPos before = set_pos(c, e->pos);
    const int stack = c->unit->stack, first = c->unit->ir_count;
    stack_null(c);
    int window = visit_temp(c, e->call.func);
    begin_with_null(c, first, stack, e->pos);
    stack_object(c, window);
    set_pos(c, e->pos);
    emit(c, OP_SUPER_METHOD, window, name_free_index(c, "__class__"), name_index(c, attr));
    emit_call_tail(c, window, e->call.args, e->call.keywords, 0, false, e->pos);
    set_pos(c, before);
    c->unit->stack = stack;
    return window;
}

int visit_call(Compiler *c, const Expr *e, int want)
{
    const int stack = c->unit->stack, first = c->unit->ir_count;
    int window = c->unit->depth;
    const Expr *func = e->call.func;
    if (func->kind == EXPR_ATTRIBUTE && !has_unpacking(e->call.args, e->call.keywords)) {
        int object = is_super_call(c, func) ? visit_super(c, func->attribute.value, func->attribute.attr) : operand(c, func->attribute.value);
        set_pos(c, attribute_pos(func, func->pos));
        stack_object(c, object);
        emit(c, OP_LOAD_METHOD, window, object, name_index(c, func->attribute.attr));
        set_depth(c, window + 2);
        c->unit->stack = stack;
        stack_push(c, STACK_NULL, window, 1);
        stack_object(c, window + 1);
        emit_call_tail(c, window, e->call.args, e->call.keywords, 0, true, attribute_pos(func, e->pos));
    } else {
        stack_null(c);
        visit_temp(c, func);
        begin_with_null(c, first, stack, e->pos);
        stack_object(c, window);
        emit_call_tail(c, window, e->call.args, e->call.keywords, 0, false, e->pos);
    }
    return deliver(c, window, want);
}

/* ---- displays ---- */

static int visit_sequence(Compiler *c, const Expr *e, ExprSeq elts, int want)
{
    bool set = e->kind == EXPR_SET;
    int base = c->unit->depth, prefix = set && elts.count > STACK_GUIDELINE ? 0 : plain_prefix(elts); /* a long set hashes each before the next */
    int op = set ? OP_BUILD_SET : e->kind == EXPR_LIST ? OP_BUILD_LIST : OP_BUILD_TUPLE;
    const int stack = c->unit->stack;
    Value constants = elts.count >= 3 && !has_star(elts) && e->kind != EXPR_TUPLE ? fold_iterable(c, e) : VALUE_NULL;
    if (constants == VALUE_NULL) {
        SrcPos whole = c->unit->pos;
        bool each = elts.count > STACK_GUIDELINE; /* on the line of the whole, as CPython does it */
        if (each)
            line_of(c, whole);
        for (int i = 0; i < prefix; i++) {
            stack_object(c, visit_temp(c, elts.items[i]));
            if (each)
                line_of(c, whole);
        }
        if (prefix == elts.count)
            return build(c, op, base, prefix, want);
    }
    emit(c, set ? OP_BUILD_SET : OP_BUILD_LIST, base, base, constants == VALUE_NULL ? prefix : 0);
    set_depth(c, base + 1);
    c->unit->stack = stack;
    if (constants != VALUE_NULL) {
        stack_part(c, base);
        int slot = load_constant_want(c, constants, WANT_TEMP);
        stack_object(c, slot);
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
    const Pairs pairs = { .keys = e->dict.keys, .values = e->dict.values, .count = e->dict.keys.count, .merge_op = OP_DICT_UPDATE };
    return visit_pairs(c, &pairs, STACK_GUIDELINE / 2 + 2, want);
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
        stack_object(c, base);
        visit_temp(c, e->formatted.format_spec);
        flags |= FORMAT_HAS_SPEC;
    }
    return build(c, OP_FORMAT, base, flags, want);
}

/* A text without a line belongs to the line before it, at a function's beginning to the def. */
static int visit_piece(Compiler *c, const Expr *e)
{
    const Unit *u = c->unit;
    if (e->kind != EXPR_CONSTANT || e->pos.line != 0)
        return visit_temp(c, e);
    SrcPos before = set_pos(c, u->ir_count > 0 ? u->ir[u->ir_count - 1].pos : (SrcPos){ .line = (uint32_t)u->first_line });
    int slot = load_constant_want(c, constant_value(c, &e->constant), WANT_TEMP);
    set_pos(c, before);
    return slot;
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
        stack_part(c, visit_piece(c, values.items[i]));
        if (++pending == DISPLAY_MAX && i + 1 < values.count) { /* a long one in pieces */
            emit(c, OP_BUILD_STRING, base, base, pending);
            set_depth(c, base + 1);
            pending = 1;
        }
    }
    return build(c, OP_BUILD_STRING, base, pending, want);
}
