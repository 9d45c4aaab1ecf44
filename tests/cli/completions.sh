# Completions and man page know every command and option that the program has.
sources=$SOURCE/src/cli
run 0 --help
sed -n 's/^  hegao \([a-z]*\) .*/\1/p' out >commands
[ "$(wc -l <commands)" -ge 5 ] || fail "commands are not listed"
while read -r command; do
    for file in completions/hegao.bash completions/hegao.zsh completions/hegao.fish hegao.1; do
        grep -qw -- "$command" "$sources/$file" || fail "$file does not know $command"
    done
    run 0 "$command" --help
    grep -oE '(^|[ ,])--[a-z-]+' out | grep -oE '[a-z][a-z-]+' | sort -u >options
    while read -r option; do
        man=$(printf %s "$option" | sed 's/-/\\\\-/g')
        grep -q -- "\\\\-\\\\-$man" "$sources/hegao.1" || fail "hegao.1 does not know --$option"
        grep -qw -- "--$option" "$sources/completions/hegao.bash" || fail "hegao.bash: --$option"
        grep -qw -- "--$option" "$sources/completions/hegao.zsh" || fail "hegao.zsh: --$option"
        grep -qw -- "-l $option" "$sources/completions/hegao.fish" || fail "hegao.fish: --$option"
    done <options
done <commands

# the bash one works
if command -v bash >/dev/null; then
    PATH=$(dirname "$HEGAO"):$PATH bash -c '
        . "$1"/completions/hegao.bash
        complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _hegao; }
        complete_words hegao ch
        [ "${COMPREPLY[*]}" = check ] || { echo "command: ${COMPREPLY[*]}"; exit 1; }
        complete_words hegao check --format sa
        [ "${COMPREPLY[*]}" = sarif ] || { echo "format: ${COMPREPLY[*]}"; exit 1; }
        complete_words hegao check --select wrong-rate,unmatched-m
        [ "${COMPREPLY[*]}" = wrong-rate,unmatched-mark ] || { echo "ids: ${COMPREPLY[*]}"; exit 1; }
        complete_words hegao explain confused-w
        [ "${COMPREPLY[*]}" = confused-word ] || { echo "explain: ${COMPREPLY[*]}"; exit 1; }
        : >报告.docx; : >other.pdf
        complete_words hegao check ""
        [ "${COMPREPLY[*]}" = 报告.docx ] || { echo "files: ${COMPREPLY[*]}"; exit 1; }
    ' bash "$sources" >out 2>err || fail "bash completion"
fi
if command -v fish >/dev/null; then
    PATH=$(dirname "$HEGAO"):$PATH fish --no-config -c "
        source $sources/completions/hegao.fish
        complete -C 'hegao check --fail-on n'" >out 2>err || fail "fish completion"
    grep -q '^never' out || fail "fish does not complete --fail-on"
fi
if command -v zsh >/dev/null; then
    zsh -n "$sources/completions/hegao.zsh" >out 2>err || fail "zsh completion does not parse"
fi
if command -v groff >/dev/null; then
    groff -man -Tutf8 -Kutf8 -ww "$sources/hegao.1" >out 2>err || fail "hegao.1"
    [ ! -s err ] || fail "groff complains of hegao.1"
fi
