package plan

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
)

// placeLevels end the name of a place, folded.
const placeLevels = "省市州盟县区旗"

// maxPlace is the length in characters of the longest name of a place:
// 克孜勒苏柯尔克孜自治州.
const maxPlace = 11

// place returns the place that the plan speaks for, such as 金华市: the name
// that its title, its issuer or the title of its notice begins with. It is
// empty where none does.
func (p *Plan) place() string {
	texts := []string{p.Title, p.Issuer}
	if len(p.Notice) > 0 {
		texts = append(texts, p.Notice[0].Text)
	}
	for _, s := range texts {
		if place := leadingPlace(s); place != "" {
			return place
		}
	}
	return ""
}

// leadingPlace returns the name of a place at the start of s: two or more
// characters and the word of its level. 全市, 我省, 各区 are none.
func leadingPlace(s string) string {
	n := 0
	for i, r := range s {
		n++
		r = convert.FoldRune(r)
		switch {
		case n > maxPlace || r < 0x4e00 || r > 0x9fff:
			return ""
		case n == 1 && strings.ContainsRune("全我本各市省县区", r):
			return ""
		case n > 2 && strings.ContainsRune(placeLevels, r):
			end := i + utf8.RuneLen(r)
			if strings.HasPrefix(s[end:], "治") { // 自治区, 自治州
				continue
			}
			return s[:end]
		}
	}
	return ""
}
