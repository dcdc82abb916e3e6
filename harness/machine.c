#include "machine.h"

#include "mem.h"
#include "sha256.h"
#include "text.h"

#include <dirent.h>
#include <elf.h>
#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

/* ---- small files ---- */

/* The first line of a small file, without the newline; NULL when it cannot be read. The caller frees. */
static char *read_small(const char *path)
{
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return NULL;
    char line[1024] = "";
    char *got = fgets(line, sizeof line, file);
    fclose(file);
    if (got == NULL)
        return NULL;
    line[strcspn(line, "\n")] = '\0';
    return mem_copy_text(line);
}

static void add_file(Facts *facts, const char *key, const char *path)
{
    char *line = read_small(path);
    if (line != NULL) {
        facts_add_text(facts, key, line);
    } else {
        char *reason = mem_format("%s cannot be read", path);
        facts_add_absent(facts, key, reason);
        free(reason);
    }
    free(line);
}

static void add_file_number(Facts *facts, const char *key, const char *path)
{
    char *line = read_small(path);
    char *end = NULL;
    double number = line != NULL ? strtod(line, &end) : 0.0;
    if (line != NULL && end != line) {
        facts_add_number(facts, key, number);
    } else {
        char *reason = mem_format("%s cannot be read", path);
        facts_add_absent(facts, key, reason);
        free(reason);
    }
    free(line);
}

/* Of "always [madvise] never" the chosen word. */
static void add_choice(Facts *facts, const char *key, const char *path)
{
    char *line = read_small(path);
    char *open = line != NULL ? strchr(line, '[') : NULL;
    char *close = open != NULL ? strchr(open, ']') : NULL;
    if (close != NULL) {
        *close = '\0';
        facts_add_text(facts, key, open + 1);
        free(line);
        return;
    }
    free(line);
    add_file(facts, key, path);
}

/* The value of "key : value" in the first processor of /proc/cpuinfo; NULL if there is none. The caller frees. */
static char *cpuinfo(const char *key)
{
    FILE *file = fopen("/proc/cpuinfo", "re");
    if (file == NULL)
        return NULL;
    char line[8192];
    char *value = NULL;
    size_t length = strlen(key);
    while (value == NULL && fgets(line, sizeof line, file) != NULL) {
        char *colon = strchr(line, ':');
        if (colon == NULL || strncmp(line, key, length) != 0 || strchr(" \t:", line[length]) == NULL)
            continue;
        line[strcspn(line, "\n")] = '\0';
        value = mem_copy_text(colon[1] == ' ' ? colon + 2 : colon + 1);
    }
    fclose(file);
    return value;
}

static void add_cpuinfo(Facts *facts, const char *key, const char *field)
{
    char *value = cpuinfo(field);
    if (value != NULL)
        facts_add_text(facts, key, value);
    else
        facts_add_absent(facts, key, "not in /proc/cpuinfo");
    free(value);
}

/* ---- facts ---- */

static void describe_system(Facts *facts)
{
    struct utsname system;
    char host[HOST_NAME_MAX + 1] = "unknown";
    gethostname(host, sizeof host - 1);
    facts_add_text(facts, "host", host);
    if (uname(&system) == 0) {
        facts_add_text(facts, "kernel", system.release);
        facts_add_text(facts, "kernel_version", system.version);
        facts_add_text(facts, "architecture", system.machine);
    }
    facts_add_number(facts, "cpus_online", (double)sysconf(_SC_NPROCESSORS_ONLN));
    facts_add_number(facts, "memory_bytes", (double)sysconf(_SC_PHYS_PAGES) * (double)sysconf(_SC_PAGESIZE));
    facts_add_number(facts, "clock_ticks_per_second", (double)sysconf(_SC_CLK_TCK));
}

