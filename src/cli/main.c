#include <stdio.h>

int main(void)
{
    puts("hegao " HG_VERSION);
    return 0;
}
