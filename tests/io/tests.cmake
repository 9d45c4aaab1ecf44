# The editor over real packages: needs the material beside the repository.
add_executable(place_comments ${CMAKE_CURRENT_LIST_DIR}/place_comments.c)
target_link_libraries(place_comments PRIVATE hegao_support)
get_filename_component(shared_folder ${PROJECT_SOURCE_DIR}/../shared ABSOLUTE)
if(EXISTS ${shared_folder}/corpus/docx)
  add_test(NAME io-annotate-corpus COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/annotate_corpus.sh
    $<TARGET_FILE:place_comments> $<TARGET_FILE:hegao> ${shared_folder})
  set_tests_properties(io-annotate-corpus PROPERTIES LABELS shared TIMEOUT 2400)
endif()
