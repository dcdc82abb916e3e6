/* lexer.h: UTF-8 text in, tokens out; indentation becomes INDENT and DEDENT.
 *
 * Pipeline: source bytes -> lexer_prepare (UTF-8, \n newlines) -> Lexer -> parser. A Lexer also runs over the
 * expression of an f-string's replacement field, where the first line does not begin at column 0 of line 1.
 */
#ifndef INTERP_LEXER_H
#define INTERP_LEXER_H

#include "arena.h"
#include "ast.h"
#include "diag.h"

/* clang-format off */
typedef enum TokenKind {
    TOK_ERROR, /* the diag is set; nothing follows */
    TOK_END, TOK_NEWLINE, TOK_INDENT, TOK_DEDENT,
    TOK_NAME, TOK_NUMBER, TOK_STRING,
    TOK_OTHER, /* a character or operator that no rule accepts: $ ? ! <> */

    TOK_LPAREN, TOK_RPAREN, TOK_LBRACKET, TOK_RBRACKET, TOK_LBRACE, TOK_RBRACE,
    TOK_COMMA, TOK_COLON, TOK_SEMICOLON, TOK_DOT, TOK_ELLIPSIS, TOK_ARROW, TOK_WALRUS, TOK_ASSIGN, TOK_TILDE,

    /* Binary operators in the order of BinOpKind, then their assignments in the same order. */
    TOK_PLUS, TOK_MINUS, TOK_STAR, TOK_AT, TOK_SLASH, TOK_PERCENT, TOK_POWER,
    TOK_LSHIFT, TOK_RSHIFT, TOK_PIPE, TOK_CARET, TOK_AMPERSAND, TOK_FLOORDIV,
    TOK_PLUS_ASSIGN, TOK_MINUS_ASSIGN, TOK_STAR_ASSIGN, TOK_AT_ASSIGN, TOK_SLASH_ASSIGN, TOK_PERCENT_ASSIGN, TOK_POWER_ASSIGN,
    TOK_LSHIFT_ASSIGN, TOK_RSHIFT_ASSIGN, TOK_PIPE_ASSIGN, TOK_CARET_ASSIGN, TOK_AMPERSAND_ASSIGN, TOK_FLOORDIV_ASSIGN,

    /* Comparisons in the order of CmpOpKind. */
    TOK_EQ, TOK_NE, TOK_LT, TOK_LE, TOK_GT, TOK_GE,

    TOK_FALSE, TOK_NONE, TOK_TRUE, TOK_AND, TOK_AS, TOK_ASSERT, TOK_ASYNC, TOK_AWAIT, TOK_BREAK, TOK_CLASS, TOK_CONTINUE,
    TOK_DEF, TOK_DEL, TOK_ELIF, TOK_ELSE, TOK_EXCEPT, TOK_FINALLY, TOK_FOR, TOK_FROM, TOK_GLOBAL, TOK_IF, TOK_IMPORT, TOK_IN,
    TOK_IS, TOK_LAMBDA, TOK_NONLOCAL, TOK_NOT, TOK_OR, TOK_PASS, TOK_RAISE, TOK_RETURN, TOK_TRY, TOK_WHILE, TOK_WITH,
    TOK_YIELD,
} TokenKind;
/* clang-format on */

typedef struct Token {
    TokenKind kind;
    uint16_t level;  /* open parentheses after this token */
    uint16_t failed; /* the parser's: bits for the ways in which nothing bracketed could be read from here */
    SrcPos pos;
    const char *text; /* NAME: interned; STRING, NUMBER: in the prepared source; else not used */
    size_t length;    /* of STRING and NUMBER */
    /* Where the lexer stood when it had read the token: what CPython reports for tokens without a column of their own.
     */
    uint32_t cursor_col;
} Token;

enum {
    LEXER_MAX_INDENT = 100,
    LEXER_MAX_PARENS = 200,
};

typedef struct Lexer {
    const char *cursor;     /* next byte */
    const char *line_start; /* of the current line */
    const char *end;        /* one past the last newline; *end == 0 */
    const char *start;      /* of the token being read */
    const char *text;       /* first byte */
    Arena *arena;
    Diag *diag;
    uint32_t line;
    uint32_t first_line;   /* column_shift applies to this line */
    uint32_t column_shift; /* added to the columns of the first line's tokens */
    bool at_line_start;
    bool open_end; /* set by the caller: the last newline was added, the text ends without NEWLINE */
    bool failed;
    bool yields;                           /* failed with an error that gives way to one of the parser's before it */
    int pending;                           /* INDENTs (positive) or DEDENTs (negative) still to be given */
    int indent;                            /* index of the innermost indentation */
    int level;                             /* count of open parentheses */
    uint32_t indent_col[LEXER_MAX_INDENT]; /* tabs to multiples of 8 */
    uint32_t indent_alt_col[LEXER_MAX_INDENT]; /* tabs count 1: must order the same way, else TabError */
    struct {
        char open;
        uint32_t line, col;
    } paren[LEXER_MAX_PARENS];
} Lexer;

/* Decoded copy in the arena: BOM removed, encoding declaration honoured, newlines \n, one at the end, then a NUL.
 * Sets diag->source. NULL: diag holds the error. */
const char *lexer_prepare(Arena *arena, Diag *diag, const char *source, size_t length, size_t *prepared_length);

/* `text` ends in a newline followed by a NUL and has neither NUL nor CR inside. */
void lexer_init(Lexer *lexer, Arena *arena, Diag *diag, const char *text, size_t length);

/* False: the diag is set and token->kind is TOK_ERROR. After TOK_END it gives TOK_END for ever. */
bool lexer_next(Lexer *lexer, Token *token);

/* Reports "'(' was never closed" for the innermost open parenthesis. */
void lexer_report_unclosed(Lexer *lexer);

/* lexer_unicode.c */
bool lexer_is_identifier_start(uint32_t code);
bool lexer_is_identifier_part(uint32_t code);
bool lexer_is_printable(uint32_t code);

#endif
