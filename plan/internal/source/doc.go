// Package source takes the text out of files that are no plain text: the body
// of a web page (HTML), the document of a word processor (DOCX, ECMA-376).
// Paragraphs become lines and rows of tables become lines of cells between
// strokes, as package layout reads them.
package source
