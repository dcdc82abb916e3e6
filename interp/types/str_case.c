/* str_case.c: case mappings and the isX predicates of str. */
#include "types/str_builder.h"
#include "types/str_methods.h"
#include "types/str_scan.h"
#include "types/unicode.h"

#define METHOD(name) Value str_##name(Value self, const Value *args, int nargs, Value kwnames)
#define UNUSED_ARGUMENTS (void)args, (void)nargs, (void)kwnames

#define EVERY_BYTE 0x0101010101010101u

/* Eight ASCII characters, bit 5 of those in first..first+25 flipped. */
static inline uint64_t flip_word(uint64_t word, uint8_t first)
{
    uint64_t from_first = word + EVERY_BYTE * (0x80u - first), behind_last = word + EVERY_BYTE * (0x80u - first - 26);
    return word ^ ((from_first ^ behind_last) & EVERY_BYTE * 0x80) >> 2;
}

/* ASCII only: letters first..first+25 change case. */
static Value flip_ascii_case(Str *s, uint8_t first)
{
    int64_t i = 0;
    while (i < s->length && (uint8_t)(s->u8[i] - first) >= 26)
        i++;
    if (i == s->length)
        return str_as_exact(value_of(s));
    if (s->length == 1)
        return str_from_point(s->u8[0] ^ 0x20);
    Str *r = str_alloc(s->length, 0x7f);
    if (!r)
        return VALUE_NULL;
    int64_t k = 0;
    for (; k + 8 <= s->length; k += 8) {
        uint64_t word;
        memcpy(&word, s->u8 + k, 8);
        word = flip_word(word, first);
        memcpy(r->u8 + k, &word, 8);
    }
    for (; k < s->length; k++)
        r->u8[k] = (uint8_t)(s->u8[k] - first) < 26 ? s->u8[k] ^ 0x20 : s->u8[k];
    return value_of(r);
}

static void add_mapped(StrBuilder *b, uint32_t point, UnicodeMapping mapping)
{
    uint32_t out[3];
    int n = unicode_map(point, mapping, out);
    for (int i = 0; i < n; i++)
        str_builder_add_point(b, out[i]);
}

/* Capital sigma is written as a final sigma where a cased letter comes before it and none after it, case-ignorable ones skipped. */
static bool sigma_is_final(const Str *s, int64_t i)
{
    int64_t j = i - 1;
    while (j >= 0 && unicode_case_ignorable(str_point_at(s, j)))
        j--;
    if (j < 0 || !unicode_is_cased(str_point_at(s, j)))
        return false;
    for (j = i + 1; j < s->length && unicode_case_ignorable(str_point_at(s, j));)
        j++;
    return j == s->length || !unicode_is_cased(str_point_at(s, j));
}

static void add_lower(StrBuilder *b, const Str *s, int64_t i)
{
    uint32_t point = str_point_at(s, i);
    if (point == 0x3a3)
        str_builder_add_point(b, sigma_is_final(s, i) ? 0x3c2 : 0x3c3);
    else
        add_mapped(b, point, UNICODE_TO_LOWER);
}

METHOD(lower)
{
    UNUSED_ARGUMENTS;
    Str *s = as_str(self);
    if (s->ascii)
        return flip_ascii_case(s, 'A');
    StrBuilder b;
    str_builder_init(&b);
    for (int64_t i = 0; i < s->length; i++)
        add_lower(&b, s, i);
    return str_builder_finish(&b);
}

METHOD(upper)
{
    UNUSED_ARGUMENTS;
    Str *s = as_str(self);
    if (s->ascii)
        return flip_ascii_case(s, 'a');
    StrBuilder b;
    str_builder_init(&b);
    for (int64_t i = 0; i < s->length; i++)
        add_mapped(&b, str_point_at(s, i), UNICODE_TO_UPPER);
    return str_builder_finish(&b);
}

METHOD(casefold)
{
    UNUSED_ARGUMENTS;
    Str *s = as_str(self);
    if (s->ascii)
        return flip_ascii_case(s, 'A');
    StrBuilder b;
    str_builder_init(&b);
    for (int64_t i = 0; i < s->length; i++)
        add_mapped(&b, str_point_at(s, i), UNICODE_TO_FOLD);
    return str_builder_finish(&b);
}

/* Of ASCII: a letter in upper case where no letter stands before it (`each`) or first of all, others in lower case. */
static Value ascii_title(const Str *s, bool each)
{
    char small[64], *out = s->length <= (int64_t)sizeof small ? small : NULL;
    Str *r = out ? NULL : str_alloc(s->length, 0x7f);
    if (!out && !r)
        return VALUE_NULL;
    uint8_t *to = out ? (uint8_t *)out : r->u8;
    bool upper = true;
    for (int64_t i = 0; i < s->length; i++) {
        uint8_t c = s->u8[i];
        bool letter = (uint8_t)((c | 0x20) - 'a') < 26;
        to[i] = (uint8_t)(!letter ? c : upper ? c & ~0x20 : c | 0x20);
        upper = each && !letter;
    }
    return out ? str_from_ascii(out, (size_t)s->length) : value_of(r);
}

