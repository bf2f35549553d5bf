//! The charts: bars of one length that show who came to which result, and the plan's targets beside what was reached.
//!
//! What was achieved is dark, what was not is striped, what is open is white, so that a copy in black and white says the
//! same.

use std::ops::Range;

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartPatternFill,
    ChartPatternFillType, ChartSolidFill, ChartType, ColNum, Color, RowNum, Worksheet, XlsxError,
};

use super::{CHARTS, COUNTS, NAME, WIDTHS};
use crate::write::xlsx::{formats::DEFAULT_CELL, sheet::pixels};

const FONT: &str = "Times New Roman";
const INK: Color = Color::RGB(0x0040_4040);
/// Heights in pixels: of title and legend together, and of a bar.
const AROUND: u32 = 75;
const BAR: u32 = 22;
/// Between two charts, in pixels.
const GAP: u32 = 8;

/// The look of a series.
#[derive(Clone, Copy)]
enum Fill {
    Dark,
    Striped,
    White,
}

/// Puts the charts below each other beside the tables that begin in row `top`, and returns the row below them.
pub(super) fn insert(
    sheet: &mut Worksheet,
    name: &str,
    top: RowNum,
    compared: [(&str, Range<RowNum>); 2],
    goals: Range<RowNum>,
) -> Result<RowNum, XlsxError> {
    let results = [("Đạt", Fill::Dark), ("Chưa đạt", Fill::Striped), ("Chưa có kết quả", Fill::White)];
    let mut down = 0;
    for (title, rows) in compared.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        let mut chart = bars(ChartType::BarPercentStacked, title, name, &rows, &results);
        // Counts, not shares: the axis would have another base than the shares in the table.
        chart.x_axis().set_hidden(true).set_major_gridlines(false);
        down = place(sheet, chart, top, down, rows.len())?;
    }
    if !goals.is_empty() {
        let targets = [("Chỉ tiêu", Fill::White), ("Đã đạt", Fill::Dark)];
        let mut chart = bars(ChartType::Bar, "Kết quả so với chỉ tiêu của kế hoạch", name, &goals, &targets);
        chart.x_axis().set_min(0).set_hidden(true).set_major_gridlines(false);
        down = place(sheet, chart, top, down, 2 * goals.len())?;
    }
    Ok(top + down / DEFAULT_CELL.0 + 1)
}

/// Makes a chart of lying bars over the `rows` of a table, a series for each of its first columns of counts.
fn bars(kind: ChartType, title: &str, sheet: &str, rows: &Range<RowNum>, series: &[(&str, Fill)]) -> Chart {
    let (first, last) = (rows.start, rows.end.saturating_sub(1));
    let mut chart = Chart::new(kind);
    for (column, (name, fill)) in (COUNTS..).zip(series) {
        let cells = |column: ColNum| (sheet, first, column, last, column);
        let added = chart.add_series().set_name(*name).set_categories(cells(NAME)).set_values(cells(column));
        added.set_format(&mut look(*fill)).set_gap(40);
        if kind == ChartType::Bar {
            let mut font = ChartFont::new();
            font.set_name(FONT).set_size(9);
            added.set_data_label(ChartDataLabel::new().show_value().set_font(&font));
        }
    }
    let (mut bold, mut plain) = (ChartFont::new(), ChartFont::new());
    bold.set_name(FONT).set_size(10).set_bold();
    plain.set_name(FONT).set_size(9);
    chart.title().set_name(title).set_font(&bold);
    // The names stand at the left, in the order of the table from the top.
    chart.y_axis().set_font(&plain).set_reverse();
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&plain);
    chart.set_alt_text(title);
    chart
}

fn look(fill: Fill) -> ChartFormat {
    let mut format = ChartFormat::new();
    match fill {
        Fill::Dark => format.set_solid_fill(ChartSolidFill::new().set_color(INK)),
        Fill::Striped => format.set_pattern_fill(
            ChartPatternFill::new()
                .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
                .set_foreground_color(INK)
                .set_background_color(Color::White),
        ),
        Fill::White => format.set_solid_fill(ChartSolidFill::new().set_color(Color::White)),
    };
    format.set_border(ChartLine::new().set_color(INK).set_width(0.75));
    format
}

/// Places a chart of so many bars `down` pixels below row `top`, and returns how far down the next one begins.
fn place(sheet: &mut Worksheet, mut chart: Chart, top: RowNum, down: u32, bars: usize) -> Result<u32, XlsxError> {
    let height = AROUND + BAR * u32::try_from(bars).unwrap_or_default();
    chart.set_width(pixels(WIDTHS[usize::from(CHARTS)]) - GAP).set_height(height);
    sheet.insert_chart_with_offset(top, CHARTS, &chart, GAP / 2, down)?;
    Ok(down + height + GAP)
}
