package segment

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/department"
)

// definition is a name that the text defines: 上海市商务委员会（以下简称“商务委”）.
type definition struct {
	term offset.Span
	body Mention // what it stands for
}

// Bounds of a definition, in bytes. Longer ones are of other things.
const (
	maxDefined = 20 * 3
	maxMeaning = 60 * 3
)

// maxTerms is how many names of one text are looked for.
const maxTerms = 512

// mayDefine reports whether text has a character that every definition has.
func mayDefine(text string) bool {
	return strings.Contains(text, "称") || strings.Contains(text, "稱")
}

// withDefined yields the mentions of a text with those of the names that it
// defines.
func (g *Gazetteer) withDefined(text string, yield func(Mention) bool) {
	var listed []Mention
	for m := range g.matcher.Mentions(text) {
		listed = append(listed, g.mention(m))
	}
	for m := range merge(listed, g.defined(text, listed)) {
		if !yield(m) {
			return
		}
	}
}

// merge yields two lists of mentions in order. Of two that overlap the one that
// holds the other is taken, else the first, and of two of the same name the
// second list's.
func merge(listed, defined []Mention) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		end := 0
		for len(listed)+len(defined) > 0 {
			var m Mention
			switch {
			case len(defined) == 0, len(listed) > 0 && wins(listed[0].Span, defined[0].Span):
				m, listed = listed[0], listed[1:]
			default:
				m, defined = defined[0], defined[1:]
			}
			if m.Span.Start < end {
				continue
			}
			end = m.Span.End
			if !yield(m) {
				return
			}
		}
	}
}

// wins reports whether a goes before b, also where they overlap.
func wins(a, b offset.Span) bool {
	if a.Overlaps(b) && a != b && (a.Contains(b) || b.Contains(a)) {
		return a.Contains(b)
	}
	return a.Start < b.Start
}

// glossary holds the definitions of a text, those of one name in their order.
type glossary struct {
	bodies []department.Body // one for each name
	byName map[string][]definition
}

func (l *glossary) add(text string, d definition) {
	name := fold(d.term.Of(text))
	if l.byName[name] == nil {
		if len(l.bodies) == maxTerms {
			return
		}
		l.bodies = append(l.bodies, department.Body{ID: name, Name: name})
	}
	l.byName[name] = append(l.byName[name], d)
}

// defined returns the mentions of names that the text defines, each from its
// definition on, and of what it defines them by where nothing else finds that.
func (g *Gazetteer) defined(text string, listed []Mention) []Mention {
	l := glossary{byName: make(map[string][]definition)}
	for d := range g.definitions(text, listed) {
		if d.body.Defined {
			l.add(text, definition{d.body.Span, d.body})
		}
		l.add(text, d)
	}
	if l.bodies == nil {
		return nil
	}
	return g.uses(text, &l)
}

// uses finds the terms in the text.
func (g *Gazetteer) uses(text string, l *glossary) []Mention {
	terms, err := department.NewRegistry(l.bodies)
	if err != nil {
		return nil // two terms that are one name: neither is safe
	}
	matcher, err := department.NewMatcher(terms, &department.MatcherOptions{ListedOnly: true, Veto: g.judge.refuses})
	if err != nil {
		return nil
	}
	var found []Mention
	for m := range matcher.Mentions(text) {
		if d := latest(l.byName[m.ID], m.Span.Start); d != nil {
			found = append(found, Mention{
				Text: m.Text, Span: m.Span, Defined: true,
				Name: d.body.Name, ID: d.body.ID, Listed: d.body.Listed,
			})
		}
	}
	return found
}

// latest returns the last definition that does not begin behind pos, nil if there is
// none.
func latest(all []definition, pos int) *definition {
	n, _ := slices.BinarySearchFunc(all, pos+1, func(d definition, pos int) int { return d.term.Start - pos })
	if n == 0 {
		return nil
	}
	return &all[n-1]
}

func fold(s string) string {
	folded, _ := convert.Fold(unblank(s))
	return folded
}

// definitions yields the names of bodies that the text defines.
func (g *Gazetteer) definitions(text string, listed []Mention) iter.Seq[definition] {
	return func(yield func(definition) bool) {
		for i := range len(text) {
			if text[i] != "称"[0] {
				continue // most of the text
			}
			end, terms := defineAt(text, i)
			if len(terms) == 0 {
				continue
			}
			body, ok := g.meaning(text, end, listed)
			for _, term := range terms {
				if ok && !forMany(text, term, body.Span) && !yield(definition{term, body}) {
					return
				}
			}
		}
	}
}

// defineAt reads the words 以下简称 whose 称 stands at text[i:], and the terms behind
// them. It returns where what they stand for ends, and no terms if there is no
// definition.
func defineAt(text string, i int) (end int, terms []offset.Span) {
	const size = len("称")
	if c := text[i:]; !strings.HasPrefix(c, "称") && !strings.HasPrefix(c, "稱") {
		return 0, nil
	}
	before := cutSuffix(text[:i], "简", "簡", "下")
	if len(before) == i {
		return 0, nil
	}
	before = trimBlank(cutSuffix(trimBlank(before), "以下", "以"))
	opened := cutSuffix(before, "（", "(", "〔", "[", "，", ",")
	if len(opened) == len(before) {
		return 0, nil
	}
	return len(trimBlank(opened)), termsAt(text, i+size)
}

