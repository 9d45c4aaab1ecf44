#include "io/leaf.h"

static const char *const names[HG_LEAF_KIND_COUNT] = {
    "t", "delText", "tab", "br", "cr", "sym", "noBreakHyphen", "softHyphen", "ptab",
};

const char *hg_leaf_name(enum hg_leaf_kind kind)
{
    return names[kind];
}

enum hg_leaf_kind hg_leaf_kind(struct hg_str local_name)
{
    unsigned kind = 0;

    while (kind < HG_LEAF_KIND_COUNT && !hg_str_is(local_name, names[kind])) {
        kind++;
    }
    return (enum hg_leaf_kind)kind;
}

bool hg_leaf_is_wml(struct hg_str namespace_uri)
{
    return hg_str_is(namespace_uri, HG_WML_TRANSITIONAL) ||
           hg_str_is(namespace_uri, HG_WML_STRICT);
}
