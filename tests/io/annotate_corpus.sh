#!/bin/sh
# annotate_corpus.sh PLACE_COMMENTS HEGAO SHARED: every readable package of the corpus with comments
# at arbitrary places: its text is the original's, no part fails its schema that passed before, and
# the same holds for tracked changes once they are taken out again.
place=$1 hegao=$2 shared=$3
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
seed=0 done=0 bad=0
for file in "$shared"/corpus/docx/*/*.docx; do
    seed=$((seed + 1))
    "$place" "$file" "$work/copy.docx" $seed >/dev/null 2>&1
    case $? in
    0) ;;
    3) continue ;;
    *) echo "$file: not annotated"; bad=$((bad + 1)); continue ;;
    esac
    done=$((done + 1))
    "$hegao" text "$file" >"$work/before" 2>/dev/null
    "$hegao" text "$work/copy.docx" >"$work/after" 2>/dev/null
    cmp -s "$work/before" "$work/after" || { echo "$file: the text differs"; bad=$((bad + 1)); }
    "$place" "$file" "$work/changed.docx" $seed "$work/stripped.docx" >/dev/null 2>&1
    "$hegao" text "$work/stripped.docx" >"$work/after" 2>/dev/null
    cmp -s "$work/before" "$work/after" || { echo "$file: stripped, the text differs"; bad=$((bad + 1)); }
    # The validator takes most of the time: every 25th package, both kinds of copy.
    [ $((seed % 25)) = 0 ] || continue
    "$shared/tools/validate_docx.sh" "$file" 2>/dev/null | sed "s|^$file||; s/:.*//" | sort >"$work/failed"
    for copy in copy changed; do
        "$shared/tools/validate_docx.sh" "$work/$copy.docx" 2>/dev/null |
            sed "s|^$work/$copy.docx||; s/:.*//" | sort | comm -13 "$work/failed" - |
            grep -v 'word/comments.xml$' >"$work/new" && { echo "$file: fails now: $(cat "$work/new")"; bad=$((bad + 1)); }
    done
done
[ "$done" -ge 100 ] || { echo "only $done packages"; exit 1; }
echo "$done packages, $bad faults"
[ "$bad" = 0 ]
