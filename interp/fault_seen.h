/* fault_seen.h: by which ways the core has come to an allocation, in a file that all programs of a suite share. Builds with MEM_FAULT.
 *
 * A way is the return addresses of the innermost frames of the native stack, as one hash: who allocates, for whom, up to the instruction of
 * bytecode (the eval loop has a call for each) or the rules of the parser. It is the same in every run of one binary.
 */
#ifndef INTERP_FAULT_SEEN_H
#define INTERP_FAULT_SEEN_H

#include <stdbool.h>

/* `path`: a file of zeroes, its length a power of two. Whoever calls this stands at the outer end of the stack. False: errno says why not. */
bool fault_seen_open(const char *path, int frames);

/* true when nobody has come here by this way before; from now on somebody has. */
bool fault_seen_is_new(void);

#endif