func cutSuffix(s string, ends ...string) string {
	for _, end := range ends {
		if cut, ok := strings.CutSuffix(s, end); ok {
			return cut
		}
	}
	return s
}

// trimBlank cuts the blanks that s ends in.
func trimBlank(s string) string { return strings.TrimRightFunc(s, blankRune) }

// skipAny returns where the blanks, or else the first of the words that follow at i
// end.
func skipAny(text string, i int, words ...string) int {
	i = len(text) - len(strings.TrimLeftFunc(text[i:], blankRune))
	for _, w := range words {
		if strings.HasPrefix(text[i:], w) {
			return i + len(w)
		}
	}
	return i
}

// closers are the marks that end what others open.
var closers = map[string]string{"“": "”", "「": "」", "『": "』", "‘": "’", "\"": "\"", "〝": "〞", "＂": "＂"}

// termsAt reads the terms that are defined at text[i:]: “市经信委”或“经信委”.
func termsAt(text string, i int) []offset.Span {
	i = skipAny(text, i, "为", "為", "：", ":")
	var terms []offset.Span
	for {
		i = skipAny(text, i)
		open := nextRune(text[i:])
		closer, quoted := closers[open]
		if !quoted {
			break
		}
		i += len(open)
		n := strings.Index(text[i:min(len(text), i+maxDefined)], closer)
		if n <= 0 {
			return nil
		}
		terms = appendTerm(terms, text, i, i+n)
		i = skipAny(text, i+n+len(closer), "或", "、")
	}
	if terms == nil {
		n := strings.IndexAny(text[i:min(len(text), i+maxDefined)], "）)〕]")
		if n > 0 {
			terms = appendTerm(terms, text, i, i+n)
		}
	}
	return terms
}

func nextRune(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}

// appendTerm adds a term of two characters and more, all of them Chinese.
func appendTerm(terms []offset.Span, text string, from, to int) []offset.Span {
	n := 0
	for _, r := range text[from:to] {
		switch {
		case unicode.Is(unicode.Han, r):
			n++
		case !blankRune(r):
			return terms
		}
	}
	if n < 2 {
		return terms
	}
	return append(terms, offset.Span{Start: from, End: to})
}

// meaning returns the body whose name ends at end: one that was found there, or
// else the clause, where it looks like the name of a body.
func (g *Gazetteer) meaning(text string, end int, listed []Mention) (Mention, bool) {
	n, ok := slices.BinarySearchFunc(listed, end, func(m Mention, end int) int { return m.Span.End - end })
	if ok && !quoteBefore(text[:listed[n].Span.Start]) {
		return listed[n], true
	}
	start := nameStart(text, end)
	if start < 0 || department.LooksLike(text[start:end]) != department.Like {
		return Mention{}, false
	}
	name := offset.Span{Start: start, End: end}
	id := g.registry.ID(name.Of(text), g.scope)
	if id == "" || department.IsGeneric(name.Of(text)) {
		return Mention{}, false
	}
	short, listedID := g.names[id]
	if !listedID {
		short = unblank(name.Of(text))
	}
	return Mention{Text: name.Of(text), Name: short, ID: id, Span: name, Listed: listedID, Defined: true}, true
}

// quoteBefore reports whether a closing mark stands right before, so that the
// name is longer than what was found: 推进“一带一路”建设工作领导小组.
func quoteBefore(before string) bool {
	return endsInAny(before, "”", "」", "》", "）", ")", "\"")
}

// forMany reports whether the term may stand for other bodies too that are named
// before this one. It does not where it is made of characters of this one's name.
func forMany(text string, term, body offset.Span) bool {
	before := trimBlank(text[:body.Start])
	if !endsInAny(before, "、", "和", "及", "与", "與") {
		return false
	}
	rest := fold(term.Of(text))
	for _, r := range fold(body.Of(text)) {
		rest = strings.TrimPrefix(rest, string(r))
	}
	return rest != ""
}

// nameStart returns where the clause begins that ends at end, over what stands in
// quotation marks and brackets; -1 if it is too long for a name. Words that lead
// to a name are left out.
func nameStart(text string, end int) int {
	depth := 0
	i := end
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		switch {
		case strings.ContainsRune("”」》）)〕", r):
			depth++
		case strings.ContainsRune("“「《（(〔", r):
			depth--
		}
		if depth < 0 || depth == 0 && strings.ContainsRune("，。；：、,;:!?！？\n\r\u3000", r) {
			break
		}
		i -= size
		if end-i > maxMeaning {
			return -1
		}
	}
	return skipAny(text[:end], i, "由", "经", "經", "在", "向", "对", "對", "依托", "设立", "設立", "成立", "根据", "按照", "关于", "支持", "会同", "报", "報")
}