METHOD(capitalize)
{
    UNUSED_ARGUMENTS;
    Str *s = as_str(self);
    if (s->ascii)
        return ascii_title(s, false);
    StrBuilder b;
    str_builder_init(&b);
    for (int64_t i = 0; i < s->length; i++) {
        if (i == 0)
            add_mapped(&b, str_point_at(s, 0), UNICODE_TO_TITLE);
        else
            add_lower(&b, s, i);
    }
    return str_builder_finish(&b);
}

METHOD(swapcase)
{
    UNUSED_ARGUMENTS;
    Str *s = as_str(self);
    StrBuilder b;
    str_builder_init(&b);
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        if (unicode_has(c, UNICODE_UPPER))
            add_lower(&b, s, i);
        else if (unicode_has(c, UNICODE_LOWER))
            add_mapped(&b, c, UNICODE_TO_UPPER);
        else
            str_builder_add_point(&b, c);
    }
    return str_builder_finish(&b);
}

METHOD(title)
{
    UNUSED_ARGUMENTS;
    Str *s = as_str(self);
    if (s->ascii)
        return ascii_title(s, true);
    bool after_cased = false;
    StrBuilder b;
    str_builder_init(&b);
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        if (after_cased)
            add_lower(&b, s, i);
        else
            add_mapped(&b, c, UNICODE_TO_TITLE);
        after_cased = unicode_is_cased(c);
    }
    return str_builder_finish(&b);
}

/* ---- predicates ---- */

static Value all_have(Value self, UnicodeProperty property)
{
    Str *s = as_str(self);
    for (int64_t i = 0; i < s->length; i++)
        if (!unicode_has(str_point_at(s, i), property))
            return VALUE_FALSE;
    return value_bool(s->length > 0);
}

METHOD(isalpha) { UNUSED_ARGUMENTS; return all_have(self, UNICODE_ALPHA); }
METHOD(isdecimal) { UNUSED_ARGUMENTS; return all_have(self, UNICODE_DECIMAL); }
METHOD(isdigit) { UNUSED_ARGUMENTS; return all_have(self, UNICODE_DIGIT); }
METHOD(isnumeric) { UNUSED_ARGUMENTS; return all_have(self, UNICODE_NUMERIC); }
METHOD(isspace) { UNUSED_ARGUMENTS; return all_have(self, UNICODE_SPACE); }
METHOD(isascii) { UNUSED_ARGUMENTS; return value_bool(as_str(self)->ascii); }
METHOD(isprintable) { UNUSED_ARGUMENTS; return as_str(self)->length == 0 ? VALUE_TRUE : all_have(self, UNICODE_PRINTABLE); }

METHOD(isalnum)
{
    UNUSED_ARGUMENTS;
    Str *s = as_str(self);
    for (int64_t i = 0; i < s->length; i++)
        if (!unicode_is_alnum(str_point_at(s, i)))
            return VALUE_FALSE;
    return value_bool(s->length > 0);
}

METHOD(isidentifier)
{
    UNUSED_ARGUMENTS;
    Str *s = as_str(self);
    if (s->length == 0 || !unicode_has(str_point_at(s, 0), UNICODE_ID_START))
        return VALUE_FALSE;
    for (int64_t i = 1; i < s->length; i++)
        if (!unicode_has(str_point_at(s, i), UNICODE_ID_CONTINUE))
            return VALUE_FALSE;
    return VALUE_TRUE;
}

/* Some cased character, and none of the two other sorts. */
static Value only_case(Value self, UnicodeProperty wanted, UnicodeProperty other)
{
    Str *s = as_str(self);
    bool seen = false;
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        if (unicode_has(c, other) || unicode_has(c, UNICODE_TITLE))
            return VALUE_FALSE;
        seen = seen || unicode_has(c, wanted);
    }
    return value_bool(seen);
}

METHOD(islower) { UNUSED_ARGUMENTS; return only_case(self, UNICODE_LOWER, UNICODE_UPPER); }
METHOD(isupper) { UNUSED_ARGUMENTS; return only_case(self, UNICODE_UPPER, UNICODE_LOWER); }

METHOD(istitle)
{
    UNUSED_ARGUMENTS;
    Str *s = as_str(self);
    bool seen = false, after_cased = false;
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t c = str_point_at(s, i);
        bool starts = unicode_has(c, UNICODE_UPPER) || unicode_has(c, UNICODE_TITLE);
        bool continues = !starts && unicode_has(c, UNICODE_LOWER);
        if ((starts && after_cased) || (continues && !after_cased))
            return VALUE_FALSE;
        after_cased = starts || continues;
        seen = seen || after_cased;
    }
    return value_bool(seen);
}
