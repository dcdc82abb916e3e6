/* symtable.h: what every name means in every block: local, cell, free or global; syntax tree -> symtable -> compiler. */
#ifndef INTERP_SYMTABLE_H
#define INTERP_SYMTABLE_H

#include "arena.h"
#include "ast.h"
#include "diag.h"

/* BLOCK_ANNOTATION: around an annotation that is kept as text. What it names is nothing to the blocks around, so it is none of theirs. */
typedef enum BlockKind { BLOCK_MODULE, BLOCK_CLASS, BLOCK_FUNCTION, BLOCK_ANNOTATION } BlockKind;

typedef enum BlockForm { BLOCK_PLAIN, BLOCK_LAMBDA, BLOCK_LIST_COMP, BLOCK_SET_COMP, BLOCK_DICT_COMP, BLOCK_GENERATOR_EXPR } BlockForm;

typedef enum NameScope { NAME_UNRESOLVED, NAME_LOCAL, NAME_CELL, NAME_FREE, NAME_GLOBAL_EXPLICIT, NAME_GLOBAL_IMPLICIT } NameScope;

enum SymbolFlag {
    SYMBOL_GLOBAL = 1, SYMBOL_LOCAL = 2, SYMBOL_PARAM = 4, SYMBOL_NONLOCAL = 8, SYMBOL_USE = 16, SYMBOL_ANNOT = 32,
    SYMBOL_COMP_ITER = 64,
    SYMBOL_WALRUS = 128,     /* bound by := in this block */
    SYMBOL_PASSES_FREE = 256, /* of a class: also a free variable of its closure, besides what the name is in the class itself */
    SYMBOL_IMPORT = 512,      /* bound by an import, which a later `global` or `nonlocal` may follow */
    SYMBOL_BOUND = SYMBOL_LOCAL | SYMBOL_PARAM | SYMBOL_IMPORT,
};

typedef struct Symbol {
    const char *name;     /* mangled, interned in the arena */
    struct Symbol *next;  /* in order of appearance */
    unsigned flags;       /* enum SymbolFlag */
    NameScope scope;
    SrcPos directive;     /* of `global` or `nonlocal` */
    int local;            /* compiler: number of the local or of the cell; -1: none yet */
} Symbol;

typedef struct Block {
    BlockKind kind;
    BlockForm form;
    const void *node;     /* the Stmt, Expr or AstModule */
    const char *name;
    const char *class_name; /* for mangling: the innermost class around, or NULL */
    SrcPos pos;
    struct Block *parent, *next_block; /* all blocks in order of appearance */
    Symbol *first_symbol, *last_symbol;
    Symbol **table;       /* open-addressed by name pointer */
    int symbol_count, table_capacity;
    bool generator;       /* contains yield */
    bool coroutine;       /* async def, or contains await or an asynchronous comprehension */
    bool is_async_def;
    bool nested;          /* inside a function */
    bool class_cell;      /* of a class: a method needs __class__ */
    int comp_iter_expr;   /* > 0 while visiting the iterable of a comprehension */
    bool comp_iter_target;
} Block;

typedef struct Symtable {
    Arena *arena;
    Diag *diag;
    Block *first, *last, *current;
    const char *name_class, *name_super;
    bool annotations_are_text; /* from __future__ import annotations */
    struct { const void *node; Block *block; } *map; /* open-addressed by node */
    int map_count, map_capacity;
    int depth;
} Symtable;

/* False: diag is set. Everything lives in the arena. */
bool symtable_build(Symtable *table, Arena *arena, const AstModule *module, bool annotations_are_text, Diag *diag);

Block *symtable_block(const Symtable *table, const void *node);
Symbol *block_symbol(const Block *block, const char *mangled_name); /* NULL: not there */

/* `__x` inside class C is _C__x; other names are themselves. NULL: no memory. */
const char *symtable_mangle(Arena *arena, const char *class_name, const char *name);

#endif
