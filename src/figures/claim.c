#include "figures/verdict.h"

#include <string.h>

const char *hg_relation_name(enum hg_relation relation)
{
    static const char *const names[] = {
        [HG_RELATION_RATE] = "rate",
        [HG_RELATION_SUM] = "sum",
        [HG_RELATION_GROWTH] = "growth",
        [HG_RELATION_DIFFERENCE] = "difference",
        [HG_RELATION_MULTIPLE] = "multiple",
        [HG_RELATION_CONTAINMENT] = "containment",
        [HG_RELATION_COUNT] = "count",
        [HG_RELATION_AVERAGE] = "average",
        [HG_RELATION_AGREEMENT] = "agreement",
        [HG_RELATION_TABLE_SUM] = "table-sum",
        [HG_RELATION_TABLE_RATE] = "table-rate",
        [HG_RELATION_TABLE_TEXT] = "table-text",
        [HG_RELATION_PERIOD] = "period",
    };

    return names[relation];
}

const char *hg_relation_label(enum hg_relation relation)
{
    static const char *const labels[] = {
        [HG_RELATION_RATE] = "比率",
        [HG_RELATION_SUM] = "合计",
        [HG_RELATION_GROWTH] = "增减",
        [HG_RELATION_DIFFERENCE] = "百分点",
        [HG_RELATION_MULTIPLE] = "倍数",
        [HG_RELATION_CONTAINMENT] = "包含",
        [HG_RELATION_COUNT] = "列举",
        [HG_RELATION_AVERAGE] = "平均",
        [HG_RELATION_AGREEMENT] = "前后",
        [HG_RELATION_TABLE_SUM] = "表内合计",
        [HG_RELATION_TABLE_RATE] = "表内比率",
        [HG_RELATION_TABLE_TEXT] = "表文对照",
        [HG_RELATION_PERIOD] = "时段",
    };

    return labels[relation];
}

const char *hg_verdict_name(enum hg_verdict verdict)
{
    static const char *const names[] = {"consistent", "truncated", "wrong", "unverifiable"};

    return names[verdict];
}

const char *hg_verdict_label(enum hg_verdict verdict)
{
    static const char *const labels[] = {"一致", "疑为截尾", "不一致", "无法核验"};

    return labels[verdict];
}

static const struct {
    const char *code, *label;
} reasons[] = {
    [HG_REASON_NONE] = {"", ""},
    [HG_REASON_NO_WHOLE] = {"NO_WHOLE", "未给出总数或基数"},
    [HG_REASON_NO_PART] = {"NO_PART", "未给出分子"},
    [HG_REASON_OPEN_PARTITION] = {"OPEN_PARTITION", "分项未必列全"},
    [HG_REASON_DEF_AMBIGUOUS] = {"DEF_AMBIGUOUS", "口径可有不同"},
    [HG_REASON_STOCK_FLOW] = {"STOCK_FLOW", "可能含上期结转"},
    [HG_REASON_SCOPE_DIFF] = {"SCOPE_DIFF", "时段或范围可能不同"},
    [HG_REASON_APPROX] = {"APPROX", "含约数"},
    [HG_REASON_CALIBRE] = {"CALIBRE", "按可比价或同口径计算"},
    [HG_REASON_TARGET] = {"TARGET", "目标值"},
    [HG_REASON_OVERFLOW] = {"OVERFLOW", "数字过大"},
    [HG_REASON_SUSPECT] = {"SUSPECT", "存疑"},
};

const char *hg_reason_code(enum hg_reason reason)
{
    return reasons[reason].code;
}

const char *hg_reason_label(enum hg_reason reason)
{
    return reasons[reason].label;
}

