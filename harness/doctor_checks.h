/* The single checks of the doctor: each reads a few files of /proc and /sys and judges them. */
#ifndef FRAMEBENCH_DOCTOR_CHECKS_H
#define FRAMEBENCH_DOCTOR_CHECKS_H

#include "result.h"

/* A check fills status and value; effect and remedy where it warns, the reason as effect where it cannot know. All are
 * on the heap. */
typedef struct DoctorCheck {
    const char *name;
    void (*look)(const char *root, Finding *finding);
} DoctorCheck;

/* Ends with a NULL name. */
extern const DoctorCheck doctor_checks_cpu[];    /* the processor: speed, heat, siblings */
extern const DoctorCheck doctor_checks_system[]; /* the kernel's settings, limits and other load */

void doctor_good(Finding *finding, const char *value);
void doctor_warn(Finding *finding, const char *value, const char *effect, const char *remedy);
void doctor_unknown(Finding *finding, const char *reason);

#endif
