package department

import (
	_ "embed" // the tables of forms and places
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
)

// class is what a form of the table can stand in; the head of forms.tsv has the
// rules, by their letters.
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

// oneRune tells whether a spelling is a single character, which makes a word
// with too many endings: 民委 is a body, 民部 is none.
func oneRune(s string) bool { return len(s) <= len("民") }

// addForm adds a spelling, unless an earlier row has it.
func addForm(table map[string]form, spelling string, f form) {
	key := foldName(spelling)
	if _, ok := table[key]; !ok {
		table[key] = f
	}
}

// endingsOf reads a row's endings, such as 委局中心; none means the usual ones.
// What is no ending stops it, which a test of the table would show.
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

// list splits a cell at 、; an empty one has no parts.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "、")
}

//go:embed places.tsv
var placesFile string

// places has the folded names of provinces and of their cities. It is decoded
// on first use.
var places = sync.OnceValue(func() map[string]bool {
	table := make(map[string]bool, 512)
	for line := range strings.Lines(placesFile) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		province, cities, _ := strings.Cut(line, "\t")
		for _, p := range append(list(cities), province) {
			table[foldName(p)] = true
		}
	}
	return table
})

// mayBePlace tells whether folded text that stands before a body can be a place
// of that body. Before a level word nearly any two to eight characters can;
// without one it must be a place that the table has, or a short name before a
// body that is named at length (宁东 + 市场监管局), or any before a branch.
func mayBePlace(s, level string, f form, written string) bool {
	if places()[s] {
		return true
	}
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 12 || strings.ContainsFunc(s, notInPlace) {
		return false
	}
	if level != "" {
		return true
	}
	if word, _ := levelAtStart(s); word != "" {
		return false
	}
	return f.class == branch || n <= 4 && f.class == stem && utf8.RuneCountInString(written) > 4
}

// notInPlace has the characters that names of places do not have.
func notInPlace(r rune) bool {
	return r < utf8.RuneSelf || strings.ContainsRune("、，；：。的和及与等各", r)
}

// foldName returns a name in the form that names are compared in: each rune
// folded (script, width, case), blanks and line breaks left out. Invalid bytes
// become U+FFFD.
func foldName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' {
			return -1
		}
		return convert.FoldRune(r)
	}, name)
}

// writer turns folded names into the spelling of ids: full-width brackets and
// Chinese quotation marks, capital letters.
var writer = strings.NewReplacer("(", "（", ")", "）")

// asID spells a folded name as an id.
func asID(folded string) string {
	return writer.Replace(strings.ToUpper(folded))
}
