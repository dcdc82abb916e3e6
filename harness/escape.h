/* Text from a result file made safe for where it goes: the only way names, paths and compiler strings get into a
 * gnuplot script, its data, HTML or Markdown.
 *
 * A result file is not trusted: a workload may be called `rm -rf ~` or <script>. Whatever it is comes out as that text;
 * control characters come out as '?', as do bytes that are no UTF-8. Pure: each function only adds to `text`. */
#ifndef FRAMEBENCH_ESCAPE_H
#define FRAMEBENCH_ESCAPE_H

#include "text.h"

/* In place: control characters, marks of writing direction and bytes that are no UTF-8 become '?', line ends and tabs a
 * blank; so does the first mark of a word that a log of GitHub Actions takes for a command, :: or ##[. What is read
 * from a result file goes through it, so that a terminal or a log sees none of them. */
void escape_controls(char *value);

/* The same of a message, whose line ends stay. */
void escape_lines(char *message);

/* A gnuplot string in single quotes, in which nothing is special but the quote itself. Characters beyond the basic
 * plane come out as '?' here and in cells: where the emoji fonts are bitmaps, cairo draws one as large as the picture.
 */
void escape_gnuplot(Text *text, const char *value);

/* A cell of a tab-separated file that gnuplot reads: no tab, no line end, never empty;
 * the double quote and the backslash, which gnuplot reads in labels, become look-alikes. */
void escape_cell(Text *text, const char *value);

/* Text or a double-quoted attribute value in HTML. */
void escape_html(Text *text, const char *value);

/* Text in a table cell, a heading or a paragraph of GitHub's Markdown. */
void escape_markdown(Text *text, const char *value);

/* The same in AsciiDoc. */
void escape_asciidoc(Text *text, const char *value);

/* A path in a Markdown link: percent-encoded but for what is safe everywhere. */
void escape_url(Text *text, const char *value);

/* Characters of a name that are safe in any file name; the others become _. The caller frees. */
char *escape_file_name(const char *value);

/* At most `columns` characters of UTF-8, the last being an ellipsis where some were cut. The caller frees. */
char *escape_shorten(const char *value, size_t columns);

/* For the src of an image that is in the page itself. */
void escape_base64(Text *text, const char *bytes, size_t length);

#endif
