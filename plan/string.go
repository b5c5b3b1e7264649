package plan

import (
	"strconv"
	"strings"
)

// String returns the plan as an outline: its title, the sections, and the items
// with their duties in the order of the text, two blanks of indent a level.
func (p *Plan) String() string {
	var w outline
	if p.Title != "" {
		w.line(0, p.Title)
	}
	for _, s := range p.Sections {
		w.section(s, 0)
	}
	return w.String()
}

// outline writes the lines of [Plan.String].
type outline struct {
	strings.Builder
}

func (w *outline) line(depth int, parts ...string) {
	for range depth {
		w.WriteString("  ")
	}
	for _, s := range parts {
		w.WriteString(s)
	}
	w.WriteByte('\n')
}

func (w *outline) section(s *Section, depth int) {
	if s.Label != "" || s.Title != "" {
		w.line(depth, s.Heading.String())
		depth++
	}
	w.duties(s.Duties, depth)
	w.points(s.Points, depth)
	for n := range s.Parts() {
		switch n := n.(type) {
		case *Section:
			w.section(n, depth)
		case *Item:
			w.line(depth, n.Heading.String())
			w.duties(n.Duties, depth+1)
			w.points(n.Points, depth+1)
		}
	}
}

func (w *outline) points(points []*Point, depth int) {
	for _, x := range points {
		w.line(depth, x.Heading.String())
		w.duties(x.Duties, depth+1)
		w.points(x.Points, depth+1)
	}
}

func (w *outline) duties(duties []*Duty, depth int) {
	for _, d := range duties {
		w.line(depth, d.String())
	}
}

// String returns the label and the title.
func (h *Heading) String() string {
	if h.Label == "" && h.Number != 0 {
		return strconv.Itoa(h.Number) + " " + h.Title
	}
	if n := len(h.Label); n > 0 && (h.Label[n-1] == '.' || h.Label[n-1] >= '0' && h.Label[n-1] <= '9') {
		return h.Label + " " + h.Title
	}
	return h.Label + h.Title
}

// String returns the duty as notes write it: 牵头单位：市科委、市教委等.
func (d *Duty) String() string {
	var b strings.Builder
	b.WriteString(d.Label)
	if d.Label != "" {
		b.WriteString("：")
	}
	for i, x := range d.Departments {
		if i > 0 {
			b.WriteString("、")
		}
		b.WriteString(x.Name)
	}
	if d.Open {
		b.WriteString("等")
	}
	return b.String()
}
