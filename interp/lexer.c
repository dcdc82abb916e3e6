/* lexer.c: see lexer.h. The text ends in "\n\0", so the loops below stop without a length check.
 *
 * Errors are reported where CPython's tokenizer stands when it notices them, which is part of what a SyntaxError shows.
 */
#include "lexer_internal.h"

#include <stdarg.h>
#include <string.h>
#include <utf8proc.h>

enum { TAB_WIDTH = 8 };

void lexer_init(Lexer *lexer, Arena *arena, Diag *diag, const char *text, size_t length)
{
    lexer->text = lexer->cursor = lexer->line_start = lexer->start = text;
    lexer->end = text + length;
    lexer->arena = arena;
    lexer->diag = diag;
    lexer->line = lexer->first_line = 1;
    lexer->column_shift = 0;
    lexer->at_line_start = true;
    lexer->open_end = false;
    lexer->failed = lexer->yields = false;
    lexer->pending = lexer->indent = lexer->level = 0;
    lexer->indent_col[0] = lexer->indent_alt_col[0] = 0;
}

static uint32_t column_of(const Lexer *lexer, const char *at)
{
    uint32_t column = (uint32_t)(at - lexer->line_start);

    return lexer->line == lexer->first_line ? column + lexer->column_shift : column;
}

bool lexer_fail(Lexer *lexer, const char *format, ...)
{
    int line = (int)lexer->line;
    int offset = diag_char_offset(lexer->diag, line, (int)(lexer->cursor - lexer->line_start));
    va_list args;

    va_start(args, format);
    diag_verror_at(lexer->diag, DIAG_SYNTAX_ERROR, line, offset, line, offset, format, args);
    va_end(args);
    diag_drop_newline(lexer->diag);
    return false;
}

/* Report with an offset in bytes, from 1, as the parser does. Always false. */
__attribute__((format(printf, 6, 7))) static bool report(Lexer *lexer, DiagKind kind, int line, int offset,
                                                         int end_offset, const char *format, ...)
{
    va_list args;

    lexer->yields = true;
    va_start(args, format);
    if (!lexer->diag->byte_offsets)
        offset = diag_char_offset(lexer->diag, line, offset);
    diag_verror_at(lexer->diag, kind, line, offset, line, end_offset, format, args);
    va_end(args);
    return false;
}

static void next_line(Lexer *lexer)
{
    lexer->line++;
    lexer->line_start = lexer->cursor;
}

/* The end of the text belongs to the last line, not to an empty line after it. */
static void stay_on_last_line(Lexer *lexer)
{
    if (lexer->cursor == lexer->end && lexer->line_start == lexer->end && lexer->line > lexer->first_line) {
        lexer->line--;
        lexer->line_start--;
        while (lexer->line_start > lexer->text && lexer->line_start[-1] != '\n')
            lexer->line_start--;
    }
}

void lexer_report_unclosed(Lexer *lexer)
{
    int line = (int)lexer->paren[lexer->level - 1].line;

    report(lexer, DIAG_SYNTAX_ERROR, line, (int)lexer->paren[lexer->level - 1].col + 1, 0, "'%c' was never closed",
           lexer->paren[lexer->level - 1].open);
}

static bool fail_at_end(Lexer *lexer)
{
    if (lexer->level > 0) {
        lexer_report_unclosed(lexer);
        return false;
    }
    stay_on_last_line(lexer);
    return report(lexer, DIAG_SYNTAX_ERROR, (int)lexer->line, (int)(lexer->end - lexer->line_start), -1,
                  "unexpected EOF while parsing");
}

/* After a backslash: the newline that it joins, or an error. */
static bool continue_line(Lexer *lexer)
{
    if (*lexer->cursor != '\n') {
        int offset = (int)(lexer->cursor - lexer->line_start) + (lexer->cursor < lexer->end);

        return report(lexer, DIAG_SYNTAX_ERROR, (int)lexer->line, offset, 0,
                      "unexpected character after line continuation character");
    }
    lexer->cursor++;
    if (lexer->cursor == lexer->end)
        return fail_at_end(lexer);
    next_line(lexer);
    return true;
}

/* ---- indentation ---- */

