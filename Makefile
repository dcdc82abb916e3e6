# make help prints every target. VARIANT=release|debug|asan|stats|stress|coverage; B=folder for the objects.
VARIANT ?= release
ifeq ($(origin CC),default)
CC      := gcc
endif
CFLAGS  ?=
LDFLAGS ?=
EAGER   ?= freelist
ifeq ($(filter freelist malloc hybrid,$(EAGER)),)
$(error EAGER must be freelist, malloc or hybrid, not "$(EAGER)")
endif
B       ?= build/$(VARIANT)$(if $(filter-out freelist,$(EAGER)),-$(EAGER))

WARN    := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla $(if $(CI),-Werror)
# No fused multiply-add: floats round as CPython rounds them, on every processor.
BASE    := -std=gnu11 -D_GNU_SOURCE -fPIE -ffp-contract=off -g -MMD -MP $(WARN)

# Position-independent, with addresses resolved before main and read-only afterwards. Stack protectors only where no time is
# measured: in the interpreters they cost up to 3% (docs/DECISIONS.md).
HARDEN         := -Wl,-z,relro,-z,now,-z,noexecstack
HARDEN_LINK    := -pie $(HARDEN)
# The optimized interpreters bring their libraries along, for no symbols to look up at the start and fewer pages: make STATIC= links as the other variants do.
STATIC         ?= $(if $(filter release stats,$(VARIANT)),-static-pie)
CORE_LINK      := $(or $(STATIC),-pie) $(HARDEN)
HARDEN_HARNESS := $(if $(filter release,$(VARIANT)),-fstack-protector-strong -D_FORTIFY_SOURCE=2)

OPT_release := -O2 -DNDEBUG -fno-plt -frecord-gcc-switches
OPT_debug   := -O1
OPT_asan    := -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -DMEM_PLAIN -DMEM_FAULT -DINTERP_STRESS
OPT_stats   := -O2 -DINTERP_STATS -DMEM_FAULT -fno-omit-frame-pointer
OPT_stress  := -O1 -DMEM_PLAIN -DINTERP_STRESS -fno-omit-frame-pointer
OPT_coverage := -O0 --coverage -fprofile-update=atomic -DMEM_FAULT
OPT         := $(OPT_$(VARIANT)) $(CFLAGS)
ifeq ($(OPT_$(VARIANT)),)
$(error VARIANT must be release, debug, asan, stats, stress or coverage, not "$(VARIANT)")
endif

