/* cmocka 1.1.5 needs these headers before its own; everything a unit test includes, once. */
#ifndef HG_TESTS_UNIT_H
#define HG_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#endif