static bool tab_error(Lexer *lexer)
{
    return report(lexer, DIAG_TAB_ERROR, (int)lexer->line, 1, 0, "inconsistent use of tabs and spaces in indentation");
}

static bool change_indent(Lexer *lexer, uint32_t col, uint32_t alt_col)
{
    const char *line_end;

    if (col == lexer->indent_col[lexer->indent])
        return alt_col == lexer->indent_alt_col[lexer->indent] || tab_error(lexer);
    if (col > lexer->indent_col[lexer->indent]) {
        if (lexer->indent + 1 >= LEXER_MAX_INDENT)
            return report(lexer, DIAG_INDENTATION_ERROR, (int)lexer->line, 1, 0, "too many levels of indentation");
        if (alt_col <= lexer->indent_alt_col[lexer->indent])
            return tab_error(lexer);
        lexer->pending++;
        lexer->indent++;
        lexer->indent_col[lexer->indent] = col;
        lexer->indent_alt_col[lexer->indent] = alt_col;
        return true;
    }
    while (lexer->indent > 0 && col < lexer->indent_col[lexer->indent]) {
        lexer->pending--;
        lexer->indent--;
    }
    if (col == lexer->indent_col[lexer->indent])
        return alt_col == lexer->indent_alt_col[lexer->indent] || tab_error(lexer);
    line_end = memchr(lexer->cursor, '\n', (size_t)(lexer->end - lexer->cursor));
    return report(lexer, DIAG_INDENTATION_ERROR, (int)lexer->line, (int)(line_end - lexer->line_start) + 1, -1,
                  "unindent does not match any outer indentation level");
}

/* Reads the blanks at the start of a line; sets *blank when nothing but a comment follows. */
static bool read_indent(Lexer *lexer, bool *blank)
{
    uint32_t col = 0, alt_col = 0;
    uint32_t continued_col = 0; /* the column of the first backslash decides */

    lexer->at_line_start = false;
    for (;; lexer->cursor++) {
        if (*lexer->cursor == ' ') {
            col++;
            alt_col++;
        } else if (*lexer->cursor == '\t') {
            col = (col / TAB_WIDTH + 1) * TAB_WIDTH;
            alt_col++;
        } else if (*lexer->cursor == '\f') {
            col = alt_col = 0;
        } else if (*lexer->cursor == '\\') {
            continued_col = continued_col != 0 ? continued_col : col;
            lexer->cursor++;
            if (!continue_line(lexer))
                return false;
            lexer->cursor--;
        } else {
            break;
        }
    }
    *blank = *lexer->cursor == '#' || *lexer->cursor == '\n';
    if (*blank || lexer->level > 0)
        return true;
    if (continued_col != 0)
        col = alt_col = continued_col;
    return change_indent(lexer, col, alt_col);
}

/* ---- names ---- */

typedef struct KeywordEntry {
    char text[10];
    uint8_t length;
    uint8_t kind;
} KeywordEntry;

/* clang-format off */
static const KeywordEntry keywords[] = {
    {"False", 5, TOK_FALSE}, {"None", 4, TOK_NONE}, {"True", 4, TOK_TRUE}, {"and", 3, TOK_AND}, {"as", 2, TOK_AS},
    {"assert", 6, TOK_ASSERT}, {"async", 5, TOK_ASYNC}, {"await", 5, TOK_AWAIT}, {"break", 5, TOK_BREAK},
    {"class", 5, TOK_CLASS}, {"continue", 8, TOK_CONTINUE}, {"def", 3, TOK_DEF}, {"del", 3, TOK_DEL}, {"elif", 4, TOK_ELIF},
    {"else", 4, TOK_ELSE}, {"except", 6, TOK_EXCEPT}, {"finally", 7, TOK_FINALLY}, {"for", 3, TOK_FOR}, {"from", 4, TOK_FROM},
    {"global", 6, TOK_GLOBAL}, {"if", 2, TOK_IF}, {"import", 6, TOK_IMPORT}, {"in", 2, TOK_IN}, {"is", 2, TOK_IS},
    {"lambda", 6, TOK_LAMBDA}, {"nonlocal", 8, TOK_NONLOCAL}, {"not", 3, TOK_NOT}, {"or", 2, TOK_OR}, {"pass", 4, TOK_PASS},
    {"raise", 5, TOK_RAISE}, {"return", 6, TOK_RETURN}, {"try", 3, TOK_TRY}, {"while", 5, TOK_WHILE}, {"with", 4, TOK_WITH},
    {"yield", 5, TOK_YIELD},
};
/* clang-format on */

