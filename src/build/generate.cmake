# Data compiled in at build time. Each generator is a small C program beside this file; each
# generated source lands in the build folder and is part of hegao_core.

# Word lists: their words in one automaton, and how characters sound and look. The tables go to a
# data file that the generated source takes in with .incbin.
set(generated ${PROJECT_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${generated})
file(GLOB word_lists CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/checks/wording/*.tsv)
add_library(hegao_generator STATIC src/build/blob.c src/base/arena.c src/base/error.c
  src/base/hash.c src/base/map.c src/base/str.c src/base/utf8.c src/base/vec.c)
target_link_libraries(hegao_generator PUBLIC hegao_options PkgConfig::UTF8PROC PkgConfig::XXHASH)

# NAME.c and NAME.bin, made by src/build/NAME.c from ARGUMENTS; SOURCES belong to that program, too.
function(hegao_generate_tables name)
  cmake_parse_arguments(arg "" "" "SOURCES;ARGUMENTS" ${ARGN})
  add_executable(hegao_generate_${name} src/build/${name}.c ${arg_SOURCES})
  target_link_libraries(hegao_generate_${name} PRIVATE hegao_generator)
  add_custom_command(OUTPUT ${generated}/${name}.c ${generated}/${name}.bin
    COMMAND hegao_generate_${name} ${arg_ARGUMENTS} ${generated}/${name}.bin ${generated}/${name}.c
    DEPENDS hegao_generate_${name} ${word_lists} VERBATIM)
  set_source_files_properties(${generated}/${name}.c PROPERTIES
    OBJECT_DEPENDS ${generated}/${name}.bin)
  target_sources(hegao_core PRIVATE ${generated}/${name}.c)
endfunction()

set(lists ${PROJECT_SOURCE_DIR}/checks/wording)
hegao_generate_tables(lexicon ARGUMENTS ${lists}
  SOURCES src/lang/lexicon_rows.c src/lang/lexicon_build.c src/lang/double_array.c)
hegao_generate_tables(sounds ARGUMENTS ${lists}/readings.tsv ${lists}/lookalikes.tsv)
hegao_generate_tables(word_pairs ARGUMENTS ${lists}/word_pairs.tsv)

# Forms, layout profiles and their schema. Forms stand in the order that settles ties in
# recognition: the more particular kind first.
add_executable(hegao_generate_embed src/build/embed.c)
target_link_libraries(hegao_generate_embed PRIVATE hegao_options)
function(hegao_embed table)
  set(output ${generated}/${table}.c)
  add_custom_command(OUTPUT ${output}
    COMMAND hegao_generate_embed ${output} ${table} ${ARGN}
    DEPENDS hegao_generate_embed ${ARGN} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
  target_sources(hegao_core PRIVATE ${output})
endfunction()
set(hegao_forms)
foreach(form open-information-report rule-of-law-report half-year-report annual-report
    quarter-report research-report duty-report special-report work-points work-plan work-report)
  list(APPEND hegao_forms ${PROJECT_SOURCE_DIR}/templates/${form}.xml)
endforeach()
hegao_embed(hg_embedded_forms ${hegao_forms})
hegao_embed(hg_embedded_layouts ${PROJECT_SOURCE_DIR}/templates/layout/gongwen.xml
  ${PROJECT_SOURCE_DIR}/templates/layout/report.xml)
hegao_embed(hg_embedded_schemas ${PROJECT_SOURCE_DIR}/templates/template.rng)

# checks/figures/rate_words.tsv: rate words with the verbs of their parts and wholes.
add_executable(hegao_generate_rate_words src/build/rate_words.c)
target_link_libraries(hegao_generate_rate_words PRIVATE hegao_options)
add_custom_command(OUTPUT ${generated}/rate_words.c
  COMMAND hegao_generate_rate_words ${PROJECT_SOURCE_DIR}/checks/figures/rate_words.tsv
    ${generated}/rate_words.c
  DEPENDS hegao_generate_rate_words checks/figures/rate_words.tsv)
target_sources(hegao_core PRIVATE ${generated}/rate_words.c)

# The schema of hegao.xml.
hegao_embed(hg_embedded_settings ${PROJECT_SOURCE_DIR}/src/lint/settings.rng)

# The style and script of the HTML page; its policy names them by their hashes.
hegao_embed(hg_embedded_page ${PROJECT_SOURCE_DIR}/src/report/html.css
  ${PROJECT_SOURCE_DIR}/src/report/html.js)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS src/report/html.css
  src/report/html.js)
file(SHA256 ${PROJECT_SOURCE_DIR}/src/report/html.css page_css_hash)
file(SHA256 ${PROJECT_SOURCE_DIR}/src/report/html.js page_js_hash)
set_source_files_properties(src/report/html.c PROPERTIES COMPILE_DEFINITIONS
  "HG_PAGE_CSS_SHA256=\"${page_css_hash}\";HG_PAGE_JS_SHA256=\"${page_js_hash}\"")
