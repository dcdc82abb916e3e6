# Every command the same way: --help with examples, a manual page, --color, NO_COLOR, --quiet, --verbose, completions.
. "$(dirname "$0")/lib.sh"
"$python" "$here/make_result.py" r.json few && "$python" "$here/make_result.py" longer.json plain || fail "make_result.py"
sed 's/"created": "2026-11-25/"created": "2026-11-24/' r.json >other.json
escape=$'\x1b'
commands=$("$FRAMEBENCH" help | sed -n 's/^  framebench \([a-z]*\) .*/\1/p' | sort -u)
[ "$(echo "$commands" | wc -w)" -ge 15 ] || fail "commands: $commands"

for command in $commands; do
    expect_status 0 "$FRAMEBENCH" $command --help
    mv out help
    if [ $command != help ]; then
        expect_in help "usage: framebench $command"
        expect_in help "Examples:"
        grep -q "^  framebench $command" help || fail "no example of $command"
        for option in --color --quiet --verbose; do expect_in help "  $option"; done
    fi
    [ "$(wc -L <help)" -le 80 ] || fail "the help of $command is wider than 80 columns"
    expect_status 0 "$FRAMEBENCH" help $command
    [ $command = help ] || cmp -s out help || fail "help $command and $command --help differ"
    expect_status 2 "$FRAMEBENCH" $command --color sometimes
    expect_in err "--color"
    expect_status 2 "$FRAMEBENCH" $command --nonsense
    expect_in err "--nonsense"
    expect_status 0 "$FRAMEBENCH" man $command
    mv out page.1
    for part in NAME SYNOPSIS DESCRIPTION "EXIT STATUS" ENVIRONMENT; do expect_in page.1 ".SH $part"; done
    if command -v mandoc >/dev/null; then
        # A page without a date and lines that a program wrote are meant.
        mandoc -T lint page.1 | grep -v -e STYLE: -e 'missing date' >out
        [ ! -s out ] || fail "mandoc on the page of $command"
    fi
    if command -v man >/dev/null && command -v groff >/dev/null; then
        man --warnings -l page.1 2>out >/dev/null
        [ ! -s out ] || fail "man on the page of $command"
    fi
done

# name | exit status | has colours | reads a file | says less with --quiet | command
while IFS='|' read -r name status colored reads quieter words; do
    run() { eval "\"\$FRAMEBENCH\" $words $*"; }
    expect_status "$status" run
    cp out plain
    ! grep -q "$escape" out err || fail "$name: colours where there is no terminal"
    expect_status "$status" run --color always
    [ "$colored" = "$(grep -q "$escape" out && echo yes || echo no)" ] || fail "$name: colours of --color=always"
    sed "s/$escape\[[0-9]*m//g" out >out.bare
    [ "$name" = doctor ] || cmp -s out.bare plain || fail "$name: colours change more than colours"
    export NO_COLOR=1
    expect_status "$status" run --color=always
    [ "$colored" = "$(grep -q "$escape" out && echo yes || echo no)" ] || fail "$name: --color=always against NO_COLOR"
    if command -v script >/dev/null; then
        unset NO_COLOR
        TERM=xterm script -qec "$(eval "printf '%q ' \"\$FRAMEBENCH\" $words")" /dev/null >tty </dev/null
        [ "$colored" = "$(grep -q "$escape\[[0-9]*m" tty && echo yes || echo no)" ] || fail "$name: colours in a terminal"
        TERM=xterm script -qec "NO_COLOR=1 $(eval "printf '%q ' \"\$FRAMEBENCH\" $words")" /dev/null >tty </dev/null
        ! grep -q "$escape\[[0-9]*m" tty || fail "$name: colours in spite of NO_COLOR"
        TERM=xterm script -qec "$(eval "printf '%q ' \"\$FRAMEBENCH\" $words") --color=never" /dev/null >tty </dev/null
        ! grep -q "$escape\[[0-9]*m" tty || fail "$name: colours in spite of --color=never"
    fi
    unset NO_COLOR
    expect_status "$status" run --quiet
    [ ! -s err ] || fail "$name --quiet says something on standard error"
    [ "$quieter" = no ] || [ "$(wc -l <out)" -lt "$(wc -l <plain)" ] || fail "$name --quiet is not shorter"
    expect_status "$status" run --verbose
    [ "$reads" = no ] || grep -q "^framebench: read .*r.json: 2 sides, 18 workloads" err || fail "$name --verbose does not say what it reads"
done <<'TABLE'
compare|0|yes|yes|no|compare r.json
compare --all-metrics|0|no|yes|no|compare --all-metrics r.json
compare --format json|0|no|yes|no|compare --format json r.json
gate|1|yes|yes|yes|gate longer.json
history|0|no|yes|no|history r.json other.json
export|0|no|yes|no|export --to csv r.json
merge|0|no|yes|no|merge r.json other.json --out merged.json --force
plot --terminal|0|yes|yes|no|plot --terminal r.json
report|0|no|yes|no|report r.json --out made
doctor|0|yes|no|no|doctor
counters|0|yes|no|no|counters
version|0|no|no|no|version
completions|0|no|no|no|completions bash
TABLE
expect_status 0 quick_run --rounds 2 --values 2 --quiet --out quiet.json
[ ! -s err ] && [ "$(cat out)" = "result: quiet.json" ] || fail "run --quiet"
expect_status 0 quick_run --rounds 2 --values 2 --verbose --seed 5 --out loud.json
expect_in err "framebench: seed 5; 2 sides, 2 workloads"

# Completions: each shell takes its script, and offers what there is.
missing=
"$FRAMEBENCH" completions bash >f.bash
offered=$(bash -c 'source ./f.bash && COMP_WORDS=(framebench plot --te) COMP_CWORD=2 && _framebench && echo "${COMPREPLY[*]}"')
[ "$offered" = "--terminal" ] || fail "bash offers '$offered'"
offered=$(bash -c 'source ./f.bash && COMP_WORDS=(framebench compare --format "") COMP_CWORD=3 && _framebench && echo "${COMPREPLY[*]}"')
[ "$offered" = "table markdown csv json asciidoc" ] || fail "bash offers '$offered'"
offered=$(bash -c 'source ./f.bash && COMP_WORDS=(framebench "") COMP_CWORD=1 && _framebench && printf "%s\n" "${COMPREPLY[@]}"')
for command in $commands; do echo "$offered" | grep -qx $command || fail "bash does not offer $command"; done
if command -v zsh >/dev/null; then
    mkdir functions
    "$FRAMEBENCH" completions zsh >functions/_framebench
    zsh -n functions/_framebench || fail "zsh does not take the script"
    zsh -f -c 'fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -u -d dump; [[ $_comps[framebench] = _framebench ]]; autoload +X -Uz _framebench' ||
        fail "zsh does not complete framebench"
else
    missing="$missing zsh"
fi
if command -v fish >/dev/null; then
    "$FRAMEBENCH" completions fish >f.fish
    fish -n f.fish || fail "fish does not take the script"
    HOME=$work fish -c 'source f.fish; complete -C "framebench plot --te"' >out
    expect_in out "--terminal"
    HOME=$work fish -c 'source f.fish; complete -C "framebench "' >out
    for command in $commands; do grep -q "^$command" out || fail "fish does not offer $command"; done
else
    missing="$missing fish"
fi
command -v mandoc >/dev/null || missing="$missing mandoc"
[ -z "$missing" ] || echo "(not installed:$missing; tools/install-deps --tests)"
