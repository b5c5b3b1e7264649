package source

import "strings"

// contents tells whether a table of contents is open, whose lines say again what
// the headings say: the result of a field, which may be several paragraphs, or a
// block from the gallery of such tables, with its title.
type contents struct {
	fields []field // that are open, the innermost last
	blocks []bool  // that are open: whether they hold a table of contents
	depth  int     // open ones that do
	keep   bool    // a field of this document has no end
}

// field is a field: its instruction, and what is shown for it.
type field struct {
	instruction string
	contents    bool
}

// maxInstruction is how many bytes of an instruction are looked at.
const maxInstruction = 64

// open reports whether what stands here belongs to a table of contents.
func (c *contents) open() bool { return c.depth > 0 && !c.keep }

// unended reports whether a field has no end, so that all behind it is its result.
func (c *contents) unended() bool { return c.depth > 0 }

// mark reads the character that begins a field, ends its instruction or ends it.
func (c *contents) mark(kind string) {
	n := len(c.fields)
	switch {
	case kind == "begin":
		c.fields = append(c.fields, field{})
	case n == 0:
	case kind == "separate":
		f := &c.fields[n-1]
		if words := strings.Fields(f.instruction); len(words) > 0 && words[0] == "TOC" && !f.contents {
			f.contents = true
			c.depth++
		}
	case kind == "end":
		if c.fields[n-1].contents {
			c.depth--
		}
		c.fields = c.fields[:n-1]
	}
}

// instruct adds to the instruction of the innermost field.
func (c *contents) instruct(s string) {
	if n := len(c.fields); n > 0 && len(c.fields[n-1].instruction) < maxInstruction {
		c.fields[n-1].instruction += s
	}
}

func (c *contents) startBlock() { c.blocks = append(c.blocks, false) }

// gallery reads where the block that is open was taken from.
func (c *contents) gallery(name string) {
	if n := len(c.blocks); n > 0 && name == "Table of Contents" && !c.blocks[n-1] {
		c.blocks[n-1] = true
		c.depth++
	}
}

func (c *contents) endBlock() {
	n := len(c.blocks)
	if c.blocks[n-1] {
		c.depth--
	}
	c.blocks = c.blocks[:n-1]
}
