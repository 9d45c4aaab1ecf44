# bash completion for hegao
_hegao_words() {
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
}

_hegao_files() { # PATTERN...: folders, and files that match one
    local pattern
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -d -- "$cur"
        for pattern in "$@"; do compgen -f -X "!$pattern" -- "$cur"; done)
}

_hegao_ids() { # checks|templates|formats: after the last comma
    local list=${cur%,*} last=${cur##*,}
    [[ $cur == *,* ]] && list+=, || list=
    mapfile -t COMPREPLY < <(compgen -P "$list" \
        -W "$(hegao list "$1" 2>/dev/null | sed 's/[[:space:]].*//') $2" -- "$last")
}

_hegao() {
    local cur prev command options
    cur=${COMP_WORDS[COMP_CWORD]}
    prev=${COMP_WORDS[COMP_CWORD-1]}
    command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [[ $COMP_CWORD -eq 1 ]]; then
        _hegao_words "check new figures text explain list template --help --version"
        return
    fi
    case $prev in
    --format)
        case $command in
        check) _hegao_words "text json jsonl sarif junit gitlab github html" ;;
        figures) _hegao_words "text csv json" ;;
        *) _hegao_words "text json" ;;
        esac
        return ;;
    --template) _hegao_ids templates "auto none"; return ;;
    --select | --ignore) _hegao_ids checks "structure figures wording marks layout file"; return ;;
    --min-level) _hegao_words "error warning note"; return ;;
    --fail-on) _hegao_words "error warning note never"; return ;;
    --revisions) _hegao_words "accept reject"; return ;;
    --annotate-as) _hegao_words "comments changes"; return ;;
    --color | --progress) _hegao_words "auto always never"; return ;;
    --config) _hegao_files '*.xml'; return ;;
    --data) _hegao_files '*.csv' '*.json'; return ;;
    --annotate | --cache | --template-dir)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
        return ;;
    -o | --output | --baseline | --write-baseline | --files-from | --summary)
        _hegao_files '*'; return ;;
    -j | --jobs | --date | --set) return ;;
    esac
    case $command in
    check) options="--template --format -o --output --annotate --annotate-as --strip --select
        --ignore --min-level --fail-on --config --baseline --write-baseline --files-from
        --revisions --date -j --jobs --summary --cache --color --progress --stats -q --quiet --help" ;;
    new) options="-o --output --set --data --list-fields --example --template-dir --date --force
        --help" ;;
    figures) options="--format -o --output --revisions --color --help" ;;
    text) options="--format --revisions --help" ;;
    list) options="checks templates formats --format --help" ;;
    *) options="--help" ;;
    esac
    if [[ $cur == -* ]]; then
        _hegao_words "$options"
        return
    fi
    case $command in
    list) _hegao_words "checks templates formats" ;;
    explain) _hegao_ids checks "" ;;
    new) _hegao_ids templates "" ;;
    template) _hegao_files '*.xml' ;;
    *) _hegao_files '*.docx' '*.DOCX' '*.txt' ;;
    esac
}
complete -F _hegao hegao
