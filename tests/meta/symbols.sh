#!/bin/sh
# No two files define one name: in a static library the linker would silently take the first.
#   symbols.sh LIBRARY
twice=$(nm -g --defined-only "$1" | awk '$2 ~ /^[TDRB]$/ { print $3 }' | LC_ALL=C sort | uniq -d)
[ -z "$twice" ] || { echo "defined twice: $twice"; exit 1; }
[ -n "$(nm -g --defined-only "$1" | grep ' T hg_doc_open$')" ] || { echo "cannot read $1"; exit 1; }
# and every name that leaves a file says whose it is
foreign=$(nm -g --defined-only "$1" | awk '$2 ~ /^[TDRB]$/ && $3 !~ /^(hg_|__|_)/ { print $3 }')
[ -z "$foreign" ] || { echo "without the hg_ prefix: $foreign"; exit 1; }
