package main

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// choose returns the words of gse's list that are to be words, with their
// classes. Left out are those that a rule makes, and phrases.
func choose(source []word) []word {
	p := phrases{frequency: map[string]float64{}}
	for _, w := range source {
		p.frequency[w.text] = w.frequency
		p.all += w.frequency
	}
	var words []word
	for _, w := range source {
		if counted(w.text, w.speech) || counting(w.text) || standing(w.text) || p.phrase(w) {
			continue
		}
		w.class = classOf(w.text, w.speech)
		words = append(words, w)
	}
	return words
}

// phrases tells phrases from words.
type phrases struct {
	frequency map[string]float64
	all       float64
}

// bound is how much more often the two words of a phrase must stand together
// than chance would have it, in bits, for the phrase to be a word: 知识产权 13, 电子商务 11,
// 基础设施 6.1, but 社会保障 5.8, 符合规定 1.7.
const bound = 6

// phrase reports whether a word of four characters or more is just two words
// that often stand together. Idioms and names are none.
func (p *phrases) phrase(w word) bool {
	if !slices.Contains([]string{"l", "n", "v", "nz", "vn", "a", "d", "j"}, w.speech) {
		return false
	}
	runes := []rune(w.text)
	for i := 2; i <= len(runes)-2; i++ {
		a, b := p.frequency[string(runes[:i])], p.frequency[string(runes[i:])]
		if a > 0 && b > 0 && math.Log2(w.frequency*p.all/(a*b)) < bound {
			return true
		}
	}
	return false
}

// counting reports whether a word is 各 or the like with one more character,
// which are two words: 各区, 该省. 各地 and 全市 are words. So is 市政府, but it is
// left to the rule for names, which knows that 各 区 政府 are three.
func counting(text string) bool {
	runes := []rune(text)
	if len(runes) == 3 && strings.HasSuffix(text, "政府") {
		return strings.ContainsRune("省市区县州乡镇", runes[0])
	}
	return len(runes) == 2 && strings.ContainsRune("各每该某", runes[0]) &&
		strings.ContainsRune("省市区县州乡镇局部委办厅处", runes[1])
}

// standing reports whether a word is a verb with 在 behind it: 摆在, 放在.
func standing(text string) bool {
	return utf8.RuneCountInString(text) == 2 && strings.HasSuffix(text, "在") &&
		!strings.Contains("存在 实在 旨在 意在 健在 现在 所在 内在 外在 潜在 正在 自在 好在 何在 不在 同在", text)
}

const (
	numerals = "〇零一二三四五六七八九十百千万亿两几数多余第半"
	counters = "个家项条位名次年天只座张件场部支份道口批类层套声句阵块片面级眼步把段元页番股路根度回遍对处顿身门方代颗头副辈双手夜刀本杯线封间下届章篇卷队轮枚倍斤里米分点班岁户辆艘台架吨亩群排组笔顶棵株粒滴堆束串栋幢所笼期集幅行"
)

// kept has the counted words that are words of their own.
var kept = strings.Fields(`一个 一些 一种 一点 一下 一面 一方 一路 一度 一道 一身 一手 一行 一线 十分 万分 百分点
	四面 四方 八方 一级 二级 三级 多次 多方 多方面 数年 两面 第一线 一代 多年 多层 百年 千年 多项 多种 一同 一半 一时`)

// counted reports whether a word is a number or a number with a measure, which
// the rules make: 五年, 三十余家, 第二十届. A list can only have some of them.
func counted(text, speech string) bool {
	if speech != "m" && speech != "t" && speech != "mq" || slices.Contains(kept, text) {
		return false
	}
	runes := []rune(text)
	last := len(runes) - 1
	for _, r := range runes[:last] {
		if !strings.ContainsRune(numerals, r) {
			return false
		}
	}
	return last > 0 && (strings.ContainsRune(counters, runes[last]) || last > 1 && strings.ContainsRune(numerals, runes[last]))
}