CORE_SRC    := $(wildcard interp/*.c interp/types/*.c interp/modules/*.c)
HARNESS_SRC := $(wildcard harness/*.c)
CORE_INC    := -Iinterp -Iinterp/types -Iinterp/modules
CORE_LIBS   := -lgmp -lutf8proc -lunistring -lz -lm
HARNESS_LIBS := -ljansson -lpfm -lz -lm

POLICIES := eager lazy
# The rungs of the first policy: make EAGER=malloc or hybrid (each its own build folder). interp_stack: for policies that keep ExecFrames on a stack.
DEF_eager := $(if $(filter malloc,$(EAGER)),-DEAGER_MALLOC)
DIRS_eager := $(if $(filter hybrid,$(EAGER)),interp_eager/hybrid interp_stack,interp_eager)
DIRS_lazy := interp_lazy interp_stack
# CFLAGS that both builds share are the only ones there are: tools/check-same-core relies on it.
CC_VERSION := $(shell $(CC) --version 2>/dev/null | head -1)
IS_CLANG := $(findstring clang,$(CC_VERSION))
EVAL_FLAGS := $(if $(IS_CLANG),-fno-slp-vectorize,-fno-gcse -fno-crossjumping -fno-tree-slp-vectorize -fno-tree-loop-distribute-patterns)

# Short lines; V=1 shows the commands. As many jobs as there are processors unless make was given -j (a make inside make inherits them).
Q := $(if $(V),,@)
say = $(if $(V),,@echo "  $(1)")
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc)
endif

.PHONY: FORCE unit-tests warnings coverage all layouts bench bench-builds ladder sweep compare plot readme peers profile test check lint format clean help deps report
.SECONDARY:

all: deps $(B)/interp-eager $(B)/interp-lazy $(B)/framebench ## build both interpreters and the harness

# What objects and programs were made with: two files of a build folder, rewritten when that changes. Objects and programs depend on them,
# so that another CFLAGS=, CC=, EAGER= or compiler compiles anew, and another LDFLAGS= or STATIC= links anew.
FLAGS_compile = $(CC) $(CC_VERSION) $(BASE) $(OPT) $(EVAL_FLAGS) $(HARDEN_HARNESS) $(EAGER)
FLAGS_link    = $(CC) $(CC_VERSION) $(OPT) $(CORE_LINK) $(HARDEN_LINK) $(LDFLAGS)
$(B)/flags-%: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(FLAGS_$*))' | cmp -s - $@ || echo '$(subst ','\'',$(FLAGS_$*))' >$@
FORCE:

deps: ## check (and, as root, install) the packages that building needs
	@tools/install-deps

interp-eager interp-lazy framebench: %: $(B)/%

# The modules written in Python, as text inside both binaries.
LIB_PY := $(sort $(wildcard interp/lib/*.py interp/lib/*/*.py))
$(B)/lib.o: $(LIB_PY) tools/embed-lib $(sort $(dir $(LIB_PY))) | deps
	@mkdir -p $(@D)
	$(call say,EMBED interp/lib)
	$(Q)tools/embed-lib $(LIB_PY) >$(B)/lib.S
	$(Q)$(CC) -c $(B)/lib.S -o $@

# Layouts: each build linked K times from the same objects, in seeded random orders with padding in between.
K           ?= 16
LAYOUT_SEED ?= 1
NUMBERS     := $(shell seq -w 0 $$(($(K) - 1)) | sed 's/^.$$/0&/')
LAYOUTS     := $(foreach p,$(POLICIES),$(NUMBERS:%=$(B)/layouts/interp-$(p).%))
PADS        := $(B)/layouts/pads/pad-976.o
layouts: all $(LAYOUTS) ## link each build K times in random orders: make layouts K=16 LAYOUT_SEED=1

$(PADS):
	@mkdir -p $(@D)
	$(call say,PADS $(@D))
	$(Q)for bytes in $$(seq 16 16 976); do printf '.text\n.balign 16\n.skip %d, 0xcc\n.section .note.GNU-stack,"",@progbits\n' $$bytes | \
	    $(CC) -x assembler -c - -o $(@D)/pad-$$bytes.o || exit 1; done

$(B)/layouts/seed-$(LAYOUT_SEED):
	@mkdir -p $(@D)
	@rm -f $(B)/layouts/seed-*
	@touch $@

