/* Tables (ECMA-376 part 1, 17.4). w:tblGrid is never needed: columns are counted from the cells. */
#include "io/docx_reading.h"

enum { COLUMNS_MOST = 1000000 };

enum hg_status hg_docx_table_open(struct hg_docx_part *part)
{
    struct hg_docx_story *story = part->story;
    struct hg_docx_reading *reading = part->reading;
    struct hg_docx_table *table;

    hg_docx_paragraph_end_container(part);
    if (story->in_paragraph) { /* a table inside w:p is not allowed; it follows what was read */
        enum hg_status status = hg_docx_paragraph_close(part);

        if (status != HG_OK) {
            return status;
        }
        hg_docx_paragraph_end_container(part);
    }
    table = HG_NEW(reading->scratch, struct hg_docx_table);
    table->outer = story->table;
    table->container = story->container;
    table->table = hg_doc_add_table(reading->doc, story->container);
    table->depth = story->table != NULL ? story->table->depth + 1 : 0;
    table->style = reading->styles.defaults[HG_STYLE_TABLE];
    story->table = table;
    if (table->depth >= HG_LIMIT_TABLE_DEPTH) {
        return hg_error_set(reading->err, HG_TOO_LARGE, "表格嵌套超过 %zu 层，不予读取",
                            HG_LIMIT_TABLE_DEPTH);
    }
    return hg_docx_room(reading, 1);
}

void hg_docx_table_close(struct hg_docx_part *part)
{
    struct hg_docx_story *story = part->story;
    struct hg_docx_table *table = story->table;
    struct hg_doc *doc = part->reading->doc;

    if (table->style != NULL) {
        table->table->style_name = table->style->name;
        table->table->has_borders |= table->style->has_borders;
    }
    if (table->table->node.first_child == NULL &&
        doc->tables.items[doc->tables.len - 1] == table->table) {
        /* Every row is gone in this view. */
        hg_node_remove(&table->table->node);
        doc->tables.len--;
    }
    story->table = table->outer;
    story->container = table->container;
}

/* ---- Rows ---- */

void hg_docx_row_open(struct hg_docx_part *part)
{
    struct hg_docx_table *table = part->story->table;

    table->row = NULL;
    table->cell = NULL;
    table->column = 0;
    table->header = table->row_gone = table->row_deleted = false;
    table->above_at = 0;
    part->row_revision = 0;
}

void hg_docx_row_close(struct hg_docx_part *part)
{
    struct hg_docx_table *table = part->story->table;

    part->row_revision = 0;
    if (table->row != NULL) {
        HG_VEC(struct hg_docx_merge) spare;

        if (table->column > table->table->columns) {
            table->table->columns = table->column;
        }
        /* The merges of this row are what the next one goes on with. */
        spare.items = table->above.items;
        spare.cap = table->above.cap;
        table->above.items = table->below.items;
        table->above.len = table->below.len;
        table->above.cap = table->below.cap;
        table->below.items = spare.items;
        table->below.len = 0;
        table->below.cap = spare.cap;
    }
    table->row = NULL;
}

static int32_t span_of(const struct hg_xml_tag *tag)
{
    int32_t span = hg_docx_val_int(tag, 1);

    return span < 0 ? 0 : span;
}

static enum hg_status wide(struct hg_docx_part *part)
{
    return hg_error_set(part->reading->err, HG_TOO_LARGE,
                        "表格的一个单元格横跨超过 %zu 列，不是正常的文档，不予读取",
                        HG_LIMIT_GRID_SPAN);
}

enum hg_status hg_docx_row_property(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                    struct hg_docx_frame *frame)
{
    struct hg_docx_table *table = part->story->table;
    bool added;

    if (tag->ns != HG_NS_W) {
        return HG_OK;
    }
    switch (tag->name) {
    case HG_X_tblHeader:
        table->header = hg_docx_on(tag);
        break;
    case HG_X_gridBefore:
    case HG_X_gridAfter:
        if ((size_t)span_of(tag) > HG_LIMIT_GRID_SPAN) {
            return wide(part);
        }
        if (tag->name == HG_X_gridBefore) {
            table->column = (uint32_t)span_of(tag);
        }
        break;
    case HG_X_ins:
    case HG_X_del:
        added = tag->name == HG_X_ins;
        part->row_revision =
            hg_docx_change_note(part, tag, added ? HG_REVISION_ROW_INSERT : HG_REVISION_ROW_DELETE);
        if (added == part->reading->reject) {
            table->row_gone = true;
        } else if (!added) {
            table->row_deleted = true;
        }
        break;
    case HG_X_trPrChange:
        (void)hg_docx_change_note(part, tag, HG_REVISION_FORMAT);
        frame->mode = HG_MODE_SKIP;
        break;
    default:
        break;
    }
    return HG_OK;
}

/* ---- Cells ---- */

enum hg_status hg_docx_cell_open(struct hg_docx_part *part, struct hg_docx_frame *frame)
{
    struct hg_docx_story *story = part->story;
    struct hg_docx_table *table = story->table;
    struct hg_doc *doc = part->reading->doc;

    table->cell = NULL;
    if (table->row_gone) {
        frame->mode = HG_MODE_REMOVED;
        frame->kind = HG_KIND_NONE;
        return HG_OK;
    }
    if (table->row == NULL) {
        table->row = hg_doc_add_row(doc, table->table);
        table->row->header = table->header;
    }
    table->cell = hg_doc_add_cell(doc, table->row);
    table->cell->column = table->column;
    table->vertical = table->vertical_restart = table->horizontal_on = table->cell_gone = false;
    story->container = &table->cell->node;
    return hg_docx_room(part->reading, 1);
}

