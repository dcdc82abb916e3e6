#include "binary.h"

#include "mem.h"
#include "sha256.h"
#include "text.h"

#include <elf.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FLAGS_BYTES_MAX = 2000 };

/* An ELF file in memory; size 0 when it is none. */
typedef struct Image {
    const unsigned char *bytes;
    size_t size;
    size_t mapped;
    Elf64_Ehdr header;
} Image;

static Image image_map(const char *path)
{
    Image image = {0};
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd >= 0 && fstat(fd, &info) == 0 && (size_t)info.st_size >= sizeof image.header) {
        void *bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (bytes != MAP_FAILED) {
            image.bytes = bytes;
            image.mapped = (size_t)info.st_size;
            memcpy(&image.header, bytes, sizeof image.header);
            bool is_elf = memcmp(bytes, ELFMAG, SELFMAG) == 0 && image.header.e_ident[EI_CLASS] == ELFCLASS64;
            image.size = is_elf ? image.mapped : 0;
        }
    }
    if (fd >= 0)
        close(fd);
    return image;
}

static void image_unmap(Image *image)
{
    if (image->mapped > 0)
        munmap((void *)image->bytes, image->mapped);
    *image = (Image){0};
}

static bool is_inside(const Image *image, uint64_t offset, uint64_t size)
{
    return offset <= image->size && size <= image->size - offset;
}

/* ---- build id ---- */

/* The GNU build id in a note segment, as hex in `hex`; false when there is none. */
static bool find_build_id(const unsigned char *note, size_t size, char *hex, size_t room)
{
    while (size >= sizeof(Elf64_Nhdr)) {
        Elf64_Nhdr header;
        memcpy(&header, note, sizeof header);
        size_t name_size = ((size_t)header.n_namesz + 3) & ~(size_t)3;
        size_t data_size = ((size_t)header.n_descsz + 3) & ~(size_t)3;
        size_t whole = sizeof header + name_size + data_size;
        if (whole > size)
            return false;
        const unsigned char *data = note + sizeof header + name_size;
        if (header.n_type == NT_GNU_BUILD_ID && header.n_namesz == 4 && memcmp(note + sizeof header, "GNU", 4) == 0 &&
            (size_t)header.n_descsz * 2 < room) {
            for (size_t i = 0; i < header.n_descsz; i++)
                snprintf(hex + 2 * i, 3, "%02x", data[i]);
            return true;
        }
        note += whole;
        size -= whole;
    }
    return false;
}

static void describe_build_id(const Image *image, Facts *facts)
{
    char hex[129];
    for (unsigned i = 0; i < image->header.e_phnum; i++) {
        Elf64_Phdr segment;
        size_t at = image->header.e_phoff + (size_t)i * sizeof segment;
        if (!is_inside(image, at, sizeof segment))
            break;
        memcpy(&segment, image->bytes + at, sizeof segment);
        if (segment.p_type == PT_NOTE && is_inside(image, segment.p_offset, segment.p_filesz) &&
            find_build_id(image->bytes + segment.p_offset, segment.p_filesz, hex, sizeof hex)) {
            facts_add_text(facts, "build_id", hex);
            return;
        }
    }
    facts_add_absent(facts, "build_id", "the executable carries none (link with --build-id)");
}

/* ---- compiler ---- */

static bool read_section(const Image *image, unsigned index, Elf64_Shdr *section)
{
    size_t at = image->header.e_shoff + (size_t)index * sizeof *section;
    if (index >= image->header.e_shnum || !is_inside(image, at, sizeof *section))
        return false;
    memcpy(section, image->bytes + at, sizeof *section);
    return true;
}

/* The bytes of the section with this name; NULL when it is missing, empty of content or compressed. */
static const char *find_section(const Image *image, const char *name, size_t *size)
{
    Elf64_Shdr names;
    Elf64_Shdr section;
    if (!read_section(image, image->header.e_shstrndx, &names) || !is_inside(image, names.sh_offset, names.sh_size))
        return NULL;
    for (unsigned i = 0; read_section(image, i, &section); i++) {
        const char *own = (const char *)image->bytes + names.sh_offset + section.sh_name;
        if (section.sh_name >= names.sh_size || strnlen(own, names.sh_size - section.sh_name) != strlen(name) ||
            strncmp(own, name, strlen(name)) != 0)
            continue;
        if (section.sh_type == SHT_NOBITS || (section.sh_flags & SHF_COMPRESSED) != 0 ||
            !is_inside(image, section.sh_offset, section.sh_size))
            return NULL;
        *size = section.sh_size;
        return (const char *)image->bytes + section.sh_offset;
    }
    return NULL;
}

/* Adds each distinct string of a section of zero-terminated strings that `wanted` likes, separated by "; ". */
static void collect_strings(const Image *image, const char *name, bool (*wanted)(const char *), Text *text)
{
    size_t size = 0;
    const char *at = find_section(image, name, &size);
    if (at == NULL)
        return;
    for (const char *end = at + size; at < end;) {
        size_t length = strnlen(at, (size_t)(end - at));
        if (at + length == end)
            return; /* not terminated: no string table */
        if (length > 0 && wanted(at) && strstr(text_string(text), at) == NULL &&
            text->length + length < FLAGS_BYTES_MAX)
            text_add(text, "%s%s", text->length > 0 ? "; " : "", at);
        at += length + 1;
    }
}

static bool any_string(const char *string)
{
    (void)string;
    return true;
}

/* What compilers note of themselves in debug information: gcc with its flags, clang its version. */
static bool is_producer(const char *string)
{
    return (strncmp(string, "GNU ", 4) == 0 && strstr(string, " -") != NULL && strstr(string, "GNU AS") == NULL) ||
           strstr(string, "clang version") != NULL;
}

static void add_collected(Facts *facts, const char *key, Text *text, const char *absent)
{
    if (text->length > 0)
        facts_add_text(facts, key, text_string(text));
    else
        facts_add_absent(facts, key, absent);
    text_free(text);
}

static void describe_compiler(const Image *image, Facts *facts)
{
    Text compiler = {0};
    Text flags = {0};
    collect_strings(image, ".comment", any_string, &compiler);
    add_collected(facts, "compiler", &compiler, "the executable has no .comment section");
    collect_strings(image, ".GCC.command.line", any_string, &flags); /* -frecord-gcc-switches */
    collect_strings(image, ".debug_str", is_producer, &flags);
    collect_strings(image, ".debug_line_str", is_producer, &flags);
    add_collected(facts, "compiler_flags", &flags, "the executable has no debug information (build with -g)");
}

/* ---- all of it ---- */

void binary_describe_file(const char *path, Facts *facts)
{
    char hex[SHA256_HEX_BYTES];
    struct stat info;
    if (stat(path, &info) == 0)
        facts_add_number(facts, "executable_bytes", (double)info.st_size);
    if (sha256_file_hex(path, hex) == 0)
        facts_add_text(facts, "sha256", hex);
    else
        facts_add_absent(facts, "sha256", "the executable cannot be read");
    Image image = image_map(path);
    describe_build_id(&image, facts);
    describe_compiler(&image, facts);
    image_unmap(&image);
}

void binary_describe_process(pid_t pid, Facts *facts)
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
    binary_describe_file(link, facts);
    free(link);
}
