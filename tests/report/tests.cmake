# Formats as others read them. What needs node, an npm package or a browser is skipped without.
find_program(NODE_PROGRAM node)
find_program(CHROMIUM_PROGRAM NAMES chromium chromium-browser google-chrome)
if(NODE_PROGRAM)
  foreach(format IN ITEMS sarif junit)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/samples.${format})
    set(script ${CMAKE_CURRENT_LIST_DIR}/$<IF:$<STREQUAL:${format},sarif>,sarif_schema,junit_reader>.mjs)
    add_test(NAME report-${format}-by-others COMMAND sh -c
      "$<TARGET_FILE:hegao> check --format ${format} -o ${output} --fail-on never samples no-such.docx; [ $? = 2 ] && ${NODE_PROGRAM} ${script} ${PROJECT_BINARY_DIR}/node_modules ${output}"
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(report-${format}-by-others PROPERTIES LABELS npm SKIP_RETURN_CODE 77)
  endforeach()
endif()
if(NODE_PROGRAM AND CHROMIUM_PROGRAM)
  add_test(NAME report-page COMMAND ${NODE_PROGRAM}
    ${CMAKE_CURRENT_LIST_DIR}/page.mjs ${CHROMIUM_PROGRAM} $<TARGET_FILE:hegao>
    ${CMAKE_CURRENT_BINARY_DIR}/page)
  set_tests_properties(report-page PROPERTIES LABELS browser TIMEOUT 120)
endif()
