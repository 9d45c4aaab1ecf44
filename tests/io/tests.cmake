# The editor over real packages: needs the material beside the repository.
add_executable(place_comments ${CMAKE_CURRENT_LIST_DIR}/place_comments.c)
target_link_libraries(place_comments PRIVATE hegao_support)

# What reads ../shared beside the source folder; it skips itself where that is absent.
set_tests_properties(io-corpus PROPERTIES LABELS shared)
