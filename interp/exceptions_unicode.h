/* exceptions_unicode.h: what UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError have beside other exceptions. */
#ifndef INTERP_EXCEPTIONS_UNICODE_H
#define INTERP_EXCEPTIONS_UNICODE_H

void exceptions_unicode_specialize(void); /* sets slots of the three types; before they are made ready */

#endif