static void describe_cpu(Facts *facts)
{
    add_cpuinfo(facts, "cpu_model", "model name");
    add_cpuinfo(facts, "cpu_vendor", "vendor_id");
    add_cpuinfo(facts, "cpu_family", "cpu family");
    add_cpuinfo(facts, "cpu_model_number", "model");
    add_cpuinfo(facts, "cpu_stepping", "stepping");
    add_cpuinfo(facts, "microcode", "microcode");
    char *flags = cpuinfo("flags");
    facts_add_bool(facts, "virtual_machine", flags != NULL && strstr(flags, " hypervisor") != NULL);
    free(flags);
    add_file(facts, "smt", "/sys/devices/system/cpu/smt/control");
    add_file(facts, "isolated_cpus", "/sys/devices/system/cpu/isolated");
    add_file(facts, "governor", "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
    add_file_number(facts, "frequency_khz", "/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq");
    add_file_number(facts, "boost", "/sys/devices/system/cpu/cpufreq/boost");
    add_file_number(facts, "no_turbo", "/sys/devices/system/cpu/intel_pstate/no_turbo");
    add_file_number(facts, "temperature_millidegree", "/sys/class/thermal/thermal_zone0/temp");
    add_file_number(facts, "throttle_count", "/sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count");
}

static void describe_settings(Facts *facts)
{
    add_file_number(facts, "aslr", "/proc/sys/kernel/randomize_va_space");
    add_choice(facts, "transparent_hugepages", "/sys/kernel/mm/transparent_hugepage/enabled");
    add_file_number(facts, "perf_event_paranoid", "/proc/sys/kernel/perf_event_paranoid");
    add_choice(facts, "clocksource", "/sys/devices/system/clocksource/clocksource0/current_clocksource");
    add_file(facts, "cgroup_cpu_max", "/sys/fs/cgroup/cpu.max");
    add_file(facts, "kernel_command_line", "/proc/cmdline");
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* "name: state" of each known vulnerability, in one text. */
static void describe_mitigations(Facts *facts)
{
    static const char folder[] = "/sys/devices/system/cpu/vulnerabilities";
    DIR *dir = opendir(folder);
    if (dir == NULL) {
        facts_add_absent(facts, "mitigations", "/sys/devices/system/cpu/vulnerabilities cannot be read");
        return;
    }
    char *lines[64];
    size_t count = 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL && count < sizeof lines / sizeof *lines;) {
        char *path = mem_format("%s/%s", folder, entry->d_name);
        char *state = entry->d_name[0] != '.' ? read_small(path) : NULL;
        if (state != NULL)
            lines[count++] = mem_format("%s: %s", entry->d_name, state);
        free(state);
        free(path);
    }
    closedir(dir);
    qsort(lines, count, sizeof *lines, compare_names);
    Text all = {0};
    for (size_t i = 0; i < count; i++) {
        text_add(&all, "%s%s", i > 0 ? "; " : "", lines[i]);
        free(lines[i]);
    }
    facts_add_text(facts, "mitigations", text_string(&all));
    text_free(&all);
}

static void describe_load(Facts *facts)
{
    double load[3];
    if (getloadavg(load, 3) == 3)
        facts_add_number(facts, "load_1min", load[0]);
    else
        facts_add_absent(facts, "load_1min", "/proc/loadavg cannot be read");
    CpuTimes times = machine_cpu_times();
    double steal = machine_steal_pct((CpuTimes){0}, times);
    if (isfinite(steal))
        facts_add_number(facts, "steal_since_boot_pct", steal);
    else
        facts_add_absent(facts, "steal_since_boot_pct", "/proc/stat cannot be read");
}

void machine_describe(Facts *facts)
{
    describe_system(facts);
    describe_cpu(facts);
    describe_settings(facts);
    describe_mitigations(facts);
    describe_load(facts);
}

bool machine_is_virtual(const Facts *facts)
{
    const Fact *fact = facts_find(facts, "virtual_machine");
    return fact != NULL && fact->kind == FACT_BOOL && fact->number != 0.0;
}

CpuTimes machine_cpu_times(void)
{
    CpuTimes times = {0};
    FILE *file = fopen("/proc/stat", "re");
    if (file == NULL)
        return times;
    unsigned long long column[8] = {0};
    int got = fscanf(file, "cpu %llu %llu %llu %llu %llu %llu %llu %llu", &column[0], &column[1], &column[2],
                     &column[3], &column[4], &column[5], &column[6], &column[7]);
    fclose(file);
    for (int i = 0; i < got; i++)
        times.total += column[i];
    times.stolen = column[7];
    return times;
}

double machine_steal_pct(CpuTimes before, CpuTimes after)
{
    if (after.total <= before.total)
        return NAN;
    return 100.0 * (double)(after.stolen - before.stolen) / (double)(after.total - before.total);
}

/* ---- binaries ---- */

/* The GNU build id in a PT_NOTE segment, as hex in `hex`; -1 when there is none. */
static int find_build_id(const unsigned char *note, size_t size, char *hex, size_t room)
{
    while (size >= sizeof(Elf64_Nhdr)) {
        Elf64_Nhdr header;
        memcpy(&header, note, sizeof header);
        size_t name_size = ((size_t)header.n_namesz + 3) & ~(size_t)3;
        size_t data_size = ((size_t)header.n_descsz + 3) & ~(size_t)3;
        size_t whole = sizeof header + name_size + data_size;
        if (whole > size)
            return -1;
        const unsigned char *data = note + sizeof header + name_size;
        if (header.n_type == NT_GNU_BUILD_ID && header.n_namesz == 4 && memcmp(note + sizeof header, "GNU", 4) == 0 &&
            (size_t)header.n_descsz * 2 < room) {
            for (size_t i = 0; i < header.n_descsz; i++)
                snprintf(hex + 2 * i, 3, "%02x", data[i]);
            return 0;
        }
        note += whole;
        size -= whole;
    }
    return -1;
}

static int elf_build_id(const unsigned char *image, size_t size, char *hex, size_t room)
{
    Elf64_Ehdr header;
    if (size < sizeof header || memcmp(image, ELFMAG, SELFMAG) != 0 || image[EI_CLASS] != ELFCLASS64)
        return -1;
    memcpy(&header, image, sizeof header);
    for (unsigned i = 0; i < header.e_phnum; i++) {
        Elf64_Phdr segment;
        size_t at = header.e_phoff + (size_t)i * sizeof segment;
        if (at > size || size - at < sizeof segment)
            return -1;
        memcpy(&segment, image + at, sizeof segment);
        bool inside = segment.p_offset <= size && segment.p_filesz <= size - segment.p_offset;
        if (segment.p_type == PT_NOTE && inside &&
            find_build_id(image + segment.p_offset, segment.p_filesz, hex, room) == 0)
            return 0;
    }
    return -1;
}

static void describe_build_id(const char *path, Facts *facts)
{
    char hex[129];
    struct stat info;
    int status = -1;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd >= 0 && fstat(fd, &info) == 0 && info.st_size > 0) {
        void *image = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (image != MAP_FAILED) {
            status = elf_build_id(image, (size_t)info.st_size, hex, sizeof hex);
            munmap(image, (size_t)info.st_size);
        }
    }
    if (fd >= 0)
        close(fd);
    if (status == 0)
        facts_add_text(facts, "build_id", hex);
    else
        facts_add_absent(facts, "build_id", "the executable carries none (link with --build-id)");
}

void machine_describe_file(const char *path, Facts *facts)
{
    char hex[SHA256_HEX_BYTES];
    struct stat info;
    if (stat(path, &info) == 0)
        facts_add_number(facts, "executable_bytes", (double)info.st_size);
    if (sha256_file_hex(path, hex) == 0)
        facts_add_text(facts, "sha256", hex);
    else
        facts_add_absent(facts, "sha256", "the executable cannot be read");
    describe_build_id(path, facts);
}

void machine_describe_process(pid_t pid, Facts *facts)
{
    char *link = mem_format("/proc/%d/exe", (int)pid);
    char path[PATH_MAX];
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length > 0) {
        path[length] = '\0';
        facts_add_text(facts, "executable", path);
    } else {
        facts_add_absent(facts, "executable", "/proc does not show it");
    }
    machine_describe_file(link, facts);
    free(link);
}
