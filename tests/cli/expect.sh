#!/bin/sh
# Runs one script of this folder: expect.sh SCRIPT HEGAO SOURCE. The script sees:
#   run CODE ARGS…   runs hegao, its output in ./out and ./err; fails if it does not end with CODE
#   says TEXT        ./out or ./err holds TEXT
#   silent TEXT      neither does
#   fail MESSAGE     the test fails
script=$1
HEGAO=$2
SOURCE=$3
export HEGAO SOURCE
scratch_of_this_test=$(mktemp -d) || exit 2
trap 'chmod -R u+rwx "$scratch_of_this_test" 2>/dev/null; rm -rf "$scratch_of_this_test"' EXIT
cd "$scratch_of_this_test" || exit 2
readonly scratch_of_this_test # removed at the end: no script may name another folder

fail() {
    echo "$script: $1" >&2
    echo "--- out" >&2
    head -c 3000 out >&2
    echo "--- err" >&2
    head -c 3000 err >&2
    exit 1
}
run() {
    wanted=$1
    shift
    "$HEGAO" "$@" >out 2>err </dev/null
    code=$?
    [ "$code" = "$wanted" ] || fail "hegao $* ended with $code, not $wanted"
}
says() {
    grep -qF -- "$1" out err || fail "nothing says: $1"
}
silent() {
    if grep -qF -- "$1" out err; then fail "something says: $1"; fi
}
. "$script"
exit 0
