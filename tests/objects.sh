# The object files below a folder that belong to a source of today: build/ keeps those of removed ones. Sourced, in the root of the repository.
#   objects FOLDER [BEFORE]      BEFORE: the folder of the sources, with a slash, where FOLDER does not repeat its name
objects() {
    local object source
    find "$1" -name '*.o' | while read -r object; do
        source=${object#"$1"/}
        [ ! -e "${2:-}${source%.o}.c" ] || echo "$object"
    done
}
