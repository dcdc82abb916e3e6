#include "layout.h"

#include "locate.h"
#include "binary.h"
#include "mem.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

#define PLACE "{layout}"

bool layout_is_used(char **command)
{
    for (char **word = command; *word != NULL; word++)
        if (strstr(*word, PLACE) != NULL)
            return true;
    return false;
}

char *layout_word(const char *word, unsigned k)
{
    Text text = {0};
    const char *place;
    for (; (place = strstr(word, PLACE)) != NULL; word = place + strlen(PLACE)) {
        text_add_bytes(&text, word, (size_t)(place - word));
        text_add(&text, "%02u", k);
    }
    text_add(&text, "%s", word);
    return text.bytes;
}

char **layout_command(char **command, unsigned k)
{
    size_t count = 0;
    while (command[count] != NULL)
        count++;
    char **copy = mem_alloc(count + 1, sizeof *copy);
    for (size_t i = 0; i < count; i++)
        copy[i] = layout_word(command[i], k);
    return copy;
}

static char *text_of(const Facts *facts, const char *key)
{
    const Fact *fact = facts_find(facts, key);
    return fact != NULL && fact->kind == FACT_TEXT ? mem_copy_text(fact->text) : NULL;
}

int layout_describe(SideInfo *side, unsigned layouts, Error *error)
{
    side->layouts = mem_alloc(layouts, sizeof *side->layouts);
    for (unsigned k = 0; k < layouts; k++) {
        char *word = layout_word(side->argv[0], k);
        char *program = locate_program(word, error);
        free(word);
        if (program == NULL)
            return error_context(error, "side %s, layout %u of %u", side->name, k, layouts);
        Facts facts = {0};
        binary_describe_file(program, &facts);
        side->layouts[side->n_layouts++] =
            (Binary){.program = program, .sha256 = text_of(&facts, "sha256"), .build_id = text_of(&facts, "build_id")};
        facts_free(&facts);
    }
    return 0;
}

const char *layout_program(const SideInfo *side, unsigned k)
{
    if (side->n_layouts > 0)
        return side->layouts[k % side->n_layouts].program;
    return facts_text(&side->facts, "program", side->argv[0]);
}
