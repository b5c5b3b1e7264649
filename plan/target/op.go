package target

import "sync"

// opWord is an operator word that stands before an amount.
type opWord struct {
	word   string // folded
	op     Op
	weak   bool   // another bound wins over it
	fall   bool   // a change downwards
	before string // characters before it that make another word of it: 约 in 节约
}

// opWords holds the words. A bound is strong where it says so by itself (不超过,
// 至少), and weak where the verb only lets one guess it: what falls to 5 shall be 5
// at most (降至), what rises to 5 at least 5 (达到), and 达到5左右 is about 5.
var opWords = [...]opWord{
	{word: "不超过", op: AtMost},
	{word: "不高于", op: AtMost},
	{word: "不大于", op: AtMost},
	{word: "不多于", op: AtMost},
	{word: "不少于", op: AtLeast},
	{word: "不低于", op: AtLeast},
	{word: "不小于", op: AtLeast},
	{word: "不下于", op: AtLeast},
	{word: "不得超过", op: AtMost},
	{word: "不得高于", op: AtMost},
	{word: "不得少于", op: AtLeast},
	{word: "不得低于", op: AtLeast},
	{word: "至少", op: AtLeast},
	{word: "最少", op: AtLeast},
	{word: "至多", op: AtMost},
	{word: "最多", op: AtMost},
	{word: "超过", op: Greater},
	{word: "突破", op: Greater},
	{word: "高于", op: Greater},
	{word: "大于", op: Greater},
	{word: "多于", op: Greater},
	{word: "超出", op: Greater},
	{word: "逾", op: Greater},
	{word: "超", op: Greater},
	{word: "低于", op: Less},
	{word: "少于", op: Less},
	{word: "小于", op: Less},
	{word: "大约", op: About},
	{word: "将近", op: About},
	{word: "接近", op: About},
	{word: "约", op: About, before: "节節签合制预违条大公规"},
	{word: "近", op: About, before: "附临靠最邻就将接"},
	{word: "稳定在", op: Equal, weak: true},
	{word: "稳定到", op: Equal, weak: true},
	{word: "保持在", op: Equal, weak: true},
	{word: "维持在", op: Equal, weak: true},
	{word: "为", op: Equal, weak: true, before: "分成作称认以视定变转"},
	{word: "控制在", op: AtMost, weak: true},
	{word: "控制到", op: AtMost, weak: true},
	{word: "限制在", op: AtMost, weak: true},
	{word: "压缩在", op: AtMost, weak: true},
	{word: "降至", op: AtMost, weak: true},
	{word: "降到", op: AtMost, weak: true},
	{word: "降低至", op: AtMost, weak: true},
	{word: "降低到", op: AtMost, weak: true},
	{word: "下降至", op: AtMost, weak: true},
	{word: "下降到", op: AtMost, weak: true},
	{word: "减至", op: AtMost, weak: true},
	{word: "减到", op: AtMost, weak: true},
	{word: "减少至", op: AtMost, weak: true},
	{word: "减少到", op: AtMost, weak: true},
	{word: "压缩至", op: AtMost, weak: true},
	{word: "压缩到", op: AtMost, weak: true},
	{word: "压缩为", op: AtMost, weak: true},
	{word: "压减至", op: AtMost, weak: true},
	{word: "压减到", op: AtMost, weak: true},
	{word: "压减为", op: AtMost, weak: true},
	{word: "压降至", op: AtMost, weak: true},
	{word: "压降到", op: AtMost, weak: true},
	{word: "缩短至", op: AtMost, weak: true},
	{word: "缩短到", op: AtMost, weak: true},
	{word: "缩短为", op: AtMost, weak: true},
	{word: "缩减至", op: AtMost, weak: true},
	{word: "缩减到", op: AtMost, weak: true},
	{word: "缩小至", op: AtMost, weak: true},
	{word: "缩小到", op: AtMost, weak: true},
	{word: "精简至", op: AtMost, weak: true},
	{word: "精简到", op: AtMost, weak: true},
	{word: "下调至", op: AtMost, weak: true},
	{word: "下调到", op: AtMost, weak: true},
	{word: "回落至", op: AtMost, weak: true},
	{word: "达到", op: AtLeast, weak: true},
	{word: "达", op: AtLeast, weak: true, before: "到传发抵表转下送"},
	{word: "增至", op: AtLeast, weak: true},
	{word: "增到", op: AtLeast, weak: true},
	{word: "增加到", op: AtLeast, weak: true},
	{word: "增加至", op: AtLeast, weak: true},
	{word: "增长到", op: AtLeast, weak: true},
	{word: "增长至", op: AtLeast, weak: true},
	{word: "提高到", op: AtLeast, weak: true},
	{word: "提高至", op: AtLeast, weak: true},
	{word: "提升到", op: AtLeast, weak: true},
	{word: "提升至", op: AtLeast, weak: true},
	{word: "提至", op: AtLeast, weak: true},
	{word: "升至", op: AtLeast, weak: true},
	{word: "升到", op: AtLeast, weak: true},
	{word: "上升到", op: AtLeast, weak: true},
	{word: "上升至", op: AtLeast, weak: true},
	{word: "扩大到", op: AtLeast, weak: true},
	{word: "扩大至", op: AtLeast, weak: true},
	{word: "扩至", op: AtLeast, weak: true},
	{word: "扩展到", op: AtLeast, weak: true},
	{word: "扩展至", op: AtLeast, weak: true},
	{word: "延长至", op: AtLeast, weak: true},
	{word: "延长到", op: AtLeast, weak: true},
	{word: "上调至", op: AtLeast, weak: true},
	{word: "上调到", op: AtLeast, weak: true},
	{word: "发展到", op: AtLeast, weak: true},
	{word: "拓展至", op: AtLeast, weak: true},
	{word: "拓展到", op: AtLeast, weak: true},
	{word: "提高", op: Change},
	{word: "提升", op: Change},
	{word: "增长", op: Change},
	{word: "增加", op: Change},
	{word: "上升", op: Change},
	{word: "上涨", op: Change},
	{word: "扩大", op: Change},
	{word: "上浮", op: Change},
	{word: "上调", op: Change},
	{word: "增", op: Change, before: "新倍"},
	{word: "下降", op: Change, fall: true},
	{word: "减少", op: Change, fall: true},
	{word: "压缩", op: Change, fall: true},
	{word: "降低", op: Change, fall: true},
	{word: "压减", op: Change, fall: true},
	{word: "缩短", op: Change, fall: true},
	{word: "缩减", op: Change, fall: true},
	{word: "削减", op: Change, fall: true},
	{word: "压降", op: Change, fall: true},
	{word: "精简", op: Change, fall: true},
	{word: "下浮", op: Change, fall: true},
	{word: "下调", op: Change, fall: true},
	{word: "缩小", op: Change, fall: true},
	{word: "收窄", op: Change, fall: true},
	{word: "回落", op: Change, fall: true},
	{word: "核减", op: Change, fall: true},
	{word: "减", op: Change, fall: true, before: "加"},
	{word: "降", op: Change, fall: true},
}

