/* Names of files and folders: taking result file names apart, making the folders that results and pictures go to. */
#ifndef FRAMEBENCH_PLACE_H
#define FRAMEBENCH_PLACE_H

#include "error.h"
#include "text.h"

#include <stdbool.h>

bool place_is_json(const char *path);

/* Makes the folder and those above it; one that is there already is fine. */
int place_make_folder(const char *folder, Error *error);

/* Both are the caller's to free. */
char *place_folder_of(const char *path); /* "." where the path names none */
char *place_base_of(const char *path);   /* the file name without folder and .json */

/* Writes the whole file. */
int place_write(const char *path, const Text *text, Error *error);

#endif