enum { KEYWORD_COUNT = sizeof keywords / sizeof keywords[0] };

/* By first letter: where in `keywords` the words with this letter begin; 'F', 'N' and 'T' are the first three. */
static TokenKind keyword_kind(const char *text, size_t length)
{
    /* clang-format off */
    static const uint8_t begin['z' - 'a' + 1] = {
        ['a' - 'a'] = 3, ['b' - 'a'] = 8, ['c' - 'a'] = 9, ['d' - 'a'] = 11, ['e' - 'a'] = 13, ['f' - 'a'] = 16,
        ['g' - 'a'] = 19, ['i' - 'a'] = 20, ['l' - 'a'] = 24, ['n' - 'a'] = 25, ['o' - 'a'] = 27, ['p' - 'a'] = 28,
        ['r' - 'a'] = 29, ['t' - 'a'] = 31, ['w' - 'a'] = 32, ['y' - 'a'] = 34,
    };
    /* clang-format on */
    char first = text[0];
    int at;

    if (length < 2 || length > 8)
        return TOK_NAME;
    if (first == 'F' || first == 'N' || first == 'T')
        at = first == 'F' ? 0 : first == 'N' ? 1 : 2;
    else if (first >= 'a' && first <= 'z' && begin[first - 'a'] != 0)
        at = begin[first - 'a'];
    else
        return TOK_NAME;
    for (; at < KEYWORD_COUNT && keywords[at].text[0] == first; at++)
        if (keywords[at].length == length && memcmp(keywords[at].text, text, length) == 0)
            return (TokenKind)keywords[at].kind;
    return TOK_NAME;
}

static uint32_t decode_char(const char **at)
{
    const unsigned char *s = (const unsigned char *)*at;
    int size = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    uint32_t code = size == 1 ? s[0] : s[0] & (0x7Fu >> size);

    for (int i = 1; i < size; i++)
        code = code << 6 | (s[i] & 0x3F);
    *at += size;
    return code;
}

/* A name with bytes above 127: its characters must be letters. */
static bool check_identifier(Lexer *lexer)
{
    const char *at = lexer->start;
    const char *name_end = lexer->cursor;

    while (at < name_end) {
        const char *begin = at;
        uint32_t code = decode_char(&at);

        if (begin == lexer->start ? lexer_is_identifier_start(code) : lexer_is_identifier_part(code))
            continue;
        lexer->cursor = at;
        if (lexer_is_printable(code))
            return lexer_fail(lexer, "invalid character '%.*s' (U+%04X)", (int)(at - begin), begin, code);
        return lexer_fail(lexer, "invalid non-printable character U+%04X", code);
    }
    return true;
}

/* Names are compared in normal form NFKC. */
static const char *intern_normalized(Lexer *lexer, const char *name, size_t length)
{
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)name;
    utf8proc_ssize_t count = utf8proc_decompose(bytes, (utf8proc_ssize_t)length, NULL, 0, options);
    utf8proc_int32_t *codes = count < 0 ? NULL : arena_alloc(lexer->arena, ((size_t)count + 1) * sizeof *codes);

    if (codes == NULL)
        return NULL;
    count = utf8proc_decompose(bytes, (utf8proc_ssize_t)length, codes, count, options);
    count = count < 0 ? count : utf8proc_reencode(codes, count, options);
    return count < 0 ? NULL : arena_intern(lexer->arena, (const char *)codes, (size_t)count);
}

/* ---- strings ---- */

static bool fail_unterminated(Lexer *lexer, const char *what, uint32_t first_line, const char *first_line_start)
{
    uint32_t detected;

    stay_on_last_line(lexer);
    detected = lexer->line;
    lexer->cursor = lexer->start + 1;
    lexer->line = first_line;
    lexer->line_start = first_line_start;
    return lexer_fail(lexer, "unterminated %s literal (detected at line %u)", what, detected);
}

