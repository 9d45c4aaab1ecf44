#!/bin/sh
# recognition.sh HEGAO SHARED: real drafts are recognised as what they are; government work reports
# give no error of the structure family but where a heading's number is missing indeed.
hegao=$1
shared=$2
[ -d "$shared/drafts" ] || exit 77
bad=0
expect() {
    found=$("$hegao" check --select structure --date 2024-01-05 "$shared/drafts/$1.txt" | head -1)
    case $found in
    *"$2"*) ;;
    *)
        echo "$1: $found, not $2"
        bad=1
        ;;
    esac
}
expect 001 年度工作总结
expect 002 工作要点
expect 003 半年工作总结
for draft in "$shared"/drafts/*.txt; do
    if "$hegao" check --select structure --min-level warning "$draft" | grep -E '必改|建议改' |
        grep -v '份文稿'; then
        echo "$draft: structure error or warning"
        bad=1
    fi
done
for report in "$shared"/corpus/reports/*.txt; do
    case $report in
    */049.txt) continue ;; # the stored text lacks the heading （三） under 三、
    esac
    found=$("$hegao" check --select structure --min-level warning "$report" |
        grep -E '^  (必改|建议改)')
    if [ -n "$found" ]; then
        echo "$report: $found"
        bad=1
    fi
    case $("$hegao" check --select structure "$report" | head -1) in
    *吻合度*)
        echo "$report: taken for a form"
        bad=1
        ;;
    esac
done
exit $bad
