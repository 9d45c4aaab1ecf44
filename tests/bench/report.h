/* The report that times are measured on: invented, 10 000 characters, made the same every time. */
#ifndef HG_TESTS_BENCH_REPORT_H
#define HG_TESTS_BENCH_REPORT_H

#include "base/str.h"

/* A DOCX package: the yearly report of an invented bureau in 清河县 with about 40 figures in its
 * text, 25 headings and two tables, with the styles, settings and split runs that an office
 * program writes. To be released. */
struct hg_buf bench_report(void);

#endif
