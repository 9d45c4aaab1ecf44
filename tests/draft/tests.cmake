# Skeletons of every form: what `hegao new` writes, `hegao check` reads.
add_test(NAME draft-new COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/cli/expect.sh
  ${CMAKE_CURRENT_SOURCE_DIR}/draft/new.sh $<TARGET_FILE:hegao> ${PROJECT_SOURCE_DIR})
add_test(NAME draft-data COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/cli/expect.sh
  ${CMAKE_CURRENT_SOURCE_DIR}/draft/data.sh $<TARGET_FILE:hegao> ${PROJECT_SOURCE_DIR})
# An office suite opens them and makes pages of them; skipped where none is installed.
add_test(NAME draft-render COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/draft/render.sh
  $<TARGET_FILE:hegao>)
set_tests_properties(draft-render PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 1200)
# The schema lies in ../shared beside the source folder.
add_test(NAME draft-schema COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/draft/schema.sh
  $<TARGET_FILE:hegao> ${PROJECT_SOURCE_DIR}/../shared)
set_tests_properties(draft-schema PROPERTIES LABELS shared SKIP_RETURN_CODE 77 TIMEOUT 1200)
