package plan

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// defines are the words that open a definition, folded.
var defines = []string{"以下简称", "以下统称", "以下合称", "下称", "简称"}

// findTerms finds the terms that the text defines in brackets, and their uses
// behind the definition.
func (p *parser) findTerms() {
	f := p.t.Folded
	uses := termUses{first: map[rune][]int{}}
	for i := range f {
		if f[i] == '(' || f[i] == '〔' || f[i] == '[' {
			if term, ok := p.termAt(i); ok {
				uses.add(p, i, term)
			}
		}
		uses.at(p, i)
	}
}

// termAt reads the definition whose bracket opens at i.
func (p *parser) termAt(i int) (note.Range, bool) {
	f := p.t.Folded
	open := p.behindCited(i + 1)
	for _, w := range defines {
		if !p.t.Has(open, len(f), w) {
			continue
		}
		start := open + len([]rune(w))
		if start < len(f) && (f[start] == '为' || f[start] == ':') {
			start++
		}
		start, _ = p.t.Trim(start, len(f))
		return p.termEnd(start)
	}
	return note.Range{}, false
}

// behindCited returns where the bracket goes on behind the number of the document that
// its term stands for: （国办发〔2022〕30号，以下简称《意见》）.
func (p *parser) behindCited(i int) int {
	end := min(len(p.t.Folded), i+maxNumber)
	k := p.t.Find(i, end, "号") + 1
	if k == 0 || k >= end || p.t.Folded[k] != ',' || !layout.IsNumber(p.t, i, k) {
		return i
	}
	start, _ := p.t.Trim(k+1, end)
	return start
}

// maxTerm is the length in runes of the longest term.
const maxTerm = 30

// termEnd reads the term from i on: to the closing quotation mark, or to the
// bracket.
func (p *parser) termEnd(i int) (note.Range, bool) {
	f := p.t.Folded
	quoted := i < len(f) && (f[i] == '“' || f[i] == '"' || f[i] == '‘' || f[i] == '《')
	if quoted {
		if end := p.quotedHead(i); end > 0 {
			return note.Range{Start: i, End: end}, true
		}
		i++
	}
	depth := 0
	for k := i; k < len(f) && k <= i+maxTerm; k++ {
		r := f[k]
		closed := quoted && (r == '”' || r == '"' || r == '’' || r == '》') || !quoted && (depth == 0 && runes.IsClose(r) || r == ',')
		switch {
		case closed && k > i:
			return note.Range{Start: i, End: k}, true
		case closed || r == '。':
			return note.Range{}, false
		case runes.Close(r) != 0:
			depth++
		case runes.IsClose(r):
			depth--
		}
	}
	return note.Range{}, false
}

// quotedHead returns where the term ends that begins with a quotation at i and goes
// on behind it to its bracket, or 0: （以下简称“双百”工程）.
func (p *parser) quotedHead(i int) int {
	f := p.t.Folded
	k := p.t.Find(i, min(len(f), i+maxTerm), "”") + 1
	if k == 0 || f[i] != '“' {
		return 0
	}
	end := k
	for end < len(f) && end < i+maxTerm && runes.IsHan(f[end]) {
		end++
	}
	if end == k || end == len(f) || !runes.IsClose(f[end]) || strings.ContainsRune("和或及与等", f[k]) {
		return 0
	}
	return end
}

// meaningStart returns where the text that a term stands for begins: behind the
// last mark before the bracket at i, without the verbs that lead to it.
func (p *parser) meaningStart(i int) int {
	f := p.t.Folded
	if open := p.titleBefore(i); open >= 0 {
		return open
	}
	start, depth := i, 0
	list := p.t.Has(i+1, len(f), "以下统称") || p.t.Has(i+1, len(f), "以下合称")
	for start > 0 && i-start < 60 {
		r := f[start-1]
		if depth == 0 && (r == ',' || r == '。' || r == ';' || r == ':' || r == '、' && !list || runes.IsBreak(r)) {
			break
		}
		if depth == 0 && runes.IsClose(r) && p.defined(start-1) {
			break
		}
		if runes.IsClose(r) || r == '”' || r == '》' {
			depth++
		}
		if runes.Close(r) != 0 || r == '“' || r == '《' {
			if depth == 0 {
				break
			}
			depth--
		}
		start--
	}
	return p.skipLead(p.behindLabel(start, i), i)
}

