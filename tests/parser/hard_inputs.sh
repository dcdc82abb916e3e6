#!/usr/bin/env bash
# hard_inputs.sh PARSER_DUMP WORKDIR: sources that are deep, cut off or not text. Each must end in a tree or an error.
set -u
shopt -s lastpipe # so that check, at the end of a pipe, can count
dump=$1 work=$2
passed=0 failed=0

# check NAME PATTERN: the source is standard input; the output must hold PATTERN and the exit code be 0.
check() {
    local name=$1 pattern=$2 output status
    cat >"$work/input.py"
    output=$(timeout 60 "$dump" "$work/input.py" 2>&1 | cut -c1-400)
    status=${PIPESTATUS[0]}
    if [ "$status" -eq 0 ] && echo "$output" | grep -qE -- "$pattern" && ! echo "$output" | grep -q Sanitizer; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $name: $(echo "$output" | cut -c1-300 | tail -3)"
    fi
}

repeat() { printf "%.0s$1" $(seq "$2"); }

{ repeat '(' 10000; repeat ')' 10000; } | check "parentheses" 'too many nested parentheses'
{ repeat '(' 199; echo 1; repeat ')' 199; } | check "199 parentheses" '^Module'
{ repeat '[' 150; } | check "open brackets" 'was never closed'
{ repeat '-' 10000; echo 1; } | check "minus signs" 'too many nested'
{ repeat 'not ' 10000; echo 1; } | check "nots" 'too many nested'
{ repeat 'lambda: ' 10000; echo 1; } | check "lambdas" 'too many nested'
{ repeat '1 if 1 else ' 10000; echo 1; } | check "conditionals" 'too many nested'
{ repeat 'x ** ' 10000; echo 1; } | check "powers" 'too many nested'
{ echo 'if x: pass'; repeat 'elif x: pass\n' 10000; } | check "elifs" 'too many nested'
{ for i in $(seq 0 98); do printf '%*sif x:\n' "$i" ''; done; printf '%*sx\n' 99 ''; } | check "99 blocks" '^Module'
{ for i in $(seq 0 120); do printf '%*sif x:\n' "$i" ''; done; printf '%*sx\n' 121 ''; } | check "121 blocks" 'too many levels of indentation'
{ repeat 'f(' 150; repeat ')' 149; echo ' x'; } | check "explained calls" 'was never closed'
{ repeat '{' 150; repeat '}' 150; echo ' x y'; } | check "explained braces" 'invalid syntax'
{ repeat '{1:' 90; repeat '}' 90; echo; } | check "explained dicts" 'expression expected after'
{ repeat 'f(a=g(' 60; echo -n 'x y'; repeat '))' 60; echo; } | check "explained keywords" 'forgot a comma'
{ repeat '[a, ' 120; echo -n 'x for'; repeat ']' 120; echo; } | check "explained lists" 'invalid syntax'
{ echo -n 'f"'; repeat '{' 500; repeat '}' 500; echo '"'; } | check "doubled braces" '^Module'
{ echo -n 'f"{'; repeat '(' 500; repeat ')' 500; echo '}"'; } | check "field parentheses" 'too many nested parenthesis'
{ echo -n 'x = '; repeat '9' 5000; echo; } | check "5000 digits" 'Exceeds the limit'
{ echo -n 'x = 0x'; repeat 'f' 5000; echo; } | check "5000 hexadecimal digits" 'BIG'
{ echo -n 'x = "'; repeat 'a' 1000000; echo '"'; } | check "long string" '^Module'
{ repeat 'a' 1000000; } | check "long name" '^Module'
{ repeat 'x+' 30000; echo 1; } | head -c 20000 | check "long sum, cut" 'invalid syntax'
printf 'x = 1\0\n' | check "NUL" 'null bytes'
printf '\377\376x' | check "not UTF-8" 'Non-UTF-8'
printf 'x = "\355\240\200"' | check "encoded surrogate" 'Non-UTF-8'
printf '\357\273\277x' | check "BOM" '^Module'
printf '# coding: latin-1\nx = "\351"' | check "latin-1" 'c3.a9'
printf '# coding: utf-7\n' | check "other encoding" 'encoding problem: utf-7'
printf 'x = 1\r\ny = 2\rz = 3' | check "newlines" '@3:0-3:5'
printf '' | check "empty" '^Module\(\[\]'
printf '\f\n \\\n\f' | check "blanks" 'ERROR|Module'
printf 'x = 1 \\' | check "backslash at the end" 'unexpected EOF'
head -c 200000 /dev/urandom | check "random bytes" 'ERROR'
head -c 200000 /dev/urandom | tr -dc '()[]{}:,=.*+"'"'"'fx1 \n\\' | check "random punctuation" 'ERROR'

# Each beginning of a source that uses everything.
cat >"$work/all.py" <<'PY'
@d(a, *b, k=1, **c)
async def f(a, /, b: int = 0x1F, *c, d, e=2.5e3, **g) -> "x":
    async with a as b, c: await d
    return [x async for x in y if z], {**a, 'b': 1}, {1, *c}, lambda x, *y: (yield)
class C(B, metaclass=M):
    x: int = 1; y += f"{a!r:>{w}} {b=} {{}}" 'c' rb'\x00' if 0 else b'd'
    try:
        del a[1:2, ...], b.c
    except (E, F) as e: raise X from e
    else: pass
    finally: assert x, y
match a, *b:
    case [1, -2, *_] | {"k": v, **r} | P(q, k=None) as z if (n := 3):
        global g, h
    case _: from .. import (a as b, c)
if a is not b < c not in d: import x.y as z
elif not a: print(*a, sep='''
''')
for a, (b, *c) in d: continue
while a and b or c: break
PY
size=$(wc -c <"$work/all.py")
for cut in $(seq 1 7 "$size"); do head -c "$cut" "$work/all.py" >"$work/cut.$cut.py"; done
if timeout 120 "$dump" "$work"/cut.*.py >"$work/out" 2>&1 && ! grep -q Sanitizer "$work/out"; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo "FAIL a source cut off everywhere: $(tail -3 "$work/out" | cut -c1-300)"
fi
echo "$passed passed, $failed failed"
