package charset

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// decode fills the text, the map and the diagnostics.
func (r *Result) decode(mark int) error {
	body := r.data[mark:]
	if (r.Charset == UTF8 || r.Charset == ASCII) && utf8.Valid(body) {
		return r.keep(mark)
	}
	d := decoder{step: r.Charset.step(), census: census{first: -1}}
	if mark > 0 {
		d.edits.Replace(mark, 0)
	}
	d.text.Grow(len(body) + len(body)/2)
	for len(body) > 0 {
		u := d.step(body)
		d.take(u, body[:u.size])
		body = body[u.size:]
	}
	if d.census.binary() {
		return &BinaryError{Offset: d.census.first}
	}
	r.Text, r.Map = d.text.String(), d.edits.Map()
	r.Diagnostics = append(r.Diagnostics, d.diagnostics...)
	return nil
}

// keep takes well-formed UTF-8 as it is.
func (r *Result) keep(mark int) error {
	c := census{first: -1}
	for i, b := range r.data[mark:] {
		if b < 0x20 || b == 0x7F {
			c.add(unit{r: rune(b), size: 1}, mark+i)
		}
	}
	c.units = utf8.RuneCount(r.data[mark:])
	if c.binary() {
		return &BinaryError{Offset: c.first}
	}
	r.Text = string(r.data[mark:])
	if mark > 0 {
		var b offset.Builder
		b.Replace(mark, 0)
		r.Map = b.Map()
	}
	return nil
}

// decoder gathers the units of a text.
type decoder struct {
	step        func([]byte) unit
	text        strings.Builder
	edits       offset.Builder
	census      census
	diagnostics []Diagnostic
}

func (d *decoder) take(u unit, src []byte) {
	at, start := d.edits.Before(), d.text.Len()
	d.text.WriteRune(u.r)
	if u.mark != 0 {
		d.text.WriteRune(u.mark)
	}
	if d.census.add(u, at); u.problem != NoProblem {
		d.diagnostics = append(d.diagnostics, Diagnostic{
			Problem: u.problem,
			Span:    offset.Span{Start: at, End: at + u.size},
			Text:    offset.Span{Start: start, End: d.text.Len()},
			Bytes:   src,
		})
	}
	if u.problem == NoProblem && d.text.String()[start:] == string(src) {
		d.edits.Keep(u.size)
		return
	}
	d.edits.Replace(u.size, d.text.Len()-start)
}
