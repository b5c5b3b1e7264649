package department

import (
	_ "embed" // the table of forms
	"strings"
	"sync"
)

// class is what a form of the table can stand in; forms.tsv says more.
type class uint8

const (
	unknown  class = iota
	stem           // S: 发展改革委
	whole          // W: 工商联
	party          // P: 组织部
	cabinet        // G: 政府办公厅
	national       // N: 海关总署
	branch         // C: 海关
	shaped         // no row of the table: an ending such as 大学
)

// form is one spelling of a body's name, without level and place.
type form struct {
	canonical string
	class     class
	ending    string // of a stem: 委, 局, 厅 …
}

// endings are the words that stems end in, with their long spellings.
var endings = [...]struct{ short, long string }{
	{"委", "委员会"},
	{"局", ""},
	{"厅", ""},
	{"办", "办公室"},
	{"部", ""},
	{"署", ""},
	{"室", ""},
	{"馆", ""},
	{"中心", ""},
	{"总队", ""},
	{"支队", ""},
	{"大队", ""},
}

//go:embed forms.tsv
var formsFile string

// forms has every form by its folded spelling. It is decoded on first use, in
// about a millisecond, and never changed after.
var forms = sync.OnceValue(func() map[string]form {
	table := make(map[string]form, 4096)
	for line := range strings.Lines(formsFile) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		addForms(table, strings.Split(line+"\t\t", "\t"))
	}
	return table
})

// addForms adds a row of the table: class, canonical spelling, variants, endings.
func addForms(table map[string]form, row []string) {
	spellings := append([]string{row[1]}, list(row[2])...)
	if row[0] == "S" {
		for i, e := range endingsOf(row[3]) {
			for _, s := range spellings {
				if i > 0 && oneRune(s) {
					continue // 民委, but no 民局
				}
				f := form{row[1] + e.short, stem, e.short}
				addForm(table, s+e.short, f)
				if e.long != "" {
					addForm(table, s+e.long, f)
				}
			}
		}
		return
	}
	classes := map[string]class{"W": whole, "P": party, "G": cabinet, "N": national, "C": branch}
	before, long := "", ""
	if row[0] == "G" {
		before, long = "政府", "人民政府"
	}
	for _, s := range spellings {
		f := form{before + row[1], classes[row[0]], ""}
		addForm(table, before+s, f)
		addForm(table, long+s, f)
	}
}

func oneRune(s string) bool { return len(s) <= len("民") }

// addForm adds a spelling, unless an earlier row has it.
func addForm(table map[string]form, spelling string, f form) {
	key := foldName(spelling)
	if _, ok := table[key]; !ok {
		table[key] = f
	}
}

// endingsOf reads a row's endings, such as 委局中心; none means the usual ones.
func endingsOf(s string) []struct{ short, long string } {
	if s == "" {
		return endings[:5]
	}
	var out []struct{ short, long string }
	for s != "" {
		n := len(out)
		for _, e := range endings {
			if rest, ok := strings.CutPrefix(s, e.short); ok {
				out = append(out, e)
				s = rest
				break
			}
		}
		if len(out) == n {
			return out
		}
	}
	return out
}

// list splits a cell at 、.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "、")
}