// behindLabel returns where the text from i to j goes on behind the label of a unit
// at its start.
func (p *parser) behindLabel(i, j int) int {
	l, ok := label.Parse(p.t, i, j)
	if !ok || !l.Form.Numbered() || l.Loose || i > 0 && !runes.IsBreak(p.t.Folded[i-1]) {
		return i
	}
	start, _ := p.t.Trim(l.End, j)
	return start
}

// defined reports whether the bracket that closes at k defines another term.
func (p *parser) defined(k int) bool {
	for i := k; i >= 0 && i > k-maxTerm; i-- {
		if runes.Close(p.t.Folded[i]) == p.t.Folded[k] {
			_, ok := p.termAt(i)
			return ok
		}
	}
	return false
}

// titleBefore returns where the title marks open that close before the bracket at i,
// or -1: a term behind 《…》 stands for that document alone.
func (p *parser) titleBefore(i int) int {
	_, end := p.t.Trim(max(0, i-2), i)
	depth := 0
	for k := end - 1; k >= 0 && k > end-maxTitle; k-- {
		switch p.t.Folded[k] {
		case '》':
			depth++
		case '《':
			if depth--; depth == 0 {
				return k
			}
		}
		if depth == 0 {
			return -1
		}
	}
	return -1
}

// leads are words before a name that are no part of it.
var leads = []string{
	"为利执行", "为执行", "为推进", "强化", "全面推进", "就推进", "就加快", "就做好", "就开展", "就实施", "积极对接", "通过", "按照", "根据", "依托", "支持", "推进", "推动", "建设", "对接", "积极", "加快", "关于", "印发", "贯彻", "落实", "实施", "成立", "设立",
	"把", "将", "对", "与", "和", "同", "由", "在", "向", "以", "及", "为", "经",
}

// skipLead moves start over the words of leads.
func (p *parser) skipLead(start, end int) int {
	for {
		moved := false
		for _, w := range leads {
			if p.t.Has(start, end, w) && start+len([]rune(w))+1 < end {
				start += len([]rune(w))
				moved = true
				break
			}
		}
		if !moved {
			return start
		}
	}
}

// termUses finds the uses of the terms that are defined so far.
type termUses struct {
	first map[rune][]int // the terms by their first rune
	words [][]rune
	from  []int // where the definition of each ends
	skip  int   // no use begins before
}

// add notes the term that is defined in the bracket at i.
func (u *termUses) add(p *parser, i int, term note.Range) {
	start := p.meaningStart(i)
	word := p.t.Folded[term.Start:term.End]
	for _, w := range u.words {
		if string(w) == string(word) {
			return
		}
	}
	p.plan.Terms = append(p.plan.Terms, Term{
		Term:    p.t.Slice(term.Start, term.End),
		Meaning: strings.TrimSpace(p.t.Slice(start, i)),
		Span:    p.t.Span(term.Start, term.End),
	})
	u.first[word[0]] = append(u.first[word[0]], len(u.words))
	u.words = append(u.words, word)
	u.from = append(u.from, term.End)
}

// maxTerms bounds the terms with one first character that are looked for.
const maxTerms = 64

// at notes the longest term that is used at rune i.
func (u *termUses) at(p *parser, i int) {
	if i < u.skip {
		return
	}
	best := -1
	for n, k := range u.first[p.t.Folded[i]] {
		if n == maxTerms {
			break
		}
		w := u.words[k]
		if i >= u.from[k] && i+len(w) <= len(p.t.Folded) && (best < 0 || len(w) > len(u.words[best])) && string(p.t.Folded[i:i+len(w)]) == string(w) {
			best = k
		}
	}
	if best >= 0 {
		u.skip = i + len(u.words[best])
		p.plan.Terms[best].Uses = append(p.plan.Terms[best].Uses, p.t.Span(i, u.skip))
	}
}
