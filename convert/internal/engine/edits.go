package engine

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Note makes r note what becomes of each place. It must be called before the
// first text.
func (r *Run) Note() {
	r.edits = make([]offset.Builder, len(r.p.Chain))
	r.norm.edits = make([]offset.Builder, len(r.p.Norm))
}

// Map returns what was noted, from the text that was fed to that which came out.
// It ends the noting.
func (r *Run) Map() *offset.Map {
	var m *offset.Map
	for _, run := range []*Run{r.norm, r} {
		for i := range run.edits {
			m = m.Then(run.edits[i].Map())
		}
		run.edits = nil
	}
	return m
}

// change notes that step i makes result of key: character by character where
// there are as many of them, else but for what both have at their ends.
func (r *Run) change(i int, key, result string) {
	if r.edits == nil {
		return
	}
	b := &r.edits[i]
	if utf8.RuneCountInString(key) == utf8.RuneCountInString(result) {
		changeRunes(b, key, result)
		return
	}
	head := commonPrefix(key, result)
	tail := commonSuffix(key[head:], result[head:])
	b.Keep(head)
	b.Replace(len(key)-head-tail, len(result)-head-tail)
	b.Keep(tail)
}

// changeRunes notes the characters that differ, each as one edit.
func changeRunes(b *offset.Builder, key, result string) {
	for key != "" {
		r, n := utf8.DecodeRuneInString(key)
		s, m := utf8.DecodeRuneInString(result)
		if r == s && n == m {
			b.Keep(n)
		} else {
			b.Replace(n, m)
		}
		key, result = key[n:], result[m:]
	}
}

// commonPrefix returns the length of the runes that a and b both start with.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) {
		r, size := utf8.DecodeRuneInString(a[n:])
		if s, _ := utf8.DecodeRuneInString(b[n:]); r != s || size > len(b)-n || a[n:n+size] != b[n:n+size] {
			break
		}
		n += size
	}
	return n
}

// commonSuffix returns the length of the runes that a and b both end with.
func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) {
		_, size := utf8.DecodeLastRuneInString(a[:len(a)-n])
		if size > len(b)-n || a[len(a)-n-size:len(a)-n] != b[len(b)-n-size:len(b)-n] {
			break
		}
		n += size
	}
	return n
}
