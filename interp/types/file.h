/* file.h: what open() returns: buffered text and binary files. */
#ifndef INTERP_TYPES_FILE_H
#define INTERP_TYPES_FILE_H

#include "object.h"

extern Type type_text_file, type_binary_file;

int file_types_init(void);

#endif