/* The cursor is at the opening quote; lexer->start may be before it, at the prefix. */
static bool read_string(Lexer *lexer)
{
    char quote = *lexer->cursor;
    bool triple = lexer->cursor[1] == quote && lexer->cursor[2] == quote;
    uint32_t first_line = lexer->line;
    const char *first_line_start = lexer->line_start;

    lexer->cursor += triple ? 3 : 1;
    for (;;) {
        char c = *lexer->cursor++;

        if (c == quote) {
            if (!triple)
                return true;
            if (lexer->cursor[0] == quote && lexer->cursor[1] == quote) {
                lexer->cursor += 2;
                return true;
            }
        } else if (c == '\n') {
            if (!triple) {
                lexer->cursor--;
                return fail_unterminated(lexer, "string", first_line, first_line_start);
            }
            next_line(lexer);
        } else if (c == '\\') {
            if (*lexer->cursor == '\n') {
                lexer->cursor++;
                next_line(lexer);
            } else if (*lexer->cursor != '\0') {
                lexer->cursor++;
            }
        } else if (c == '\0') {
            lexer->cursor--;
            return fail_unterminated(lexer, triple ? "triple-quoted string" : "string", first_line, first_line_start);
        }
    }
}

/* Whether the letters read so far are a string prefix: one each of b, f, r, u in the combinations that exist. */
static bool is_string_prefix(const char *text, size_t length)
{
    char a = text[0] | 0x20;
    char b = length > 1 ? text[1] | 0x20 : 0;

    if (length == 1)
        return a == 'r' || a == 'b' || a == 'f' || a == 'u';
    return length == 2 && ((a == 'r' && (b == 'b' || b == 'f')) || (b == 'r' && (a == 'b' || a == 'f')));
}

/* ---- operators ---- */

static bool open_paren(Lexer *lexer, char open)
{
    if (lexer->level >= LEXER_MAX_PARENS)
        return lexer_fail(lexer, "too many nested parentheses");
    lexer->paren[lexer->level].open = open;
    lexer->paren[lexer->level].line = lexer->line;
    lexer->paren[lexer->level].col = (uint32_t)(lexer->start - lexer->line_start);
    lexer->level++;
    return true;
}