enum hg_status hg_docx_cell_property(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                     struct hg_docx_frame *frame)
{
    struct hg_docx_table *table = part->story->table;
    struct hg_str value = HG_STR("");
    int32_t span;

    if (tag->ns != HG_NS_W || table->cell == NULL) {
        return HG_OK;
    }
    (void)hg_docx_val(tag, &value);
    switch (tag->name) {
    case HG_X_gridSpan:
        span = span_of(tag);
        if ((size_t)span > HG_LIMIT_GRID_SPAN) {
            return wide(part);
        }
        table->cell->column_span = span < 1 ? 1 : (uint32_t)span;
        break;
    case HG_X_vMerge: /* without a value it goes on */
        table->vertical = true;
        table->vertical_restart = hg_str_is(value, "restart");
        break;
    case HG_X_hMerge:
        table->horizontal_on = !hg_str_is(value, "restart");
        break;
    case HG_X_tcBorders:
        frame->mode = HG_MODE_TABLE_BORDERS;
        break;
    case HG_X_cellIns:
    case HG_X_cellDel:
        (void)hg_docx_change_note(part, tag, HG_REVISION_CELL);
        table->cell_gone |= (tag->name == HG_X_cellIns) == part->reading->reject;
        break;
    case HG_X_cellMerge:
        (void)hg_docx_change_note(part, tag, HG_REVISION_CELL);
        break;
    case HG_X_tcPrChange:
        (void)hg_docx_change_note(part, tag, HG_REVISION_FORMAT);
        frame->mode = HG_MODE_SKIP;
        break;
    default:
        break;
    }
    return HG_OK;
}

/* Ties a cell that goes on from above to the cell that covers it. Rows and their merges both run
 * from left to right, so the search goes on where it stopped. */
static void merge_down(struct hg_docx_part *part, struct hg_docx_table *table)
{
    struct hg_cell *cell = table->cell, *origin = cell;

    if (!table->vertical_restart) {
        while (table->above_at < table->above.len &&
               table->above.items[table->above_at].column < cell->column) {
            table->above_at++;
        }
        if (table->above_at < table->above.len &&
            table->above.items[table->above_at].column == cell->column) {
            origin = table->above.items[table->above_at].origin;
            origin->row_span++;
            cell->row_span = 0;
        }
    }
    *HG_PUSH(part->reading->scratch, &table->below) = (struct hg_docx_merge){cell->column, origin};
}

static bool has_text(const struct hg_node *cell)
{
    const struct hg_node *node = cell;

    while ((node = hg_node_next(node, cell)) != NULL) {
        const struct hg_paragraph *paragraph = hg_node_paragraph(node);

        if (paragraph != NULL && paragraph->text.len > 0) {
            return true;
        }
    }
    return false;
}

/* w:hMerge: the cell belongs to the one before it. An empty one goes; one with text stays, so
 * that nothing is lost. */
static bool merge_left(struct hg_docx_table *table)
{
    struct hg_node *before = table->cell->node.prev;

    if (before == NULL || has_text(&table->cell->node)) {
        return false;
    }
    ((struct hg_cell *)before)->column_span += table->cell->column_span;
    hg_node_remove(&table->cell->node);
    return true;
}

enum hg_status hg_docx_cell_close(struct hg_docx_part *part)
{
    struct hg_docx_story *story = part->story;
    struct hg_docx_table *table = story->table;

    hg_docx_paragraph_end_container(part);
    story->container = table->container;
    if (table->cell == NULL) {
        return HG_OK;
    }
    if (table->cell_gone) {
        table->cell = NULL;
        return HG_OK;
    }
    table->column += table->cell->column_span;
    if (table->column > COLUMNS_MOST) {
        return wide(part);
    }
    if (table->horizontal_on && merge_left(table)) {
        table->cell = NULL;
        return HG_OK;
    }
    if (table->vertical) {
        merge_down(part, table);
    }
    table->cell = NULL;
    return HG_OK;
}

/* ---- The table's own properties ---- */

void hg_docx_table_border(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    struct hg_str value;

    if (tag->ns == HG_NS_W && hg_docx_val(tag, &value) && !hg_str_is(value, "nil") &&
        !hg_str_is(value, "none")) {
        part->story->table->table->has_borders = true;
    }
}

void hg_docx_table_property(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                            struct hg_docx_frame *frame)
{
    struct hg_docx_table *table = part->story->table;
    const struct hg_docx_style *style;
    struct hg_str value = HG_STR("");

    if (tag->ns != HG_NS_W) {
        return;
    }
    (void)hg_docx_val(tag, &value);
    switch (tag->name) {
    case HG_X_tblStyle:
        style = hg_docx_style_find(&part->reading->styles, HG_STYLE_TABLE, value);
        table->style = style != NULL ? style : table->style;
        break;
    case HG_X_jc:
        table->table->align = hg_docx_align(value);
        break;
    case HG_X_tblBorders:
        frame->mode = HG_MODE_TABLE_BORDERS;
        break;
    case HG_X_tblPrChange:
        (void)hg_docx_change_note(part, tag, HG_REVISION_FORMAT);
        frame->mode = HG_MODE_SKIP;
        break;
    default:
        break;
    }
}
