/* Names of files and folders: taking result file names apart, making the folders that results and pictures go to. */
#ifndef FRAMEBENCH_PLACE_H
#define FRAMEBENCH_PLACE_H

#include "error.h"
#include "text.h"

#include <stdbool.h>
#include <stdio.h>

bool place_is_json(const char *path);

/* Makes the folder and those above it; one that is there already is fine. */
int place_make_folder(const char *folder, Error *error);

/* Both are the caller's to free. */
char *place_folder_of(const char *path); /* "." where the path names none */
char *place_base_of(const char *path);   /* the file name without folder and .json */

/* A new file that place_end puts in the place of `path`: until then it has a name that nobody can have foreseen, made
 * with O_EXCL, so that no link is followed and nobody sees half a file. What is no regular file (/dev/stdout, a pipe)
 * is written in place, and so is all below /dev. */
typedef struct PlaceFile {
    FILE *file;
    const char *path; /* the caller's */
    char *temporary;  /* NULL: written in place */
} PlaceFile;

int place_begin(PlaceFile *place, const char *path, Error *error);

/* Closes; `written` false, or a failure on the way to the disk, leaves what was there before. 0, or -1 with errno. */
int place_end(PlaceFile *place, bool written);

/* Writes the whole file. */
int place_write(const char *path, const Text *text, Error *error);

#endif
