package main

import (
	"cmp"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// sameCharacter lists pairs that OpenCC's character dictionaries keep apart but
// its phrases exchange: the first is written for the second in one of the
// scripts or by some authors, and has next to no life of its own in Simplified
// text. Characters that mean different things there (坐座, 象像, 沈沉, 坏坯,
// 呆待) are not in it.
const sameCharacter = "瞭了 藉借 覆复 祇只 衹只 甦苏 甯宁 彷仿 揹背 伕夫 鎗枪 隄堤 荳豆 籐藤 燄焰 觔斤 " +
	"耡锄 瑯琅 菓果 拏拿 濬浚 薰熏 繐穗 澂澄 栢柏 鑛矿 頴颖 姸妍 彜彝 鼇鳌 粧妆 糭粽 " +
	"賙周 蘗檗 鹼硷 礆硷 耈耇 篠筱 斲斫"

// folding is a function from rune to rune, the identity where it has no entry.
type folding map[rune]rune

func (f folding) of(r rune) rune {
	if to, ok := f[r]; ok {
		return to
	}
	return r
}

// newFolding puts the steps together: compatibility and width, then
// punctuation, case, and script. The result is idempotent.
func newFolding(dicts dictionaries) (folding, error) {
	script, err := scriptFolding(dicts)
	if err != nil {
		return nil, err
	}
	steps := []folding{compatibilityFolding(dicts), punctuationFolding(), caseFolding(), script}
	all := folding{}
	for _, step := range steps {
		for r := range step {
			all[r] = apply(r, steps)
		}
	}
	for r, to := range all {
		if all.of(to) != to {
			return nil, fmt.Errorf("%q folds to %q, which folds to %q", r, to, all.of(to))
		}
		if to == r {
			delete(all, r)
		}
	}
	return all, nil
}

// apply goes through the steps until nothing changes any more.
func apply(r rune, steps []folding) rune {
	for {
		before := r
		for _, step := range steps {
			r = step.of(r)
		}
		if r == before {
			return r
		}
	}
}

// compatibilityFolding undoes what Unicode keeps only for round trips: the
// compatibility ideographs, radicals, full and half width forms, small and
// vertical forms. Enclosed and composed characters (①, ㈠, ⒈, ㎡) stay.
func compatibilityFolding(dicts dictionaries) folding {
	f := folding{}
	for _, e := range dicts["CJK_Compatibility_Ideographs"] {
		f[one(e.key)] = one(e.values[0])
	}
	for r := rune(0x2E80); r <= 0x2FD5; r++ { // radicals
		f.decompose(r)
	}
	for r := rune(0xFE10); r <= 0xFE6B; r++ { // vertical and small forms
		f.decompose(r)
	}
	for r := rune(0xFF01); r <= 0xFFEE; r++ {
		if to := width.LookupRune(r).Folded(); to != 0 {
			f[r] = to
		}
	}
	return f
}

// decompose enters the compatibility decomposition of r, where it is one rune.
func (f folding) decompose(r rune) {
	to := norm.NFKD.String(string(r))
	if utf8.RuneCountInString(to) == 1 && to != " " {
		f[r] = one(to)
	}
}

// punctuationFolding brings variants of one mark together. It keeps 。 and 、,
// and the brackets 〔〕【】《》, which tell kinds of text apart.
func punctuationFolding() folding {
	f := folding{}
	for _, pair := range []struct {
		from string
		to   rune
	}{
		{"\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000", ' '},
		{"「﹁〝‟", '“'},
		{"」﹂〞〟", '”'},
		{"『﹃‛", '‘'},
		{"』﹄", '’'},
		{"―─━⸺︱﹘", '—'},
		{"‐‑‒–−﹣－︲", '-'},
		{"〜∼～", '~'},
		{"•‧・∙⋅", '·'},
		{"⋯", '…'},
		{"○◯", '〇'}, // 二○一七年
	} {
		for _, r := range pair.from {
			f[r] = pair.to
		}
	}
	return f
}

// caseFolding maps each letter to the lower case of its upper case, so that
// the forms of one letter (K and the Kelvin sign, s and ſ, σ and ς) meet. The
// dotless i stays apart from i, and the numerals Ⅰ and the circled Ⓐ, which are
// no letters, stay.
func caseFolding() folding {
	f := folding{}
	for r := rune('A'); r <= unicode.MaxRune; r++ {
		if !unicode.IsLetter(r) || r == 'ı' {
			continue
		}
		to := unicode.ToLower(unicode.ToUpper(r))
		if to != r && unicode.ToLower(unicode.ToUpper(to)) == to {
			f[r] = to
		}
	}
	return f
}

// scriptFolding joins the characters that the dictionaries convert into each
// other, and lets one of each class stand for it.
func scriptFolding(dicts dictionaries) (folding, error) {
	classes := union{}
	for _, name := range []string{"STCharacters", "TSCharacters", "TWVariants", "HKVariants"} {
		if len(dicts[name]) == 0 {
			return nil, fmt.Errorf("dictionary %s is missing", name)
		}
		for _, e := range dicts[name] {
			classes.join(one(e.key), one(e.values[0]))
		}
	}
	// A Traditional character that stays by default but has a rare Simplified
	// form, which OpenCC writes on demand.
	for _, e := range dicts["TSCharacters"] {
		if e.values[0] == e.key && len(e.values) > 1 && one(e.values[1]) > 0xFFFF {
			classes.join(one(e.key), one(e.values[1]))
		}
	}
	pair := []rune(sameCharacter)
	for i := 0; i+1 < len(pair); i += 3 {
		classes.join(pair[i], pair[i+1])
	}
	f := folding{}
	for _, members := range classes.members() {
		to := representative(members, dicts)
		for _, r := range members {
			f[r] = to
		}
	}
	return f, nil
}

// representative chooses the member to which most members are simplified; of
// equals, what OpenCC simplifies to at all, then the lower code point.
func representative(members []rune, dicts dictionaries) rune {
	votes := map[rune]int{}
	for _, r := range members {
		votes[dicts.simplified(r)] += 2
	}
	for _, e := range dicts["STCharacters"] {
		if key := one(e.key); votes[key] > 0 {
			votes[key]++
		}
	}
	for _, name := range []string{"TWVariants", "HKVariants"} { // the key is OpenCC's standard form
		for _, e := range dicts[name] {
			if to := one(e.values[0]); votes[to] > 0 && to != one(e.key) {
				votes[to]--
			}
		}
	}
	return slices.MaxFunc(members, func(a, b rune) int {
		return cmp.Or(
			cmp.Compare(votes[a], votes[b]),
			-cmp.Compare(a, b),
		)
	})
}

// simplified is OpenCC's default conversion of one character.
func (d dictionaries) simplified(r rune) rune {
	entries := d["TSCharacters"]
	i := slices.IndexFunc(entries, func(e entry) bool { return e.key == string(r) })
	if i < 0 {
		return r
	}
	return one(entries[i].values[0])
}

// one returns the first rune of s, which the dictionaries of characters hold
// one of.
func one(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
