package layout

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// maxNumberWord is the length in runes of the longest word of an office in a
// document number.
const maxNumberWord = 14

// IsNumber reports whether the text from i to j is a document number such as
// 沪府发〔2017〕6号 or 院授發資字第1031500183號.
func IsNumber(t *runes.Text, i, j int) bool {
	if k := t.Find(i, min(j, i+maxNumberWord), "字第"); k > i {
		return isOrdinal(t, i, k+2, j)
	}
	open := t.Find(i, j, "〔")
	if open < 0 {
		open = t.Find(i, j, "[")
	}
	if open < 0 || j-i > 30 {
		return false
	}
	for _, r := range t.Folded[i:open] {
		if !runes.IsHan(r) && !runes.IsBlank(r) {
			return false
		}
	}
	k := open + 1
	for k < j && (runes.IsDigit(t.Folded[k]) || runes.IsBlank(t.Folded[k])) {
		k++
	}
	return k-open > 4 && k+1 < j && runes.IsClose(t.Folded[k]) && t.Folded[j-1] == '号'
}

// isOrdinal reports whether the text from i to j is characters up to k and a
// number: 院授發資字第1031500183號.
func isOrdinal(t *runes.Text, i, k, j int) bool {
	for ; i < k; i++ {
		if !runes.IsHan(t.Folded[i]) {
			return false
		}
	}
	for k < j && runes.IsDigit(t.Folded[k]) {
		k++
	}
	return k > i && k == j-1 && t.Folded[k] == '号'
}
