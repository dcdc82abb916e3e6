# What README.md and docs/STATISTICS.md show of the kept result is what framebench says of it now.
. "$(dirname "$0")/lib.sh"
(cd "$root" && "$python" tools/refresh-readme --check) >out 2>&1 || fail "the documents are not up to date"
for image in $(sed -n 's/.*\(src\|srcset\)="\(docs\/\)\?\(img\/[a-z0-9-]*\.png\)".*/\3/p' "$root/README.md" "$root/docs/REVIEWING.md"); do
    expect_file "$root/docs/$image"
done