static bool close_paren(Lexer *lexer, char close)
{
    char open;
    uint32_t line;

    if (lexer->level == 0)
        return lexer_fail(lexer, "unmatched '%c'", close);
    lexer->level--;
    open = lexer->paren[lexer->level].open;
    line = lexer->paren[lexer->level].line;
    if ((open == '(' && close == ')') || (open == '[' && close == ']') || (open == '{' && close == '}'))
        return true;
    if (line != lexer->line)
        return lexer_fail(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u", close,
                          open, line);
    return lexer_fail(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c'", close, open);
}

/* One of: `plain`, `plain` followed by '=', doubled, doubled followed by '='; TOK_OTHER where there is none. */
static TokenKind operator_kind(Lexer *lexer, TokenKind plain, TokenKind assign, TokenKind doubled,
                               TokenKind doubled_assign)
{
    if (*lexer->cursor == '=') {
        lexer->cursor++;
        return assign;
    }
    if (doubled == TOK_OTHER || *lexer->cursor != lexer->cursor[-1])
        return plain;
    lexer->cursor++;
    if (doubled_assign == TOK_OTHER || *lexer->cursor != '=')
        return doubled;
    lexer->cursor++;
    return doubled_assign;
}

/* The cursor is behind the operator's first character. TOK_ERROR: the diag is set. */
static TokenKind read_operator(Lexer *lexer, char c)
{
    switch (c) {
    case '(':
        return open_paren(lexer, c) ? TOK_LPAREN : TOK_ERROR;
    case '[':
        return open_paren(lexer, c) ? TOK_LBRACKET : TOK_ERROR;
    case '{':
        return open_paren(lexer, c) ? TOK_LBRACE : TOK_ERROR;
    case ')':
        return close_paren(lexer, c) ? TOK_RPAREN : TOK_ERROR;
    case ']':
        return close_paren(lexer, c) ? TOK_RBRACKET : TOK_ERROR;
    case '}':
        return close_paren(lexer, c) ? TOK_RBRACE : TOK_ERROR;
    case ',':
        return TOK_COMMA;
    case ';':
        return TOK_SEMICOLON;
    case '~':
        return TOK_TILDE;
    case ':':
        return operator_kind(lexer, TOK_COLON, TOK_WALRUS, TOK_OTHER, TOK_OTHER);
    case '=':
        return operator_kind(lexer, TOK_ASSIGN, TOK_EQ, TOK_OTHER, TOK_OTHER);
    case '!':
        return operator_kind(lexer, TOK_OTHER, TOK_NE, TOK_OTHER, TOK_OTHER);
    case '+':
        return operator_kind(lexer, TOK_PLUS, TOK_PLUS_ASSIGN, TOK_OTHER, TOK_OTHER);
    case '-':
        if (*lexer->cursor == '>') {
            lexer->cursor++;
            return TOK_ARROW;
        }
        return operator_kind(lexer, TOK_MINUS, TOK_MINUS_ASSIGN, TOK_OTHER, TOK_OTHER);
    case '*':
        return operator_kind(lexer, TOK_STAR, TOK_STAR_ASSIGN, TOK_POWER, TOK_POWER_ASSIGN);
    case '/':
        return operator_kind(lexer, TOK_SLASH, TOK_SLASH_ASSIGN, TOK_FLOORDIV, TOK_FLOORDIV_ASSIGN);
    case '%':
        return operator_kind(lexer, TOK_PERCENT, TOK_PERCENT_ASSIGN, TOK_OTHER, TOK_OTHER);
    case '@':
        return operator_kind(lexer, TOK_AT, TOK_AT_ASSIGN, TOK_OTHER, TOK_OTHER);
    case '&':
        return operator_kind(lexer, TOK_AMPERSAND, TOK_AMPERSAND_ASSIGN, TOK_OTHER, TOK_OTHER);
    case '|':
        return operator_kind(lexer, TOK_PIPE, TOK_PIPE_ASSIGN, TOK_OTHER, TOK_OTHER);
    case '^':
        return operator_kind(lexer, TOK_CARET, TOK_CARET_ASSIGN, TOK_OTHER, TOK_OTHER);
    case '<':
        if (*lexer->cursor == '>') {
            lexer->cursor++;
            return TOK_OTHER;
        }
        return operator_kind(lexer, TOK_LT, TOK_LE, TOK_LSHIFT, TOK_LSHIFT_ASSIGN);
    case '>':
        return operator_kind(lexer, TOK_GT, TOK_GE, TOK_RSHIFT, TOK_RSHIFT_ASSIGN);
    case '.':
        if (lexer->cursor[0] == '.' && lexer->cursor[1] == '.') {
            lexer->cursor += 2;
            return TOK_ELLIPSIS;
        }
        return TOK_DOT;
    default:
        if (c >= ' ' && c < 0x7F)
            return TOK_OTHER;
        lexer_fail(lexer, "invalid non-printable character U+%04X", (unsigned char)c);
        return TOK_ERROR;
    }
}

/* ---- tokens ---- */

static bool give(Lexer *lexer, Token *token, TokenKind kind)
{
    token->kind = kind;
    token->level = (uint16_t)lexer->level;
    token->failed = 0;
    token->pos.end_line = lexer->line;
    token->pos.end_col = column_of(lexer, lexer->cursor);
    token->cursor_col = lexer->cursor == lexer->end && lexer->diag->from_file ? 0 : token->pos.end_col;
    return true;
}

static void begin(Lexer *lexer, Token *token)
{
    lexer->start = lexer->cursor;
    token->pos.line = lexer->line;
    token->pos.col = column_of(lexer, lexer->cursor);
}

static bool give_string(Lexer *lexer, Token *token)
{
    token->text = lexer->start;
    if (!read_string(lexer))
        return false;
    token->length = (size_t)(lexer->cursor - lexer->start);
    return give(lexer, token, TOK_STRING);
}

static bool give_name(Lexer *lexer, Token *token)
{
    unsigned char all = 0;
    size_t length;

    do
        all |= (unsigned char)*lexer->cursor++;
    while (is_identifier_part(*lexer->cursor));
    length = (size_t)(lexer->cursor - lexer->start);
    if ((*lexer->cursor == '"' || *lexer->cursor == '\'') && is_string_prefix(lexer->start, length))
        return give_string(lexer, token);
    if (all >= 0x80 && !check_identifier(lexer))
        return false;
    token->kind = keyword_kind(lexer->start, length);
    if (token->kind == TOK_NAME) {
        token->text = all >= 0x80 ? intern_normalized(lexer, lexer->start, length)
                                  : arena_intern(lexer->arena, lexer->start, length);
        if (token->text == NULL) {
            diag_memory(lexer->diag);
            return false;
        }
    }
    return give(lexer, token, token->kind);
}

static bool give_number(Lexer *lexer, Token *token)
{
    token->text = lexer->start;
    if (!lexer_read_number(lexer))
        return false;
    token->length = (size_t)(lexer->cursor - lexer->start);
    return give(lexer, token, TOK_NUMBER);
}

/* INDENT, DEDENT or none, at the first token of a line. */
static bool give_pending(Lexer *lexer, Token *token)
{
    begin(lexer, token);
    lexer->pending += lexer->pending < 0 ? 1 : -1;
    return give(lexer, token, TOK_INDENT);
}

static bool give_end(Lexer *lexer, Token *token)
{
    if (lexer->level > 0)
        return fail_at_end(lexer);
    if (lexer->text == lexer->end)
        lexer->line = 0;
    stay_on_last_line(lexer);
    begin(lexer, token);
    return give(lexer, token, TOK_END);
}

static void skip_blanks(Lexer *lexer)
{
    while (*lexer->cursor == ' ' || *lexer->cursor == '\t' || *lexer->cursor == '\f')
        lexer->cursor++;
}

static bool read_token(Lexer *lexer, Token *token)
{
    bool blank = false;
    TokenKind kind;
    char c;

next_line_again:
    if (lexer->at_line_start) {
        blank = false;
        if (!read_indent(lexer, &blank))
            return false;
    }
    if (lexer->pending != 0) {
        bool indent = lexer->pending > 0;

        stay_on_last_line(lexer);
        give_pending(lexer, token);
        token->kind = indent ? TOK_INDENT : TOK_DEDENT;
        return true;
    }
again:
    skip_blanks(lexer);
    begin(lexer, token);
    c = *lexer->cursor;
    if (c == '#') {
        lexer->cursor = memchr(lexer->cursor, '\n', (size_t)(lexer->end - lexer->cursor));
        c = '\n';
    }
    if (is_identifier_start(c))
        return give_name(lexer, token);
    if (c == '\n') {
        if (blank || lexer->level > 0) {
            lexer->cursor++;
            next_line(lexer);
            if (lexer->level > 0)
                goto again;
            lexer->at_line_start = true;
            goto next_line_again;
        }
        give(lexer, token, lexer->open_end && lexer->cursor + 1 == lexer->end ? TOK_END : TOK_NEWLINE);
        lexer->cursor++;
        token->cursor_col = token->pos.end_col + 1;
        next_line(lexer);
        lexer->at_line_start = true;
        return true;
    }
    if (is_digit(c) || (c == '.' && is_digit(lexer->cursor[1])))
        return give_number(lexer, token);
    if (c == '"' || c == '\'')
        return give_string(lexer, token);
    if (c == '\0' && lexer->cursor == lexer->end)
        return give_end(lexer, token);
    if (c == '\\') {
        lexer->cursor++;
        if (!continue_line(lexer))
            return false;
        goto again;
    }
    lexer->cursor++;
    kind = read_operator(lexer, c);
    return kind != TOK_ERROR && give(lexer, token, kind);
}

bool lexer_next(Lexer *lexer, Token *token)
{
    if (!lexer->failed && read_token(lexer, token))
        return true;
    lexer->failed = true;
    token->kind = TOK_ERROR;
    token->level = (uint16_t)lexer->level;
    token->failed = 0;
    token->pos = (SrcPos){lexer->line, 0, lexer->line, 0};
    token->cursor_col = 0;
    return false;
}
