# The statistics keep their promises in simulated experiments, and the simulation notices a wrong interval.
# make test-statistics is the full run (2000 experiments, two minutes); this is a short one with correspondingly wider bounds.
# The mutation test: with a pooled t interval in the place of ours the simulation must fail.
. "$(dirname "$0")/lib.sh"
sources=$(for module in distribution stats hosts suite schedule mem; do echo "$root/harness/$module.c"; done)
${CC:-gcc} -std=gnu11 -D_GNU_SOURCE -O2 -I"$root/harness" "$here/simulate.c" $sources -lm -o simulate || fail "simulate.c does not compile"
expect_status 0 nice ./simulate --experiments "${EXPERIMENTS:-100}"
expect_status 1 nice ./simulate --experiments 40 --mutant
# The interval of a sweep's crossover, the same way; its mutant is an interval of two thirds of the width.
sources=$(for module in crossover distribution stats suite schedule mem; do echo "$root/harness/$module.c"; done)
${CC:-gcc} -std=gnu11 -D_GNU_SOURCE -O2 -I"$root/harness" "$here/simulate_crossover.c" $sources -lm -o crossover || fail "simulate_crossover.c does not compile"
expect_status 0 nice ./crossover --experiments "${EXPERIMENTS:-50}"
expect_status 1 nice ./crossover --experiments 50 --mutant
