#!/bin/sh
# Every folder includes itself and the folders on its floor only (DESIGN: the floors), third-party
# headers stand in the one file that wraps them, and no file outside cli/ and report/ prints or exits.
#   floors.sh SOURCE_DIR
cd "$1" || exit 2
bad=0
complain() {
    echo "$1"
    bad=1
}

# folder: what it may include besides itself
allowed() {
    case $1 in
    src/base) echo "" ;;
    src/lang) echo "base" ;;
    src/model) echo "base lang" ;;
    src/io) echo "base lang model" ;;
    src/figures) echo "base lang model" ;;
    src/template) echo "base lang model figures io/xml.h io/limits.h" ;;
    src/lint) echo "base lang model figures template io/xml.h io/limits.h checks/checks.def" ;;
    checks) echo "base lang model figures template lint/check.h" ;;
    src/report) echo "base lang model figures template lint io" ;;
    src/draft) echo "base lang model figures template io" ;;
    src/batch) echo "base lang model io figures template lint report draft" ;;
    src/cli) echo "base lang model io figures template lint report draft batch" ;;
    esac
}

check_folder() { # folder own-prefix files…
    folder=$1 own=$2
    shift 2
    for file in "$@"; do
        [ -e "$file" ] || continue
        for include in $(sed -n 's/^ *# *include *"\([^"]*\)".*/\1/p' "$file"); do
            good=no
            case $include in "$own"/*) good=yes ;; esac
            for entry in $(allowed "$folder"); do
                case $include in "$entry"/* | "$entry") good=yes ;; esac
            done
            [ $good = yes ] || complain "$file includes \"$include\", which is above its floor"
        done
    done
}

for folder in base lang model io figures template lint report draft batch cli; do
    check_folder "src/$folder" "$folder" "src/$folder"/*.c "src/$folder"/*.h
done
for family in structure figures wording marks layout file; do
    check_folder checks none checks/"$family"/*.c
done

# header: the files that may see it
wrapped() { # pattern allowed-files…
    pattern=$1
    shift
    for file in $(grep -lE "^ *# *include *<$pattern" -r src checks 2>/dev/null); do
        good=no
        for owner in "$@"; do
            case $file in $owner) good=yes ;; esac
        done
        [ $good = yes ] || complain "$file includes <$pattern>: only $* may"
    done
}
wrapped 'zip\.h' src/io/archive.c
wrapped 'libxml/' src/io/xml.c
wrapped 'jansson' src/base/json.c
wrapped 'utf8proc' src/base/utf8.c
wrapped 'xxhash' src/base/hash.c
wrapped 'hunspell' src/lang/spell.c
wrapped 'pcre2' src/lint/pattern.c
wrapped 'iconv' src/io/text.c src/io/xml_bytes.c src/template/data.c

# Nothing below cli/ and report/ prints, exits or allocates outside base/.
for file in $(find src checks -name '*.c' ! -path 'src/cli/*' ! -path 'src/build/*' ! -path 'src/base/*'); do
    calls=$(grep -nE '(^|[^_a-z])(printf|puts|putchar|exit|_exit|abort|malloc|calloc|realloc) *\(' "$file")
    [ -z "$calls" ] || complain "$file prints, exits or allocates: $calls"
done

# The top level is fixed.
if [ -d .git ] || [ -f .git ]; then
    for name in $(git ls-files | cut -d/ -f1 | sort -u); do
        case $name in
        CMakeLists.txt | src | checks | templates | tests | samples | README.md | LICENSE | .*) ;;
        *) complain "$name at the top level" ;;
        esac
    done
fi

# checks.def: one sorted line per check, each with its file, each file with its line.
listed=$(sed -n 's/^CHECK(\([a-z]*\), \([a-z0-9_]*\))$/\1\/\2/p' checks/checks.def)
[ "$listed" = "$(printf '%s\n' "$listed" | LC_ALL=C sort)" ] || complain "checks.def is not sorted"
for entry in $listed; do
    [ -f "checks/$entry.c" ] || complain "checks/$entry.c is listed and missing"
    id=$(basename "$entry" | tr _ -)
    [ -d "tests/checks/$(dirname "$entry")/$id" ] || complain "$id has no golden pairs"
done
for file in checks/*/*.c; do
    entry=${file#checks/}
    printf '%s\n' "$listed" | grep -qx "${entry%.c}" || complain "$file is not in checks.def"
done
exit $bad
