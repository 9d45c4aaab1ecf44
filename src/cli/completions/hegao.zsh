#compdef hegao
# zsh completion for hegao

_hegao_ids() { # checks|templates and further words
  local kind=$1
  shift
  local -a ids
  ids=(${(f)"$(hegao list $kind 2>/dev/null | sed 's/[[:space:]].*//')"} "$@")
  compadd -a ids
}

_hegao_checks() {
  compset -P '*,'
  _hegao_ids checks structure figures wording marks layout file
}

_hegao() {
  local -a commands
  commands=(
    'check:检查文稿'
    'new:写出空白稿'
    'figures:数据与关系台账'
    'text:文稿的文字'
    'explain:说明一项检查'
    'list:检查、文种、格式'
    'template:检验自己的模板'
  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    compadd -- --help --version
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
  check)
    _arguments -S \
      '--template[文种]:template:_files' \
      '--format[输出格式]:format:(text json jsonl sarif junit gitlab github html)' \
      '(-o --output)'{-o,--output}'[结果写入文件]:file:_files' \
      '--annotate[带批注的副本]:folder:_files -/' \
      '--annotate-as[批注或修订]:how:(comments changes)' \
      '--strip[去掉核稿的批注]' \
      '*--select[只做]:checks:_hegao_checks' \
      '*--ignore[不做]:checks:_hegao_checks' \
      '--min-level[显示的级别]:level:(error warning note)' \
      '--fail-on[以1结束的级别]:level:(error warning note never)' \
      '--config[设置文件]:file:_files -g "*.xml"' \
      '--baseline[基线]:file:_files' \
      '--write-baseline[建立或更新基线]:file:_files' \
      '--files-from[路径清单]:file:_files' \
      '--revisions[修订视图]:view:(accept reject)' \
      '--date[日期]:date:' \
      '(-j --jobs)'{-j,--jobs}'[同时检查几份]:number:' \
      '--summary[汇总表]:file:_files' \
      '--cache[结果缓存]:folder:_files -/' \
      '--color[颜色]:when:(auto always never)' \
      '--progress[进度条]:when:(auto always never)' \
      '--stats[用时和内存]' \
      '(-q --quiet)'{-q,--quiet}'[只列问题]' \
      '--help[帮助]' \
      '*:draft:_files -g "*.(docx|DOCX|txt)"'
    ;;
  new)
    _arguments -S \
      '(-o --output)'{-o,--output}'[写到]:file:_files' \
      '*--set[填一项]:key=value:' \
      '*--data[数据]:file:_files -g "*.(csv|json)"' \
      '--list-fields[列出要填的项目]' \
      '--example[用示例填上]' \
      '*--template-dir[另外的模板]:folder:_files -/' \
      '--date[日期]:date:' \
      '--force[覆盖]' \
      '--help[帮助]' \
      '1:template:{_hegao_ids templates}'
    ;;
  figures)
    _arguments -S \
      '--format[输出格式]:format:(text csv json)' \
      '--revisions[修订视图]:view:(accept reject)' \
      {-o,--output}'[写入文件]:file:_files' \
      '--color[颜色]:when:(auto always never)' \
      '--help[帮助]' \
      '*:draft:_files -g "*.(docx|DOCX|txt)"'
    ;;
  text)
    _arguments -S \
      '--format[输出格式]:format:(text json)' \
      '--revisions[修订视图]:view:(accept reject)' \
      '--help[帮助]' \
      '*:draft:_files -g "*.(docx|DOCX|txt)"'
    ;;
  explain)
    _arguments -S '--help[帮助]' '1:check:{_hegao_ids checks}'
    ;;
  list)
    _arguments -S '--format[输出格式]:format:(text json)' '--help[帮助]' \
      '1:what:(checks templates formats)'
    ;;
  template)
    _arguments -S '--help[帮助]' '1:file:_files -g "*.xml"'
    ;;
  esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _hegao "$@"
else
  compdef _hegao hegao
fi
