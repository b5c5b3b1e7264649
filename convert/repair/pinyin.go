package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/charset/frequency"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// How sure a reading is to have been put in by a machine: behind a common
// character within a word; and where the text has several such.
const (
	loneReading = 0.9
	manyReading = 0.97
	doubtful    = 0.3
)

// readings finds readings in brackets that web pages put behind characters, as
// in 發(fā)展. Writers do so too, behind rare characters and those of several
// readings: such a one alone is only reported.
func readings(text string) []finding {
	var found []finding
	sure := 0
	for i, r := range text {
		if r != '(' && r != '（' {
			continue
		}
		end := readingEnd(text, i+utf8.RuneLen(r))
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if end == 0 || !likely.IsHan(before) {
			continue
		}
		behind, _ := utf8.DecodeRuneInString(text[end:])
		f := finding{
			change: change{span: offset.Span{Start: i, End: end}},
			kind:   Pinyin, evidence: "a reading behind a character that needs none", confidence: doubtful,
		}
		if needless(before, behind) {
			f.confidence = loneReading
			sure++
		}
		found = append(found, f)
	}
	if sure >= 3 {
		for i := range found {
			found[i].confidence = manyReading
		}
	}
	return found
}

// readingEnd returns where a bracket ends that holds from byte i on nothing but
// one syllable of pinyin with its tone, 0 where it does not.
func readingEnd(text string, i int) int {
	toned, letters := false, 0
	for k, r := range text[i:] {
		switch {
		case 'a' <= r && r <= 'z':
			letters++
		case strings.ContainsRune("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿê", r):
			if toned {
				return 0
			}
			toned = true
			letters++
		case r == 'ü':
			letters++
		case (r == ')' || r == '）') && toned:
			return i + k + utf8.RuneLen(r)
		default:
			return 0
		}
		if letters > longestSyllable {
			return 0
		}
	}
	return 0
}

// longestSyllable is the letters of zhuang.
const longestSyllable = 6

// commonCost is how common a character must be, in nats, to need no reading.
const commonCost = -9

// needless reports whether a reading between two characters explains nothing:
// the first is common and of one reading, and the two are of one word.
func needless(before, behind rune) bool {
	f := convert.FoldRune(before)
	if !likely.IsHan(behind) || frequency.Rune(f) < commonCost || strings.ContainsRune(severalReadings, before) {
		return false
	}
	_, word := frequency.Pair(f, convert.FoldRune(behind))
	return word
}

// severalReadings lists common characters that writers gloss, since they are
// read in more ways than one.
const severalReadings = "重长行乐朝传弹调度恶分佛干更还好和横华会济几系间将降角教解尽觉卡空劳累量了率落埋没蒙磨难宁泊铺强切曲任散色单省盛石识数说似宿提通吐为尉相校血要应与载扎占着涨知中种转钻作曾差称澄冲处创答大当倒得的地都读夫给观冠号荷喝划晃混奇浅亲圈塞扇舍什折正只"
