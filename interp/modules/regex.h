/* regex.h: regular expressions: the program that re's compiler makes of a pattern, and the machine that runs it.
 *
 * interp/lib/re/_compile.py emits the program as a list of words and the sets of characters beside it; RegexOp is the contract between
 * both. The machine backtracks with an explicit stack, so that no text makes it recurse.
 */
#ifndef INTERP_MODULES_REGEX_H
#define INTERP_MODULES_REGEX_H

#include "object.h"

/* One row an instruction, in the order of _compile.py's OPCODES; the words that follow it are its operands. Targets are word numbers. */
enum RegexOp {
    REGEX_MATCH,
    REGEX_CHAR,       /* c */
    REGEX_ANY,        /* but a newline */
    REGEX_ANY_ALL,
    REGEX_SET,        /* set */
    REGEX_TEXT,       /* count, characters */
    REGEX_SAVE,       /* slot: 2 * group, or + 1 where it ends */
    REGEX_JUMP,       /* target */
    REGEX_SPLIT,      /* target: tried when what follows fails */
    REGEX_TRY,        /* set, target: the same when the next character is in the set; else only the target */
    REGEX_AT,         /* RegexPlace */
    REGEX_REPEAT,     /* least, most, RegexManner, wanted: of the one-character instruction that follows; wanted is the character behind it or REGEX_NONE */
    REGEX_LOOP_START, /* slot: this one counts rounds, the next one is where the last round began */
    REGEX_LOOP_MORE,  /* slot: another round begins */
    REGEX_LOOP,       /* slot, least, most, RegexManner, target of the MORE */
    REGEX_LOOK,       /* slot for the stack's height and one for the place, width: what comes up to LOOK_END must match `width` characters before */
    REGEX_LOOK_END,   /* slot */
    REGEX_NOT,        /* slot, width, target: goes on there when what comes up to NOT_END does not match */
    REGEX_NOT_END,    /* slot */
    REGEX_ATOMIC,     /* slot */
    REGEX_ATOMIC_END, /* slot */
    REGEX_AGAIN,      /* group, RegexFold */
    REGEX_IF          /* group, target when the group has not matched */
};

enum RegexPlace {
    REGEX_START, REGEX_LINE_START, REGEX_END, REGEX_NEAR_END, REGEX_LINE_END, REGEX_BOUNDARY, REGEX_NO_BOUNDARY, REGEX_ASCII_BOUNDARY,
    REGEX_ASCII_NO_BOUNDARY
};
enum RegexManner { REGEX_RELUCTANT, REGEX_GREEDY, REGEX_POSSESSIVE };
typedef enum RegexFold { REGEX_FOLD_NONE, REGEX_FOLD_UNICODE, REGEX_FOLD_ASCII } RegexFold;
enum RegexItem { /* of a set; odd categories + 1: its opposite */
    REGEX_RANGE, REGEX_DIGIT, REGEX_NO_DIGIT, REGEX_SPACE, REGEX_NO_SPACE, REGEX_WORD, REGEX_NO_WORD, REGEX_ASCII_DIGIT, REGEX_ASCII_NO_DIGIT,
    REGEX_ASCII_SPACE, REGEX_ASCII_NO_SPACE, REGEX_ASCII_WORD, REGEX_ASCII_NO_WORD, REGEX_SUBSET
};

#define REGEX_NONE UINT32_MAX /* no limit, no character */

typedef struct RegexSet {
    uint64_t low[4];  /* the answers for characters below 256 */
    bool negated;
    RegexFold fold;
    uint32_t count;   /* of items */
    const uint32_t *items; /* triples: RegexItem, first and last character (SUBSET: number of an earlier set) */
} RegexSet;

typedef struct RegexProgram {
    uint32_t *code;   /* raw memory; the sets' items lie behind */
    RegexSet *sets;   /* raw memory */
    uint32_t set_count, first; /* the set of characters a match can begin with; REGEX_NONE: it may be empty */
    uint32_t groups, slots; /* slots: groups' included, without the last one */
    Value prefix;     /* every match begins with this str; VALUE_NULL: nothing to say */
} RegexProgram;

/* What is searched: the characters of a str, or bytes. */
typedef struct RegexText {
    const void *data;
    int kind; /* bytes of a character: 1, 2, 4 */
    int64_t end; /* nothing is read at or behind it */
} RegexText;

typedef struct RegexTask {
    int64_t refused; /* an empty match here is none; -1: no such place */
    bool to_end;     /* only a match that ends at the end counts */
} RegexTask;

void regex_fill_set(const RegexProgram *program, RegexSet *set); /* set->low; earlier sets are filled */
static inline int64_t regex_slot_count(const RegexProgram *program) { return program->slots + 1; } /* of the array below */

/* 1: matched; slots[2g] and [2g + 1] are where group g is (-1: nowhere), the last one in *last_group. 0: not. -1: MemoryError pending. */
int regex_match_at(const RegexProgram *program, const RegexText *text, int64_t at, RegexTask task, int64_t *slots, int64_t *last_group);
int regex_search(const RegexProgram *program, const RegexText *text, int64_t from, RegexTask task, int64_t *slots, int64_t *last_group);

void regex_fini(void);

#endif
