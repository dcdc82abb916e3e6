# The statistics keep their promises in simulated experiments, and the simulation notices a wrong interval.
# make test-statistics is the full run (2000 experiments, some two minutes); this is a short one with correspondingly wider bounds.
# The mutation test: with a pooled t interval in the place of ours the simulation must fail.
. "$(dirname "$0")/lib.sh"
build=$(dirname "$FRAMEBENCH")
make -s -C "$root" B="$build" VARIANT="$(basename "$build")" "$build/simulate" "$build/simulate_crossover" >out 2>&1 ||
    fail "the simulation does not build"
expect_status 0 nice "$build/simulate" --experiments "${EXPERIMENTS:-100}"
expect_status 1 nice "$build/simulate" --experiments 40 --mutant
# The interval of a sweep's crossover, the same way; its mutant is an interval of two thirds of the width.
expect_status 0 nice "$build/simulate_crossover" --experiments "${EXPERIMENTS:-50}"
expect_status 1 nice "$build/simulate_crossover" --experiments 50 --mutant