const char *hg_operand_role_name(enum hg_operand_role role)
{
    static const char *const names[] = {
        [HG_OPERAND_PART] = "part",         [HG_OPERAND_WHOLE] = "whole",
        [HG_OPERAND_STATED] = "stated",     [HG_OPERAND_ITEM] = "item",
        [HG_OPERAND_MINUS] = "minus",       [HG_OPERAND_TOTAL] = "total",
        [HG_OPERAND_CURRENT] = "current",   [HG_OPERAND_PREVIOUS] = "previous",
        [HG_OPERAND_DELTA] = "difference",  [HG_OPERAND_GROWTH] = "growth",
        [HG_OPERAND_COUNT] = "count",       [HG_OPERAND_MENTION] = "mention",
        [HG_OPERAND_PERIOD] = "period",
    };

    return names[role];
}

struct hg_operand hg_operand_of(enum hg_operand_role role, const struct hg_quantity *quantity)
{
    struct hg_operand out = {.role = role};

    out.paragraph = quantity->paragraph;
    out.span = quantity->span;
    out.value = quantity->value;
    out.shown = quantity->shown;
    out.step = quantity->step;
    out.decimals = quantity->numeral.decimals;
    out.power = quantity->numeral.power;
    out.unit = quantity->unit;
    out.quantity = quantity;
    return out;
}

struct hg_operand hg_operand_count(enum hg_operand_role role, int64_t count,
                                   const struct hg_paragraph *paragraph, struct hg_span span)
{
    struct hg_operand out = {.role = role, .paragraph = paragraph, .span = span};

    out.shown = hg_ratio_of(count);
    out.step = hg_ratio_of(0);
    out.value = hg_interval_point(out.shown);
    return out;
}

void hg_claim_read(struct hg_arena *arena, struct hg_claim *claim, enum hg_equation formula,
                   const struct hg_operand *operands, size_t count)
{
    struct hg_reading *reading;

    if (claim->readings.len >= HG_READINGS_MAX || count == 0) {
        return;
    }
    reading = HG_PUSH(arena, &claim->readings);
    reading->formula = formula;
    reading->operands = HG_NEW_ARRAY(arena, struct hg_operand, count);
    memcpy(reading->operands, operands, count * sizeof *operands);
    reading->count = (uint32_t)count;
    reading->fit = HG_FIT_NONE;
}

const struct hg_reading *hg_claim_reading(const struct hg_claim *claim)
{
    return claim->readings.len > 0 ? &claim->readings.items[claim->chosen] : NULL;
}

struct hg_str hg_claim_expression(const struct hg_claim *claim)
{
    size_t at = hg_str_find(claim->working, HG_STR(" = "), 0);

    return at == SIZE_MAX ? HG_STR("") : hg_str_sub(claim->working, (struct hg_span){0, at});
}

struct hg_str hg_claim_result(const struct hg_claim *claim)
{
    struct hg_str equals = HG_STR(" = ");
    struct hg_str arrow = HG_STR(" → ");
    size_t at = hg_str_find(claim->working, arrow, 0);

    if (at != SIZE_MAX) {
        return hg_str_sub(claim->working, (struct hg_span){at + arrow.len, claim->working.len});
    }
    at = hg_str_find(claim->working, equals, 0);
    return at == SIZE_MAX ? HG_STR("")
                          : hg_str_sub(claim->working,
                                       (struct hg_span){at + equals.len, claim->working.len});
}

struct hg_str hg_claim_stated(const struct hg_claim *claim)
{
    const struct hg_reading *reading = hg_claim_reading(claim);
    const struct hg_operand *stated = reading != NULL ? hg_reading_stated(reading) : NULL;

    if (stated == NULL || stated->paragraph == NULL) {
        return HG_STR("");
    }
    return hg_str_sub(stated->paragraph->text, stated->span);
}

const char *hg_claim_figures(const struct hg_claim *claim)
{
    const struct hg_reading *reading = hg_claim_reading(claim);
    uint32_t count = 0;

    for (uint32_t i = 0; reading != NULL && i < reading->count; i++) {
        count += reading->operands[i].paragraph != NULL;
    }
    return count == 2 ? "这两个数" : count == 3 ? "这三个数" : "这几个数";
}
