#include "doctor.h"

#include "doctor_checks.h"
#include "mem.h"
#include "terminal.h"

#include <stdlib.h>

/* ---- what checks say ---- */

void doctor_good(Finding *finding, const char *value)
{
    finding->status = FINDING_GOOD;
    finding->value = mem_copy_text(value);
}

void doctor_warn(Finding *finding, const char *value, const char *effect, const char *remedy)
{
    finding->status = FINDING_WARN;
    finding->value = mem_copy_text(value);
    finding->effect = mem_copy_text(effect);
    finding->remedy = mem_copy_text(remedy);
}

void doctor_unknown(Finding *finding, const char *reason)
{
    finding->status = FINDING_UNKNOWN;
    finding->effect = mem_copy_text(reason);
}

/* ---- examination ---- */

static void run_checks(const DoctorCheck *checks, const char *root, Host *host)
{
    for (const DoctorCheck *check = checks; check->name != NULL; check++) {
        Finding *finding = result_add_finding(host);
        finding->check = mem_copy_text(check->name);
        check->look(root, finding);
    }
}

void doctor_examine(const char *root, Host *host)
{
    run_checks(doctor_checks_cpu, root, host);
    run_checks(doctor_checks_system, root, host);
}

size_t doctor_count(const Host *host, FindingStatus status)
{
    size_t count = 0;
    for (size_t f = 0; f < host->n_findings; f++)
        count += host->findings[f].status == status;
    return count;
}

/* ---- presentation ---- */

static void show_finding(const Finding *finding, Text *text)
{
    static const char *const words[] = {
        [FINDING_GOOD] = "good", [FINDING_WARN] = "WARN", [FINDING_UNKNOWN] = "unknown"};
    const char *shown = finding->value != NULL ? finding->value : finding->effect;
    static const Tone tones[] = {[FINDING_GOOD] = TONE_GOOD, [FINDING_WARN] = TONE_BAD, [FINDING_UNKNOWN] = TONE_FAINT};
    text_add(text, "%s%-8s%s %-22s %s\n", terminal_tone(tones[finding->status]), words[finding->status],
             terminal_tone(TONE_NONE), finding->check, shown != NULL ? shown : "");
    if (finding->status != FINDING_WARN)
        return;
    text_add(text, "%-9s%s\n", "", finding->effect);
    text_add(text, "%-9smend: %s\n", "", finding->remedy);
}

static void show_status(const Host *host, FindingStatus status, Text *text)
{
    for (size_t f = 0; f < host->n_findings; f++)
        if (host->findings[f].status == status)
            show_finding(&host->findings[f], text);
}

void doctor_text(const Host *host, bool all, Text *text)
{
    show_status(host, FINDING_WARN, text);
    if (!all)
        return;
    show_status(host, FINDING_UNKNOWN, text);
    show_status(host, FINDING_GOOD, text);
    size_t warnings = doctor_count(host, FINDING_WARN);
    text_add(text, "\n%zu good, %zu unknown, %zu %s a measurement.\n", doctor_count(host, FINDING_GOOD),
             doctor_count(host, FINDING_UNKNOWN), warnings, warnings == 1 ? "disturbs" : "disturb");
}
