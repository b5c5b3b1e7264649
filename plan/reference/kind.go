package reference

import "fmt"

// Kind is what a reference points to. It follows the word as written, not its
// rank in any one law: 款 is a paragraph above 项 in one place and below it in
// another.
type Kind uint8

// The kinds. The zero Kind is invalid.
const (
	Invalid   Kind = iota
	Section        // 编 篇 部分 章 节 大点
	Article        // 条
	Item           // 项, 任务N, a bracket alone
	Paragraph      // 款
	Point          // 点 目
	Annex          // 附件 附表 附录
	Document       // a name in 《》
	numKinds  = iota
)

var kindNames = [numKinds]string{
	"invalid", "section", "article", "item", "paragraph", "point", "annex", "document",
}

// String returns the kind's name, as JSON has it.
func (k Kind) String() string {
	if int(k) >= len(kindNames) {
		return kindNames[Invalid]
	}
	return kindNames[k]
}

// MarshalText writes the kind's name. It reports an error for a value that is
// no kind.
func (k Kind) MarshalText() ([]byte, error) {
	if k == Invalid || int(k) >= len(kindNames) {
		return nil, fmt.Errorf("reference: invalid kind %d", k)
	}
	return []byte(kindNames[k]), nil
}

// UnmarshalText reads the name that [Kind.MarshalText] writes.
func (k *Kind) UnmarshalText(text []byte) error {
	for i, name := range kindNames {
		if i != int(Invalid) && name == string(text) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("reference: no kind %q", text)
}