define POLICY_RULES
CORE_OBJ_$(1) := $$(CORE_SRC:%.c=$(B)/$(1)/%.o) $$(patsubst %.c,$(B)/$(1)/%.o,$$(wildcard $$(addsuffix /*.c,$$(DIRS_$(1))))) $(B)/lib.o
$(B)/$(1)/%.o: %.c $(B)/flags-compile | deps
	@mkdir -p $$(@D)
	$$(call say,CC $(1) $$<)
	$$(Q)$$(CC) $(BASE) $$(OPT) $$(if $$(findstring interp/eval.c,$$<),$(EVAL_FLAGS)) $(CORE_INC) $$(addprefix -I,$$(DIRS_$(1))) $$(DEF_$(1)) -c $$< -o $$@
$(B)/interp-$(1): $$(CORE_OBJ_$(1)) $(B)/flags-link
	$$(call say,LINK $$@)
	$$(Q)$$(CC) $$(OPT) $(CORE_LINK) $(LDFLAGS) $$(CORE_OBJ_$(1)) -o $$@ $(CORE_LIBS)
-include $$(CORE_OBJ_$(1):.o=.d)
$(B)/layouts/interp-$(1).%: $$(CORE_OBJ_$(1)) $(B)/flags-link $(B)/layouts/seed-$(LAYOUT_SEED) tools/shuffle-objects | $(PADS)
	$$(call say,LINK $$@)
	$$(Q)$$(CC) $$(OPT) $(CORE_LINK) $(LDFLAGS) -Wl,-S $$$$(tools/shuffle-objects $(LAYOUT_SEED)-$(1)-$$* $(B)/layouts/pads $$(CORE_OBJ_$(1))) -o $$@ $(CORE_LIBS)
endef
$(foreach p,$(POLICIES),$(eval $(call POLICY_RULES,$(p))))

HARNESS_OBJ := $(HARNESS_SRC:%.c=$(B)/%.o)
$(B)/harness/%.o: harness/%.c $(B)/flags-compile | deps
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(BASE) $(OPT) $(HARDEN_HARNESS) -Iharness -c $< -o $@
$(B)/framebench: $(HARNESS_OBJ) $(B)/flags-link
	$(call say,LINK $@)
	$(Q)$(CC) $(OPT) $(HARDEN_LINK) $(LDFLAGS) $(HARNESS_OBJ) -o $@ $(HARNESS_LIBS)
-include $(HARNESS_OBJ:.o=.d)

UNIT_TESTS := $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/harness_*.c))
unit-tests: $(UNIT_TESTS)
$(B)/unit/%: tests/unit/%.c $(filter-out %/main.o,$(HARNESS_OBJ)) | deps
	@mkdir -p $(@D)
	$(call say,UNIT $<)
	$(Q)$(CC) $(BASE) $(OPT) -Iharness -Itests/unit $< $(filter %.o,$^) -o $@ -lcmocka $(HARNESS_LIBS)
-include $(UNIT_TESTS:=.d)

BUDGET    ?= 170s
# Four sides, or thirty workloads, over 16 layouts need more.
LONG_BUDGET := $(if $(filter file,$(origin BUDGET)),15m,$(BUDGET))
WORKLOADS ?=
OUT       ?= results
bench-builds: all $(if $(filter 1,$(K)),,layouts) stats-builds

# What counts calls and FrameObjects, beside what is timed: the evidence of the report.
stats-builds:
	@$(MAKE) --no-print-directory VARIANT=stats B=build/stats$(if $(filter-out freelist,$(EAGER)),-$(EAGER)) interp-eager interp-lazy

bench: bench-builds ## measure all workloads on both builds, over K layouts; WORKLOADS=fib,closures BUDGET=30s OUT=dir K=16
	@tools/bench --out $(OUT) --budget $(BUDGET) --layouts $(K) $(if $(WORKLOADS),--workloads $(WORKLOADS))

# The rungs below lazy are eager builds in folders of their own; freelist is the one of `all`.
RUNGS := malloc hybrid
rung_files = build/release-$(1)/interp-eager $(if $(filter 1,$(K)),,$(NUMBERS:%=build/release-$(1)/layouts/interp-eager.%))
rung-%:
	@$(MAKE) --no-print-directory EAGER=$* VARIANT=release K=$(K) $(call rung_files,$*)
	@$(MAKE) --no-print-directory EAGER=$* VARIANT=stats build/stats-$*/interp-eager

ladder: bench-builds $(RUNGS:%=rung-%) ## what each step from malloc to freelist, hybrid and lazy is worth; WORKLOADS=… BUDGET=15m OUT=dir K=16
	@tools/bench --ladder --out $(OUT) --budget $(LONG_BUDGET) --layouts $(K) $(if $(WORKLOADS),--workloads $(WORKLOADS))

sweep: bench-builds ## at which share of calls, depth, number of locals … lazy stops winning; BUDGET=15m OUT=dir K=16
	@tools/bench --sweep --out $(OUT) --budget $(LONG_BUDGET) --layouts $(K) $(if $(WORKLOADS),--workloads $(WORKLOADS))

aa: all ## self-test: the same build on both sides, then 2% more work on one; five minutes: make aa BUDGET=2m
	@$(B)/framebench selftest --out $(OUT) --budget $(if $(filter file,$(origin BUDGET)),5m,$(BUDGET)) $(if $(WORKLOADS),--workloads $(WORKLOADS))

compare: $(B)/framebench ## table of result files: make compare FILES='a.json b.json'
	@$(B)/framebench compare $(FILES)

plot: $(B)/framebench ## pictures of a result file: make plot FILE=a.json
	@$(B)/framebench plot $(FILE)

report: $(B)/framebench ## HTML report of a result file, the newest by default: make report FILE=a.json
	@file='$(or $(FILE),$(shell ls -t $(OUT)/*.json 2>/dev/null | head -1))'; \
	    if [ -z "$$file" ]; then echo "no result in $(OUT)/ yet; type: make bench" >&2; exit 2; fi; $(B)/framebench report "$$file"

readme: $(B)/framebench ## documents and their pictures from a result that is then kept: make readme FILE=results/x.json
	@tools/refresh-readme '$(or $(FILE),results/reference.json)'

peers: $(B)/interp-eager $(B)/interp-lazy ## the same programs on both builds and on every Python and Lua here: make peers PEERS='--rounds 9'
	@tools/peers --build $(B) $(PEERS)

profile: $(B)/interp-eager $(B)/interp-lazy ## where instructions go, by function and opcode: make profile P='fib nbody'
	@tools/profile --build $(B) $(P)

test: all ## everything that must hold: unit, language, harness, same core, builds that check
	@tests/run

SIMULATE := $(addprefix tests/harness/,simulate.c simulate_machine.c simulate_verdicts.c)
$(B)/simulate: $(SIMULATE) tests/harness/simulate.h $(filter-out %/main.o,$(HARNESS_OBJ))
	@mkdir -p $(@D)
	$(call say,CC+LINK $@)
	$(Q)$(CC) $(filter-out -MMD -MP,$(BASE)) $(OPT) -Iharness -Itests/harness $(SIMULATE) $(filter %.o,$^) -o $@ $(HARNESS_LIBS)

CROSSOVER_SRC := tests/harness/simulate_crossover.c $(addprefix harness/,crossover.c distribution.c stats.c suite.c schedule.c mem.c)
$(B)/simulate_crossover: $(CROSSOVER_SRC) $(wildcard harness/*.h)
	@mkdir -p $(@D)
	$(call say,CC+LINK $@)
	$(Q)$(CC) $(filter-out -MMD -MP,$(BASE)) $(OPT) -Iharness $(CROSSOVER_SRC) -o $@ $(HARNESS_LIBS)

test-statistics: $(B)/simulate $(B)/simulate_crossover ## the statistics keep their promises in simulated experiments, and a wrong interval is caught: two minutes
	@nice $(B)/simulate_crossover --experiments 2000 >$(B)/simulate_crossover.out & beside=$$!; \
	    nice $(B)/simulate --experiments 2000; status=$$?; wait $$beside || status=1; cat $(B)/simulate_crossover.out; exit $$status
	@if nice $(B)/simulate --experiments 100 --mutant >/dev/null; then echo 'the simulation did not notice a pooled t-test'; exit 1; fi
	@echo 'and it fails, as it must, when a pooled t-test takes the place of the interval'

check: test

lint: ## static analysis: cppcheck, clang-tidy and gcc -fanalyzer find nothing
	@tools/lint

warnings: ## both compilers at -O0, -O2 and -O3, without and with link-time optimization: no warnings
	@tools/warnings

coverage: ## lines and branches that the test suite executes, per room; fails below 90% of the lines
	@tools/coverage

format: ## lay the C sources out by .clang-format
	clang-format -i $$(git ls-files '*.c' '*.h')

clean: ## remove build/
	rm -rf build

help: ## this list
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 14