// bounds is what operator words before an amount say together.
type bounds struct {
	start  int // of the first word, or of the amount
	op     Op
	weak   bool
	fall   bool
	spread bool // 分别 before them: the words hold for the amounts that follow too
}

// boundsBefore reads the operator words that touch the amount at pos. Of two
// (增长约8%, 控制在不超过5%) a change wins, then the one nearer to the amount that
// is no weak one.
func boundsBefore(text string, pos int) bounds {
	b := bounds{start: pos, op: Equal, weak: true}
	found := false
	for range 3 {
		w, start := opBefore(text, b.start)
		if w == nil {
			break
		}
		if !found || w.op == Change && b.op != Change || b.weak && !w.weak {
			b.op, b.weak, b.fall = w.op, w.weak, w.fall
		}
		found = true
		b.start = start
	}
	if found {
		_, ok := matchBefore(text, b.start, "分别")
		b.spread = ok
	}
	return b
}

// opBefore returns the longest operator word that ends at pos, and its start.
func opBefore(text string, pos int) (*opWord, int) {
	var best *opWord
	bestStart := pos
	last, _ := runeBefore(text, pos)
	for _, w := range opIndex()[last] {
		start, ok := matchBefore(text, pos, w.word)
		if !ok || start >= bestStart {
			continue
		}
		if before, _ := runeBefore(text, start); oneOf(before, w.before) {
			continue
		}
		best, bestStart = w, start
	}
	return best, bestStart
}

// opIndex finds the operator words by their last character.
var opIndex = sync.OnceValue(func() map[rune][]*opWord {
	index := map[rune][]*opWord{}
	for i := range opWords {
		last := lastRune(opWords[i].word)
		index[last] = append(index[last], &opWords[i])
	}
	return index
})

// tail is a bound behind an amount: 20家以上, 30%左右, 5个工作日内.
type tail struct {
	end    int
	op     Op
	within bool // 内, as in 30日内
}

var tailWords = [...]struct {
	word string
	op   Op
}{
	{"及以上", AtLeast}, {"以上", AtLeast}, {"及以下", AtMost}, {"以下", AtMost}, {"以内", AtMost}, {"之内", AtMost}, {"左右", About}, {"上下", About},
}

// tailAt reads the bound at text[pos:]. 内 alone is one behind a stretch of time.
func tailAt(text string, pos int, time bool) tail {
	from := pos
	if end, ok := match(text, pos, "(含)"); ok {
		from = end
	}
	for _, w := range &tailWords {
		end, ok := match(text, from, w.word)
		if !ok {
			continue
		}
		if next, _ := runeAt(text, end); next == '述' || next == '浮' || next == '游' {
			continue
		}
		return tail{end, w.op, time && w.op == AtMost && w.word != "以下"}
	}
	if end, ok := match(text, pos, "内"); ok && time {
		return tail{end, AtMost, true}
	}
	return tail{end: pos}
}

// resolve puts the bounds on both sides of an amount together: 增长8%左右 stays a
// change, 不超过30%左右 a bound, and 达到30%左右 is about that.
func resolve(b bounds, t tail) Op {
	switch {
	case b.op == Change || !b.weak:
		return b.op
	case t.op != InvalidOp:
		return t.op
	}
	return b.op
}
