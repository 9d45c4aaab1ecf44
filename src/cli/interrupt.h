/* Ctrl-C: finish what is in hand, then end 130. A second one ends at once. */
#ifndef HG_CLI_INTERRUPT_H
#define HG_CLI_INTERRUPT_H

#include <signal.h>

/* From now on SIGINT and SIGTERM set the flag that is returned. */
const volatile sig_atomic_t *hg_interrupt_watch(void);

#endif
