package dev.analystcopilot.knowledge.document.read;

/// A line of text on a page.
///
/// @param page from 1
/// @param size of most of its letters, in points, rounded to halves
/// @param y of its foot, from the page's top, in points
/// @param relativeY the same as a part of the page's height
record PdfLine(String text, int page, double size, boolean bold, boolean code, double x, double y, double relativeY) {

    /// Whether a page's running head or foot could stand here.
    boolean inMargin() {
        return relativeY < 0.1 || relativeY > 0.9;
    }
}
