package target

import (
	"strings"
	"unicode/utf8"
)

// maxSentence is how far back, in bytes, a sentence is looked at: 120 characters.
// It keeps the time linear where a text has no marks.
const maxSentence = 360

// sentenceBefore returns what stands before pos in its sentence.
func sentenceBefore(text string, pos int) string {
	start := max(0, pos-maxSentence)
	for start < pos && !utf8.RuneStart(text[start]) {
		start++
	}
	for i := pos - 1; i >= start; i-- {
		if n := markLen(text[i:pos]); n > 0 {
			return text[i+n : pos]
		}
	}
	return text[start:pos]
}

// markLen returns the length of the mark or the blank line that ends a sentence
// and begins s, 0 for none.
func markLen(s string) int {
	switch s[0] {
	case ';':
		return 1
	case '\n':
		if len(s) > 1 && s[1] == '\n' {
			return 2
		}
	case 0xE3, 0xEF:
		for _, mark := range [...]string{"。", "；", "！", "？"} {
			if strings.HasPrefix(s, mark) {
				return len(mark)
			}
		}
	}
	return 0
}

// clauseBefore returns what stands before pos back to the last mark.
func clauseBefore(text string, pos int) string {
	s := sentenceBefore(text, pos)
	return s[strings.LastIndexAny(s, "，,：:（(")+1:]
}

// sentenceAfter returns at most n bytes from pos up to the end of the sentence.
func sentenceAfter(text string, pos, n int) string {
	end := min(len(text), pos+n)
	for end > pos && end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	s := text[pos:end]
	for _, mark := range [...]string{"。", "；", ";", "\n\n"} {
		if i := strings.Index(s, mark); i >= 0 {
			s = s[:i]
		}
	}
	return s
}

// doneWords say that what follows is done (已建成30家); futureWords that it is to be
// done (力争建成30家). 累计 says the first only where nothing before it says the
// second: 累计培训3000人次, but 到2027年，累计建成5万个.
var (
	doneWords   = newLexicon("已", "截至", "截止", "目前", "现有", "現有", "去年", "上年", "业经", "原有")
	spreads     = newLexicon("分别", "分別")
	totalWords  = newLexicon("累计", "累計")
	futureWords = newLexicon("到20", "到２０", "力争", "力爭", "争取", "爭取", "确保", "確保", "计划", "計劃", "计畫", "計畫", "预计", "預計", "拟", "擬",
		"再", "底前", "月前", "目标", "目標", "年内", "年內", "努力", "要求", "不断", "今后", "未来", "进一步")
)

// done reports whether the sentence says before pos that what it tells is done
// already. Of two words the one nearer to pos counts: 已建成10家，再建20家. deadline
// is the end of the last deadline before pos, which looks ahead as well.
func done(text string, pos, deadline int) bool {
	if r, _ := runeBefore(text, pos); r == '了' {
		return true
	}
	s := sentenceBefore(text, pos)
	past := doneWords.last(s)
	future := futureWords.last(s)
	if behind := deadline - (pos - len(s)); behind > 0 {
		future = max(future, behind)
	}
	if future == 0 {
		past = max(past, totalWords.last(s))
	}
	return past > future
}

// pastWords, in the sentence behind a plain year, say that it is history;
// titleWords that it belongs to a document's name.
var (
	pastWords  = newLexicon("已", "累计", "累計", "以来", "以來", "印发", "印發", "召开的", "讲话", "講話", "考察", "指出", "批复", "批覆", "同期", "相比", "了")
	titleWords = newLexicon("方案", "要点", "要點", "报告", "報告", "规划", "規劃", "通知", "公报", "公報", "年鉴", "目录", "目錄", "清单", "清單", "意见", "意見", "版", "行动计划",
		"行動計畫", "行动计画", "工作计划", "重点工作", "重點工作", "工作任务", "工作任務", "主要工作", "主要任务", "主要任務", "主要目标", "主要目標", "统计")
	makingWords = newLexicon("制定", "制訂", "出台", "编制", "編制", "形成", "完成", "发布", "發布", "建立", "修订", "修訂", "公布")
)

// history reports whether the sentence goes on behind pos as one about the
// past (2017年印发的文件), or the year that ends at pos begins a title (2018年工作要点);
// a title that is to be written is none (2024年出台行动方案). It looks 20 characters
// ahead.
func history(text string, pos int) bool {
	if pastWords.in(sentenceAfter(text, pos, 60)) {
		return true
	}
	clause := sentenceAfter(text, pos, 60)
	if i := strings.IndexAny(clause, "，,、：:（("); i >= 0 {
		clause = clause[:i]
	}
	return titleWords.in(clause) && !makingWords.in(clause)
}

// completions, behind a plain month, say that something is due then.
var completions = newLexicon("完成", "建成", "启动", "啟動", "投产", "投產", "投运", "投用", "开工", "開工", "竣工", "实现", "實現", "交付", "投入", "验收", "驗收", "上线", "上線",
	"开通", "開通", "组织", "組織", "开展", "開展", "举办", "舉辦", "报送", "報送")

// due reports whether the clause behind pos says that something is due, within
// 12 characters: 6月完成验收, but not 6月的统计数据.
func due(text string, pos int) bool {
	s := sentenceAfter(text, pos, 36)
	return completions.in(s)
}

// verbs stand before a small number in characters that is an amount: 新建三个
// names one, 三个方面 does not.
var verbs = newLexicon("新建", "新增", "建成", "建设", "建設", "完成", "培育", "引进", "引進", "打造", "开通", "開通", "举办", "舉辦", "组织", "組織", "创建", "創建", "设立", "設立",
	"发展", "發展", "培训", "培訓", "建立", "推出", "布局", "招引", "引育", "认定", "認定", "评选", "評選", "遴选", "遴選", "扶持", "支持", "选派", "選派", "选树",
	"招收", "开设", "開設", "新设", "新設", "改造", "投放", "发放", "發放", "增设", "增設", "开行", "開行", "恢复", "恢復", "落地", "制定", "出台", "发布", "發布",
	"每年", "各", "分别", "分別", "实施", "實施", "新开", "新開", "开发", "開發", "研发", "研發", "突破", "实现", "實現", "添置", "购置", "購置", "配备", "補助", "补助",
	"减免", "奖励", "獎勵", "投资", "投資", "投入", "创办", "建造", "种植", "種植", "整治", "治理")

// intended reports whether an amount in characters, without an operator word,
// is one that the clause sets: a verb touches it, or it ends a clause that has
// one. A small one is mostly no amount.
func intended(text string, a amount, end int) bool {
	if v, ok := a.value.Int64(); ok && v < 2 {
		return false // 一个 is an article
	}
	if a.power >= 4 { // nobody says 五亿 in passing
		return true
	}
	clause := clauseBefore(text, gapBefore(text, a.start))
	if verbs.ends(clause) {
		return true
	}
	r, _ := runeAt(text, gap(text, end))
	ends := r == 0 || oneOf(r, "，。；、,;)及和") // 培育龙头企业三家，
	return ends && verbs.in(clause)
}
