package label

// Form is the written form of a label: what stands around its number. Labels
// of one form number the units of one level.
type Form int

// The forms, from those that usually number larger units to those of smaller
// ones (GB/T 9704-2012, 7.3.3, has 一、 （一） 1. （1）).
const (
	Invalid   Form = iota
	Part           // 第一编, 第一篇, 第一部分
	Chapter        // 第一章
	Node           // 第一节
	Han            // 一、
	Formal         // 壹、
	Stem           // 甲、
	Article        // 第一条
	Task           // 任务1：
	Decimal        // 1.1, 1-1
	HanRound       // （一）
	Arabic         // 1. 1． 1、
	Round          // （1）
	HalfRound      // 1） 一）
	Circled        // ① ㈠ ⑴
	Latin          // A. a）
	Dash           // ——
	Bullet         // ● ■ ·
)

var formNames = [...]string{
	"invalid", "part", "chapter", "node", "han", "formal", "stem", "article", "task", "decimal", "han-round",
	"arabic", "round", "half-round", "circled", "latin", "dash", "bullet",
}

// String returns the name of the form.
func (f Form) String() string {
	if f < 0 || int(f) >= len(formNames) {
		return "invalid"
	}
	return formNames[f]
}

// Numbered reports whether labels of the form carry a number.
func (f Form) Numbered() bool { return f > Invalid && f < Dash }

// Level tells labels that number the units of one level: their form, and of
// decimal labels how many parts they have.
type Level struct {
	Form  Form
	Parts int
}

// Level returns the level of the label.
func (l Label) Level() Level { return Level{l.Form, l.Parts} }
