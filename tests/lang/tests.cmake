# What reads ../shared beside the source folder; it skips itself where that is absent.
set_tests_properties(lang-numeral_shared PROPERTIES LABELS shared)
