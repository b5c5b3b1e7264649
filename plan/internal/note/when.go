package note

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// The runes of a time: 2024年12月底前, 每季度末, “十四五”期间, 2021/01-2024/05.
const (
	timeRunes = "年月日号季度天周次时期间初底前末内中上下旬半第个一二三四五六七八九十〇零两以之至到起止截于在-—~./每明今本当后“”\"分阶段全"
	timeUnits = "年月日季天周期底"
)

var (
	// doneWords follow a time: 2024年底前完成.
	doneWords = []string{
		"全面完成", "基本完成", "基本建成", "建成投用", "投入使用", "完成", "落实", "到位", "实施", "启动", "见效", "建成", "办结", "推进", "取得明显成效", "取得实效", "开工", "完工", "竣工", "投用", "出台", "上线",
	}
	// taskWords begin what is to be done by a time: 6月底前出台方案.
	taskWords = []string{"出台", "印发", "制定", "建成", "启动", "形成", "完成", "报送", "实现", "取得"}
	// steadyWords open a time without an end: 持续推进, 长期坚持.
	steadyWords = []string{"持续", "长期", "常态", "随时", "立即", "即时", "逐年", "全年", "每年", "适时", "立行立改", "即知即改"}
)

// maxTask is the length in runes of the longest task behind a time.
const maxTask = 12

// maxSteady is the length in runes of the longest time without an end.
const maxSteady = 8

// isWhen reports whether s is a time and nothing else, as it closes a note
// without a label: 2024年12月底前完成, 持续推进.
func isWhen(t *runes.Text, s Range) bool {
	if hasPrefix(t, s, steadyWords) && s.End-s.Start <= maxSteady && !looksLike(t, s) {
		return true
	}
	if s.Start < s.End && !inTime(t.Folded[s.Start]) {
		return false
	}
	end := s.End
	if k := t.Find(s.Start, s.End, "前"); k > s.Start && k+1 < s.End && s.End-k <= maxTask && hasPrefix(t, Range{k + 1, s.End}, taskWords) {
		end = k + 1
	}
	for _, w := range doneWords {
		if t.Ends(s.Start, end, w) {
			_, end = t.Trim(s.Start, end-len([]rune(w)))
			break
		}
	}
	if t.Ends(s.Start, end, "持续") { // 年内持续推进
		end -= 2
	}
	unit := false
	for k := s.Start; k < end; k++ {
		r := t.Folded[k]
		unit = unit || runesIn(timeUnits, r)
		if !inTime(r) {
			return false
		}
	}
	return unit && end-s.Start >= 2
}

// inTime reports whether r may stand in a time.
func inTime(r rune) bool { return runes.IsDigit(r) || runes.IsBlank(r) || runesIn(timeRunes, r) }

// setsTime reports whether the times from i to j are ones to be done by, and no
// mere date: 2024年底前, 持续推进.
func setsTime(t *runes.Text, i, j int) bool {
	s := Range{i, j}
	return endsAny(t, s, doneWords) || endsAny(t, s, []string{"前", "内", "底"}) || hasPrefix(t, s, steadyWords)
}

func hasPrefix(t *runes.Text, s Range, words []string) bool {
	return t.HasAny(s.Start, s.End, words)
}
