# fish completion for hegao
function __hegao_ids
    hegao list $argv[1] 2>/dev/null | string replace -r '\s.*' ''
end

# The list so far with each id that may follow its last comma.
function __hegao_checks
    set -l list (string match -r '.*,' -- (commandline -ct))
    for id in (__hegao_ids checks) structure figures wording marks layout file
        echo "$list$id"
    end
end

set -l none 'not __fish_seen_subcommand_from check new figures text explain list template'
complete -c hegao -f -n $none -a check -d '检查文稿'
complete -c hegao -f -n $none -a new -d '写出空白稿'
complete -c hegao -f -n $none -a figures -d '数据与关系台账'
complete -c hegao -f -n $none -a text -d '文稿的文字'
complete -c hegao -f -n $none -a explain -d '说明一项检查'
complete -c hegao -f -n $none -a list -d '检查、文种、格式'
complete -c hegao -f -n $none -a template -d '检验自己的模板'
complete -c hegao -f -n $none -l version
complete -c hegao -l help -d '帮助'

set -l check '__fish_seen_subcommand_from check'
set -l new '__fish_seen_subcommand_from new'
complete -c hegao -n $check -l template -x -a '(__hegao_ids templates) auto none' -d '文种'
complete -c hegao -n $check -l format -x -a 'text json jsonl sarif junit gitlab github html'
complete -c hegao -n "$check; or $new" -s o -l output -r -d '写到'
complete -c hegao -n $check -l annotate -x -a '(__fish_complete_directories)' -d '带批注的副本'
complete -c hegao -n $check -l annotate-as -x -a 'comments changes'
complete -c hegao -n $check -l strip -d '去掉核稿的批注'
complete -c hegao -n $check -l select -x -a '(__hegao_checks)' -d '只做'
complete -c hegao -n $check -l ignore -x -a '(__hegao_checks)' -d '不做'
complete -c hegao -n $check -l min-level -x -a 'error warning note'
complete -c hegao -n $check -l fail-on -x -a 'error warning note never'
complete -c hegao -n $check -l config -r -d '设置文件'
complete -c hegao -n $check -l baseline -r -d '基线'
complete -c hegao -n $check -l write-baseline -r -d '建立或更新基线'
complete -c hegao -n $check -l files-from -r -d '路径清单'
complete -c hegao -n $check -s j -l jobs -x -d '同时检查几份'
complete -c hegao -n $check -l summary -r -d '汇总表'
complete -c hegao -n $check -l cache -x -a '(__fish_complete_directories)' -d '结果缓存'
complete -c hegao -n $check -l color -x -a 'auto always never'
complete -c hegao -n $check -l progress -x -a 'auto always never'
complete -c hegao -n $check -l stats -d '用时和内存'
complete -c hegao -n $check -s q -l quiet -d '只列问题'
complete -c hegao -n "$check; or $new" -l date -x -d '日期'
complete -c hegao -n '__fish_seen_subcommand_from check figures text' -l revisions -x -a 'accept reject'
complete -c hegao -n '__fish_seen_subcommand_from figures' -l format -x -a 'text csv json'
complete -c hegao -n '__fish_seen_subcommand_from figures' -s o -l output -r -d '写入文件'
complete -c hegao -n '__fish_seen_subcommand_from figures' -l color -x -a 'auto always never'
complete -c hegao -n '__fish_seen_subcommand_from text list' -l format -x -a 'text json'
complete -c hegao -f -n $new -a '(__hegao_ids templates)'
complete -c hegao -n $new -l set -x -d '填一项'
complete -c hegao -n $new -l data -r -d '数据'
complete -c hegao -n $new -l list-fields -d '列出要填的项目'
complete -c hegao -n $new -l example -d '用示例填上'
complete -c hegao -n $new -l template-dir -x -a '(__fish_complete_directories)'
complete -c hegao -n $new -l force -d '覆盖'
complete -c hegao -f -n '__fish_seen_subcommand_from explain' -a '(__hegao_ids checks)'
complete -c hegao -f -n '__fish_seen_subcommand_from list' -a 'checks templates formats'
